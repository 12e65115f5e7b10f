import { charsetTable } from '../text/charsets.js';
import type { Change } from './change.js';

/** `&#1179;`, `&#x49b;`, `&laquo;`, each with its ampersand escaped once more or not; `&#1179` without its end, as browsers take it. */
const ENTITY =
  /&(?:amp;){0,2}(?:#(\d{2,6}(?=;)|\d{3,6}(?!\d))|#x([0-9a-f]{2,5}(?=;)|[0-9a-f]{3,5}(?![0-9a-f]))|(nbsp|laquo|raquo|mdash|ndash|hellip|quot|ldquo|rdquo|bdquo|lsquo|rsquo|deg|sect|copy|middot|bull)(?![\w=]));?/gi;
/** What the named entities of newspapers mean. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  deg: '°',
  sect: '§',
  copy: '©',
  middot: '·',
  bull: '•',
};
/** Signs of markup stay escaped: a text may speak of tags. */
const MARKUP = /[<>&]/;

/** Reads entities that were escaped twice, or that stand in plain text; null where there is none. `&lt;`, `&gt;` and `&amp;` stay. */
export function unescapeEntities(text: string): Change | null {
  const after = text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return toChar(code) ?? entity;
  });
  return after === text ? null : { method: 'html-entities', before: text, after };
}

/** HTML reads the numbers of C1 controls as bytes of windows-1252: `&#151;` is a dash. */
function toChar(code: number): string | null {
  if (code > 0x7f && code < 0xa0) return charsetTable('windows-1252')[code] ?? null;
  if (code < 0x20 || code === 0x7f || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  const char = String.fromCodePoint(code);
  return MARKUP.test(char) ? null : char;
}
