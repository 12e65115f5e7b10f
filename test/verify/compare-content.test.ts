import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentRow } from '../../src/model/verify.js';
import { compareContent } from '../../src/verify/compare-content.js';

const row = (name: string, hash = name): ContentRow => ({ table: 'article', row: name, hash });
const rows = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'))
    .map(([name, hash]) => row(name, name + hash)),
  { maxLength: 8 },
);

async function* each<T>(values: readonly T[], onGiven: () => void = () => {}): AsyncGenerator<T> {
  for (const value of values) {
    onGiven();
    yield value;
  }
}

/** How often each row stands in `some` more often than in `others`, by name and hash. */
function surplusOf(some: readonly ContentRow[], others: readonly ContentRow[]): number {
  const left = others.map(({ hash }) => hash);
  return some.filter(({ hash }) => {
    const place = left.indexOf(hash);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  }).length;
}

describe('compareContent()', () => {
  it('names what differs, what is too many and what is missing', async () => {
    const found = [row('a'), row('b', 'changed'), row('c')];
    const expected = [row('b'), row('c'), row('d')];
    expect((await compareContent(each(found), each(expected))).map(({ row, message }) => [row, message])).toEqual([
      ['a', 'is not among what its captures give'],
      ['b', 'differs from what its captures give'],
      ['d', 'is missing from what its captures give'],
    ]);
  });

  it('finds nothing in rows of any order, and each row that one has more often', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (found, expected) => {
        expect(await compareContent(each(found), each(found.toReversed()))).toEqual([]);
        const damages = await compareContent(each(found), each(expected));
        const surplus = damages.filter(({ message }) => !message.startsWith('is missing')).length;
        expect(surplus).toBe(surplusOf(found, expected));
        expect(damages.length === 0).toBe(surplus === 0 && surplusOf(expected, found) === 0);
      }),
    );
  });

  it('reads both side by side, so that it need not hold them', async () => {
    const given = { found: 0, expected: 0 };
    let furthest = 0;
    const count = (side: keyof typeof given) => () => {
      given[side] += 1;
      furthest = Math.max(furthest, Math.abs(given.found - given.expected));
    };
    const many = Array.from({ length: 500 }, (_, index) => row(String(index)));
    expect(await compareContent(each(many, count('found')), each(many, count('expected')))).toEqual([]);
    expect({ ...given, furthest }).toEqual({ found: 500, expected: 500, furthest: 1 });
  });
});
