import { describe, expect, it } from 'vitest';
import { calendar, HEADLINE, PARAGRAPHS, sitePage } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');

/** Long enough to stand out among the lines about other stories. */
const long = Array.from({ length: 4 }, () => text).join('');

/** A story of a theme whose names say nothing, with lines about it above and below its text. */
function story(above: string, below = '', around = ''): string {
  return sitePage(`${around}<div class="q1"><h1>${HEADLINE}</h1>${above}<div class="q2">${long}</div>${below}</div>`);
}

/** What other stories are said to be: date, views, comments beside each link. */
const others = Array.from(
  { length: 6 },
  (_, index) =>
    `<div><a href="/sport/${700 + index}-basqa.html">Көрші ауылдың тағы бір жаңалығы</a><br>1${index} мамыр 2024 ж.<br>Қаралды: ${90 + index}, Пікірлер: ${index}</div>`,
).join('');

function countersOf(html: string): readonly (number | null | undefined)[] {
  const { article } = readHtml(html);
  return [article?.views, article?.commentCount];
}

describe('extractHtml() on counters', () => {
  it.each([
    ['icons in one line', '<p>3 ақпан 2021 ж. <i class="fa fa-eye"></i> 1 109 <i class="fa fa-comments-o"></i> 2</p>'],
    [
      'icons of a drawing',
      '<p>3 ақпан 2021 ж.</p><b><svg><use xlink:href="#i-eye"></use></svg>1 109</b><b><svg><use href="#i-comment"></use></svg>2</b>',
    ],
    ['icons of pictures', '<p><img src="/i/views.png"> 1 109 <img src="/i/comments.gif"> 2</p>'],
    ['comments first', '<p>3 ақпан 2021 ж. <i class="icon-bubble"></i>2 / <i class="icon-eye"></i>1 109</p>'],
    ['labels parted by a line break', '<p>Қаралым: 1 109 <br> Пікір: 2</p>'],
    [
      'labels parted by bars',
      '<p>Санат: <a href="/sport/">Спорт</a> | 1 109 рет көрсетілді | <a href="#c">2 пікір</a></p>',
    ],
    ['labels in a row', '<p>3 ақпан 2021 ж. Қаралды: 1 109 Пікірлер: 2</p>'],
    ['signs', '<p>3 ақпан 2021 ж. 👁 1 109 💬 2</p>'],
    [
      'words that an icon font draws',
      '<p><i class="mi">visibility</i> 1 109 | <i class="mi">chat_bubble_outline</i> 2</p>',
    ],
    ['labels beside bold figures', '<p>3 ақпан 2021 ж. / Қаралды <b>1 109</b> / Пікір: <b>2</b></p>'],
    [
      'labels in elements of their own',
      '<p><span>Пікір:</span> <strong>2</strong> <span>Қаралды:</span> <strong>1 109</strong></p>',
    ],
    ['labels behind bold figures', '<p><b>1 109</b> рет оқылды, <b>2</b> пікір</p>'],
    [
      'an icon and its figure side by side',
      '<p><i class="fa-eye"></i><span>1 109</span> | <i class="fa-comment"></i><span>2</span></p>',
    ],
    [
      'an icon before a line of more',
      '<p><i class="fa-eye"></i> 1 109 | Бөлім: <a href="/s/">Спорт</a> | <i class="fa-comment"></i> 2 | Кеше, 18:05</p>',
    ],
    [
      'labels cut short, parted by spaces',
      '<p>Комм. 2 &nbsp; Просм. 1 109 &nbsp; <a href="/user/admin/">admin</a></p>',
    ],
    [
      'a counter named as comments inside the text',
      '<p><span class="icon-comment">2</span> <span class="icon-eye">1 109</span> 3 ақпан 2021 ж.</p>',
    ],
    [
      'a named footer',
      '<div class="panel-footer"><i class="fa fa-eye"></i> 1109 <i class="fa fa-comments"></i> 2</div>',
    ],
  ])('reads %s', (_name, line) => {
    expect(countersOf(story('', line))).toEqual([1109, 2]);
    expect(countersOf(story('', line, others))).toEqual([1109, 2]);
  });

  it('takes the year of a date above the counters for none of them', () => {
    const date = '<div><span>03</span><span>ақпан</span><span>2021</span></div>';
    const list = '<dl><dt>Қаралды</dt><dd>1 109</dd><dt>Пікір</dt><dd>2</dd></dl>';
    expect(countersOf(story(`${date}${list}`))).toEqual([1109, 2]);
  });

  it.each([
    ['a heading', '<h3>Көп оқылған</h3>'],
    ['a bold line', '<p><b>Самое читаемое:</b></p>'],
  ])('takes none from a box that begins with %s', (_name, heading) => {
    const item =
      '<li><a href="/n/7">Басқа жаңалық</a> <time datetime="2024-05-09">09.05</time> <i class="fa-eye"></i> 5</li>';
    const html = story('', '', `<div class="z9">${heading}<ul>${item}${item}</ul></div>`);
    expect([...countersOf(html), readHtml(html).article?.datePublished]).toEqual([null, null, null]);
  });

  it('takes no figure of another icon for a counter', () => {
    const line = '<p><i class="fa fa-heart"></i> 17 / <i class="mi">visibility</i> 1 109</p>';
    expect(countersOf(story('', line))).toEqual([1109, null]);
    expect(countersOf(story('', line.replace(' /', '')))).toEqual([1109, null]);
  });

  it('takes none from other stories', () => {
    expect(countersOf(story('', '', others))).toEqual([null, null]);
  });

  it('takes none from a headline', () => {
    const html = sitePage(
      `<div class="crumb">» Оқылды: 100 кітап</div><h1>Оқылды: 100 кітап</h1><div>${text}</div><p>3 ақпан 2021 ж. <i class="fa fa-eye"></i> 44</p>`,
      { title: 'Оқылды: 100 кітап » Тасбұлақ жаршысы' },
    );
    expect(countersOf(html)).toEqual([44, null]);
  });
});

