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
const SIGN = /(\{headline lead body\} : )?"([^"]*)"(\*?)|[()]|\bAND\b|\bOR\b|\bNOT\b/g;
/** Weights of the columns that such a filter names. */
const PRINTED = 'ABC';
const OPERATORS: Readonly<Record<string, string>> = { '(': '(', ')': ')', AND: '&', OR: '|', NOT: '& !' };

/** The same expression as a query of PostgreSQL. */
export function searchQuery(match: string): string {
  return [...match.matchAll(SIGN)]
    .map(([sign, filter, phrase, star]) => {
      if (phrase === undefined) return OPERATORS[sign] ?? '';
      return phraseQuery(phrase, `${star}${filter === undefined ? '' : PRINTED}`);
    })
    .join(' ');
}

/** Words that follow one another; `marks` are the columns in which they stand, and a star where the last may be a beginning. */
function phraseQuery(phrase: string, marks: string): string {
  const words = wordsOf(phrase);
  const columns = marks.replace('*', '');
  return `(${words
    .map((word, index) => {
      const own = index === words.length - 1 ? marks : columns;
      return `'${word}'${own === '' ? '' : `:${own}`}`;
    })
    .join(' <-> ')})`;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
