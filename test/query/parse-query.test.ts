import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/query/parse-query.js';
import { searchExtra } from '../../src/text/search-words.js';
import { cpuTime } from '../cpu-time.js';

const db = new Database(':memory:');
db.exec(
  `CREATE VIRTUAL TABLE texts USING fts5(headline, lead, body, search_extra, tokenize="unicode61 remove_diacritics 0")`,
);
const TEXTS = [
  'Қазақстан аулына таза су келді',
  'Ауылда жарық жөнделді',
  'Сурет көрмесі ашылды',
  'В ауле построили мост',
];
for (const text of TEXTS)
  db.prepare('INSERT INTO texts (body, search_extra) VALUES (?, ?)').run(text, searchExtra(text));
afterAll(() => db.close());

/** Numbers (from 1) of the texts that a query finds, best first. */
function found(query: string): readonly number[] {
  const { match, without } = parseQuery(query);
  const ids = (text: string): readonly number[] =>
    db
      .prepare<[string], number>('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts), rowid')
      .pluck()
      .all(text);
  const all = match === null ? TEXTS.map((_, index) => index + 1) : ids(match);
  const gone = without === null ? [] : ids(without);
  return match === null && without === null ? [] : all.filter((id) => !gone.includes(id));
}

const cases: readonly (readonly [fact: string, query: string, ids: readonly number[]])[] = [
  ['a word finds what begins with it', 'жөнд', [2]],
  ['a whole word stands before one that begins with it', 'су', [1, 3]],
  ['all words must be there', 'ауыл жарық', [2]],
  ['a phrase is exact', '"таза су"', [1]],
  ['a phrase is none of folded words that stand apart', '"аулына келди"', []],
  ['a phrase finds no beginning', '"таза с"', []],
  ['a phrase may lack its end', '"таза су', [1]],
  ['guillemets are quotation marks', '«таза су»', [1]],
  ['letters typed without Kazakh ones find them', 'казакстан', [1]],
  ['Kazakh letters find the same word', 'ҚАЗАҚСТАН', [1]],
  ['Latin look-alikes inside a word count as Cyrillic', 'Қaзaқcтaн', [1]],
  ['a word all of Latin look-alikes too', 'cypet OR cyp', [3]],
  ['OR gives either', 'жарық OR мост', [4, 2]],
  ['NOT rules out', 'ауыл NOT жарық', []],
  ['a minus rules out', 'ау -жарық -мост', [1]],
  ['only what is ruled out gives the rest', '-ау', [3]],
  ['parentheses group', '(жарық OR таза) ау', [1, 2]],
  ['a group is ruled out', 'ау NOT (жарық OR мост)', [1]],
  ['NOT twice over rules nothing out', 'су NOT -жарық', []],
  ['AND is no word', 'таза AND су', [1]],
  ['a colon names no column', 'body:су', []],
];

describe('parseQuery()', () => {
  it.each(cases)('%s: %s', (_fact, query, ids) => {
    expect([...found(query)].sort()).toEqual([...ids].sort());
  });

  it('puts the whole word first', () => {
    expect(found('су')).toEqual([1, 3]);
  });

  it.each(['', ' ', '"', '""', '((((', ')', '*', '^', 'NOT', 'OR', '- -', '«»', '\u0000', "';--"])(
    'asks nothing of %j',
    (query) => {
      expect(parseQuery(query)).toEqual({ match: null, without: null, terms: [] });
    },
  );

  it('is never refused by the index', () => {
    const signs = fc.constantFrom(
      ...'су"«»()-*^:+,.{}[]\\\'`ORNTANEDqі 1\u0000\u0301'.split(''),
      ' OR ',
      ' NOT ',
      ' AND ',
      ' NEAR(',
      '-(',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        expect(() => found(parts.join(''))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('reads a long query in time', () => {
    for (const query of ['('.repeat(100_000), '"'.repeat(100_000), '-'.repeat(100_000), 'а '.repeat(50_000)]) {
      const start = cpuTime();
      found(query);
      expect(cpuTime() - start).toBeLessThan(2000);
    }
  });
});