describe('extractHtml() on the date', () => {
  it('takes none from other stories', () => {
    expect(readHtml(story('', '', others)).article?.datePublished ?? null).toBeNull();
    expect(readHtml(story('<p>3 ақпан 2021 ж.</p>', others, others)).article?.datePublished).toBe('2021-02-03');
  });

  it.each([
    ['a clock above the menu', '<div>USD 480.1 EUR 520.3 9.05.2024</div>', '<p>3 ақпан 2021 ж.</p>', null],
    ['a time beside its own icon', '', '<p><i class="c"></i> 03/02/2021 <i class="k"></i> 10:15</p>', '10:15'],
    ['the title of an abbreviation', '', '<abbr title="2021-02-03T10:15:00+05:00">3 ақпан, 2021</abbr>', '10:15'],
  ])('reads it with %s', (_name, around, line, time) => {
    const menu = [1, 2, 3, 4, 5, 6].map((id) => `<a href="/r${id}/">Айдар</a>`).join(' ');
    const html = `<html><head><title>${HEADLINE}</title></head><body>${around}<div>${menu}</div><h1>${HEADLINE}</h1>${line}<div>${long}</div></body></html>`;
    expect(readHtml(html).article).toMatchObject({ datePublished: '2021-02-03', timePublished: time });
  });

  it('takes no clock above the menu for it', () => {
    const menu = [1, 2, 3, 4, 5, 6].map((id) => `<a href="/r${id}/">Айдар</a>`).join(' ');
    const html = `<html><head><title>${HEADLINE}</title></head><body><div>+12°C 9 мамыр 2024</div><div>${menu}</div><h1>${HEADLINE}</h1><div>${long}</div></body></html>`;
    expect(readHtml(html).article?.datePublished).toBeNull();
  });

  it('keeps a sentence with a date in the text', () => {
    const line = '<p>Кеш 14 маусым 2019 жылы 10:00-де басталды.</p>';
    const { article } = readHtml(sitePage(`<h1>${HEADLINE}</h1><p>3 ақпан 2021 ж.</p><div>${text}${line}</div>`));
    expect(article?.datePublished).toBe('2021-02-03');
    expect(article?.articleBody.at(-1)).toBe('Кеш 14 маусым 2019 жылы 10:00-де басталды.');
  });
});

