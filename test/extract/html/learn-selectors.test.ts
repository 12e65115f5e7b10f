import { describe, expect, it } from 'vitest';
import { learnSelectors } from '../../../src/extract/html/learn-selectors.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import type { TruthValues } from '../../../src/model/page-truth.js';

const truth = (values: Partial<TruthValues>) => ({ file: 'a', locator: null, url: null, values, bodyOptional: [] });
const pages = (...labelled: readonly (readonly [string, Partial<TruthValues>])[]) =>
  labelled.map(([html, values]) => ({ tree: parsePage(html), truth: truth(values) }));
const learnt = (...labelled: readonly (readonly [string, Partial<TruthValues>])[]) =>
  Object.fromEntries(learnSelectors(pages(...labelled)).map(({ field, selectors }) => [field, selectors]));

describe('learnSelectors()', () => {
  it.each<[string, string, Partial<TruthValues>, Record<string, readonly string[]>]>([
    [
      'an id before a class',
      '<p id="name" class="b">Port opens</p>',
      { headline: 'Port opens' },
      { headline: ['#name'] },
    ],
    ['a class before a tag', '<h1 class="b">Port opens</h1>', { headline: 'Port opens' }, { headline: ['.b'] }],
    [
      'the begin of a numbered id',
      '<p id="news-id-4471">Port opens</p>',
      { headline: 'Port opens' },
      { headline: ['[id^="news-id-"]'] },
    ],
    [
      'no name that a program made',
      '<h1 class="css-1x9f">Port opens</h1>',
      { headline: 'Port opens' },
      { headline: ['h1'] },
    ],
    [
      'a date of a script',
      '<time class="t" datetime="2024-03-18">Mon</time>',
      { datePublished: '2024-03-18' },
      { datePublished: ['.t'] },
    ],
    [
      'an attribute where no text says it',
      '<ul class="m"><li title="Views: 12"></li></ul>',
      { views: 12 },
      { views: ['li[title^="Views"]::attr(title)'] },
    ],
    [
      'what stands after an icon',
      '<div><i class="eye"></i><b>12</b><i class="talk"></i><b>3</b></div>',
      { views: 12, commentCount: 3 },
      { views: ['.eye + b'], commentCount: ['.talk + b'] },
    ],
    [
      'a list',
      '<div class="tags"><a>port</a><a>sea</a></div>',
      { keywords: ['sea', 'port'] },
      { keywords: ['.tags a'] },
    ],
  ])('takes %s', (_, html, values, selectors) => {
    expect(learnt([html, values])).toEqual({ articleBody: undefined, ...selectors });
  });

  it('takes no selector that is wrong on any page', () => {
    const page = (title: string, rest: string) => `<p class="x">${title}</p><p class="y">${rest}</p>`;
    expect(
      learnt(
        [page('Port opens', 'Port opens'), { headline: 'Port opens' }],
        [page('Port shuts', 'News'), { headline: 'Port shuts' }],
      ),
    ).toMatchObject({ headline: ['.x'] });
  });

  it('takes no selector that finds a value where there is none', () => {
    expect(
      learnt(['<b class="x">Ann Lee</b>', { author: 'Ann Lee' }], ['<b class="x">Bob Ray</b>', { author: null }]),
    ).toMatchObject({
      author: [],
    });
  });

  it('takes several selectors for several designs', () => {
    expect(
      learnt(
        ['<p class="x">Port opens</p>', { headline: 'Port opens' }],
        ['<p class="y">Port shuts</p>', { headline: 'Port shuts' }],
      ),
    ).toMatchObject({ headline: ['.x', '.y'] });
  });

  it('finds the body by its words, and what stands inside it and belongs to no story', () => {
    const html = (advert: string) =>
      `<div class="page"><div class="menu">Home Sport Culture Town</div><div class="text"><p>Ships came into the harbour at noon.</p>${advert}<p>The mayor cut a long blue ribbon.</p></div></div>`;
    const articleBody = ['Ships came into the harbour at noon.', 'The mayor cut a long blue ribbon.'];
    expect(
      learnt([html(''), { articleBody }], [html('<div class="also">Read also: The pier</div>'), { articleBody }]),
    ).toEqual({ articleBody: ['.text'], notBody: ['.also'] });
  });
});
