import { describe, expect, it } from 'vitest';
import { findDrift } from '../../src/archive/drift.js';
import type { FieldCounts } from '../../src/model/drift.js';

const counts = (articles: number, withoutDate: number): FieldCounts => ({
  articles,
  withoutDate,
  withoutViews: articles,
  withoutBody: 0,
});

/** Articles and missing dates before, then now, and whether that is a drift. */
const cases: readonly (readonly [
  before: readonly [number, number],
  now: readonly [number, number],
  isDrift: boolean,
])[] = [
  [[900, 18], [130, 58], true],
  [[900, 0], [30, 30], true],
  [[50, 0], [30, 15], true],
  // As before, or better than before.
  [[900, 450], [300, 155], false],
  [[900, 450], [300, 0], false],
  // Too few to prove anything.
  [[49, 0], [300, 300], false],
  [[900, 0], [29, 29], false],
  // Few enough to be chance.
  [[60, 6], [30, 8], false],
  // Certain, but too small to matter.
  [[100_000, 0], [100_000, 9_000], false],
];

describe('findDrift()', () => {
  it.each(cases)('judges missing dates in %j before and %j now: %s', (before, now, isDrift) => {
    const found = findDrift([{ site: 'a.example', before: counts(...before), now: counts(...now) }]);
    expect(found.map(({ field }) => field)).toEqual(isDrift ? ['datePublished'] : []);
  });

  it('tells site, field and shares', () => {
    const found = findDrift([{ site: 'a.example', before: counts(900, 18), now: counts(130, 58) }]);
    const before = { articles: 900, missing: 18, share: 0.02 };
    const now = { articles: 130, missing: 58, share: 0.4462 };
    expect(found).toEqual([{ site: 'a.example', field: 'datePublished', before, now }]);
  });
});
