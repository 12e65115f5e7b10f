import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS, sitePage } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
const head = `<title>${HEADLINE} » Тасбұлақ жаршысы » Басып шығару</title>`;

describe('extractHtml() on themes that people bent', () => {
  it('takes a single short story for a story where the window bears its headline', () => {
    const story = `<div class="shortstory"><div class="short-title"><a href="/kogam/4321-kopir.html">${HEADLINE}</a></div><div>3 ақпан 2021 ж. | Қаралды: 15</div><div>${text}</div></div>`;
    expect(readHtml(sitePage(`<div id="dle-content">${story}</div>`))).toMatchObject({
      kind: 'article',
      article: { headline: HEADLINE, datePublished: '2021-02-03', views: 15 },
    });
    const onward = story.replace(text, `${text}<a href="/kogam/4321-kopir.html">Толығырақ</a>`);
    expect(readHtml(sitePage(`<div id="dle-content">${onward}</div>`)).kind).toBe('listing');
  });

  it('takes a weekday and a day in the box of the story for its date, above a menu for the clock', () => {
    const day = '<div class="n1">Сәрсенбі, 3 ақпан 2021</div>';
    const story = `<h1>${HEADLINE}</h1><div class="n2">${text.repeat(4)}</div>`;
    const inside = readHtml(sitePage(`<div id="dle-content"><div class="n">${day}${story}</div></div>`));
    expect([inside.article?.datePublished, inside.capturedAt]).toEqual(['2021-02-03', null]);
    const menu = '<ul><li><a href="/kogam/">Қоғам</a></li></ul>';
    const above = readHtml(sitePage(`<div class="n">${day}${menu}${story}</div>`));
    expect([above.article?.datePublished ?? null, above.capturedAt]).toEqual([null, '2021-02-03']);
  });

  it('reads a story below which the engine says that guests may not comment', () => {
    const notice =
      'Қонақтар тобындағы пайдаланушылар бұл жаңалыққа пікір қалдыра алмайды, сайтқа тіркеліп қайта кіріңіз.';
    const meta = '<div>3 ақпан 2021 ж. | Қаралды: 15 | Пікір: 0</div>';
    const page = sitePage(
      `<div id="dle-content"><h1>${HEADLINE}</h1><div>${text}</div>${meta}<div class="berrors">${notice}</div></div>`,
    );
    expect(readHtml(page)).toMatchObject({ kind: 'article', article: { articleBody: PARAGRAPHS } });
  });

  it.each([
    ['a bold headline above its date', `<b>${HEADLINE}</b><br>Күні: 3-02-2021, 10:15<hr>${text}`],
    ['a weekday', `<b>${HEADLINE}</b><br>Сәрсенбі 03.02.2021 10:15<hr>${text}`],
    ['a time before the day', `<b>${HEADLINE}</b><br>Жарияланды: 10:15, 03.02.2021<hr>${text}`],
    [
      'a breadcrumb and an account',
      `<table><tr><td><a href="/">Тасбұлақ жаршысы</a> &gt; Басып шығару &gt; <a href="/kogam/4321-x.html">${HEADLINE}</a></td></tr></table><hr><b>${HEADLINE}</b><hr><small>Жарияланды: 3 ақпан 2021, 10:15. Жариялаған: <a href="/user/admin/">admin</a></small><br><br>${text}`,
    ],
  ])('reads a print page: %s', (_, body) => {
    const page = `<html><head>${head}</head><body onload="window.print()">${body}</body></html>`;
    expect(readHtml(page).article).toMatchObject({
      headline: HEADLINE,
      articleBody: PARAGRAPHS,
      datePublished: '2021-02-03',
      timePublished: '10:15',
    });
  });

  it('parts paragraphs at one line break where an indent follows', () => {
    const indented = PARAGRAPHS.map((paragraph) => `&nbsp; &nbsp; ${paragraph}`).join('<br />');
    const page = `<html><head>${head}</head><body onload="window.print()"><b>${HEADLINE}</b><br><br>${indented}</body></html>`;
    expect(readHtml(page).article?.articleBody).toEqual(PARAGRAPHS);
  });

  it.each([
    ['an inquiry', 'Сауалнама', '<form><b>Сайт ұнай ма?</b> Иә 12, жоқ 5</form>'],
    ['a letter to the office in Uzbek', 'Qayta aloqa', '<form><textarea></textarea></form>'],
    ['the paper in the Arabic script', 'گازەت تۋرالى', `<p>${'گازەت اپتاسىنا ەكى رەت شىعادى. '.repeat(8)}</p>`],
  ])('takes %s for no story and no list', (_, headline, content) => {
    const page = sitePage(`<div id="dle-content"><h1>${headline}</h1>${content}</div>`, { title: headline });
    expect(['static', 'other']).toContain(readHtml(page).kind);
  });

  it.each(['Барак табылган жок', 'Sahifa topilmadi', 'Сторінку не знайдено', 'Bet tabylmady', 'بەت تابىلمادى'])(
    'takes «%s» for an error',
    (title) => {
      const page = sitePage(`<div id="dle-content"><div>${title}</div></div>`, { title: `${title} » Тасбұлақ` });
      expect(readHtml(page).kind).toBe('error');
    },
  );

  it('reads counters in the Arabic script, and leaves those of a box about other stories', () => {
    const other =
      '<div><h3>ۇقساس جاڭالىقتار</h3><p><a href="/sport/4310-x.html">كٶرشٸ اۋىلدىڭ جاڭالىعى قانداي</a> قارالدى: 99</p></div>';
    const page = sitePage(
      `<div id="dle-content"><h1>${HEADLINE}</h1><p>قارالدى: 15 پٸكٸر: 2</p><div>${text}</div>${other}</div>`,
    );
    expect(readHtml(page).article).toMatchObject({ views: 15, commentCount: 2 });
  });

  it.each([
    ['commas', '<p>Жазылған күні: 3 ақпан 2021 ж., <a href="/kogam/">Қоғам</a>, Қараған: 1 109, 2 пікір</p>'],
    ['signs', '<p>📅 Жарияланды 10:15, 3 ақпан 2021 👁 1 109 💬 2</p>'],
    ['semicolons', '<p>Автор: admin; Күні: 3 ақпан 2021; Оқығандар саны: 1 109; Пікір (2)</p>'],
  ])('reads a line about the story in its text: %s', (_, line) => {
    const page = sitePage(`<div id="dle-content"><section><h1>${HEADLINE}</h1>${line}${text}</section></div>`);
    expect(readHtml(page).article).toMatchObject({
      articleBody: PARAGRAPHS,
      datePublished: '2021-02-03',
      views: 1109,
      commentCount: 2,
    });
  });

  it('reads the foot of a story, and not that of the site', () => {
    const foot = '<footer class="art-f">Жарияланды: 10:15, 03.02.2021 • Көрілді: 15 рет • Пікірлер: 2</footer>';
    const page = sitePage(`<div id="app"><h1>${HEADLINE}</h1><div>${text}</div>${foot}</div>`);
    expect(readHtml(page).article).toMatchObject({ datePublished: '2021-02-03', views: 15, commentCount: 2 });
  });

  it('finds the headline by a title that lost letters to question marks', () => {
    const page = sitePage(
      `<table><tr><td><b>${HEADLINE}</b></td></tr><tr><td>3 ақпан 2021 ж.</td></tr><tr><td>${text}</td></tr></table>`,
      {
        title: `${HEADLINE.replace(/[ңқ]/g, '?')} » Тасб?ла? жаршысы`,
      },
    );
    expect(readHtml(page).article?.headline).toBe(HEADLINE);
  });
});
