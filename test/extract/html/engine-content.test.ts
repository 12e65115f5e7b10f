import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const [first = ''] = PARAGRAPHS;
const foot =
  '<div class="q9"><p>Құрылтайшы: «Тасбұлақ баспа» ЖШС</p><p>Мекенжай: Тасбұлақ, Бейбітшілік көшесі, 5, 2-қабат</p><p>Байланыс: 2-41-15, 2-41-16, хат: gazet, жарнама: bolim</p></div>';
const day = '<div class="q3">3 ақпан 2021 ж.</div>';

/** A page whose names say nothing, with the mark of the engine around its content or without. */
function page(content: string, { mark = '', title = HEADLINE }: { mark?: string; title?: string } = {}): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} - Тасбұлақ жаршысы</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head>
<body><div class="q0"><a href="/">Тасбұлақ жаршысы</a> <a href="/kogam/">Қоғам</a> <a href="/sport/">Спорт</a></div><div${mark}>${content}</div>
<div class="q5"><h3>Валюта</h3><p>Бағам 09.05.2024: доллар 480, еуро 520, рубль 5</p></div>${foot}</body></html>`;
}

const marked = { mark: ' id="dle-content"' };

describe('extractHtml() on the content that the engine marks', () => {
  it('takes no text from outside of it', () => {
    const { article, kind } = readHtml(page(`<h1>${HEADLINE}</h1>${day}<div>${first}</div>`, marked));
    expect([kind, article?.articleBody, article?.datePublished]).toEqual(['article', [first], '2021-02-03']);
  });

  it('takes a list of headlines for one, whatever stands beside it', () => {
    const rows = [1, 2, 3, 4].map(
      (id) =>
        `<li>0${id} мамыр 2021 ж. <a href="/sport/${id}17-bayge.html">Ауылда өткен ${id}-ші бәйгенің жеңімпазы</a></li>`,
    );
    expect(readHtml(page(`<h1>Спорт</h1><ul>${rows.join('')}</ul>`, { ...marked, title: 'Спорт' })).kind).toBe(
      'listing',
    );
  });

  it('takes a page of the office for no story', () => {
    const lines = '<p>Редакция: Тасбұлақ ауылы, Бейбітшілік көшесі, 5.</p><p>Бас редактор: Асан Үсенов</p>';
    expect(readHtml(page(`<h1>Байланыс</h1>${lines}`, { ...marked, title: 'Байланыс' })).kind).toBe('static');
  });

  it('believes no mark that broken markup closed before the story', () => {
    const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`)
      .join('')
      .repeat(5);
    const broken = page(`<h1>${HEADLINE}</h1>${day}<p>Тасбұлақ ауылының орталығы.</p></div></div><div>${text}`, marked);
    expect(readHtml(broken).article?.articleBody).toEqual(expect.arrayContaining([...PARAGRAPHS]));
  });

  it('takes a day with its weekday inside for that of the story', () => {
    const about = '<ul class="q3"><li>Қаралды: 15</li><li>Сәрсенбі, 03.02.2021 10:15</li></ul>';
    const { article, capturedAt } = readHtml(page(`${about}<div><b>${HEADLINE}</b></div><div>${first}</div>`, marked));
    expect([article?.datePublished, article?.timePublished, capturedAt]).toEqual(['2021-02-03', '10:15', null]);
  });
});

describe('extractHtml() on a story of a few lines', () => {
  it('finds it where lines of the office have more commas', () => {
    const more = ['Салтанатқа аудан тұрғындары мен қонақтар жиналды.', 'Ақсақалдар бата беріп, жастар ән шырқады.'];
    const lines = [...PARAGRAPHS, ...more, 'Енді көпірге апарар жолға тас төселмек.'];
    const { article } = readHtml(page(`<h1>${HEADLINE}</h1>${day}<div>${lines.join('<br><br>')}</div>`));
    expect(article?.articleBody).toEqual(lines);
  });

  it('takes leads under headlines for a list where one of them was taken for the story', () => {
    const items = [1, 2, 3, 4].map(
      (id) =>
        `<div class="k"><h2><a href="/sport/${id}17-bayge.html">Ауылда өткен ${id}-ші бәйге</a></h2><div class="t">${PARAGRAPHS[id % 3]} ${'Жарысқа көрші елді мекендерден де ат қосылды. '.repeat(id === 2 ? 4 : 1)}</div></div>`,
    );
    expect(readHtml(page(`<h1>Спорт</h1>${items.join('')}`, { ...marked, title: 'Спорт' })).kind).toBe('listing');
  });
});

describe('extractHtml() on a story that shares its element with tools', () => {
  it('leaves out the size of letters and the stars', () => {
    const tools = '<div>A- A A+</div>';
    const stars = '<div>Рейтинг: 4.5 / 5 (6 голосов)</div>';
    const lines = PARAGRAPHS.map((paragraph) => `<div>${paragraph}</div>`).join('');
    const { article } = readHtml(page(`<h1>${HEADLINE}</h1>${day}${tools}${lines}${stars}`, marked));
    expect(article?.articleBody).toEqual(PARAGRAPHS);
  });
});

describe('extractHtml() on counters beside labels', () => {
  it.each([
    ['a figure behind an icon before a label', '3 ақпан 2021 ж. / <i class="fa fa-eye"></i> 1 109 / Пікір саны: 2'],
    ['a dash between label and figure', 'Қаралым саны — 1 109 / 3 ақпан 2021 ж. / Талқылау (2)'],
    ['persons who read', '3 ақпан 2021 ж. — 1 109 адам оқыды — Пікір қалдырғандар: 2'],
    ['readers', 'Читателей: 1 109 • Обсуждение (2)'],
  ])('reads %s', (_name, line) => {
    const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
    const { article } = readHtml(page(`<h1>${HEADLINE}</h1><div class="q3">${line}</div><div>${text}</div>`, marked));
    expect([article?.views, article?.commentCount]).toEqual([1109, 2]);
  });

  it('takes no time behind the sign of a clock for two counters', () => {
    const line = '<div class="q3">🗓 3 ақпан 2021 🕒 14:59</div>';
    const { article } = readHtml(page(`<h1>${HEADLINE}</h1><div>${first}</div>${line}`));
    expect([article?.views, article?.commentCount, article?.timePublished]).toEqual([null, null, '14:59']);
  });
});

describe('extractHtml() on a headline with a dash', () => {
  it.each(['Ел тірегі – еңбек', 'Тасбұлақ – Қайнар жолы ашылды'])('keeps «%s» whole', (headline) => {
    const head = `<meta property="og:title" content="${headline}">`;
    const html = page(
      `<div><font size="5"><b>${headline}</b></font></div>${day}<div>${PARAGRAPHS.join('<br>')}</div>`,
      {
        ...marked,
        title: headline,
      },
    );
    const owned = html
      .replace('</head>', `${head}</head>`)
      .replace('</body>', '<p>© 2021 «Тасбұлақ жаршысы»</p></body>');
    expect(readHtml(owned).article?.headline).toBe(headline);
  });
});
