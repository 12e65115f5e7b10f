import type { Reader } from './readers.js';
import { admitsUnit, BY_PLACE, NEVER, verdictOf } from './unit-rules.js';

/** A text after one wrong reading of UTF-8 was undone. */
export interface Unwound {
  readonly text: string;
  /** Characters of UTF-8 that were put together. */
  readonly units: number;
  /** True when two of them stand side by side. */
  readonly adjacent: boolean;
  /** True when one of them is no letter of Cyrillic: texts quote «Ð°» as a sign. */
  readonly evident: boolean;
  /** Latin letters among them with a letter of ASCII at their side. */
  readonly inWords: number;
}

const ASCII_LETTER = /[a-zA-Z]/;
const LAST_LATIN = 0x24f;

/** Puts together every character of UTF-8 whose bytes a reader shows one by one; doubtful ones too when `lenient`. Linear. */
export function unwindLayer(text: string, reader: Reader, lenient: boolean): Unwound {
  const { byteOf } = reader;
  let result = '';
  let units = 0;
  let copied = 0;
  let adjacent = false;
  let evident = false;
  let inWords = 0;
  for (let index = 0; index < text.length; index += 1) {
    const lead = byteOf[text.charCodeAt(index)] ?? 0;
    if (lead < 0xc2) continue;
    const codePoint = readUnit(text, index, byteOf);
    if (codePoint === 0) continue;
    const end = index + unitLength(codePoint, lead);
    const follows = copied === index && copied > 0;
    const verdict = verdictOf(codePoint);
    if (verdict === NEVER || (!follows && isWord(codePoint, text, { start: index, end, byteOf }))) continue;
    if (verdict === BY_PLACE && !admits(codePoint, { text, start: index, end, follows, lenient }, reader)) continue;
    adjacent ||= follows;
    if (codePoint < 0x400 || codePoint > 0x52f) {
      evident = true;
      if (codePoint <= LAST_LATIN && touchesAscii(text, index, end)) inWords += 1;
    }
    result += text.slice(copied, index) + String.fromCodePoint(codePoint);
    copied = end;
    index = end - 1;
    units += 1;
  }
  return { text: units === 0 ? text : result + text.slice(copied), units, adjacent, evident, inWords };
}

/** Letters that words are made of. */
const ORDINARY = /^[А-Яа-яЁёІі]+$/;
const FIRST_CYRILLIC = 0x400;

/** True for letters of a word that look like one character of UTF-8 («четырём», «её»): such a character stands beside others, or is a word («и») itself. */
function isWord(
  codePoint: number,
  text: string,
  { start, end, byteOf }: { readonly start: number; readonly end: number; readonly byteOf: Uint8Array },
): boolean {
  if (!ORDINARY.test(text.slice(start, end)) || readUnit(text, end, byteOf) !== 0) return false;
  return codePoint < FIRST_CYRILLIC || ORDINARY.test(text[start - 1] ?? ' ') || ORDINARY.test(text[end] ?? ' ');
}

function touchesAscii(text: string, start: number, end: number): boolean {
  return ASCII_LETTER.test(text[start - 1] ?? '') || ASCII_LETTER.test(text[end] ?? '');
}

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when another character was put together right before. */
  readonly follows: boolean;
  readonly lenient: boolean;
}

function admits(codePoint: number, { text, start, end, follows, lenient }: Stretch, reader: Reader): boolean {
  const isBesideUnit = follows || readUnit(text, end, reader.byteOf) !== 0;
  const place = {
    signs: text.slice(start, end),
    before: text[start - 1] ?? ' ',
    behind: text[end] ?? ' ',
    isBesideUnit,
    isProven: lenient,
  };
  return admitsUnit({ ...place, char: String.fromCodePoint(codePoint) }, reader.charset);
}

/** CESU-8 writes what is beyond U+FFFF as two surrogates of three bytes each: ED A0–AF xx ED B0–BF xx. */
const SURROGATE_LEAD = 0xed;
const LEAST_CODE_POINT = [0, 0, 0x80, 0x800, 0x10000];

function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function unitLength(codePoint: number, lead: number): number {
  return lead === SURROGATE_LEAD && codePoint > 0xffff ? 6 : sequenceLength(lead);
}

/** Code point of the character that begins at a place, 0 where none does. */
function readUnit(text: string, start: number, byteOf: Uint8Array): number {
  const codePoint = readSequence(text, start, byteOf);
  if (codePoint < 0xd800 || codePoint > 0xdfff) return codePoint;
  const second = readSequence(text, start + 3, byteOf);
  if (codePoint > 0xdbff || second < 0xdc00 || second > 0xdfff) return 0;
  return 0x10000 + ((codePoint - 0xd800) << 10) + (second - 0xdc00);
}

/** Code point of a whole sequence, surrogates included; 0 where a byte is missing or the form is overlong. */
function readSequence(text: string, start: number, byteOf: Uint8Array): number {
  const lead = start < text.length ? (byteOf[text.charCodeAt(start)] ?? 0) : 0;
  const length = sequenceLength(lead);
  if (length === 0 || start + length > text.length) return 0;
  let value = lead & (0xff >> (length + 1));
  for (let index = start + 1; index < start + length; index += 1) {
    const byte = byteOf[text.charCodeAt(index)] ?? 0;
    if ((byte & 0xc0) !== 0x80) return 0;
    value = (value << 6) | (byte & 0x3f);
  }
  return value < (LEAST_CODE_POINT[length] ?? 0) || value > 0x10ffff ? 0 : value;
}
