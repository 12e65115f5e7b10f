import { describe, expect, it } from 'vitest';
import { darknessOf } from '../../src/report/darkness.js';

describe('darknessOf()', () => {
  it.each([
    [[], []],
    [[0, 3, 3], [[3, 3]]],
    [
      [1, 2, 2],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      [1, 1, 1, 1, 1, 1, 1, 1, 9, 40, 50, 60, 70],
      [
        [1, 1],
        [2, 50],
        [51, 70],
      ],
    ],
  ])('shares %j out over few steps', (counts, steps) => {
    expect(darknessOf(counts).steps.map(({ from, to }) => [from, to])).toEqual(steps);
  });

  it('gives a stronger shade to more, none to none', () => {
    const { level } = darknessOf(Array.from({ length: 100 }, (_, n) => n + 1));
    expect([0, 1, 25, 50, 75, 100, 1000].map(level)).toEqual([0, 1, 2, 3, 4, 5, 5]);
  });
});
