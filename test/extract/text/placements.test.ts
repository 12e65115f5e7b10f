import { describe, expect, it } from 'vitest';
import { FIRST, FOOTER, HEADLINE, read, SECOND } from './dumps.js';

const LINES = [`» » ${HEADLINE}`, HEADLINE, `\u00a0 ${FIRST}`, `«${HEADLINE}»`, SECOND, FOOTER];

describe('extract() of a text places its lines', () => {
  const { article, placements } = read(LINES);
  const placeOf = (segment: number) => placements.find((placement) => placement.segment === segment);

  it.each([
    [0, 'headline-copy'],
    [1, 'headline'],
    [2, 'articleBody'],
    [3, 'headline-copy'],
    [4, 'articleBody'],
    [5, 'datePublished'],
  ])('line %i in %s', (segment, field) => {
    expect(placeOf(segment)?.field).toBe(field);
  });

  it.each([2, 4])('line %i where its text stands in the body, indent included', (segment) => {
    const line = LINES[segment] ?? '';
    const body = [...(article?.articleBody.join('\n\n') ?? '')];
    const start = (placeOf(segment)?.start ?? Number.NaN) + [...line].findIndex((sign) => sign.trim() !== '');
    expect(body.slice(start, start + [...line.trim()].length).join('')).toBe(line.trim());
  });

  it('at most once', () => {
    expect(new Set(placements.map(({ segment }) => segment)).size).toBe(placements.length);
  });
});
