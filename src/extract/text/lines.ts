import { foldSpaces } from '../../text/fold.js';

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
}

/** What extractors print for an element without text. */
const EMPTY: ReadonlySet<string> = new Set(['None', 'null', 'undefined', 'NaN']);
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

/** The lines that hold text, in order. `texts` are the segments after repair. */
export function toLines(texts: readonly string[], unmendable: ReadonlySet<number>): readonly Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (const [segment, raw] of texts.entries()) {
    const text = cleanText(raw);
    if (text === '' || EMPTY.has(text)) {
      apart = true;
      continue;
    }
    lines.push({ segment, text, dropped: droppedFrom(raw), damaged: unmendable.has(segment), apart });
    apart = false;
  }
  return lines;
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
