import { isCreditLine, readByline } from '../fields/byline.js';
import type { Line } from './lines.js';
import { headlineKey, isSameHeadline } from './same-text.js';

/** A paragraph of a story and the lines it was made of; `start` counts code points of the paragraph. */
export interface Paragraph {
  readonly text: string;
  readonly pieces: readonly { readonly line: Line; readonly start: number }[];
}

/** A byline and the line it stands in. */
export interface PrintedByline {
  readonly author: string;
  readonly phrase: string;
  readonly lines: readonly Line[];
}

/** The text of a story, sorted out. */
export interface StoryBody {
  readonly paragraphs: readonly Paragraph[];
  /** The first paragraph, where a picture's copy of the headline sets it apart. */
  readonly lead: Paragraph | null;
  readonly byline: PrintedByline | null;
  /** Lines that only repeat the headline. */
  readonly copies: readonly Line[];
  /** Credits of photos and sources, in lines of their own. */
  readonly credits: readonly Line[];
}

/** A capital alone on its line, which a print layout set large. */
const DROP_CAP = /^[«"“]?\p{Lu}$/u;
const GOES_ON = /^\p{Ll}/u;
/** Second line of a byline: where the author lives or the paper they write for. */
const PLACE =
  /^(?:«[^«»]{2,40}»|"[^"]{2,40}")\.?$|^[\p{Lu}«"][\p{L}\p{M}\s«»"-]{1,40}\s(?:ауданы|облысы|ауылы|қаласы|кенті|район|область|село|газеті|району|айылы|облусу|шаары|тумани|вилояти|aýdany|aýyly)\.?$/iu;
/** A headline shorter than this may stand at the end of a paragraph by chance. */
const SHORTEST_GLUED = 15;
const CAPITAL = /^[\p{Lu}«"“–—-]/u;
const SENTENCE_END = /[\p{L}.!?»"”…]$/u;

/** Sorts the lines between headline and footer into paragraphs, byline, credits and copies of the headline. */
export function readBody(lines: readonly Line[], headline: string | null): StoryBody {
  const isCopy = (line: Line) => headline !== null && isSameHeadline(line.text, headline);
  const isCredit = (line: Line) => !isCopy(line) && isCreditLine(line.text);
  const credits = lines.filter(isCredit);
  const text = lines.filter((line) => !isCredit(line));
  const byline = readBylineOf(text.filter((line) => !isCopy(line)));
  const story = text.filter((line) => !isCopy(line) && !(byline?.lines.includes(line) ?? false));
  const paragraphs = toParagraphs(story, headline ?? '');
  const leadEnd = paragraphs[0]?.pieces.at(-1)?.line;
  const next = leadEnd === undefined ? undefined : lines[lines.indexOf(leadEnd) + 1];
  const isSetApart = next !== undefined && isCopy(next) && paragraphs.length > 1;
  return {
    paragraphs,
    lead: isSetApart ? (paragraphs[0] ?? null) : null,
    byline,
    copies: lines.filter(isCopy),
    credits,
  };
}

/** A byline is the last line of a story, or its last two; or the first. */
function readBylineOf(lines: readonly Line[]): PrintedByline | null {
  for (const count of [1, 2]) {
    const last = lines.slice(-count);
    const byline = last.length < count || lines.length <= count ? null : readByline(joined(last));
    if (byline !== null) return { ...byline, lines: last };
  }
  const [first] = lines;
  const byline = first === undefined || lines.length < 2 ? null : readByline(first.text);
  return first === undefined || byline === null ? null : { ...byline, lines: [first] };
}

/** The lines of a byline as one; a full stop after the name stands for a comma: «Айдос САҒЫНТАЙ. / Аққу ауданы.». */
function joined(lines: readonly Line[]): string {
  const [first = '', second] = lines.map(({ text }) => text);
  if (second === undefined) return first;
  return PLACE.test(second) ? `${first.replace(/[.,]$/, '')}, ${second}` : `${first} ${second}`;
}

function toParagraphs(lines: readonly Line[], headline: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const { text, cut } = withoutGlued(line.text, headline);
    const before = paragraphs.at(-1);
    if (before !== undefined && DROP_CAP.test(before.text) && GOES_ON.test(text)) {
      const start = [...before.text].length - cut;
      paragraphs[paragraphs.length - 1] = { text: before.text + text, pieces: [...before.pieces, { line, start }] };
    } else paragraphs.push({ text, pieces: [{ line, start: 0 - cut }] });
  }
  return paragraphs;
}

/** Takes off a copy of the headline that is glued to the beginning or the end of a paragraph, without a space. */
function withoutGlued(text: string, headline: string): { readonly text: string; readonly cut: number } {
  const kept = { text, cut: 0 };
  if (headline.length < SHORTEST_GLUED || text.length <= headline.length) return kept;
  const rest = text.slice(headline.length);
  if (text.startsWith(headline) && CAPITAL.test(rest)) return { text: rest, cut: [...headline].length };
  const front = text.slice(0, -headline.length);
  const isGlued = text.endsWith(headline) && SENTENCE_END.test(front) && headlineKey(headline) !== '';
  return isGlued ? { text: front, cut: 0 } : kept;
}