describe('extractHtml() on the day of an issue', () => {
  it('takes it for no date of the story', () => {
    const issues = [24, 23, 22]
      .map(
        (number) =>
          `<div><a href="/arhiv/${number}-x.html">№${number} (${8711 + number})</a><br>1${number - 20} мамыр 2024 ж.</div>`,
      )
      .join('');
    expect(readHtml(story('', '', issues)).article?.datePublished ?? null).toBeNull();
  });

  it('takes no date from a story of the same headline under another id', () => {
    const other = `<div><a href="/sport/700-x.html">${HEADLINE}</a><span>1 мамыр 2024 ж.</span></div>`;
    const html = story('<p>3 ақпан 2021 ж.</p>', `<div class="z">${other}</div>`);
    const url = 'https://tasbulaq.example/kogam/4321-x.html';
    expect(readHtml(html, { url }).article?.datePublished).toBe('2021-02-03');
  });
});

describe('extractHtml() on a date in a box of the text', () => {
  it('reads it although the name of the box is that of credits', () => {
    const box =
      '<div class="date-and-credit"><p>Әңгімелескен Асан Үсен</p><p>3 ақпан 2021 ж. <i>Жаңартылды: 5 ақпан 2021 ж.</i></p></div>';
    const html = sitePage(`<h1>${HEADLINE}</h1><div class="q2">${long}${box}</div>`);
    expect(readHtml(html).article?.datePublished).toBe('2021-02-03');
  });

  it('reads a year before its day as it stands', () => {
    expect(readHtml(story('<p>2013 жылғы 18 желтоқсан</p>')).article?.datePublished).toBe('2013-12-18');
  });
});

describe('extractHtml() on a relative date', () => {
  it.each(['admin | Кеше, 18:05', 'Пікір 2 Кеше, 18:05 Қоғам'])('reads «%s»', (line) => {
    const { article } = readHtml(story(`<p>${line}</p>`), { capturedAt: '2021-02-17' });
    expect([article?.datePublished, article?.timePublished]).toEqual(['2021-02-16', '18:05']);
  });

  const own = `<article class="fullstory"><h2 class="title">${HEADLINE}</h2><div class="text">${text}`;

  it('counts from the day that the site takes for today before that of the dump', () => {
    const html = sitePage(`<div id="dle-content">${own}</div><li class="story_date">Кеше, 18:05</li></article></div>`, {
      margin: calendar(17),
    });
    const { article } = readHtml(html, { capturedAt: '2025-01-02T03:04:05Z' });
    expect([article?.datePublished, article?.timePublished]).toEqual(['2021-02-16', '18:05']);
  });

  it('takes no other day of the page where today is unknown', () => {
    const html = sitePage(
      `<div id="dle-content">${own}</div><li class="story_date">Кеше, 18:05</li></article><p>Сайт 5 мамыр 2012 жылы ашылды</p></div>`,
    );
    const { article } = readHtml(html);
    expect([article?.datePublished, article?.timePublished]).toEqual([null, '18:05']);
  });
});

describe('extractHtml() on the lead', () => {
  const lead = 'Ауыл орталығында жаңа емхана есігін айқара ашты.';

  it.each([
    ['above the text', `<div class="z">${lead}</div><img src="/a.jpg" alt=""><div class="q2">${text}</div>`],
    ['inside its container', `<div class="q2"><p>${lead}</p><div>${text}</div></div>`],
  ])('takes a sentence apart %s', (_name, markup) => {
    const { article } = readHtml(sitePage(`<div class="q1"><h1>${HEADLINE}</h1>${markup}</div><p>3 ақпан 2021 ж.</p>`));
    expect(article?.lead).toBe(lead);
    expect(article?.articleBody).toEqual([lead, ...PARAGRAPHS]);
  });

  it('takes no line about the story', () => {
    expect(readHtml(story('<div>Жарияланған күні: 3 ақпан 2021 ж. | Қаралды: 5</div>')).article?.lead).toBeNull();
  });
});

