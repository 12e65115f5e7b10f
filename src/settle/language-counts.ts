import { WORDS } from './letters.js';

/** What was counted in clean text of one language. Depends on the multiset of lines only. */
export interface LanguageCounts {
  /** Words in lower case. */
  readonly words: ReadonlyMap<string, number>;
  /** Of those, how often with a capital where no sentence begins. */
  readonly capitals: ReadonlyMap<string, number>;
  /** Words that follow each other in a line, the two parted by a space. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Dashes, quotes and the like between their neighbours: class of the character before, sign, class of the one after. */
  readonly signs: ReadonlyMap<string, number>;
}

/** Counts that can be added to. */
export interface OpenCounts extends LanguageCounts {
  readonly words: Map<string, number>;
  readonly capitals: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly signs: Map<string, number>;
}

/** Empty counts. */
export function openCounts(): OpenCounts {
  return { words: new Map(), capitals: new Map(), pairs: new Map(), signs: new Map() };
}

/** Adds the words of one line. */
export function countLine(counts: OpenCounts, line: string): void {
  let previous = '';
  let end = 0;
  for (const match of line.matchAll(WORDS)) {
    const [word] = match;
    const lower = word.toLowerCase();
    increase(counts.words, lower, 1);
    const between = line.slice(end, match.index);
    const begins = previous === '' || SENTENCE_END.test(between);
    if (!begins && word[0] !== lower[0]) increase(counts.capitals, lower, 1);
    increase(counts.pairs, `${previous === '' ? BEGIN : previous} ${lower}`, 1);
    previous = lower;
    end = match.index + word.length;
  }
  for (const { index, 0: sign } of line.matchAll(SIGNS)) increase(counts.signs, signKey(line, index, sign), 1);
}

/** Signs of which one may be lost and another be meant. */
const SIGNS = /[—–“”„’‘№«»…•™?\u00a0]/g;

/** What a sign is counted by: « » — between a letter, a digit, a space, the side of a line or something else. */
export function signKey(line: string, index: number, sign: string): string {
  return `${classOf(line[index - 1])}${sign}${classOf(line[index + 1])}`;
}

function classOf(char: string | undefined): string {
  if (char === undefined || char === ' ' || char === '\u00a0') return ' ';
  if (/\d/.test(char)) return '0';
  return /\p{L}/u.test(char) ? 'a' : '.';
}

/** Adds counts to others. */
export function addCounts(counts: OpenCounts, other: LanguageCounts): void {
  for (const [word, count] of other.words) increase(counts.words, word, count);
  for (const [word, count] of other.capitals) increase(counts.capitals, word, count);
  for (const [pair, count] of other.pairs) increase(counts.pairs, pair, count);
  for (const [sign, count] of other.signs) increase(counts.signs, sign, count);
}

/** Stands before the first word of a line. */
export const BEGIN = '^';
/** What may stand between two words when a new sentence begins with the second. */
export const SENTENCE_END = /[.!?…:«"“„]/;

function increase(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

/** Counts as text: a line of signs, a line of words with their counts and capitals, then for each word a line of its followers. */
export function packCounts({ words, capitals, pairs, signs }: LanguageCounts): string {
  const sorted = [...words].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const ranks = new Map(sorted.map((word, rank) => [word, rank + 1]));
  const followers: [number, number][][] = Array.from({ length: sorted.length + 1 }, () => []);
  for (const [pair, count] of pairs) {
    const [first = '', second = ''] = pair.split(' ');
    followers[ranks.get(first) ?? 0]?.push([ranks.get(second) ?? 0, count]);
  }
  const lines = followers.map((list) =>
    list
      .sort(([a], [b]) => a - b)
      .map(([rank, count], index) => `${rank - (list[index - 1]?.[0] ?? 0)}${count > 1 ? `:${count}` : ''}`)
      .join(' '),
  );
  const head = sorted.map((word) => `${word} ${words.get(word) ?? 0} ${capitals.get(word) ?? 0}`);
  const marks = [...signs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key}${count}`);
  return `${marks.join('\t')}\n${head.join(';')}\n${lines.join('\n')}\n`;
}

/** Counts of a packed text. */
export function unpackCounts(text: string): LanguageCounts {
  const [marks = '', head = '', ...lines] = text.split('\n');
  const counts = openCounts();
  for (const mark of marks === '' ? [] : marks.split('\t')) counts.signs.set(mark.slice(0, 3), Number(mark.slice(3)));
  const sorted = head.split(';').map((entry) => {
    const [word = '', count = '0', capitals = '0'] = entry.split(' ');
    counts.words.set(word, Number(count));
    if (capitals !== '0') counts.capitals.set(word, Number(capitals));
    return word;
  });
  lines.forEach((line, rank) => {
    if (line === '') return;
    const first = rank === 0 ? BEGIN : sorted[rank - 1];
    let second = 0;
    for (const entry of line.split(' ')) {
      const [delta = '0', count = '1'] = entry.split(':');
      second += Number(delta);
      counts.pairs.set(`${first} ${sorted[second - 1]}`, Number(count));
    }
  });
  return counts;
}
