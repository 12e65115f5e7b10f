import { charsetTable } from '../text/charsets.js';
import type { Change } from './change.js';

/** `&#1179;`, `&#x49b;`, `&laquo;`, each with its ampersand escaped once more or not; `&#1179` without its end, as browsers take it. */
const ENTITY =
  /&(?:amp;){0,2}(?:#(\d{2,6}(?=;)|\d{3,6}(?!\d))|#x([0-9a-f]{2,5}(?=;)|[0-9a-f]{3,5}(?![0-9a-f]))|(nbsp|laquo|raquo|mdash|ndash|hellip|quot|ldquo|rdquo|bdquo|lsquo|rsquo|deg|sect|copy|middot|bull|[a-z](?:acute|grave|circ|uml|tilde|ring|cedil|slash)|szlig|(?:ae|oe)lig)(?![\w=]));?/gi;
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
/** Accents by the end of their names: `eacute`, `Ouml`. */
const ACCENTS: readonly (readonly [RegExp, string])[] = [
  [/acute$/, '\u0301'],
  [/grave$/, '\u0300'],
  [/circ$/, '\u0302'],
  [/uml$/, '\u0308'],
  [/tilde$/, '\u0303'],
  [/ring$/, '\u030a'],
  [/cedil$/, '\u0327'],
];
const LETTER_NAMES: Readonly<Record<string, string>> = {
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
};
/** Signs of markup stay escaped: a text may speak of tags. */
const MARKUP = /[<>&]/;

/** Reads entities that were escaped twice, or that stand in plain text; null where there is none. `&lt;`, `&gt;` and `&amp;` stay. */
export function unescapeEntities(text: string): Change | null {
  if (!text.includes('&')) return null;
  const after = text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? toAccented(name) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return toChar(code) ?? entity;
  });
  return after === text ? null : { method: 'html-entities', before: text, after };
}

/** The letter that a name says; null for one that is no letter with that accent (`&quml;`). */
function toAccented(name: string): string | null {
  const accent = ACCENTS.find(([end]) => end.test(name))?.[1];
  const letter = accent === undefined ? LETTER_NAMES[name] : `${name[0]}${accent}`.normalize('NFC');
  return letter?.length === 1 ? letter : null;
}

/** HTML reads the numbers of C1 controls as bytes of windows-1252: `&#151;` is a dash. */
function toChar(code: number): string | null {
  if (code > 0x7f && code < 0xa0) return charsetTable('windows-1252')[code] ?? null;
  if (code < 0x20 || code === 0x7f || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  const char = String.fromCodePoint(code);
  return MARKUP.test(char) ? null : char;
}
