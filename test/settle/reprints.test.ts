import { describe, expect, it } from 'vitest';
import type { SketchedArticle } from '../../src/model/settle.js';
import { findReprints } from '../../src/settle/reprints.js';
import { sketchOf } from '../../src/settle/reprints-sketch.js';

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `сөз${from + index}`).join(' ');
const TEXT = words(0, 120);

function article(id: number, body: string, fields: Partial<SketchedArticle> = {}): SketchedArticle {
  const site = `paper-${id}.example`;
  return {
    id,
    site,
    key: `id:${id}`,
    publishedOn: `2021-05-0${id}`,
    publishedTime: null,
    sketch: sketchOf(body),
    ...fields,
  };
}

describe('findReprints()', () => {
  it('names the earliest article with the same text, whatever was added to it', () => {
    const later = article(3, `${TEXT.toUpperCase()}. Деп хабарлайды біздің тілші.`);
    const [reprint, ...more] = findReprints([later, article(2, TEXT), article(1, words(500, 120))]);
    expect(reprint).toMatchObject({ article: 3, reprintOf: 2, isOrderKnown: true });
    expect(more).toEqual([]);
  });

  it('says where the dates do not tell which was first', () => {
    const day = { publishedOn: '2021-05-01' };
    expect(findReprints([article(2, TEXT, day), article(1, TEXT, day)])).toEqual([
      { article: 2, reprintOf: 1, shared: 1, isOrderKnown: false },
    ]);
  });

  it.each([
    ['the same paper', [article(1, TEXT), article(2, TEXT, { site: 'paper-1.example' })]],
    ['a text that shares less than half', [article(1, TEXT), article(2, words(70, 120))]],
    ['a greeting of few words', [article(1, words(0, 10)), article(2, words(0, 10))]],
  ])('does not take %s for a reprint', (_, articles) => {
    expect(findReprints(articles)).toEqual([]);
  });
});
