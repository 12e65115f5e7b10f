import { coarseKey } from './attribution-words.js';

/**
 * What the rules of a grammar cannot do without: for each rule the sets of keys (`Word.key`) of which a text must hold one each.
 * `[[SAID], [SAY, REPORT]]` is «делінген», or «деп» and «хабарлайды».
 */
export type Needs = readonly (readonly ReadonlySet<string>[])[];

const LETTER = /\p{L}/u;
/** Compose with the letter before them, so that neither tells anything by itself; marks of other scripts make no letter of a cue. */
const COMBINING = /[\u0300-\u036f]/;
const APOSTROPHES = /['’]/;
/** An address is one word, cut at some length. */
const ADDRESS = '://';

/** What a code unit is to a word: the numbers of its one or two coarse letters, five bits each, or one of these. */
const UNSEEN = 0;
const BREAK = 0x400;
const SILENT = 0x401;
const APOSTROPHE = 0x402;
const UNSURE = 0x403;
const LETTER_BITS = 5;
const ONE_LETTER = (1 << LETTER_BITS) - 1;
const I = numberOf('i');
/** By code unit, filled when first met. */
const units = new Uint16Array(0x10000);

/** Slots of the table that most words are told by. */
const SLOTS = 0x8000;
const EVERY_SET = -1;

/**
 * The test that a text must pass before its words are read, which takes ten times as long: which of the grammars may find something (a
 * bit each, in their order), since the text holds what one of their rules needs. It errs only by saying that a grammar may. The grammars
 * have 30 sets at the most.
 */
export function openCues(grammars: readonly Needs[]): (text: string) => number {
  const sets = [...new Set(grammars.flat(2))];
  const known: KnownWords = { sets: new Map(), slots: new Uint8Array(SLOTS) };
  for (const [index, keys] of sets.entries()) for (const key of keys) addKey(known, key, 1 << index);
  const needs = grammars.map((rules) =>
    rules.map((rule) => rule.reduce((all, set) => all | (1 << sets.indexOf(set)), 0)),
  );
  return (text) => {
    const held = setsIn(text, known);
    return held === 0 ? 0 : grammarsOf(held, needs);
  };
}

/** Words by their hash: another word that has the hash of a cue costs time, no finding. */
interface KnownWords {
  /** The sets that hold a word, a bit each. */
  readonly sets: Map<number, number>;
  /** 1 where a hash ends like that of a known word, so that few words need a look-up. */
  readonly slots: Uint8Array;
}

function grammarsOf(held: number, needs: readonly (readonly number[])[]): number {
  let found = 0;
  for (const [grammar, rules] of needs.entries())
    if (rules.some((rule) => (held & rule) === rule)) found |= 1 << grammar;
  return found;
}

/** The keys of words, for needs. */
export function toKeys(words: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(words, coarseKey));
}

/** A word of two parts («пресс-релизу») is known by the first, a row of i by one. */
function addKey({ sets, slots }: KnownWords, key: string, bit: number): void {
  let hash = 0;
  let last = '';
  for (const letter of key) {
    if (letter < 'a' || letter > 'z') break;
    if (letter !== 'i' || last !== 'i') hash = withLetter(hash, numberOf(letter));
    last = letter;
  }
  sets.set(hash, (sets.get(hash) ?? 0) | bit);
  slots[hash & (SLOTS - 1)] = 1;
}

function setsOf({ sets, slots }: KnownWords, hash: number): number {
  return slots[hash & (SLOTS - 1)] === 1 ? (sets.get(hash) ?? 0) : 0;
}

/** The sets of which a text holds a word, a bit each; its words are those of `readWords` or parts of them, a row of i as one. Linear. */
function setsIn(text: string, known: KnownWords): number {
  if (text.includes(ADDRESS)) return EVERY_SET;
  let found = 0;
  let hash = 0;
  let last = 0;
  let previous = BREAK;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const seen = units[code] ?? UNSEEN;
    const unit = seen === UNSEEN ? learn(code) : seen;
    if (unit < BREAK) {
      const first = unit & ONE_LETTER;
      const second = unit >> LETTER_BITS;
      if (first !== I || last !== I) hash = withLetter(hash, first);
      if (second > 0) hash = withLetter(hash, second);
      last = second > 0 ? second : first;
    } else if (unit === BREAK || (unit === APOSTROPHE && previous === APOSTROPHE)) {
      found |= setsOf(known, hash);
      hash = 0;
      last = 0;
    } else if (unit === UNSURE) return EVERY_SET;
    previous = unit;
  }
  return found | setsOf(known, hash);
}

function withLetter(hash: number, letter: number): number {
  return (Math.imul(hash, 37) + letter) | 0;
}

/** 1 to 26 for a–z, one number for all letters that no cue has. */
function numberOf(letter: string): number {
  return letter >= 'a' && letter <= 'z' ? letter.charCodeAt(0) - 96 : ONE_LETTER;
}

function learn(code: number): number {
  const unit = unitOf(String.fromCharCode(code));
  units[code] = unit;
  return unit;
}

function unitOf(char: string): number {
  if (APOSTROPHES.test(char)) return APOSTROPHE;
  if (COMBINING.test(char)) return UNSURE;
  if (!LETTER.test(char)) return BREAK;
  const coarse = coarseKey(char);
  const capital = char.toUpperCase();
  // A letter whose capital is that of another one («ſ») may match it where case is left aside.
  if (coarse.length > 2 || (capital.length === 1 && coarseKey(capital) !== coarse)) return UNSURE;
  const [first = 0, second = 0] = Array.from(coarse, numberOf);
  return first === 0 ? SILENT : first | (second << LETTER_BITS);
}
