import { describe, expect, it } from 'vitest';
import { markHits, snippetOf } from '../../src/query/mark-hits.js';
import { parseQuery } from '../../src/query/parse-query.js';

const shown = (parts: readonly { readonly text: string; readonly isHit: boolean }[]): string =>
  parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
const mark = (query: string, text: string): string => shown(markHits(text, parseQuery(query).terms));

describe('markHits()', () => {
  it.each([
    ['су', 'Су және сурет', '[Су] және [сурет]'],
    ['казакстан', 'Бүгін Қазақстанда', 'Бүгін [Қазақстанда]'],
    ['"таза су"', 'таза су, су таза', '[таза су], су таза'],
    ['-су көл', 'су мен көл', 'су мен [көл]'],
    ['NOT су көл', 'су мен көл', 'су мен [көл]'],
    ['"', 'су', 'су'],
  ])('%s in «%s»', (query, text, expected) => {
    expect(mark(query, text)).toBe(expected);
  });
});

describe('snippetOf()', () => {
  const words = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => `сөз${from + index}`).join(' ');

  it('shows the place where most terms meet', () => {
    const text = `су ${words(0, 60)} су\n\nжарық ${words(60, 120)}`;
    const snippet = shown(snippetOf(text, parseQuery('су жарық').terms));
    expect(snippet).toMatch(/^…сөз54 .*\[су\] \[жарық\] сөз60 .*…$/);
  });

  it('begins with the text where nothing is found in it', () => {
    expect(shown(snippetOf('Қысқа мәтін.', parseQuery('су').terms))).toBe('Қысқа мәтін.');
    expect(shown(snippetOf('', parseQuery('су').terms))).toBe('');
  });

  it('cuts a text without spaces', () => {
    expect(shown(snippetOf('ж'.repeat(5000), [])).length).toBeLessThan(500);
  });
});
