import { textByTable } from '../text/charsets.js';
import { textCost } from '../text/letter-model.js';
import { cyrillicCost } from '../text/neighbour-model.js';
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
/** What Ukrainian, Kyrgyz and the like must make good besides, so that two words of Kazakh are not taken for them. */
const NEIGHBOUR_PRIOR = 7;
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
/** Letters of ASCII and everything above it, by byte. */
const IS_WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x80 || /[a-z]/i.test(String.fromCharCode(byte))),
);
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
  const first = scoresOf(sample.subarray(0, FIRST_SAMPLE), CHARSETS, costOf);
  const bar = cheapest(first).cost + IN_QUESTION;
  const open = first.filter(({ cost }) => cost <= bar);
  const scores = sample.length <= FIRST_SAMPLE ? first : scoresOfOpen(sample, open);
  const alone = cheapest(scores);
  const chosen = cheapest(
    scores.map(({ charset, cost }) => ({ charset, cost: charset === declared ? cost - DECLARED_GAIN : cost })),
  );
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high += 1;
  return {
    charset: chosen.charset,
    byDeclaration: chosen.charset !== alone.charset,
    plausible: high >= FEWEST_HIGH && chosen.cost <= high * PLAUSIBLE_COST,
  };
}

interface Cost {
  readonly cost: number;
  /** Whether the words read best as one of the neighbouring languages. */
  readonly isNeighbour: boolean;
}

interface Score extends Cost {
  readonly charset: string;
}

/** Costs of a whole sample as the charsets that its beginning left open: what that said of the language stands. */
function scoresOfOpen(sample: Uint8Array, open: readonly Score[]): readonly Score[] {
  const charsets = open.map(({ charset }) => charset);
  const ofOwn = (text: string): Cost => ({ cost: textCost(text), isNeighbour: false });
  return scoresOf(sample, charsets, open.some(({ isNeighbour }) => isNeighbour) ? costOf : ofOwn);
}

/** Costs of a sample as each charset; one that is out of the question is only known to be dear. */
function scoresOf(
  sample: Uint8Array,
  charsets: readonly string[],
  costOfText: (text: string) => Cost,
): readonly Score[] {
  const scores: Score[] = [];
  // Charsets that differ in rare letters read most samples alike.
  const costs = new Map<string, Cost>();
  let limit = Number.POSITIVE_INFINITY;
  for (const charset of charsets) {
    const text = textByTable(sample, charset);
    const prior = CYRILLIC.get(charset);
    const own =
      prior === undefined
        ? { cost: latinCost(text, charset, limit), isNeighbour: false }
        : (costs.get(text) ?? costOfText(text));
    if (prior !== undefined) costs.set(text, own);
    const cost = own.cost + (prior ?? 0);
    scores.push({ ...own, charset, cost });
    limit = Math.min(limit, cost + IN_QUESTION);
  }
  return scores;
}

function costOf(text: string): Cost {
  const { cost, own } = cyrillicCost(text);
  const isNeighbour = cost + NEIGHBOUR_PRIOR < own;
  return { cost: isNeighbour ? cost + NEIGHBOUR_PRIOR : own, isNeighbour };
}

function cheapest<T extends Pick<Score, 'cost'>>(scores: readonly T[]): T {
  return scores.reduce((best, score) => (score.cost < best.cost ? score : best));
}

/** Bytes kept for judging, as many as fit. */
class Sample {
  private readonly kept: Uint8Array;
  private size = 0;

  constructor(most: number) {
    this.kept = new Uint8Array(most);
  }

  get isFull(): boolean {
    return this.size === this.kept.length;
  }

  add(bytes: Uint8Array, start = 0, end = bytes.length): void {
    for (let index = start; index < end && !this.isFull; index += 1) {
      this.kept[this.size] = bytes[index] ?? 0;
      this.size += 1;
    }
  }

  toBytes(): Uint8Array {
    return this.kept.subarray(0, this.size);
  }
}

/** Words that hold a byte above 7F, with what stands between them where it is short and no markup, else a line end. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Sample(Math.min(bytes.length, SAMPLE));
  let end = -1;
  for (let index = 0; index < bytes.length && !sample.isFull; index += 1) {
    const start = index;
    let union = 0;
    for (let byte = bytes[index] ?? 0; IS_WORD[byte] === 1; byte = bytes[index] ?? 0) {
      union |= byte;
      index += 1;
    }
    if (union < 0x80) continue;
    addGap(sample, bytes, { start: end < 0 ? Math.max(0, start - 1) : end, end: start });
    sample.add(bytes, start, index);
    end = index;
  }
  sample.add(bytes, Math.max(0, end), Math.min(bytes.length, Math.max(0, end) + 1));
  return sample.toBytes();
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function addGap(sample: Sample, bytes: Uint8Array, { start, end }: Span): void {
  const stand = standInOf(bytes, { start, end });
  if (stand === null) sample.add(bytes, start, end);
  else sample.add(stand);
}

/** What is kept in the place of a gap, null for the gap itself. */
function standInOf(bytes: Uint8Array, { start, end }: Span): Uint8Array | null {
  let lost = 0;
  let isMarkup = false;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index];
    if (byte === ENTITY) return SPACE;
    if (byte === MARKUP || byte === MARKUP_END) isMarkup = true;
    if (byte === LOST_LETTER) lost += 1;
  }
  if (lost > 0 && lost === end - start) return NOTHING;
  return isMarkup || end - start > LONGEST_GAP ? LINE_END : null;
}
