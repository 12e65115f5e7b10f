import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS, STORY_URL, themes } from './dle-pages.js';
import { readHtml } from './read-html.js';

describe.each(Object.entries(themes))('extractHtml() on %s', (name, html) => {
  const { kind, article, site } = readHtml(html);

  it('takes the page for a story of its site', () => {
    expect([kind, site]).toEqual(['article', 'tasbulaq.example']);
  });

  it('reads headline and body, and nothing of the margin', () => {
    expect(article?.headline).toBe(HEADLINE);
    expect(article?.articleBody).toEqual(PARAGRAPHS);
  });

  it('reads the printed day and time', () => {
    expect([article?.datePublished, article?.timePublished]).toEqual(['2021-02-03', '10:15']);
  });

  it('reads the counters of the story, not those of the widget', () => {
    expect([article?.views, article?.commentCount]).toEqual([1109, 2]);
  });

  it('takes no generic account for the author', () => {
    expect(article?.author).toBeNull();
  });

  it.skipIf(name === 'tables without names')('names the category and the address of the story', () => {
    expect(article?.articleSection).toMatch(/^(?:Қоғам|kogam)$/);
    expect([null, '4321']).toContain(article?.nativeId ?? null);
  });

  it.runIf(html.includes('dle-comm-link'))('finds the id of the story in its own link', () => {
    expect([article?.nativeId, readHtml(html).url]).toEqual(['4321', STORY_URL]);
  });
});

describe('extractHtml() on tags', () => {
  it.each(['9.7 Default', '14 Red'])('reads the tag links of %s', (name) => {
    expect(readHtml(themes[name] ?? '').article?.keywords).toEqual(['көпір']);
  });

  it('takes neither the generated keywords nor the cloud of the site', () => {
    expect(readHtml(themes['11.0 Default'] ?? '').article?.keywords).toEqual([]);
  });
});
