import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = [...PARAGRAPHS, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`).join('');

function headlineOf(title: string, head: string, url = 'https://tasbulaq.example/n/4321'): string | null | undefined {
  const page = `<html><head><title>${title}</title></head><body>${head}<div class="q2">${text}</div></body></html>`;
  return readHtml(page, { url }).article?.headline;
}

describe('readHeadingBelow()', () => {
  it.each([
    ['the name of a rubric', 'Тасбұлақ: толығырақ', `<h1>Жаңалықтар</h1><h2>${HEADLINE}</h2>`],
    ['a rubric of the place', 'Новости района', `<h1>Новости района</h1><h3>${HEADLINE}</h3>`],
    ['a rubric of the menu', 'Ауыл - Өмір', `<a href="/omir/">Өмір</a><h1>Өмір</h1><h2>${HEADLINE}</h2>`],
    ['the name of the site above its menu', 'Ауыл', `<h1>Ауыл</h1><a href="/a/">А</a><h2>${HEADLINE}</h2>`],
    ['a motto in a lower rank', 'News', `<h1>News</h1><h4>Our town in words</h4><h2>${HEADLINE}</h2>`],
    [
      'a marked headline in a box',
      'Presse',
      `<h1>Presse</h1><div class="header"><h3 itemprop="headline">${HEADLINE}</h3></div>`,
    ],
  ])('takes the heading below %s', (_, title, head) => {
    expect(headlineOf(title, head)).toBe(HEADLINE);
  });

  it.each([
    ['a short headline', `Ақ жол | Ауыл`, '<h1>Ақ жол</h1><h2>Ауылға жол салынды</h2>', 'Ақ жол'],
    ['a headline of a site without a name', 'Ақ жол', '<h1>Ақ жол</h1><h2>Ауылға жол салынды</h2>', 'Ақ жол'],
    [
      'a rubric above a link',
      'Новости',
      '<h1>Новости</h1><h2><a href="/n/7-zhol">Ауылға жол салынды</a></h2>',
      'Новости',
    ],
  ])('leaves %s', (_, title, head, expected) => {
    expect(headlineOf(title, head)).toBe(expected);
  });
});
