import { describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../src/model/settle.js';
import { joinStories } from '../../src/settle/join-stories.js';

const SLUG = 'ozen-stne-salynan-zhana-kpr';

/** A story page with an address and a day. */
function story(key: string, fields: Partial<StoryFacts> = {}): StoryFacts {
  return {
    site: 'steppe-news.example',
    key,
    isSiteTold: true,
    isAddressed: true,
    isCompanion: false,
    nativeIds: [],
    addresses: [key.replace('url:', '')],
    days: ['2021-05-04'],
    titles: ['копир ашылды'],
    bodies: ['body-1'],
    slugs: [],
    ...fields,
  };
}

/** A text dump that names neither address nor, by itself, a day. */
function dump(fields: Partial<StoryFacts> = {}): StoryFacts {
  return story('headline:x', { isAddressed: false, addresses: [], days: [], titles: [], bodies: ['other'], ...fields });
}

const joinsOf = (...stories: readonly StoryFacts[]): readonly string[] =>
  joinStories(stories).map(({ from, into, rule }) => `${from.key} → ${into.key} (${rule})`);

describe('joinStories()', () => {
  it.each<readonly [string, readonly StoryFacts[], readonly string[]]>([
    [
      'joins one text under several addresses of a site',
      [story('url:a.example/x'), story('url:a.example/news/x'), story('url:a.example/2021/x')],
      ['url:a.example/2021/x → url:a.example/x (same-text)', 'url:a.example/news/x → url:a.example/x (same-text)'],
    ],
    [
      'joins an address without id into the story with one',
      [story('url:a.example/x'), story('id:7', { nativeIds: ['7'] })],
      ['url:a.example/x → id:7 (same-text)'],
    ],
    [
      'leaves stories apart that the site gives two ids',
      [story('id:7', { nativeIds: ['7'] }), story('id:8', { nativeIds: ['8'] }), story('url:a.example/x')],
      [],
    ],
    [
      'leaves a notice apart that is printed again on another day',
      [story('url:a.example/x'), story('url:a.example/y', { days: ['2021-05-11'] })],
      [],
    ],
    ['leaves sister papers apart', [story('url:a.example/x'), story('url:b.example/x', { site: 'b.example' })], []],
    [
      'joins the form for telephones by headline and day, whatever its text leaves out',
      [
        story('url:a.example/x'),
        story('url:m.a.example/x', { bodies: ['2'] }),
        story('url:a.example/x/amp', { bodies: ['3'] }),
        story('url:a.example/x?amp=1', { bodies: ['4'], days: [] }),
      ],
      [
        'url:a.example/x/amp → url:a.example/x (mobile-page)',
        'url:a.example/x?amp=1 → url:a.example/x (mobile-page)',
        'url:m.a.example/x → url:a.example/x (mobile-page)',
      ],
    ],
    [
      'leaves it apart under another headline or on another day',
      [
        story('url:a.example/x'),
        story('url:m.a.example/x', { bodies: ['2'], titles: ['жол'] }),
        story('url:a.example/x/amp', { bodies: ['3'], days: ['2021-05-11'] }),
      ],
      [],
    ],
    [
      'joins a later page by its address',
      [story('url:a.example/x'), story('url:a.example/x?page=2', { isCompanion: true, bodies: ['2'] })],
      ['url:a.example/x?page=2 → url:a.example/x (page-of-story)'],
    ],
    [
      'joins a print page by headline and day',
      [story('url:a.example/x'), story('url:a.example/p?1', { isCompanion: true, bodies: ['2'] })],
      ['url:a.example/p?1 → url:a.example/x (page-of-story)'],
    ],
    [
      'leaves a print page alone that two stories claim',
      [
        story('url:a.example/x'),
        story('url:a.example/y', { bodies: ['3'] }),
        story('url:a.example/p?1', { isCompanion: true, bodies: ['2'] }),
      ],
      [],
    ],
    [
      'joins a text by the slug of its headline',
      [story('id:7', { slugs: [SLUG] }), dump({ slugs: [SLUG] })],
      ['headline:x → id:7 (slug)'],
    ],
    [
      'joins a text by a short slug on the same day only',
      [story('id:7', { slugs: ['a-b'] }), dump({ slugs: ['a-b'], days: ['2021-05-04'] })],
      ['headline:x → id:7 (slug)'],
    ],
    ['does not trust a short slug without a day', [story('id:7', { slugs: ['a-b'] }), dump({ slugs: ['a-b'] })], []],
    [
      'does not join a text of another day',
      [story('id:7', { slugs: [SLUG] }), dump({ slugs: [SLUG], days: ['2021-05-05'] })],
      [],
    ],
    [
      'parts a text from its story when a second one has the slug',
      [story('id:7', { slugs: [SLUG] }), story('id:8', { slugs: [SLUG], bodies: ['3'] }), dump({ slugs: [SLUG] })],
      [],
    ],
    [
      'joins a text without headline by its body, to any site where its own is unknown',
      [story('id:7'), dump({ bodies: ['body-1'], site: 'unknown', isSiteTold: false })],
      ['headline:x → id:7 (same-body)'],
    ],
    [
      'does not join a text to the story of another paper than its own',
      [story('id:7'), dump({ bodies: ['body-1'], site: 'lake-news.example' })],
      [],
    ],
    [
      'does not choose between two stories of the headline and day by the text',
      [
        story('id:7'),
        story('id:8', { bodies: ['3'] }),
        dump({ bodies: ['body-1'], titles: ['копир ашылды'], days: ['2021-05-04'] }),
      ],
      [],
    ],
  ])('%s', (_, stories, expected) => {
    expect(joinsOf(...stories)).toEqual(expected);
    expect(joinsOf(...[...stories].reverse())).toEqual(expected);
  });
});
