import { buildCharModel, type CharModel } from './char-model.js';
import { BEGIN, type LanguageCounts } from './language-counts.js';
import { toCodes } from './letters.js';
import { openNumberTable } from './number-table.js';
import { buildWordGraph, hasWord, type WordGraph } from './word-graph.js';

/** Taken from each count for what was not seen. */
const DISCOUNT = 0.7;
/** How much likelier a spelling is when a word list holds it than when none does. */
const LISTED = 10;
/** The same for words of one, two, three letters that were never counted: lists hold many oddities of them. */
const LISTED_SHORT = [0, 0.3, 1, 8];
/** Weight of what endings in general say beside the endings that were seen together. */
const ENDING_PRIOR = 100;
const ENDING_LENGTH = 3;
const ENDING_POWER = 0.7;
const PAIR = 2 ** 24;
/** Share of words within sentences that have a capital where a word was not seen, and how many sightings that is worth. */
const CAPITAL_PRIOR = 0.12;
const CAPITAL_WEIGHT = 1;

/** A word as the model sees it. */
export interface ModelWord {
  readonly text: string;
  /** Number of a counted word; 0 for others. */
  readonly id: number;
  readonly ending: number;
  readonly count: number;
  /** True for words of a list or of counted text. */
  readonly listed: boolean;
  /** Log-probability without context. */
  readonly score: number;
}

/** Probabilities of words of one language, from lists and counts. */
export interface LanguageModel {
  readonly language: string;
  readonly graphs: readonly WordGraph[];
  readonly chars: CharModel;
  readonly begin: ModelWord;
  readonly word: (text: string) => ModelWord;
  /** Log-probability of the second word after the first. */
  readonly after: (first: ModelWord, second: ModelWord) => number;
  /** Signs by their neighbours. */
  readonly signs: ReadonlyMap<string, number>;
  /** Share of a word's occurrences within sentences that have a capital. */
  readonly capitalShare: (text: string) => number;
}

/** What a model is made of. */
export interface ModelSource {
  readonly language: string;
  /** Words of the shipped list. */
  readonly graph: WordGraph;
  /** Counts of shipped and of the archive's clean text. */
  readonly counts: LanguageCounts;
  /** Words of the user's lists, lower case. */
  readonly lexicon: ReadonlySet<string>;
}

/** Prepares a model; costs about a second for the shipped data. */
export function buildLanguageModel({ language, graph, counts, lexicon }: ModelSource): LanguageModel {
  const own = [...counts.words.keys(), ...lexicon].filter((word) => {
    const codes = toCodes(word);
    return codes !== null && !hasWord(graph, codes);
  });
  const ownGraph = buildWordGraph(own);
  const chars = buildCharModel(graph, new Map([...counts.words].sort(([a], [b]) => (a < b ? -1 : 1))));
  const ids = new Map([...counts.words.keys()].map((word, index) => [word, index + 1]));
  const pairs = openPairs(counts, ids);
  const endings = openEndings(counts);
  const total = sum(counts.words.values());
  const leftOver = (DISCOUNT * counts.words.size) / Math.max(total, 1);
  const remembered = new Map<string, ModelWord>();
  const make = (text: string): ModelWord => {
    const codes = toCodes(text) ?? new Uint8Array();
    const count = counts.words.get(text) ?? 0;
    const listed = count > 0 || hasWord(graph, codes) || lexicon.has(text);
    const base =
      Math.exp(chars.word(codes)) * (listed ? (LISTED_SHORT[count > 0 ? text.length + 9 : text.length] ?? LISTED) : 1);
    const seen = Math.max(count - DISCOUNT, 0) / Math.max(total, 1);
    const score = Math.log(seen + (total === 0 ? 1 : leftOver) * base + Number.MIN_VALUE);
    return { text, id: ids.get(text) ?? 0, ending: endings.idOf(text), count, listed, score };
  };
  const word = (text: string): ModelWord => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (remembered.size > 200_000) remembered.clear();
    remembered.set(text, made);
    return made;
  };
  const begin = { text: BEGIN, id: pairs.begin, ending: endings.idOf(BEGIN), count: 0, listed: true, score: 0 };
  return {
    language,
    graphs: [graph, ownGraph],
    chars,
    begin,
    signs: counts.signs,
    word,
    after: (first, second) => {
      const base = second.score + ENDING_POWER * endings.gain(first.ending, second.ending);
      if (first.id === 0) return base;
      const sumOfFirst = pairs.total(first.id);
      if (sumOfFirst === 0) return base;
      const together = second.id === 0 ? 0 : Math.max(pairs.count(first.id, second.id) - DISCOUNT, 0);
      const rest = (DISCOUNT * pairs.kinds(first.id) + 0.5) / (sumOfFirst + 0.5);
      return Math.log(together / (sumOfFirst + 0.5) + rest * Math.exp(base));
    },
    capitalShare: (text) => {
      const count = counts.words.get(text) ?? 0;
      return ((counts.capitals.get(text) ?? 0) + CAPITAL_PRIOR * CAPITAL_WEIGHT) / (count + CAPITAL_WEIGHT);
    },
  };
}

