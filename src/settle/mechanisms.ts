import { charsetTable } from '../text/charsets.js';
import { LETTERS } from './letters.js';

/** One way in which text loses bytes, as data: what was read wrongly, and what became of bytes on the way. */
export interface Mechanism {
  readonly name: string;
  /** Charset that the bytes of UTF-8 were read in; null where letters themselves were lost. */
  readonly reader: 'latin-1' | 'windows-1252' | 'windows-1251' | null;
  readonly layers: 1 | 2;
  /** What the sanitiser made of bytes, in the last layer. */
  readonly losses: readonly Loss[];
  /** Letters that may stand behind a sign, where letters themselves were lost. */
  readonly covered: { readonly sign: string; readonly letters: string } | null;
}

interface Loss {
  readonly bytes: readonly number[];
  readonly becomes: string;
}

const C1 = Array.from({ length: 32 }, (_, index) => 0x80 + index);
/** Bytes that windows-1252 leaves undefined. */
const UNDEFINED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const NBSP = { bytes: [0xa0], becomes: ' ' };
const SOFT_HYPHEN = { bytes: [0xad], becomes: '' };
const NEXT_LINE = { bytes: [0x85], becomes: ' ' };
const KAZAKH = 'әғқңөұүһ';

const latin1 = (name: string, ...losses: readonly Loss[]): Mechanism => {
  return { name, reader: 'latin-1', layers: 1, losses, covered: null };
};
const cp1252 = (name: string, becomes: string): Mechanism => {
  return { name, reader: 'windows-1252', layers: 1, losses: [{ bytes: UNDEFINED, becomes }], covered: null };
};

/**
 * The lossy mechanisms of newspaper dumps. Each also takes letters that came through whole, or were decoded later on, so that the
 * seed's partial decode needs no entry of its own.
 */
export const MECHANISMS: readonly Mechanism[] = [
  latin1('latin-1, C1 dropped', { bytes: C1, becomes: '' }),
  latin1('latin-1, C1 dropped, NBSP a space', { bytes: C1, becomes: '' }, NBSP),
  latin1('latin-1, C1 and soft hyphen dropped, NBSP a space', { bytes: C1, becomes: '' }, NBSP, SOFT_HYPHEN),
  latin1('latin-1, C1 dropped, NEL a space', NEXT_LINE, { bytes: C1, becomes: '' }),
  latin1('latin-1, C1 a question mark', { bytes: C1, becomes: '?' }),
  latin1('latin-1, C1 U+FFFD', { bytes: C1, becomes: '\ufffd' }),
  cp1252('windows-1252, undefined bytes dropped', ''),
  cp1252('windows-1252, undefined bytes U+FFFD', '\ufffd'),
  cp1252('windows-1252, undefined bytes a question mark', '?'),
  {
    name: 'windows-1251, 98 dropped, NBSP a space',
    reader: 'windows-1251',
    layers: 1,
    losses: [{ bytes: [0x98], becomes: '' }, NBSP],
    covered: null,
  },
  {
    name: 'latin-1 twice, C1 dropped',
    reader: 'latin-1',
    layers: 2,
    losses: [{ bytes: C1, becomes: '' }],
    covered: null,
  },
  { name: 'letters cut to U+FFFD', reader: null, layers: 1, losses: [], covered: { sign: '\ufffd', letters: LETTERS } },
  {
    name: 'Kazakh letters a question mark',
    reader: null,
    layers: 1,
    losses: [],
    covered: { sign: '?', letters: KAZAKH },
  },
];

/** Signs beyond letters that newspapers print and that lose bytes as letters do. */
const SIGNS = '«»—–“”„’‘№…•™°§©®·€₸₽‑−†×±²³½é\u00a0';

const encoder = new TextEncoder();

/** What a mechanism makes of a text: the forward model. */
export function damage(text: string, mechanism: Mechanism): string {
  const { covered } = mechanism;
  if (covered !== null) return [...text].map((char) => (covers(covered.letters, char) ? covered.sign : char)).join('');
  return [...text].map((char) => imageOf(char, mechanism)).join('');
}

function covers(letters: string, char: string): boolean {
  return letters.includes(char.toLowerCase()) && /\p{L}/u.test(char);
}

/** What is left of one character. */
function imageOf(char: string, { reader, layers, losses }: Mechanism): string {
  if (reader === null || char < '\u0080') return char;
  const table = charsetTable(reader);
  let bytes = encoder.encode(char);
  for (let layer = 1; layer < layers; layer += 1)
    bytes = encoder.encode([...bytes].map((byte) => table[byte]).join(''));
  return [...bytes].map((byte) => losses.find((loss) => loss.bytes.includes(byte))?.becomes ?? table[byte]).join('');
}

/** What may have stood where an image stands. */
export interface Inverse {
  /** Characters by image; letters and signs. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  /** Longest image, in code units. */
  readonly longest: number;
}

const inverses = new Map<string, Inverse>();

/** The table that reads a mechanism backwards. */
export function inverseOf(mechanism: Mechanism): Inverse {
  const known = inverses.get(mechanism.name);
  if (known !== undefined) return known;
  const origins = new Map<string, string[]>();
  const { covered } = mechanism;
  const letters = covered === null ? LETTERS : covered.letters;
  const chars = [...letters, ...letters.toUpperCase(), ...(covered === null ? SIGNS : '')];
  for (const char of chars) {
    const image = covered === null ? imageOf(char, mechanism) : covered.sign;
    origins.set(image, [...(origins.get(image) ?? []), char]);
  }
  const longest = Math.max(...[...origins.keys()].map((image) => image.length));
  const inverse = { origins, longest };
  inverses.set(mechanism.name, inverse);
  return inverse;
}
