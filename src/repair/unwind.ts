import { textCost } from '../text/letter-model.js';
import type { Change } from './change.js';
import { type Reader, readerName, readerOf } from './readers.js';

/** Charsets that UTF-8 is wrongly read in, each with what it shows of every damaged word. */
const WRONG_READERS: readonly (readonly [string, RegExp])[] = [
  ['windows-1252', /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/],
  ['windows-1251', /[ВГРСТУв][\u0098-\u00bf\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]/],
  ['koi8-r', /[бпярсБ][\u00a0\u00a9\u00b0\u00b2\u00b7\u00f7\u0401\u0451\u2219-\u25ff]/],
  ['ibm866', /[\u2500-\u257fт][А-Яа-п\u2500-\u25ff]/],
  [
    'x-mac-cyrillic',
    /[\u00ac–—“”в][А-Я\u00a0-\u00bf\u0402-\u040f\u0453-\u045a\u0490\u0491\u2020-\u2022\u2122\u221e-\u2265]/,
  ],
];
const MOST_LAYERS = 3;
/** What unwinding must gain in likelihood, in nats, before it is believed. */
const LEAST_GAIN = 8;

/** What newspapers print: letters of Latin and Cyrillic alphabets in use, marks, signs. Anything else came together by chance. */
const PRINTED =
  /^[\u00a0-\u017f\u0401\u0404\u0406\u0407\u040e\u0410-\u044f\u0451\u0454\u0456\u0457\u045e\u0490-\u0493\u049a\u049b\u04a2\u04a3\u04ae-\u04b1\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9\u2010-\u203a\u20ac\u20b8\u20bd\u2116\u2122\u2190-\u2193\u2212\u2248\u2264\u2265\u25a0-\u25ff\u2660-\u2666\ufeff]$/;

interface Unwound {
  readonly text: string;
  /** Characters of UTF-8 that were put together. */
  readonly units: number;
  /** Those of them that newspapers print. */
  readonly printed: number;
  /** True when two of them stand side by side. */
  readonly adjacent: boolean;
}

interface Path {
  readonly cost: number;
  readonly changes: readonly Change[];
}

/** Undoes UTF-8 that was read in a wrong charset, up to three layers, literal letters in between left alone; empty where nothing is to be undone. */
export function unwindUtf8(text: string): readonly Change[] {
  if (!WRONG_READERS.some(([, shows]) => shows.test(text))) return [];
  const before = textCost(text);
  const best = bestPath({ cost: before, changes: [] }, text, MOST_LAYERS);
  return before - best.cost >= LEAST_GAIN ? best.changes : [];
}

function bestPath(path: Path, text: string, layers: number): Path {
  if (layers === 0) return path;
  let best = path;
  for (const [charset, shows] of WRONG_READERS) {
    if (!shows.test(text)) continue;
    const { text: after, units, printed, adjacent } = unwindLayer(text, readerOf(charset));
    if (units === 0 || (charset !== 'windows-1252' && !adjacent)) continue;
    const change = { method: `utf-8-as-${readerName(charset, text)}`, before: text, after };
    const next = {
      cost: printed === units ? textCost(after) : Number.POSITIVE_INFINITY,
      changes: [...path.changes, change],
    };
    const found = bestPath(next, after, layers - 1);
    if (found.cost < best.cost) best = found;
  }
  return best;
}

/** Puts together every character of UTF-8 whose bytes a reader shows one by one. Linear. */
export function unwindLayer(text: string, { byteOf }: Reader): Unwound {
  let result = '';
  let units = 0;
  let printed = 0;
  let copied = 0;
  let adjacent = false;
  for (let index = 0; index < text.length; ) {
    const length = sequenceLength(byteOf[text.charCodeAt(index)] ?? 0);
    const codePoint = length === 0 ? 0 : readSequence(text, index, { length, byteOf });
    if (codePoint === 0) {
      index += 1;
      continue;
    }
    const char = String.fromCodePoint(codePoint);
    result += text.slice(copied, index) + char;
    if (PRINTED.test(char)) printed += 1;
    if (copied === index && copied > 0) adjacent = true;
    index += length;
    copied = index;
    units += 1;
  }
  return { text: units === 0 ? text : result + text.slice(copied), units, printed, adjacent };
}

function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

const LEAST_CODE_POINT = [0, 0, 0x80, 0x800, 0x10000];

/** Code point of a whole sequence, 0 where a byte is missing or the form is not allowed. */
function readSequence(text: string, start: number, kind: { length: number; byteOf: Uint8Array }): number {
  const { length, byteOf } = kind;
  if (start + length > text.length) return 0;
  let value = (byteOf[text.charCodeAt(start)] ?? 0) & (0xff >> (length + 1));
  for (let index = start + 1; index < start + length; index += 1) {
    const byte = byteOf[text.charCodeAt(index)] ?? 0;
    if ((byte & 0xc0) !== 0x80) return 0;
    value = (value << 6) | (byte & 0x3f);
  }
  const isSurrogate = value >= 0xd800 && value <= 0xdfff;
  return value < (LEAST_CODE_POINT[length] ?? 0) || value > 0x10ffff || isSurrogate ? 0 : value;
}