function sum(values: Iterable<number>): number {
  let result = 0;
  for (const value of values) result += value;
  return result;
}

interface Pairs {
  readonly begin: number;
  readonly count: (first: number, second: number) => number;
  readonly total: (first: number) => number;
  readonly kinds: (first: number) => number;
}

function openPairs(counts: LanguageCounts, ids: ReadonlyMap<string, number>): Pairs {
  const begin = ids.size + 1;
  const table = openNumberTable();
  const totals = new Float64Array(begin + 1);
  const kinds = new Float64Array(begin + 1);
  for (const [pair, count] of counts.pairs) {
    const space = pair.indexOf(' ');
    const first = space === 1 && pair[0] === BEGIN ? begin : (ids.get(pair.slice(0, space)) ?? 0);
    const second = ids.get(pair.slice(space + 1)) ?? 0;
    table.add(first * PAIR + second, count);
    totals[first] = (totals[first] ?? 0) + count;
    kinds[first] = (kinds[first] ?? 0) + 1;
  }
  return {
    begin,
    count: (first, second) => table.get(first * PAIR + second),
    total: (first) => totals[first] ?? 0,
    kinds: (first) => kinds[first] ?? 0,
  };
}

interface Endings {
  readonly idOf: (word: string) => number;
  /** How much likelier an ending is after another than anywhere, log. */
  readonly gain: (first: number, second: number) => number;
}

function openEndings(counts: LanguageCounts): Endings {
  const ids = new Map<string, number>();
  const register = (word: string): number => {
    const ending = endingOf(word);
    const id = ids.get(ending) ?? ids.size + 1;
    ids.set(ending, id);
    return id;
  };
  const table = openNumberTable();
  const firsts: number[] = [];
  const seconds: number[] = [];
  let total = 0;
  for (const [pair, count] of counts.pairs) {
    const space = pair.indexOf(' ');
    const first = register(pair.slice(0, space));
    const second = register(pair.slice(space + 1));
    table.add(first * PAIR + second, count);
    firsts[first] = (firsts[first] ?? 0) + count;
    seconds[second] = (seconds[second] ?? 0) + count;
    total += count;
  }
  return {
    idOf: (word) => ids.get(endingOf(word)) ?? 0,
    gain: (first, second) => {
      const ofSecond = (seconds[second] ?? 0) / Math.max(total, 1);
      if (ofSecond === 0) return 0;
      const together = table.get(first * PAIR + second) + ENDING_PRIOR * ofSecond;
      return Math.log(together / ((firsts[first] ?? 0) + ENDING_PRIOR) / ofSecond);
    },
  };
}

/** The last letters of a word; a short word is a kind of its own. */
function endingOf(word: string): string {
  return word.length > ENDING_LENGTH ? word.slice(-ENDING_LENGTH) : `^${word}`;
}
