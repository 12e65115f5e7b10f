/** What the index of SQLite takes for words: letters, digits and private signs, and the marks behind them. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
/** Longest word (UTF-16 units) and most text (characters of the literal) that PostgreSQL indexes. */
const LONGEST_WORD = 500;
const MOST_TEXT = 400_000;
/** Places that PostgreSQL counts. */
const LAST_PLACE = 16_383;
/** Places between two columns, so that no phrase goes from one into the next. */
const GAP = 2;

/** The columns that are searched, with the weight that stands for each. */
const COLUMNS = [
  ['headline', 'A'],
  ['lead', 'B'],
  ['body', 'C'],
  ['search_extra', 'D'],
] as const;

/** What `search` looks for, in the words that the index holds. */
export type SearchedText = Readonly<Record<(typeof COLUMNS)[number][0], string | null>>;

/** The text search vector of an article: every word of each column, lower-case, with its place and its column's weight. */
export function searchVector(text: SearchedText): string {
  const places = new Map<string, string[]>();
  let place = 0;
  let size = 0;
  for (const [column, weight] of COLUMNS) {
    for (const word of wordsOf(text[column] ?? '')) {
      place += 1;
      if (word.length > LONGEST_WORD || size > MOST_TEXT) continue;
      const known = places.get(word);
      if (known === undefined) {
        places.set(word, [`${Math.min(place, LAST_PLACE)}${weight}`]);
        size += word.length;
      } else known.push(`${Math.min(place, LAST_PLACE)}${weight}`);
      size += 8;
    }
    place += GAP;
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

/** Signs of an expression of SQLite's full-text index, as `parseQuery` writes it. */
const SIGN = /"([^"]*)"(\*?)|[()]|\bAND\b|\bOR\b|\bNOT\b/g;
const OPERATORS: Readonly<Record<string, string>> = { '(': '(', ')': ')', AND: '&', OR: '|', NOT: '& !' };

/** The same expression as a query of PostgreSQL. */
export function searchQuery(match: string): string {
  return [...match.matchAll(SIGN)]
    .map(([sign, phrase, star]) => (phrase === undefined ? (OPERATORS[sign] ?? '') : phraseQuery(phrase, star === '*')))
    .join(' ');
}

/** Words that follow one another; of the last perhaps the beginning alone. */
function phraseQuery(phrase: string, isPrefix: boolean): string {
  const words = wordsOf(phrase);
  return `(${words.map((word, index) => `'${word}'${isPrefix && index === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
