import { describe, expect, it } from 'vitest';
import { spellsHeadline } from '../../../src/extract/html/spelt-headline.js';
import { HEADLINE, PARAGRAPHS, STORY_URL, sitePage } from './dle-pages.js';
import { readHtml } from './read-html.js';

describe('spellsHeadline()', () => {
  it.each([
    ['letters without their marks', 'https://a.example/x/grosse-brucke-uber-den-fluss', 'Große Brücke über den Fluss'],
    [
      'doubled vowels',
      'https://a.example/grosse-bruecke-ueber-den-fluss-art-1234567.html',
      'Große Brücke über den Fluss!',
    ],
    [
      'an apostrophe as nothing',
      'https://a.example/474126.the-mayors-new-bridge-opens',
      'The mayor’s new bridge opens',
    ],
    [
      'letters as they are',
      `https://a.example/${encodeURIComponent('жаңа-көпір-бүгін-ашылды')}/`,
      'Жаңа көпір бүгін ашылды',
    ],
    [
      'the spelling of the engine',
      STORY_URL.replace('ashyldy', 'ashyldy-zhne-zhol-salyndy'),
      `${HEADLINE} және жол салынды`,
    ],
  ])('knows %s', (_, address, headline) => {
    expect(spellsHeadline(address)(headline)).toBe('whole');
  });

  it('knows the beginning where the address was cut off', () => {
    const address = 'https://a.example/the-new-bridge-over-the-river-was-opened-by-the-mayor';
    expect(spellsHeadline(address)('The new bridge over the river was opened by the mayor on Monday')).toBe(
      'beginning',
    );
  });

  it.each([
    ['a topic', 'https://a.example/new-bridge', 'New bridge'],
    ['another headline', 'https://a.example/the-new-bridge-over-the-river', 'The old bridge over the river'],
    ['an endless address', `https://a.example/${'1.'.repeat(100_000)}x`, 'The new bridge over the river'],
    ['no address', null, 'The new bridge over the river'],
  ])('says nothing of %s', (_, address, headline) => {
    expect(spellsHeadline(address)(headline)).toBeNull();
  });
});

describe('extractHtml() on several headlines', () => {
  const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const read = (url: string, heading: string, og: string) =>
    readHtml(
      sitePage(`<h1>${heading}</h1><p>3 ақпан 2021 ж.</p><div>${text}</div>`, {
        title: `${heading} » Тасбұлақ жаршысы`,
        head: `<meta property="og:title" content="${og}">`,
      }),
      { url },
    ).article?.headline;
  const url = 'https://tasbulaq.example/2021/02/the-new-bridge-over-the-river-opens/';
  const spelt = 'The new bridge over the river opens';

  it('takes the one that the address spells', () => {
    expect(read(url, 'Live: crowds gather at the water', spelt)).toBe(spelt);
  });

  it('keeps a heading that holds more than the address', () => {
    expect(read(url, `${spelt}: the complete guide`, spelt)).toBe(`${spelt}: the complete guide`);
  });
});
