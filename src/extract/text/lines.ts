import { foldSpaces } from '../../text/fold.js';
import { type DumpLine, joinWrapped, readDumpForm } from './dump-form.js';
import { withoutSigns } from './dump-signs.js';
import { readPieces } from './meta-pieces.js';

/** A line of a dump that is not blank. */
export interface Line {
  /** Index of the line among the segments of the page. */
  readonly segment: number;
  /** White space folded, markup and shortcodes taken off. */
  readonly text: string;
  /** Code points of the segment that were dropped before `text` begins: indent and opening tags. */
  readonly dropped: number;
  /** Holds damage that could not be mended. */
  readonly damaged: boolean;
  /** A blank line, or nothing, stands above it. */
  readonly apart: boolean;
  /** The dump marks it as a heading. */
  readonly heading: boolean;
  /** Segments that wrapping parted from the first, and where their text begins in `text` (code points). */
  readonly more: readonly { readonly segment: number; readonly start: number }[];
}

/** What extractors print for an element without text, and the signs between links, each in a line of its own. */
const EMPTY: ReadonlySet<string> = new Set(['None', 'null', 'undefined', 'NaN', '|', '•', '·', ',']);
/** Shortcodes with what they enclose: `{gallery}photos/12{/gallery}`. */
const SHORTCODES = /\{(gallery|video|youtube|audio|slider)\b[^{}]{0,200}\}[^{}]{0,500}\{\/\1\}|\{PAGEBREAK\}/gi;
/** Tags that a pipeline left as text: `<p>`, `</a>`, `<a href="…">`, `<br />`. */
const TAGS = /<\/?(?:p|a|b|i|u|em|strong|span|div|br|img|font|h[1-6]|blockquote|ul|ol|li)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&laquo;', '«'],
  ['&raquo;', '»'],
  ['&quot;', '"'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);
const ENTITY = /&(?:nbsp|laquo|raquo|quot|ndash|mdash|lt|gt|amp);/g;
/** What stands before the first word: white space, invisible signs, tags. */
const INDENT = /^(?:[\s\u00ad\u200b\u2060\ufeff]|<[^<>]{1,500}>)*/;

/** The lines that hold text, in order; what wrapping parted is joined. `texts` are the segments after repair. */
export function toLines(texts: readonly string[], unmendable: ReadonlySet<number>): readonly Line[] {
  const form = readDumpForm(texts);
  const lines: Line[] = [];
  let apart = true;
  for (const { raw, pieces } of joinWrapped(texts, form)) {
    const bare = withoutSigns(raw, form);
    const text = cleanText(withCells(bare.text));
    const segment = pieces[0]?.segment ?? 0;
    if (text === '' || EMPTY.has(text)) {
      apart = true;
      continue;
    }
    const damaged = pieces.some((piece) => unmendable.has(piece.segment));
    const more = moreOf(raw, pieces);
    lines.push({ segment, text, dropped: droppedFrom(raw), damaged, apart, heading: bare.heading, more });
    apart = false;
  }
  return lines;
}

/** Cells of a row that speaks about a story, parted by tabs, get a sign between them; those of other tables none. */
function withCells(text: string): string {
  const cells = text
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  if (cells.length < 2) return text;
  const row = cells.join(' | ');
  return readPieces(row, { order: 'views-comments', certain: false }, null) === null ? text : row;
}

/** Where the later pieces of a line begin in its text: as far as what stands before them is long once it is cleaned. */
function moreOf(raw: string, pieces: DumpLine['pieces']): Line['more'] {
  return pieces.slice(1).map(({ segment, start }) => {
    const before = cleanText(raw.slice(0, start));
    return { segment, start: before === '' ? 0 : [...before].length + 1 };
  });
}

/** The text of a line as a record holds it: white space folded, stray markup, entities and shortcodes resolved. */
function cleanText(raw: string): string {
  const bare = raw.includes('{') ? raw.replace(SHORTCODES, ' ') : raw;
  const plain = bare.includes('<') ? bare.replace(TAGS, (tag) => (/^<\/?(?:br|p|div|li)/i.test(tag) ? ' ' : '')) : bare;
  return foldSpaces(plain.includes('&') ? plain.replace(ENTITY, (entity) => ENTITIES.get(entity) ?? entity) : plain);
}

function droppedFrom(raw: string): number {
  return [...(INDENT.exec(raw)?.[0] ?? '')].length;
}
