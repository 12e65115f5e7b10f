import { charsetTable } from '../text/charsets.js';
import { textCost } from '../text/letter-model.js';
import { latinCharsets, latinCost } from './latin.js';

/** Cyrillic charsets with what each must make good, in nats, before it beats windows-1251, the commonest. */
const CYRILLIC: ReadonlyMap<string, number> = new Map([
  ['windows-1251', 0],
  ['koi8-r', 0.5],
  ['koi8-u', 2],
  ['ibm866', 0.7],
  ['ibm855', 3],
  ['kz-1048', 0.5],
  ['pt154', 1],
  ['x-mac-cyrillic', 0.5],
  ['iso-8859-5', 1],
]);
const CHARSETS: readonly string[] = [...CYRILLIC.keys(), ...latinCharsets];
/** What the label of the page is worth, in nats: it settles what the letters leave open, no more. */
const DECLARED_GAIN = 5;
/** Bytes of words with letters above 7F that are judged: enough for rare Kazakh letters, little enough to be quick. */
const SAMPLE = 8_000;
/** Bytes that leave a few charsets in question, and the nats within which they stay so. */
const FIRST_SAMPLE = 1_000;
const IN_QUESTION = 60;
/** Bytes between two such words that are kept: short ones tell where sentences begin. */
const LONGEST_GAP = 24;
const MARKUP = 0x3c;
const MARKUP_END = 0x3e;
const ENTITY = 0x26;
/** `?` inside a word: a Kazakh letter that the charset lacked. */
const LOST_LETTER = 0x3f;
const NOTHING = Uint8Array.of();
const LINE_END = Uint8Array.of(0x0a);
const SPACE = Uint8Array.of(0x20);
/** Fewer bytes above 7F prove nothing. */
const FEWEST_HIGH = 3;
/** Text in a charset of ours costs less for each byte above 7F; dearer text is in some other charset. */
const PLAUSIBLE_COST = 6;

/** The likeliest 8-bit charset. */
export interface CharsetGuess {
  readonly charset: string;
  /** True when the declared charset tipped the scales. */
  readonly byDeclaration: boolean;
  /** False when even the likeliest reading is no text in the languages known here. */
  readonly plausible: boolean;
}

/** Judges bytes that are no UTF-8: letters of Kazakh and Russian in the Cyrillic charsets, accents in the Latin ones. */
export function chooseByStatistics(bytes: Uint8Array, declared: string | null): CharsetGuess {
  const sample = sampleOf(bytes);
  const first = scoresOf(sample.subarray(0, FIRST_SAMPLE), CHARSETS);
  const bar = cheapest(first).cost + IN_QUESTION;
  const open = first.filter(({ cost }) => cost <= bar).map(({ charset }) => charset);
  const scores = sample.length <= FIRST_SAMPLE ? first : scoresOf(sample, open);
  const alone = cheapest(scores);
  const chosen = cheapest(
    scores.map(({ charset, cost }) => ({ charset, cost: charset === declared ? cost - DECLARED_GAIN : cost })),
  );
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return {
    charset: chosen.charset,
    byDeclaration: chosen.charset !== alone.charset,
    plausible: high >= FEWEST_HIGH && chosen.cost <= high * PLAUSIBLE_COST,
  };
}

interface Score {
  readonly charset: string;
  readonly cost: number;
}

function scoresOf(sample: Uint8Array, charsets: readonly string[]): readonly Score[] {
  return charsets.map((charset) => {
    const text = readTable(sample, charset);
    const prior = CYRILLIC.get(charset);
    const cost = prior === undefined ? latinCost(text, charset) : textCost(text) + prior;
    return { charset, cost };
  });
}

function cheapest(scores: readonly Score[]): Score {
  return scores.reduce((best, score) => (score.cost < best.cost ? score : best));
}

function readTable(sample: Uint8Array, charset: string): string {
  const table = charsetTable(charset);
  const units = new Uint16Array(sample.length);
  for (let index = 0; index < sample.length; index += 1) units[index] = table.charCodeAt(sample[index] ?? 0);
  return new TextDecoder('utf-16le').decode(units);
}

/** Words that hold a byte above 7F, with what stands between them where it is short and no markup, else a line end. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let size = 0;
  let end = 0;
  for (const word of highWords(bytes)) {
    const gap = size === 0 ? bytes.subarray(Math.max(0, word.start - 1), word.start) : bytes.subarray(end, word.start);
    const parts = [keptGap(gap), bytes.subarray(word.start, word.end)];
    for (const part of parts) {
      const fitting = part.subarray(0, sample.length - size);
      sample.set(fitting, size);
      size += fitting.length;
    }
    if (size === sample.length) break;
    end = word.end;
  }
  const tail = bytes.subarray(end, end + 1);
  if (size + tail.length <= sample.length) {
    sample.set(tail, size);
    size += tail.length;
  }
  return sample.subarray(0, size);
}

function keptGap(gap: Uint8Array): Uint8Array {
  if (gap.length > 0 && gap.every((byte) => byte === LOST_LETTER)) return NOTHING;
  if (gap.includes(ENTITY)) return SPACE;
  return gap.length > LONGEST_GAP || gap.includes(MARKUP) || gap.includes(MARKUP_END) ? LINE_END : gap;
}

function* highWords(bytes: Uint8Array): Generator<{ readonly start: number; readonly end: number }> {
  let index = 0;
  while (index < bytes.length) {
    const start = index;
    let isHigh = false;
    while (index < bytes.length && isWordByte(bytes[index] ?? 0)) {
      isHigh ||= (bytes[index] ?? 0) >= 0x80;
      index += 1;
    }
    if (isHigh) yield { start, end: index };
    index += 1;
  }
}

function isWordByte(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
