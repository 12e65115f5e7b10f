import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLine, openCounts, packCounts, unpackCounts } from '../../src/settle/language-counts.js';

const lines = [
  'Көктемде дала гүлге толды.',
  'Бүгін Айдос далаға шықты — «көктем» келді.',
  'Дала кең, көктем жылы.',
  'Ол қалада Айдос есімді дос тапты',
];
const countsOf = (texts: readonly string[]) => {
  const counts = openCounts();
  for (const text of texts) countLine(counts, text);
  return counts;
};

describe('countLine()', () => {
  it('counts words in lower case, and capitals within sentences only', () => {
    const { words, capitals } = countsOf(lines);
    expect(words.get('дала')).toBe(2);
    expect([...capitals]).toEqual([['айдос', 2]]);
  });

  it('depends on the lines and not on their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(packCounts(countsOf(shuffled))).toBe(packCounts(countsOf(lines)));
      }),
    );
  });
});

describe('unpackCounts()', () => {
  it('gives back what was packed', () => {
    const counts = countsOf(lines);
    const unpacked = unpackCounts(packCounts(counts));
    for (const kind of ['words', 'capitals', 'pairs', 'signs'] as const) {
      expect([...unpacked[kind]].sort()).toEqual([...counts[kind]].sort());
    }
  });
});
