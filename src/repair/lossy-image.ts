import { charsetTable } from '../text/charsets.js';
import type { DamageKind } from './damage.js';
import { readerOf } from './readers.js';

/** What is left of a text after the worst of a kind of damage, and where each sign of it comes from. */
export interface LossyImage {
  readonly key: string;
  /** Index in the text, in code units, of the character that each sign of `key` comes from. */
  readonly sources: readonly number[];
  /** Indexes in `key` of signs whose character came through the damage whole. */
  readonly literals: readonly number[];
}

/** Damage for which a clean text can be put through the same mill and compared. */
export type ImageKind = Exclude<
  DamageKind,
  'bytes-dropped' | 'font-codes' | 'replacement-characters' | 'utf-8-as-greek'
>;

/** Bytes that some sanitiser drops or turns into something else: C1, NBSP, soft hyphen, the leads of signs, `?`, space. */
const DROPPED: ReadonlySet<number> = new Set([
  ...Array.from({ length: 0x20 }, (_, index) => 0x80 + index),
  ...[0xa0, 0xad, 0xc2, 0xe2, 0x3f, 0x20, 0x09, 0x0a, 0x0d],
]);
const READERS: Readonly<Record<ImageKind, { readonly charset: string; readonly layers: number }>> = {
  'utf-8-as-latin-1': { charset: 'windows-1252', layers: 1 },
  'utf-8-as-latin-1-twice': { charset: 'windows-1252', layers: 2 },
  'utf-8-as-windows-1251': { charset: 'windows-1251', layers: 1 },
  // of the charsets that lack Kazakh letters the one that lacks і as well
  'question-marks': { charset: 'koi8-r', layers: 0 },
};
const encoder = new TextEncoder();

/** Image of a clean text. */
export function imageOfClean(text: string, kind: ImageKind): LossyImage {
  const { charset, layers } = READERS[kind];
  return build(text, (char) => ({
    signs: layers === 0 ? questionMark(char, charset) : lossyBytes(char, layers),
    isLiteral: false,
  }));
}

/** Image of a damaged text: signs of the wrong reader are bytes already, other letters came through whole. */
export function imageOfDamaged(text: string, kind: ImageKind): LossyImage {
  const { charset, layers } = READERS[kind];
  const { byteOf } = readerOf(charset);
  return build(text, (char) => {
    if (layers === 0) return { signs: questionMark(char, charset), isLiteral: char !== '?' };
    if (char === '\ufffd') return { signs: '', isLiteral: false };
    const code = char.charCodeAt(0);
    const byte = code < 0x80 ? code : (byteOf[code] ?? 0);
    return byte === 0
      ? { signs: lossyBytes(char, layers), isLiteral: true }
      : { signs: keep([byte]), isLiteral: false };
  });
}

interface CharImage {
  readonly signs: string;
  readonly isLiteral: boolean;
}

function build(text: string, image: (char: string) => CharImage): LossyImage {
  const sources: number[] = [];
  const literals: number[] = [];
  let key = '';
  let index = 0;
  for (const char of text) {
    const { signs, isLiteral } = image(char);
    for (let sign = 0; sign < signs.length; sign += 1) {
      if (isLiteral) literals.push(sources.length);
      sources.push(index);
    }
    key += signs;
    index += char.length;
  }
  return { key, sources, literals };
}

function lossyBytes(char: string, layers: number): string {
  let bytes = encoder.encode(char);
  for (let layer = 1; layer < layers; layer += 1) bytes = encoder.encode(String.fromCharCode(...bytes));
  return keep(bytes);
}

function keep(bytes: Iterable<number>): string {
  let signs = '';
  for (const byte of bytes) if (!DROPPED.has(byte)) signs += String.fromCharCode(byte);
  return signs;
}

/** A letter that the charset lacks is a question mark; white space is dropped. */
function questionMark(char: string, charset: string): string {
  if (char === ' ' || char === '\u00a0') return '';
  return char < '\u0080' || charsetTable(charset).includes(char) ? char : '?';
}
