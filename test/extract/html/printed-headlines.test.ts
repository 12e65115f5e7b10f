import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`).join('');
const menu = '<div><a href="/r1/">Қоғам</a> <a href="/r2/">Мәдениет</a></div>';
const foot = '<div>© Көлкент үні, 2024. Барлық құқықтар қорғалған</div>';

/** A page of a theme whose names say nothing. */
function page(title: string, head: string, margin = ''): string {
  return `<html><head><title>${title}</title></head><body>${menu}<table><tr><td>${margin}</td><td>${head}<p>3 ақпан 2021 ж.</p><div class="q2">${text}</div></td></tr></table>${foot}</body></html>`;
}

const url = 'https://tasbulaq.example/kogam/4321-x.html';

function headlineOf(html: string): string | null | undefined {
  return readHtml(html, { url }).article?.headline;
}

describe('extractHtml() on the headline', () => {
  const teaser = `<div><a href="/sport/700-x.html"><h4>${HEADLINE}</h4></a><p>9 мамыр 2024 ж. Қаралды: 5</p></div>`;

  it.each([
    ['no heading', `<div><b>${HEADLINE}</b></div>`],
    ['a heading of low rank', `<h5>${HEADLINE}</h5>`],
    ['the name of the section above it', `<h2>Мәдениет</h2><p>${HEADLINE}</p>`],
  ])('takes the print with %s before the teaser in the margin', (_name, head) => {
    const { article } = readHtml(page(`Көлкент үні » Мәдениет » ${HEADLINE}`, head, teaser), { url });
    expect(article).toMatchObject({ headline: HEADLINE, datePublished: '2021-02-03' });
    expect(article?.views).toBeNull();
  });

  it('takes a linked heading where nothing else prints it', () => {
    expect(headlineOf(page(HEADLINE, `<h2><a href="/kogam/4321-x.html">${HEADLINE}</a></h2>`))).toBe(HEADLINE);
  });

  it('finds a headline with a dash in capitals of the title', () => {
    const headline = 'Жел тұрса – жарық жоқ';
    expect(headlineOf(page(`${headline.toUpperCase()} | Көлкент үні`, `<div><b>${headline}</b></div>`))).toBe(headline);
  });

  it.each([
    ['a logo', '<h1><a href="/">Көлкент үні</a></h1>', ''],
    ['a line of its owner', '', ''],
  ])('is never the name of the paper, which %s tells', (_name, logo) => {
    expect(headlineOf(page('Көлкент үні', `${logo}<div><b>Жарық болды</b></div>`)) ?? null).toBeNull();
    expect(headlineOf(page('Көлкент үні', `${logo}<h3>${HEADLINE}</h3>`))).toBe(HEADLINE);
  });

  it('is no section of the menu', () => {
    expect(headlineOf(page('Көлкент үні', '<h2>Мәдениет</h2>')) ?? null).toBeNull();
  });

  it('takes the line that goes on where title and og:title were cut off', () => {
    const cut = `${HEADLINE.slice(0, 20)}…`;
    const html = page(`${cut} | Көлкент үні`, `<div class="hl">${HEADLINE}</div>`);
    expect(headlineOf(html.replace('</title>', `</title><meta property="og:title" content="${cut}">`))).toBe(HEADLINE);
  });
});
