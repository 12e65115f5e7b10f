import { charsetTable } from '../text/charsets.js';
import { textCost } from '../text/letter-model.js';
import type { Change } from './change.js';
import { readerName, readerOf } from './readers.js';

/** An 8-bit charset that text was written in, and the one it was wrongly read in. */
export interface CharsetPair {
  readonly written: string;
  readonly read: string;
}

/** Pairs that occur, by reader. */
const PAIRS: readonly CharsetPair[] = (
  [
    ['windows-1252', ['windows-1251', 'kz-1048', 'koi8-r', 'ibm866', 'pt154', 'x-mac-cyrillic', 'iso-8859-5']],
    ['windows-1251', ['kz-1048', 'pt154', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5']],
    ['koi8-r', ['windows-1251', 'kz-1048', 'ibm866']],
    ['ibm866', ['windows-1251', 'kz-1048', 'koi8-r']],
    ['x-mac-cyrillic', ['windows-1251', 'kz-1048', 'koi8-r']],
    ['iso-8859-5', ['windows-1251', 'koi8-r']],
  ] as const
).flatMap(([read, all]) => all.map((written) => ({ written, read })));

/** What a swap must gain in likelihood, in nats, on its own, and where the page has shown the same pair elsewhere. */
const LEAST_GAIN = 12;
const LEAST_GAIN_KNOWN_PAIR = 4;
/** Text of our languages costs less than this for each character above 7F. */
const PLAUSIBLE_COST = 4.5;
/** A run without Cyrillic, from its first to its last word with a sign above 7F. */
const FOREIGN_RUN = /[^\u0400-\u052f]+/g;
const HIGH = /[^\u0000-\u007f]/g;
const ASCII_LETTERS = /[a-z]/gi;
/** Three accented letters in a row: no word of a Latin script has them, every Cyrillic word taken for Latin-1 does. */
const LATIN_HEAP = /[\u0080-\u00ff\u0152-\u0192\u2013-\u203a]{3}/;

/** A swap found in a segment. */
export interface Swap {
  readonly change: Change;
  readonly pair: CharsetPair;
}

/** Undoes one 8-bit charset read as another, where letters of Kazakh and Russian gain enough; or null. */
export function swapCharset(text: string, known: CharsetPair | null): Swap | null {
  let best: { swap: Swap; gain: number } | null = null;
  for (const pair of known === null ? PAIRS : [known, ...PAIRS]) {
    const after = swapPair(text, pair);
    if (after === text) continue;
    const cost = textCost(after);
    const gain = textCost(text) - cost;
    const bar = pair === known ? LEAST_GAIN_KNOWN_PAIR : LEAST_GAIN;
    if (gain < bar || (best !== null && gain <= best.gain) || !isPlausible(after, cost)) continue;
    const method = `${pair.written}-as-${readerName(pair.read, text)}`;
    best = { swap: { change: { method, before: text, after }, pair }, gain };
  }
  return best?.swap ?? null;
}

function isPlausible(text: string, cost: number): boolean {
  return cost <= (text.match(HIGH)?.length ?? 0) * PLAUSIBLE_COST + text.length * 0.5;
}

/** Latin-1 is only undone in runs without Cyrillic that are heaps of accents; the others in the whole segment. */
function swapPair(text: string, pair: CharsetPair): string {
  if (pair.read !== 'windows-1252') return swapAll(text, pair) ?? text;
  return text.replace(FOREIGN_RUN, (run) => (isHeap(run) ? (swapAll(run, pair) ?? run) : run));
}

function isHeap(run: string): boolean {
  if (!LATIN_HEAP.test(run)) return false;
  return (run.match(HIGH)?.length ?? 0) > (run.match(ASCII_LETTERS)?.length ?? 0);
}

/** The text read anew, or null where it holds a character that the wrong reader could not have given. */
function swapAll(text: string, { written, read }: CharsetPair): string | null {
  const { byteOf } = readerOf(read);
  const table = charsetTable(written);
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 ? code : (byteOf[code] ?? 0);
    if (byte === 0 && code !== 0) return null;
    result += table[byte] ?? '';
  }
  return result;
}
