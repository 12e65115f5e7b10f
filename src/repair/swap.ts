import { charsetTable } from '../text/charsets.js';
import { textCost } from '../text/letter-model.js';
import type { Change } from './change.js';
import { readerName, readerOf } from './readers.js';

/** An 8-bit charset that text was written in, and the one it was wrongly read in. */
export interface CharsetPair {
  readonly written: string;
  readonly read: string;
}

/** Charsets that text is wrongly read in, what each shows of it, and the charsets it was written in. */
const READERS: readonly { readonly read: string; readonly shows: RegExp; readonly written: readonly string[] }[] = [
  {
    read: 'windows-1252',
    shows: /[À-ÿ]{3}|[\u0080-\u009f\u00a1-\u00ff\u0152-\u0192]{4}/,
    written: ['windows-1251', 'kz-1048', 'koi8-r', 'ibm866', 'pt154', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  {
    read: 'windows-1251',
    shows:
      /[\u0098-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0402-\u0405\u0407-\u040f\u0452-\u0455\u0457-\u045f\u0490\u0491]|[а-яё][А-ЯЁ]|^[^а-яё]+$/,
    written: ['kz-1048', 'pt154', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  { read: 'koi8-r', shows: /[а-яё][А-ЯЁ]|^[^а-яё]+$|[\u2500-\u25a0]/, written: ['windows-1251', 'kz-1048', 'ibm866'] },
  { read: 'ibm866', shows: /[\u2500-\u25a0]/, written: ['windows-1251', 'kz-1048', 'koi8-r'] },
  {
    read: 'x-mac-cyrillic',
    shows: /[а-яё][А-ЯЁ]|^[^а-яё]+$|[\u0402-\u040f\u0452-\u045f†°¢£§•¶®©™≠∞±≤≥µ∂√≈∆€¤]/,
    written: ['windows-1251', 'kz-1048', 'koi8-r'],
  },
  { read: 'iso-8859-5', shows: /[\u0402-\u040f\u0452-\u045f]|[а-яё][А-ЯЁ]/, written: ['windows-1251', 'koi8-r'] },
];

/** What a swap must gain in likelihood, in nats, on its own, and where the page has shown the same pair elsewhere. */
const LEAST_GAIN = 12;
const LEAST_GAIN_KNOWN_PAIR = 4;
const FEWEST_LETTERS = 5;
const FEWEST_LETTERS_KNOWN_PAIR = 2;
const LETTER = /[\u00c0-\u00ff\u0152-\u0192\u0400-\u052f\u2500-\u25a0]/g;
/** Controls and line drawing: what text read in its own charset does not show. */
const NO_TEXT = /[\u0080-\u009f\u2500-\u25ff]/;
const KAZAKH_CHARSETS: ReadonlySet<string> = new Set(['kz-1048', 'pt154']);
/** Dearest Kazakh line in a thousand, in nats a character; Slavic lines taken for Kazakh cost more. */
const KAZAKH_COST = 3.1;
/** Bars for texts whose strange letters are all Ukrainian or Belarusian (є ї ґ ў). */
const KAZAKH_COST_SLAVIC = 2.8;
const FEWEST_SLAVIC = 15;
const NOT_SLAVIC =
  /[\u0098-\u00aa\u00ac-\u00b0\u00b1\u00b5\u0402\u0403\u0405\u0408-\u040d\u040f\u0452\u0453\u0455\u0458-\u045d\u045f]/;
/** Words of our languages cost less than this for each letter, and this much for being few. */
const PLAUSIBLE_COST = 3.2;
const PLAUSIBLE_START = 12;
const CYRILLIC_WORD = /[\u0400-\u052f]+/g;
/** Words without Cyrillic that follow each other, the first and the last with an accented letter or a control. */
const FOREIGN_RUN = /[^\u0400-\u052f]+/g;
const ACCENTED_WORDS =
  /(?:(?<![^ ])\u00a0)?[^\s\u0400-\u052f]*[\u0080-\u009f\u00a1-\u00ff\u0152-\u0192\u2013-\u203a](?:.*[\u0080-\u009f\u00a0-\u00ff\u0152-\u0192\u2013-\u203a])?\S*/s;
const HIGH = /[^\u0000-\u007f]/g;
const ASCII_LETTERS = /[a-z]/gi;
/** Accented letters, or those with signs and controls, in a row: no word of a Latin script has them, every Cyrillic word taken for Latin-1 does. */
const LATIN_HEAP = /[À-ÿ]{3}|[\u0080-\u009f\u00a1-\u00ff\u0152-\u0192]{4}/;

/** A swap found in a segment. */
export interface Swap {
  readonly change: Change;
  readonly pair: CharsetPair;
}

/** Undoes one 8-bit charset read as another, where letters of Kazakh and Russian gain enough; or null. */
export function swapCharset(text: string, known: CharsetPair | null): Swap | null {
  const pairs = READERS.filter(({ shows }) => shows.test(text)).flatMap(({ read, written }) =>
    written.map((charset) => ({ written: charset, read })),
  );
  if (pairs.length === 0) return null;
  const letters = text.match(LETTER)?.length ?? 0;
  const before = textCost(text);
  let best: { swap: Swap; cost: number } | null = null;
  for (const pair of pairs) {
    const isKnown = pair.written === known?.written && pair.read === known.read;
    if (letters < (isKnown ? FEWEST_LETTERS_KNOWN_PAIR : FEWEST_LETTERS)) continue;
    const after = swapPair(text, pair);
    if (after === text || NO_TEXT.test(after)) continue;
    const cost = textCost(after);
    if (before - cost < (isKnown ? LEAST_GAIN_KNOWN_PAIR : LEAST_GAIN)) continue;
    if ((best !== null && cost >= best.cost) || !isPlausible(after) || !isKazakh(after, isKnown ? null : text, pair))
      continue;
    const method = `${pair.written}-as-${readerName(pair.read, text)}`;
    best = { swap: { change: { method, before: text, after }, pair }, cost };
  }
  return best?.swap ?? null;
}

/** Kazakh letters read in a Cyrillic charset look like Ukrainian, Belarusian and Macedonian ones: the text must read well as Kazakh. */
function isKazakh(after: string, before: string | null, { read, written }: CharsetPair): boolean {
  if (read === 'windows-1252' || !KAZAKH_CHARSETS.has(written)) return true;
  const isSlavic = before !== null && read === 'windows-1251' && !NOT_SLAVIC.test(before);
  if (isSlavic && after.length < FEWEST_SLAVIC) return false;
  return textCost(after) <= after.length * (isSlavic ? KAZAKH_COST_SLAVIC : KAZAKH_COST);
}

/** True for a text whose Cyrillic words read well on the whole. */
function isPlausible(text: string): boolean {
  const words = (text.match(CYRILLIC_WORD) ?? []).join(' ');
  return textCost(words) <= words.length * PLAUSIBLE_COST + PLAUSIBLE_START;
}

/** Latin-1 is only undone in runs without Cyrillic that are heaps of accents; the others in the whole segment. */
function swapPair(text: string, pair: CharsetPair): string {
  if (pair.read !== 'windows-1252') return swapAll(text, pair) ?? text;
  return text.replace(FOREIGN_RUN, (run) =>
    run.replace(ACCENTED_WORDS, (words) => (isHeap(words) ? (swapAll(words, pair) ?? words) : words)),
  );
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
