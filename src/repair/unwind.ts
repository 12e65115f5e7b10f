import { textCost } from '../text/letter-model.js';
import type { Change } from './change.js';
import { type Reader, readerName, readerOf } from './readers.js';

/** Charsets that UTF-8 is wrongly read in. */
const WRONG_READERS = ['windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'];
const MOST_LAYERS = 3;
/** What unwinding must gain in likelihood, in nats, before it is believed. */
const LEAST_GAIN = 8;

interface Unwound {
  readonly text: string;
  /** Characters of UTF-8 that were put together. */
  readonly units: number;
}

interface Path {
  readonly cost: number;
  readonly changes: readonly Change[];
}

/** Undoes UTF-8 that was read in a wrong charset, up to three layers, literal letters in between left alone; empty where nothing is to be undone. */
export function unwindUtf8(text: string): readonly Change[] {
  const before = textCost(text);
  const best = bestPath({ cost: before, changes: [] }, text, MOST_LAYERS);
  return before - best.cost >= LEAST_GAIN ? best.changes : [];
}

function bestPath(path: Path, text: string, layers: number): Path {
  if (layers === 0) return path;
  let best = path;
  for (const charset of WRONG_READERS) {
    const { text: after, units } = unwindLayer(text, readerOf(charset));
    if (units === 0) continue;
    const change = { method: `utf-8-as-${readerName(charset, text)}`, before: text, after };
    const found = bestPath({ cost: textCost(after), changes: [...path.changes, change] }, after, layers - 1);
    if (found.cost < best.cost) best = found;
  }
  return best;
}

/** Puts together every character of UTF-8 whose bytes a reader shows one by one. Linear. */
export function unwindLayer(text: string, { byteOf }: Reader): Unwound {
  let result = '';
  let units = 0;
  let copied = 0;
  for (let index = 0; index < text.length; ) {
    const length = sequenceLength(byteOf[text.charCodeAt(index)] ?? 0);
    const codePoint = length === 0 ? 0 : readSequence(text, index, { length, byteOf });
    if (codePoint === 0) {
      index += 1;
      continue;
    }
    result += text.slice(copied, index) + String.fromCodePoint(codePoint);
    index += length;
    copied = index;
    units += 1;
  }
  return { text: units === 0 ? text : result + text.slice(copied), units };
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