describe('extractHtml() on the edges of the text', () => {
  it.each([
    ['the name of the paper', '<p>«Тасбұлақ жаршысы».</p>'],
    ['numbers of pages', '<div class="zz"><a href="/a.html">1</a> <span>2</span> <a href="/b.html">3</a></div>'],
    ['a label of adverts', '<p>Жарнама</p>'],
    ['a line of promotion', '<p>&gt;&gt;&gt; Бізге жазылыңыз &lt;&lt;&lt;</p>'],
  ])('leaves out %s', (_name, line) => {
    expect(
      readHtml(sitePage(`<h1>${HEADLINE}</h1><p>3 ақпан 2021 ж.</p><div>${text}${line}</div>`)).article?.articleBody,
    ).toEqual(PARAGRAPHS);
  });

  it('keeps the text of a spoiler', () => {
    const hidden = '<div id="sp1" class="text_spoiler" style="display:none">Алдымен іргетас құйылды.</div>';
    const { article } = readHtml(sitePage(`<h1>${HEADLINE}</h1><div>${text}${hidden}</div>`));
    expect(article?.articleBody).toContain('Алдымен іргетас құйылды.');
  });

  it('reads the source of a line that is a link', () => {
    const line = '<p>Дереккөз: <a href="https://dala.example/1">Дала хабары</a></p>';
    const { article, attributions } = readHtml(sitePage(`<h1>${HEADLINE}</h1><div>${text}${line}</div>`));
    expect(attributions.map(({ name, role }) => [name, role])).toEqual([['Дала хабары', 'origin']]);
    expect(article?.articleBody).toEqual(PARAGRAPHS);
  });
});

describe('extractHtml() on a page without headings', () => {
  const back = '<a href="javascript:history.go(-1)">Артқа</a>';
  const url = 'https://tasbulaq.example/kogam/5720-zhana-emhana.html';
  const print = `<html><head><title>Тасбұлақ жаршысы - ${HEADLINE}</title></head><body><table><tr><td><strong><a href="/">Тасбұлақ жаршысы</a> &raquo; <a href="${url}">${HEADLINE}</a></strong></td></tr><tr><td>${PARAGRAPHS.join('<br /><br />')}<hr /><small>3-02-2021, 10:15 <a href="/user/admin/">admin</a></small></td></tr></table>${back}</body></html>`;

  it('reads the print page of version 9.7', () => {
    const { kindDetail, site, url: address, article } = readHtml(print);
    expect([kindDetail, site, address]).toEqual(['print', 'tasbulaq.example', url]);
    expect([article?.headline, article?.datePublished, article?.timePublished]).toEqual([
      HEADLINE,
      '2021-02-03',
      '10:15',
    ]);
    expect(article?.articleBody).toEqual(PARAGRAPHS);
  });

  it('takes a heading that the title does not name', () => {
    const html = sitePage(`<div class="q1"><h3>${HEADLINE}</h3><p>3 ақпан 2021 ж.</p><div>${text}</div></div>`, {
      title: 'Тасбұлақ жаршысы',
    });
    expect(readHtml(html).article?.headline).toBe(HEADLINE);
  });
});

describe('extractHtml() on tags', () => {
  it('drops the sign before them', () => {
    const tags = '<p><a rel="tag" href="/tags/su/">#су</a> <a rel="tag" href="/tags/el/">#ел</a></p>';
    expect(readHtml(story('<p>3 ақпан 2021 ж.</p>', tags)).article?.keywords).toEqual(['су', 'ел']);
  });
});

describe('extractHtml() on comments', () => {
  it('takes the time of a comment from its attribute', () => {
    const comment =
      '<ol class="comment-list"><li id="comment-7" class="comment"><b class="fn">Мадина</b><time datetime="2021-02-04T10:22:00+05:00">2021-02-04</time><div class="comment-content"><p>Рахмет!</p></div></li></ol>';
    const [read] = readHtml(story('<p>3 ақпан 2021 ж.</p>', comment)).article?.comments ?? [];
    expect([read?.author, read?.date, read?.time]).toEqual(['Мадина', '2021-02-04', '10:22']);
  });
});

