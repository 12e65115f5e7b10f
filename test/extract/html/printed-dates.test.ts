import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = [...PARAGRAPHS, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`);

function dateOf(line: string, around = { inside: '', behind: '' }): string | null | undefined {
  const [first = '', ...others] = text;
  const story = `<h1>${HEADLINE}</h1>${line}<div class="q">${first}${around.inside}${others.join('')}</div>`;
  const page = `<html><head><title>${HEADLINE}</title></head><body><main>${story}</main>${around.behind}</body></html>`;
  return readHtml(page, { url: 'https://tasbulaq.example/n/4321' }).article?.datePublished;
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
});
