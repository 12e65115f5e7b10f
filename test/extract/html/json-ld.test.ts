import { describe, expect, it } from 'vitest';
import { isStory, readLinkedObjects } from '../../../src/extract/html/json-ld.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const story = '"@type":"NewsArticle","headline":"Көпір ашылды","datePublished":"2021-02-03T10:15:00+06:00"';

function read(script: string) {
  return readLinkedObjects(parsePage(`<script type="application/ld+json">${script}</script>`)).filter(isStory);
}

describe('readLinkedObjects()', () => {
  it.each([
    ['a line break in a string', `{${story.replace('Көпір ', 'Көпір\n')}}`],
    ['a comma too many', `{${story},}`],
    ['a comment around it', `<!-- {${story}} -->`],
    ['a rest behind it', `{${story}}, "author": {"name": "}"}}`],
    ['straight quotes in a string', `{"@context":"https://schema.org",${story.replace('Көпір', '"Жаңа" көпір')}}`],
  ])('reads a story with %s', (_, script) => {
    expect(read(script)[0]?.datePublished).toBe('2021-02-03T10:15:00+06:00');
  });

  it('takes a headline with straight quotes up to the next name', () => {
    expect(read(`{${story.replace('Көпір', '"Жаңа" көпір')}}`)[0]?.headline).toBe('"Жаңа" көпір ашылды');
  });

  it('makes no story of a broken script about something else', () => {
    expect(read('{"@type":"Organization","name":"A "b"","datePublished":"2021-02-03"')).toEqual([]);
  });

  it('gives up on brackets without an end in linear time', () => {
    expect(read('{"a":['.repeat(50_000))).toEqual([]);
  });
});

describe('extractHtml() on a page that prints no text', () => {
  const text = PARAGRAPHS.join(' ');
  const page = (body: string) =>
    readHtml(
      `<html><head><title>${HEADLINE}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: HEADLINE, datePublished: '2021-02-03', articleBody: body })}</script></head><body><h1>${HEADLINE}</h1><div id="app"></div></body></html>`,
    );

  it('takes the one that it tells programs, and says so', () => {
    const { article, evidence } = page(`<p>${text}</p>\n<p>${text}</p>`);
    expect(article?.articleBody).toEqual([text, text]);
    expect(evidence.articleBody).toEqual({ rule: 'json-ld', layer: 'structured-data' });
  });

  it('takes no summary', () => {
    expect(page('Көпір ашылды.').article?.articleBody ?? []).toEqual([]);
  });
});
