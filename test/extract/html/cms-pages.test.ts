import { describe, expect, it } from 'vitest';
import { cmsPages } from './cms-pages.js';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

describe('extractHtml() on pages of other engines', () => {
  it.each(Object.entries(cmsPages))('reads a story of %s', (_, { url, html }) => {
    const { article } = readHtml(html, { url });
    expect([article?.headline, article?.datePublished]).toEqual([HEADLINE, '2021-02-03']);
    expect(article?.articleBody).toEqual(PARAGRAPHS);
  });

  it.each(['© 01.01.2015 Тасбұлақ жаршысы', 'Куәлік №1234-Г, 12.05.2009 ж. берілген'])(
    'takes the day of «%s» for none of the story',
    (line) => {
      const html = `<h1>${HEADLINE}</h1><div><p>${PARAGRAPHS.join('</p><p>')}</p></div><div>${line}</div>`;
      expect(readHtml(html).article?.datePublished).toBeNull();
    },
  );
});
