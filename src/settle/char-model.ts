import { toCodes } from './letters.js';
import { openNumberTable } from './number-table.js';
import { visitPrefixes, type WordGraph } from './word-graph.js';

/** Letters of a sequence: five before, and the letter itself. */
const ORDER = 6;
const SYMBOLS = 43;
/** What tells tables of one length from those of another in a key. */
const LENGTH = 2 ** 40;
/** Weight of a counted word beside a word that is only known to exist, for each doubling of its count. */
const COUNTED = 8;
const REMEMBERED = 1 << 18;

/** Probabilities of letters in words of one language. */
export interface CharModel {
  /** Log-probability of a letter (0 ends the word) after the letters before it, packed 6 bits each, the last five kept. */
  readonly step: (history: number, code: number) => number;
  /** Log-probability of a whole word. */
  readonly word: (codes: ArrayLike<number>) => number;
}

/** History after one more letter. */
export function pushLetter(history: number, code: number): number {
  return (history & 0xffffff) * 64 + code;
}

/** Learns from the words of a graph, once each, and from counted words, by the logarithm of their counts. */
export function buildCharModel(graph: WordGraph, counted: ReadonlyMap<string, number>): CharModel {
  const grams = openNumberTable();
  const totals = openNumberTable();
  const kinds = openNumberTable();
  const add = (path: ArrayLike<number>, depth: number, weighted: { readonly code: number; weight: number }): void => {
    let history = 0;
    let scale = 1;
    for (let length = 1; length <= ORDER; length += 1) {
      const context = length * LENGTH + history;
      const gram = (length * SYMBOLS + weighted.code) * LENGTH + history;
      if (grams.get(gram) === 0) kinds.add(context, 1);
      grams.add(gram, weighted.weight);
      totals.add(context, weighted.weight);
      if (depth - length < -1) break;
      history += (depth - length < 0 ? 63 : (path[depth - length] ?? 0)) * scale;
      scale *= 64;
    }
  };
  visitPrefixes(graph, (path, depth, { through, ending }) => {
    add(path, depth, { code: path[depth] ?? 0, weight: through });
    if (ending > 0) add(path, depth + 1, { code: 0, weight: ending });
  });
  for (const [word, count] of counted) {
    const codes = toCodes(word);
    if (codes === null) continue;
    const weight = COUNTED * Math.log2(1 + count);
    for (let depth = 0; depth <= codes.length; depth += 1) add(codes, depth, { code: codes[depth] ?? 0, weight });
  }
  return { ...openReader(grams.get, totals.get, kinds.get) };
}

type Read = (key: number) => number;

/** Interpolation after Witten and Bell: the more kinds of letters follow a sequence, the more is left to the shorter one. */
function openReader(gram: Read, total: Read, kind: Read): CharModel {
  const keys = new Float64Array(REMEMBERED).fill(-1);
  const values = new Float32Array(REMEMBERED);
  const compute = (history: number, code: number): number => {
    let probability = 1 / SYMBOLS;
    let context = 0;
    let scale = 1;
    let rest = history;
    for (let length = 1; length <= ORDER; length += 1) {
      const sum = total(length * LENGTH + context);
      if (sum === 0) break;
      const types = kind(length * LENGTH + context);
      probability = (gram((length * SYMBOLS + code) * LENGTH + context) + types * probability) / (sum + types);
      const before = rest % 64;
      if (before === 0) break;
      context += before * scale;
      scale *= 64;
      rest = Math.floor(rest / 64);
    }
    return Math.log(probability);
  };
  const step = (history: number, code: number): number => {
    const key = history * 64 + code;
    const slot = (Math.imul(history, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 14;
    if (keys[slot] === key) return values[slot] ?? 0;
    const value = compute(history, code);
    keys[slot] = key;
    values[slot] = value;
    return value;
  };
  const word = (codes: ArrayLike<number>): number => {
    let history = START;
    let sum = 0;
    for (let index = 0; index < codes.length; index += 1) {
      sum += step(history, codes[index] ?? 0);
      history = pushLetter(history, codes[index] ?? 0);
    }
    return sum + step(history, 0);
  };
  return { step, word };
}

/** History at the beginning of a word. */
export const START = 63;
