import { textCost } from '../text/letter-model.js';
import type { Change } from './change.js';
import { giveUpBroken, restoreNbsp, showsLostNbsp } from './lost-bytes.js';
import { type Reader, readerName, readerOf } from './readers.js';
import { admitsUnit, verdictOf } from './unit-rules.js';

/** Charsets that UTF-8 is wrongly read in, each with what it shows of every damaged word. */
const WRONG_READERS: readonly (readonly [string, RegExp])[] = [
  ['windows-1252', /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/],
  [
    'windows-1251',
    /п¬[ЂЃ‚ѓ„…†]|[ВГРСТУв][\u0098-\u00bf\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]/,
  ],
  ['koi8-r', /[бпярсБ][\u00a0\u00a9\u00b0\u00b2\u00b7\u00f7\u0401\u0451\u2219-\u25ff]/],
  ['ibm866', /[\u2500-\u257fт][А-Яа-п\u2500-\u25ff]/],
  [
    'x-mac-cyrillic',
    /[\u00ac–—“”в][А-Я\u00a0-\u00bf\u0402-\u040f\u0453-\u045a\u0490\u0491\u2020-\u2022\u2122\u221e-\u2265]/,
  ],
  ['windows-1253', /[ΠΡ][\u0080-\u00bf\u0192\u0384-\u038f\u2013-\u203a\u20ac\u2122]/],
  ['iso-8859-7', /[ΠΡ][\u0080-\u00bf\u0384-\u038f\u2015-\u2019\u20ac\u20af]/],
  ['iso-8859-2', /[ÂĂÄĹĆÇČâăäĺ][\u0080\u0082\u0084-\u0087\u0089-\u008f\u0091-\u0097\u0099-\u009f]/],
  ['windows-1250', /[ÂĂÄĹĆÇČÉĘËĚÍÎĎŘŮâăäĺ][\u0080-\u00bf\u0104-\u017e\u02c7-\u02dd\u2013-\u203a\u20ac\u2122]/],
  ['windows-1254', /[ĞÑÒÓ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/],
  ['windows-1257', /[ÄÅĆĀā][\u0080-\u00bf\u0100-\u017e\u02c7-\u02dd\u2013-\u203a\u20ac\u2122ÆØæø]/],
  ['macintosh', /[¬√ƒ≈∆‚][^\u0000-\u007f]/],
  ['cp437', /[\u2500-\u257fπΓ][^\u0000-\u007f]/],
];
/** Readers for which one character is evidence, its rules being strict. */
const SINGLE_UNITS: ReadonlySet<string> = new Set([
  'windows-1252',
  'iso-8859-2',
  'windows-1250',
  'windows-1257',
  'macintosh',
  'cp437',
]);
/** Readers of Latin news only: no use where leads of Cyrillic, or its letters, stand. */
const LATIN_READERS: ReadonlySet<string> = new Set([
  'iso-8859-2',
  'windows-1250',
  'windows-1257',
  'macintosh',
  'cp437',
]);
const CYRILLIC_DAMAGE = /[ÐÑ\u0400-\u052f]/;
const MOST_LAYERS = 3;
/** What unwinding must gain in likelihood, in nats, before it is believed. */
const LEAST_GAIN = 6;

/** A dash, a quote, a ligature, or a Latin letter inside a Latin word as windows-1251 shows them: never met in clean text, so that one is enough. */
const MARK_1251 = /вЂ.|п¬[ЂЃ‚ѓ„…†]|[a-z]Г[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u2013-\u203a]/;
/** A lone letter that may as well be a price behind a name. */
const PRICE = /Ã¥/;

interface Unwound {
  readonly text: string;
  /** Characters of UTF-8 that were put together. */
  readonly units: number;
  /** True when two of them stand side by side. */
  readonly adjacent: boolean;
  /** True when one of them is no letter of Cyrillic: texts quote «Ð°» as a sign. */
  readonly evident: boolean;
}

interface Path {
  readonly cost: number;
  readonly changes: readonly Change[];
}

/** Undoes UTF-8 that was read in a wrong charset, up to three layers, literal letters in between left alone; empty where nothing is to be undone. */
export function unwindUtf8(text: string): readonly Change[] {
  if (!isShown(text)) return [];
  const before = textCost(text);
  const best = bestPath({ cost: before, changes: [] }, text, MOST_LAYERS);
  return before - best.cost >= LEAST_GAIN ? best.changes : [];
}

function isShown(text: string): boolean {
  return WRONG_READERS.some(([, shows]) => shows.test(text)) || showsLostNbsp(text);
}

/** The cheapest chain of layers. */
function bestPath(path: Path, text: string, layers: number): Path {
  if (layers === 0) return path;
  let best = path;
  for (const [charset, shows] of WRONG_READERS) {
    const start = restoreNbsp(text, charset);
    if (!shows.test(start) || (LATIN_READERS.has(charset) && CYRILLIC_DAMAGE.test(text))) continue;
    const unwound = unwindLayer(start, readerOf(charset));
    if (unwound.units === 0 || !(unwound.adjacent || isEnough(charset, text, unwound))) continue;
    const after = charset === 'windows-1252' ? giveUpBroken(unwound.text) : unwound.text;
    const change = { method: `utf-8-as-${readerName(charset, text)}`, before: text, after };
    const next = { cost: textCost(after) - (start === text ? 0 : LEAST_GAIN), changes: [...path.changes, change] };
    const found = bestPath(next, after, layers - 1);
    if (found.cost < best.cost) best = found;
  }
  return best;
}

/** True where a single character is evidence: the signs that show it are no part of any clean text. */
function isEnough(charset: string, text: string, { units, evident }: Unwound): boolean {
  if (charset === 'windows-1251') return MARK_1251.test(text);
  return SINGLE_UNITS.has(charset) && evident && (units > 1 || !PRICE.test(text));
}

/** Puts together every character of UTF-8 whose bytes a reader shows one by one. Linear. */
function unwindLayer(text: string, reader: Reader): Unwound {
  const { byteOf } = reader;
  let result = '';
  let units = 0;
  let copied = 0;
  let adjacent = false;
  let evident = false;
  for (let index = 0; index < text.length; ) {
    const { codePoint, length } = readUnit(text, index, byteOf);
    const follows = copied === index && copied > 0;
    if (codePoint === 0 || !admits(codePoint, { text, start: index, end: index + length, follows }, reader)) {
      index += 1;
      continue;
    }
    adjacent ||= follows;
    evident ||= codePoint < 0x400 || codePoint > 0x52f;
    result += text.slice(copied, index) + String.fromCodePoint(codePoint);
    index += length;
    copied = index;
    units += 1;
  }
  return { text: units === 0 ? text : result + text.slice(copied), units, adjacent, evident };
}

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when another character was put together right before. */
  readonly follows: boolean;
}

