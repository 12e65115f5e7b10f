/** How a program wrote a page down as text. */
export interface DumpForm {
  /** `markdown`: signs of html2text and its like; `browser`: those of lynx, w3m and links; `plain`: none. */
  readonly signs: 'plain' | 'markdown' | 'browser';
  /** Columns at which lines were wrapped; null where they were not. */
  readonly width: number | null;
  /** Columns by which text is indented and headings are not; 0 where nothing tells headings by that. */
  readonly indent: number;
  /** Links bear numbers, `[12]Қоғам`, whose addresses stand at the end. */
  readonly numbered: boolean;
  /** Links and headings have signs of their own, `Білім_беру`, `**** Спорт ****`: html2text before it wrote Markdown. */
  readonly underscored: boolean;
  /** Index of the first line that belongs to no page: the addresses of numbered links. */
  readonly end: number;
}

/** A line of a dump: what wrapping parted is one again. */
export interface DumpLine {
  readonly raw: string;
  /** The segments it was made of, and where each begins in `raw` (UTF-16). */
  readonly pieces: readonly { readonly segment: number; readonly start: number }[];
}

/** Enough lines to tell the form of a dump. */
const MOST_LINES = 3_000;
const NARROWEST = 60;
const WIDEST = 132;
/** Widths that programs have unless told otherwise, and common ones besides. */
const USUAL = [79, 78, 72, 80, 100, 120];
/** Lines that go on in the next one, which make a dump a wrapped one; where its signs tell who wrote it, fewer do, and one where no line is longer. */
const FEWEST_WRAPS = 3;
const FEWEST_WITH_SIGNS = 2;
const MOST_INDENT = 8;
const MOST_PIECES = 200;
const MARKDOWN_HEADING = /^ {0,3}#{1,6} +\S/;
const MARKDOWN_LINK = /\[[^[\]]{0,300}\]\([^()\s]{1,500}\)/;
const FEWEST_LINKS = 2;
const BROWSER_SIGN = /\[[\w%.-]{1,60}\.(?:png|jpe?g|gif|php|svg|webp)\]|^\s*\[ {5,}\]|^ {2,8}• /u;
const BUTTON = /\(BUTTON\)/;
const NUMBERED_LINK = /\[\d{1,4}\](?=[^\s\]])/;
const BULLET = /^ {2,8}(?:[*+•]|\d{1,2}\.) +\S/u;
const FEWEST_BULLETS = 3;
const STARRED = /^\*{2,6} \S.{0,300} \*{2,6}$/;
const UNDERSCORED = /\p{L}_\p{L}/u;
const FEWEST_UNDERSCORED = 3;
const REFERENCES = /^\s*(?:References|Visible links|Hidden links|Ссылки)\s*:?\s*$/;
const REFERENCE = /^\s*\d{1,4}\. +(?:https?|file|mailto|ftp|javascript|\/)/;
const NEAR = 6;
/** A line that begins something new, however full the line before it is. */
const NEW_LINE = /^\s*(?:[*+•◦▪|>]\s|#{1,6}(?:\s|\p{L})|\d{1,3}[.)]\s|[-=_*]{3,}\s*$)/u;
/** Markdown ends a line on purpose with two spaces. */
const HARD_BREAK = / {2}$/;
/** The end of a line about a story: «Пікір: 2», below which a sentence begins, or keywords. */
const STOP = /[.!?…:;,»")–—-]\s*$/u;
const SHORTEST_ECHO = 12;
const BETWEEN_LINKS = / (?:[»›→/|>–—]|>>) /;
const FIGURE_END = /\d\s*$/;
/** Signs of a line about a story. */
const ABOUT = /\s[•|]\s|:\s*\d/;
const CAPITAL = /^\s*[\p{Lu}«]/u;
const LOWER = /^\s*\p{Ll}/u;
const FIRST_WORD = /^\s*(\S{1,200})/u;
const INDENT = /^ */;

/** Tells how a dump was written. `texts` are its lines as found. */
export function readDumpForm(texts: readonly string[]): DumpForm {
  const head = texts.slice(0, MOST_LINES);
  const count = (pattern: RegExp): number => head.filter((text) => pattern.test(text)).length;
  const isMarkdown = count(MARKDOWN_HEADING) > 0 || count(MARKDOWN_LINK) >= FEWEST_LINKS;
  const end = referencesOf(texts);
  const underscored = !isMarkdown && count(STARRED) + count(UNDERSCORED) >= FEWEST_UNDERSCORED;
  const isSigned = underscored || end < texts.length || count(BROWSER_SIGN) > 1 || count(BUTTON) > 0;
  const width = wrapWidth(head, isMarkdown || isSigned ? FEWEST_WITH_SIGNS : FEWEST_WRAPS);
  const isBrowser = isSigned || count(BULLET) >= (width === null ? FEWEST_BULLETS : 2);
  return {
    signs: isMarkdown ? 'markdown' : isBrowser ? 'browser' : 'plain',
    width,
    indent: isMarkdown || width === null ? 0 : indentOf(head, width),
    numbered: end < texts.length && count(NUMBERED_LINK) >= FEWEST_LINKS,
    underscored,
    end,
  };
}

/** The lines of a dump, wrapped ones joined. */
export function joinWrapped(texts: readonly string[], form: DumpForm): readonly DumpLine[] {
  const lines: DumpLine[] = [];
  for (const [segment, text] of texts.slice(0, form.end).entries()) {
    const last = lines.at(-1);
    if (
      last !== undefined &&
      last.pieces.length < MOST_PIECES &&
      goesOn(texts, segment, form) &&
      !repeats(last, text)
    ) {
      const raw = `${last.raw.trimEnd()} `;
      const piece = { segment, start: raw.length };
      lines[lines.length - 1] = { raw: raw + text.trim(), pieces: [...last.pieces, piece] };
    } else lines.push({ raw: text, pieces: [{ segment, start: 0 }] });
  }
  return lines;
}

/** Whether a line prints again what the line above it holds, as a headline does below its breadcrumb. */
function repeats(above: DumpLine, text: string): boolean {
  const bare = text.trim();
  return bare.length >= SHORTEST_ECHO && above.raw.includes(bare) && BETWEEN_LINKS.test(above.raw);
}

/** Whether the line above is full, so that the first word of this one had no room in it, and goes on with it. */
function goesOn(texts: readonly string[], segment: number, form: DumpForm): boolean {
  const { width, indent } = form;
  const [line = '', next = ''] = [texts[segment - 1], texts[segment]];
  if (
    width === null ||
    !isFull(line, next, width) ||
    NEW_LINE.test(next) ||
    STARRED.test(line) ||
    HARD_BREAK.test(line)
  )
    return false;
  if (FIGURE_END.test(line) && !LOWER.test(next)) return false;
  if (CAPITAL.test(next) && (ABOUT.test(next) || !isOfText(texts, segment, width))) return false;
  const [above, below] = [indentOfLine(line), indentOfLine(next)];
  // The text of an item hangs below its sign.
  if (above === below || (below > above && NEW_LINE.test(line))) return true;
  // The first line of a paragraph may have an indent of its own.
  return above > below && above - below <= MOST_INDENT && below >= indent && !NEW_LINE.test(line);
}

/** Whether a capital begins a name inside a text or its next sentence, and no line of another block below one that is full by chance. */
function isOfText(texts: readonly string[], segment: number, width: number): boolean {
  const [before = '', line = '', next = '', after = ''] = texts.slice(Math.max(0, segment - 2), segment + 2);
  if (STOP.test(line) || STOP.test(next) || isFull(before, line, width) || isFull(next, after, width)) return true;
  return before.trim() === '' && after.trim() === '';
}

function isFull(line: string, next: string, width: number): boolean {
  const { length } = line.trimEnd();
  if (length === 0 || length > width) return false;
  const [, word = ''] = FIRST_WORD.exec(next) ?? [];
  return word !== '' && length + 1 + word.length > width;
}

/** The width at which most lines end that go on with a small letter in the next one. */
function wrapWidth(texts: readonly string[], fewest: number): number | null {
  const wraps = new Array<number>(WIDEST + 2).fill(0);
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1] ?? '';
    const { length } = text.trimEnd();
    if (length === 0 || length > WIDEST || !LOWER.test(next) || HARD_BREAK.test(text)) continue;
    const [, word = ''] = FIRST_WORD.exec(next) ?? [];
    // Any width that holds this line and not the next word with it.
    for (let width = Math.max(length, NARROWEST); width <= Math.min(WIDEST, length + word.length); width += 1)
      wraps[width] = (wraps[width] ?? 0) + 1;
  }
  const most = Math.max(...wraps);
  if (most < fewest && (most === 0 || texts.some(({ length }) => length > WIDEST))) return null;
  return USUAL.find((width) => wraps[width] === most) ?? wraps.lastIndexOf(most);
}

/** The indent of the text, where most full lines share one. */
function indentOf(texts: readonly string[], width: number): number {
  const full = texts.filter(({ length }) => length > width * 0.7 && length <= width);
  const indented = full.filter((text) => indentOfLine(text) === 3).length;
  return indented * 2 > full.length ? 3 : 0;
}

function indentOfLine(text: string): number {
  return INDENT.exec(text)?.[0].length ?? 0;
}

function referencesOf(texts: readonly string[]): number {
  const at = texts.findLastIndex((text) => REFERENCES.test(text));
  return at >= 0 && texts.slice(at + 1, at + NEAR).some((text) => REFERENCE.test(text)) ? at : texts.length;
}
