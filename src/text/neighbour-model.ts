import { textCost } from './letter-model.js';
import { neighbours } from './neighbour-model-data.js';

/** A language whose Cyrillic letters are those that damaged Kazakh and Russian shows, or that is damaged in the same ways. */
export type Neighbour = (typeof neighbours)[number]['language'];

/** What a text is likeliest written in. */
export interface CyrillicCost {
  /** Negative log-likelihood, in nats: the smaller, the likelier. */
  readonly cost: number;
  /** Cost as Kazakh or Russian. */
  readonly own: number;
  /** The neighbouring language that its words read best as; null for Kazakh and Russian. */
  readonly language: Neighbour | null;
  /** Cost of its Cyrillic words for each letter, the spaces between them included; 0 where they were not looked at. */
  readonly perLetter: number;
}

/** What a language that the archive seldom holds must make good against Kazakh and Russian, in nats. */
const PRIORS: Readonly<Record<Neighbour, number>> = { uk: 3, be: 5, sr: 6, mk: 8, ky: 3, uz: 3 };
/** Kazakh and Russian lines that cost less, in nats a character, need no comparison. */
const SURE_COST = 2.5;
/** Words in Cyrillic, with an apostrophe inside. */
const CYRILLIC_WORD = /[\u0400-\u052f]+(?:['’ʼ][\u0400-\u052f]+)*/g;
const CYRILLIC_LETTER = /[\u0400-\u052f]/;
/** What a letter of another alphabet costs. */
const STRANGE_COST = 8;
/** What a capital costs at the beginning of a word, behind another capital, and behind a small letter. */
const CAPITAL_COST = 1.5;
const IN_CAPITALS_COST = 0.5;
const MISPLACED_COST = 9;
const STEP = 0.1;
const FIRST_CODE = 35;
const LAST_CODE = 0x530;
/** Apostrophes are letters of some languages, and no letters of the others; letters stand above this one. */
const LAST_SIGN = 0x3ff;
const CAPITAL = 0x80;

interface Model {
  readonly language: Neighbour;
  readonly size: number;
  readonly pairs: Float32Array;
  /** Symbol of a letter by code unit, with the bit of a capital. */
  readonly symbols: Uint8Array;
}

/** Unpacked when first needed: most pages need none. */
let unpacked: readonly Model[] | null = null;

/**
 * Cost of a text as Kazakh or Russian, or as the neighbouring language that its words read best as. Its cost as
 * Kazakh or Russian may be given. Linear in its length.
 */
export function cyrillicCost(text: string, own = textCost(text)): CyrillicCost {
  if (own <= text.length * SURE_COST) return { cost: own, own, language: null, perLetter: 0 };
  const words = (text.match(CYRILLIC_WORD) ?? []).join(' ');
  const ownWords = textCost(words);
  let cost = ownWords;
  let language: Neighbour | null = null;
  for (const model of models()) {
    const found = wordsCost(words, model, cost);
    if (found < cost) [cost, language] = [found, model.language];
  }
  return { cost: own - ownWords + cost, own, language, perLetter: cost / Math.max(1, words.length) };
}

/** True for a text whose Cyrillic letters all belong to the alphabet of a language. */
export function isSpeltIn(text: string, language: Neighbour): boolean {
  const symbols = models().find((model) => model.language === language)?.symbols;
  return [...text].every((char) => !CYRILLIC_LETTER.test(char) || (symbols?.[char.charCodeAt(0)] ?? 0) > 0);
}

/** Cost of words in one language; given up beyond a limit. */
function wordsCost(words: string, { language, size, pairs, symbols }: Model, limit: number): number {
  let cost = PRIORS[language];
  let before = 0;
  let isCapital = false;
  for (let index = 0; index < words.length && cost < limit; index += 1) {
    const code = words.charCodeAt(index);
    const found = symbols[code] ?? 0;
    const symbol = found & ~CAPITAL;
    cost += pairs[before * size + symbol] ?? 0;
    if (symbol === 0 && code > LAST_SIGN) cost += STRANGE_COST;
    const capital = (found & CAPITAL) !== 0;
    if (capital) cost += before === 0 ? CAPITAL_COST : isCapital ? IN_CAPITALS_COST : MISPLACED_COST;
    isCapital = capital;
    before = symbol;
  }
  return cost + (pairs[before * size] ?? 0);
}

function models(): readonly Model[] {
  unpacked ??= neighbours.map(toModel);
  return unpacked;
}

function toModel({ language, letters, pairs }: (typeof neighbours)[number]): Model {
  const symbols = new Uint8Array(LAST_CODE);
  [...letters].forEach((letter, index) => {
    symbols[letter.charCodeAt(0)] = index + 1;
    const capital = letter.toUpperCase();
    if (capital !== letter) symbols[capital.charCodeAt(0)] = (index + 1) | CAPITAL;
  });
  const costs = Float32Array.from(pairs, (char) => (char.charCodeAt(0) - FIRST_CODE) * STEP);
  return { language, size: letters.length + 1, pairs: costs, symbols };
}