function admits(codePoint: number, { text, start, end, follows }: Stretch, { charset, byteOf }: Reader): boolean {
  const verdict = verdictOf(codePoint);
  if (verdict !== 'by-place') return verdict === 'always';
  const isBesideUnit = follows || readUnit(text, end, byteOf).codePoint !== 0;
  const place = {
    signs: text.slice(start, end),
    before: text[start - 1] ?? ' ',
    behind: text[end] ?? ' ',
    isBesideUnit,
  };
  return admitsUnit({ ...place, char: String.fromCodePoint(codePoint) }, charset);
}

interface Unit {
  /** 0 where no character begins. */
  readonly codePoint: number;
  readonly length: number;
}

const NO_UNIT: Unit = { codePoint: 0, length: 0 };
/** CESU-8 writes what is beyond U+FFFF as two surrogates of three bytes each: ED A0–AF xx ED B0–BF xx. */
const SURROGATE_LEAD = 0xed;

function readUnit(text: string, start: number, byteOf: Uint8Array): Unit {
  const lead = byteOf[text.charCodeAt(start)] ?? 0;
  const length = sequenceLength(lead);
  if (length === 0) return NO_UNIT;
  const codePoint = readSequence(text, start, { length, byteOf });
  if (lead !== SURROGATE_LEAD || codePoint < 0xd800 || codePoint > 0xdfff) return { codePoint, length };
  const second = readSequence(text, start + 3, { length: 3, byteOf });
  if (codePoint > 0xdbff || second < 0xdc00 || second > 0xdfff) return NO_UNIT;
  return { codePoint: 0x10000 + ((codePoint - 0xd800) << 10) + (second - 0xdc00), length: 6 };
}

function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

const LEAST_CODE_POINT = [0, 0, 0x80, 0x800, 0x10000];

/** Code point of a whole sequence, surrogates included; 0 where a byte is missing or the form is overlong. */
function readSequence(text: string, start: number, kind: { length: number; byteOf: Uint8Array }): number {
  const { length, byteOf } = kind;
  if (start + length > text.length) return 0;
  let value = (byteOf[text.charCodeAt(start)] ?? 0) & (0xff >> (length + 1));
  for (let index = start + 1; index < start + length; index += 1) {
    const byte = byteOf[text.charCodeAt(index)] ?? 0;
    if ((byte & 0xc0) !== 0x80) return 0;
    value = (value << 6) | (byte & 0x3f);
  }
  return value < (LEAST_CODE_POINT[length] ?? 0) || value > 0x10ffff ? 0 : value;
}