describe('extractHtml() on the parts of page builders', () => {
  it('reads what Elementor calls widgets', () => {
    const widget = (kind: string, inner: string): string =>
      `<div class="elementor-element elementor-widget elementor-widget-${kind}"><div class="elementor-widget-container">${inner}</div></div>`;
    const html = sitePage(
      `${widget('heading', `<h1>${HEADLINE}</h1>`)}${widget('post-info', '<span>3 ақпан 2021 ж.</span>')}${widget('theme-post-content', text)}${widget('text-editor', `<p>${'Біз туралы толық мәлімет, байланыс пен мекенжай. '.repeat(9)}</p>`)}`,
    );
    const { article } = readHtml(html);
    expect([article?.articleBody, article?.datePublished]).toEqual([PARAGRAPHS, '2021-02-03']);
  });

  it('reads the line about a story in an aside, and the head of a story in the main part', () => {
    const aside = '<aside class="post-meta"><time>3 ақпан 2021 ж.</time></aside>';
    const head = `<main><header class="top"><h1>${HEADLINE}</h1><p>3 ақпан 2021 ж.</p></header><div>${long}</div></main>`;
    expect(readHtml(story(aside)).article?.datePublished).toBe('2021-02-03');
    expect(readHtml(sitePage(head, { title: 'Тасбұлақ жаршысы' })).article?.datePublished).toBe('2021-02-03');
  });
});

describe('extractHtml() on a short story beside a long list', () => {
  const teasers = Array.from(
    { length: 8 },
    (_, index) =>
      `<div class="n"><a href="/sport/${700 + index}-basqa.html">Көрші ауылдың тағы бір жаңалығы</a>${text}</div>`,
  ).join('');
  const url = 'https://tasbulaq.example/kogam/4321-x.html';

  it('reads the text of the story', () => {
    const html = sitePage(
      `<h1>${HEADLINE}</h1><div class="q2">${text}</div><p>3 ақпан 2021 ж.</p><div>${teasers}</div>`,
    );
    expect(readHtml(html, { url }).article?.articleBody).toEqual(PARAGRAPHS);
    expect(readHtml(html).article?.articleBody).toEqual(PARAGRAPHS);
  });

  it('takes no text in several boxes with links for a list', () => {
    const link = '<a href="/sport/700-basqa.html">Көрші ауылдың жаңалығы</a>';
    const boxes = Array.from(
      { length: 5 },
      (_, index) =>
        `<div class="g">${text}<p>Бұл туралы бұрын ${link.replace('700', `70${index}`)} деп жазғанбыз.</p></div>`,
    );
    const html = sitePage(`<h1>${HEADLINE}</h1><div class="q2">${boxes.join('')}</div>`);
    expect(readHtml(html, { url }).article?.articleBody).toHaveLength(20);
  });
});

describe('extractHtml() on the date before the text', () => {
  it('reads a weekday above the headline in the box of the headline', () => {
    const html = sitePage(
      `<div class="k2"><div class="head"><span>Сәрсенбі, 03 ақпан 2021 12:20</span><h2>${HEADLINE}</h2></div><div>${long}</div></div>`,
    );
    const { article, capturedAt } = readHtml(html);
    expect([article?.datePublished, capturedAt]).toEqual(['2021-02-03', null]);
  });

  it('takes a date in front of the first sentence out of it', () => {
    const html = sitePage(
      `<h1>${HEADLINE}</h1><div class="news-detail"><span class="news-date-time">03.02.2021</span>${PARAGRAPHS.join('<br><br>')}</div>`,
    );
    const { article } = readHtml(html);
    expect([article?.datePublished, article?.articleBody]).toEqual(['2021-02-03', PARAGRAPHS]);
  });

  it('takes the day of publication before that of a change', () => {
    const line = '<p><span>Жаңартылды: 05.02.2022 10:00</span> <span>Жарияланды: 03.02.2021 09:00</span></p>';
    expect(readHtml(story(line)).article?.datePublished).toBe('2021-02-03');
  });

  it('parts a line that is the headline from the date in its element', () => {
    const html = `<html><head><title>${HEADLINE}</title></head><body><div class="t"><div>10:15<br>03.02.2021</div>${HEADLINE}</div><div>${text}</div></body></html>`;
    const { article } = readHtml(html);
    expect([article?.headline, article?.datePublished]).toEqual([HEADLINE, '2021-02-03']);
  });
});
