import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../src/archive/canonical-url.js';
import { type CaptureKeys, storyOf } from '../../src/archive/identity.js';

const HEADLINE = '2021-05-04 копир ашылды';
const dump: CaptureKeys = { site: null, nativeId: null, urlKey: null, headlineKey: HEADLINE, textSha256: 'f00' };
const page: CaptureKeys = { ...dump, site: 'steppe.example', nativeId: '1', urlKey: 'steppe.example/1' };

describe('storyOf()', () => {
  it.each([
    ['goes by the id of the site', page, [page], 'steppe.example id:1'],
    [
      'goes by the address where there is no id',
      { ...page, nativeId: null },
      [],
      'steppe.example url:steppe.example/1',
    ],
    ['finds the id by the address', { ...page, nativeId: null }, [page], 'steppe.example id:1'],
    ['joins a dump with the one page of its headline and day', dump, [dump, page], 'steppe.example id:1'],
    [
      'lets two pages of one headline have no dump',
      dump,
      [page, { ...page, nativeId: '2' }],
      `unknown headline:${HEADLINE}`,
    ],
    [
      'keeps a dump of another site apart',
      { ...dump, site: 'lake.example' },
      [page],
      `lake.example headline:${HEADLINE}`,
    ],
    [
      'leads a dump of an unknown site to that of a known one',
      dump,
      [dump, { ...dump, site: 'lake.example' }],
      `lake.example headline:${HEADLINE}`,
    ],
    [
      'goes by the text where headline or day are not known',
      { ...dump, headlineKey: null },
      [page],
      'unknown text:f00',
    ],
  ])('%s', (_, capture, related, story) => {
    const { site, key } = storyOf(capture, related);
    expect(`${site} ${key}`).toBe(story);
  });
});

describe('canonicalUrl()', () => {
  it.each([
    ['https://www.Steppe.example/a/?b=1&a=2#x', 'steppe.example/a?a=2&b=1'],
    ['http://steppe.example/%D0%B0.html?utm_source=x', 'steppe.example/а.html'],
    ['https://steppe.example/cat/print:page,1,12-slug.html', 'steppe.example/cat/12-slug.html'],
    ['https://steppe.example/cat/page,2,12-slug.html', 'steppe.example/cat/12-slug.html'],
    ['https://steppe.example/%zz', 'steppe.example/%zz'],
    [' no address ', 'no address'],
  ])('makes %s into %s', (url, key) => {
    expect(canonicalUrl(url)).toBe(key);
  });
});
