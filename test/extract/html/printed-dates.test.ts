import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.js';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = [...PARAGRAPHS, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`);

function storyOf(line: string, around = { inside: '', behind: '' }): Article | null {
  const [first = '', ...others] = text;
  const story = `<h1>${HEADLINE}</h1>${line}<div class="q">${first}${around.inside}${others.join('')}</div>`;
  const page = `<html><head><title>${HEADLINE}</title></head><body><main>${story}</main>${around.behind}</body></html>`;
  return readHtml(page, { url: 'https://tasbulaq.example/n/4321' }).article;
}

function dateOf(line: string, around?: { inside: string; behind: string }): string | null | undefined {
  return storyOf(line, around)?.datePublished;
}

describe('printedDates()', () => {
  it.each([
    ['a day and its change in one line', 'Publié le 13/05/2022 à 00h30, mis à jour le 14/05/2022 à 09h00'],
    ['a byline before and a length behind', 'Par A. Roux - 13 mai 2022 | mis à jour le 15 mai 2022 - Lecture : 3 min'],
    ['times before the days', 'Published: 23:40 GMT, 13 May 2022 | Updated: 08:00 GMT, 15 May 2022'],
    ['Arabic figures and a month of two words', '١٣ أيار ٢٠٢٢'],
    ['an Arabic label', 'نشر في: الجمعة 13 مايو 2022 - 05:30 م'],
    ['a Czech month', '13. května 2022'],
  ])('reads %s', (_, line) => {
    expect(dateOf(`<p>${line}</p>`)).toBe('2022-05-13');
  });

  it('takes the day of the story before that of its state', () => {
    expect(dateOf('<p>Stand: 20.05.2022, 10:00 Uhr</p><p>Erstellt: 13.05.2022, 06:12 Uhr</p>')).toBe('2022-05-13');
  });

  it('leaves the day beside a link inside the text', () => {
    const inside =
      '<div><a href="/article_9f8e.html"><h3>Ауыл мектебіне жаңа автобус берілді</h3></a><time>1 мамыр 2021</time></div>';
    expect(dateOf('', { inside, behind: '' })).toBeNull();
  });

  it.each(['Altre notizie', 'Weitere Meldungen', 'Diğer haberler'])('leaves days of a box headed «%s»', (heading) => {
    const behind = `<div><h3>${heading}</h3><div><time datetime="2024-09-01">01/09/2024</time> <a href="/x/1">Qisqa</a></div></div>`;
    expect(dateOf('', { inside: '', behind })).toBeNull();
  });

  it('takes a day and the hour beside it from two elements', () => {
    const line = '<ul><li><time>13 мамыр 2022</time></li><li><time>10:15</time></li></ul>';
    expect(storyOf(line)).toMatchObject({ datePublished: '2022-05-13', timePublished: '10:15' });
  });

  it('leaves the day of a box that is named after the change', () => {
    const changed = '<div class="field--name-changed"><div><time datetime="2022-05-20">20.05.2022</time></div></div>';
    expect(dateOf(changed)).toBeNull();
    expect(dateOf('<span class="post-date updated">13.05.2022</span>')).toBe('2022-05-13');
  });

  it('takes the day that a story names as its first', () => {
    const line =
      '<p>20 May 2022</p><p>This article was originally published on 13 May 2022 and is kept up to date.</p>';
    expect(dateOf(line)).toBe('2022-05-13');
  });

  it('keeps a day of which nobody can tell the month as printed, and takes no other', () => {
    const line = '<p class="date">Posted 3/9/2021</p><div><p>5 May 2022</p></div>';
    const story = `<h1>Council approves new bridge</h1>${line}<div class="q">${text.join('')}</div>`;
    const page = `<html lang="en"><title>Council approves new bridge</title><body><main>${story}</main></body></html>`;
    const { article } = readHtml(page, { url: 'https://tasbulaq.example/n/4321' });
    expect(article).toMatchObject({ datePublished: null, dateText: 'Posted 3/9/2021' });
  });

  it('takes the day of an aside that names the author, where no other is printed', () => {
    const aside = '<aside><p>13 мамыр 2022</p><p>Автор: Самат Ержанов</p></aside>';
    expect(dateOf(aside)).toBe('2022-05-13');
    expect(dateOf('<aside><p>13 мамыр 2022</p><p>Ауа райы</p></aside>')).toBeNull();
    expect(dateOf(`${aside}<p>20 мамыр 2022</p>`)).toBe('2022-05-20');
  });

  it('reads the foot of a story that is no footer', () => {
    expect(dateOf('<div class="footer"><p>13.05.2022</p><p>Jonas Brandt</p></div>')).toBe('2022-05-13');
  });

  it.each(['Сайт обновлён 13.05.2022. Все права защищены', 'Letzte Aktualisierung der Website: 13.05.2022'])(
    'leaves the day of the site: %s',
    (line) => expect(dateOf('', { inside: '', behind: `<div>${line}</div>` })).toBeNull(),
  );
});
