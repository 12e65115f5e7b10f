import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../src/model/settle.js';
import { linksOf } from '../../src/settle/join-links.js';
import { joinStories } from '../../src/settle/join-stories.js';

const ADDRESSES = ['x', 'x?page=2', 'x/amp', 'y', 'y/2', 'z', 'w/print', 'v'].map((path) => `a.example/${path}`);
const some = (...values: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...values], { maxLength: 2 });
/** Stories of few words, so that many share something, and of few enough that some share nothing. */
const anyStories = fc
  .array(
    fc.record({
      site: fc.constantFrom('a.example', 'b.example'),
      isSiteTold: fc.boolean(),
      isAddressed: fc.boolean(),
      isCompanion: fc.boolean(),
      nativeIds: some('7', '8'),
      addresses: some(...ADDRESSES),
      days: some('2021-05-10', '2021-05-11'),
      titles: some('t1', 't2', 't3', 't4'),
      bodies: some('b1', 'b2', 'b3', 'b4'),
      slugs: some('s1', 's2', 'a-slug-of-many-words-that-tells', 's4'),
    }),
    { maxLength: 7 },
  )
  .map((facts) => facts.map((fact, index): StoryFacts => ({ ...fact, key: `key:${index}` })));

function linkedOnes(stories: readonly StoryFacts[]): readonly StoryFacts[] {
  const links = stories.map((story) => new Set(linksOf(story)));
  return stories.filter((_, own) =>
    links.some((others, index) => index !== own && [...(links[own] ?? [])].some((link) => others.has(link))),
  );
}

describe('linksOf()', () => {
  it('leaves out no story that joinStories() needs to see', () => {
    let [joins, left] = [0, 0];
    const property = fc.property(anyStories, (stories) => {
      const linked = linkedOnes(stories);
      joins += joinStories(stories).length;
      left += stories.length - linked.length;
      expect(joinStories(linked)).toEqual(joinStories(stories));
    });
    fc.assert(property, { numRuns: 2000, seed: 1 });
    // The law says something: there were joins, and stories that stood alone.
    expect([joins > 100, left > 100]).toEqual([true, true]);
  });
});
