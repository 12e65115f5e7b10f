import { describe, expect, it } from 'vitest';
import { calendar, HEADLINE, PARAGRAPHS, STORY_URL, sitePage, themes } from './dle-pages.js';
import { readHtml, readRepaired } from './read-html.js';

/** A story of 11.0 Default with other parts in it. */
function story(
  text: string,
  options: { readonly date?: string; readonly margin?: string; readonly after?: string } = {},
): string {
  const date = options.date ?? '<time datetime="2021-02-03">3 ақпан 2021 ж.</time>';
  return sitePage(
    `<div id="dle-content"><article class="box story fullstory"><div class="box_in"><h2 class="title">${HEADLINE}</h2><div class="text">${text}</div></div><div class="meta"><ul><li class="story_date">${date}</li></ul></div></article>${options.after ?? ''}</div>`,
    { margin: options.margin ?? '' },
  );
}
const [first = '', second = '', third = ''] = PARAGRAPHS;
const plain = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');

describe('extractHtml() on the calendar', () => {
  it('takes the marked day for the day of the crawl', () => {
    const {
      calendar: month,
      capturedAt,
      capturedAtBasis,
      capturedBetween,
    } = readHtml(story(plain, { margin: calendar(17) }));
    expect(month).toEqual({ month: '2021-02', day: '2021-02-17', daysWithNews: ['2021-02-03'] });
    expect([capturedAt, capturedAtBasis, capturedBetween]).toEqual(['2021-02-17', 'calendar-day', null]);
  });

  it('bounds the crawl by the days with news and the month where no day is marked', () => {
    expect(readHtml(story(plain, { margin: calendar(null) })).capturedBetween).toEqual(['2021-02-03', '2021-02-28']);
  });

  it('leaves the end open where a later month is linked', () => {
    expect(readHtml(story(plain, { margin: calendar(null, true) })).capturedBetween).toEqual(['2021-02-03', null]);
  });

  it('never gives its days to the story', () => {
    expect(readHtml(story(plain, { date: 'admin', margin: calendar(17) })).article?.datePublished).toBeNull();
  });

  it('reads the calendar of WordPress', () => {
    const rows = Array.from(
      { length: 28 },
      (_, index) => `<td${index === 8 ? ' id="today"' : ''}>${index + 1}</td>`,
    ).join('');
    const html = `<body><table id="wp-calendar"><caption>Ақпан 2021</caption><tr>${rows}</tr></table></body>`;
    expect(readHtml(html).calendar).toEqual({ month: '2021-02', day: '2021-02-09', daysWithNews: [] });
  });
});

describe('extractHtml() on dates', () => {
  it.each([
    ['Бүгін, 09:05', '2021-02-17'],
    ['Кеше, 18:05', '2021-02-16'],
    ['Вчера, 18:05', '2021-02-16'],
  ])('counts «%s» from the day of the calendar', (date, day) => {
    expect(readHtml(story(plain, { date, margin: calendar(17) })).article?.datePublished).toBe(day);
  });

  it('keeps the time of a relative date that nothing fixes', () => {
    const { article } = readHtml(story(plain, { date: 'Кеше, 18:05' }));
    expect([article?.datePublished, article?.timePublished]).toEqual([null, '18:05']);
  });

  it('counts a relative date from an exact moment of capture in the zone of the site', () => {
    const page = story(plain, { date: 'Сегодня, 01:10' });
    const context = { url: 'https://zhanaqorgan-tynysy.kz/1-x.html', capturedAt: '2021-02-16T20:30:00Z' };
    expect(readHtml(page, context).article?.datePublished).toBe('2021-02-17');
  });

  it('keeps the printed day where UTC gives its neighbour', () => {
    const html = story(plain, { date: '<time datetime="2021-02-02T20:40:00Z">3 ақпан 2021, 02:40</time>' });
    expect([readHtml(html).article?.datePublished, readHtml(html).article?.timePublished]).toEqual([
      '2021-02-03',
      '02:40',
    ]);
  });

  it('keeps the local day of a moment with an offset', () => {
    const html = `<html><head><title>${HEADLINE}</title><meta property="article:published_time" content="2021-02-03T01:30:00+06:00"></head><body><h1>${HEADLINE}</h1>${plain}</body></html>`;
    expect(readHtml(html).article?.datePublished).toBe('2021-02-03');
  });

  it('says where the page gives two days', () => {
    const html = story(plain).replace(
      '</head>',
      '<meta property="article:published_time" content="2020-12-30T10:00:00+06:00"></head>',
    );
    const found = readHtml(html);
    expect([found.article?.datePublished, found.diagnostics.map(({ code }) => code)]).toEqual([
      '2021-02-03',
      ['dates-differ'],
    ]);
  });
});

describe('extractHtml() on the body', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['two line breaks', `${first}<br><br>${second}<br />\n<br />${third}`, PARAGRAPHS],
    [
      'one line break in a paragraph',
      `<p>Бірінші жол<br>екінші жол.</p><p>${second}</p>`,
      ['Бірінші жол екінші жол.', second],
    ],
    ['single line breaks and nothing else', PARAGRAPHS.join('<br>'), PARAGRAPHS],
    ['div elements', PARAGRAPHS.map((paragraph) => `<div>${paragraph}</div>`).join(''), PARAGRAPHS],
    [
      'a list',
      `<p>${first}</p><ul><li>бір қап ұн;</li><li>екі қап күріш.</li></ul>`,
      [first, 'бір қап ұн;', 'екі қап күріш.'],
    ],
    [
      'a table',
      `<p>${first}</p><table><tr><td>Орын</td><td>Ұпай</td></tr><tr><td>1</td><td>30</td></tr></table>`,
      [first, 'Орын Ұпай', '1 30'],
    ],
    [
      'a sub-heading and a quotation',
      `<p>${first}</p><h3>Көпір туралы</h3><blockquote>${second}</blockquote>`,
      [first, 'Көпір туралы', second],
    ],
    [
      'an advert, a script and a link to another story',
      `<p>${first}</p><div class="adv">Жарнама</div><script>var a = 1;</script><div class="also_read">Тағы оқыңыз: <a href="/5-x.html">Газетке жазылу</a></div><p>${second}</p>`,
      [first, second],
    ],
    [
      'a caption',
      `<p>${first}</p><figure><img src="/1.jpg" alt=""><figcaption>Суретте: жаңа көпір</figcaption></figure><p>${second}</p>`,
      [first, second],
    ],
    [
      'soft hyphens, spaces and indents',
      '<p>&nbsp;&nbsp; Құры\u00adлыс&nbsp;екі жылға\n созылды.</p>',
      ['Құрылыс екі жылға созылды.'],
    ],
    [
      'links inside a sentence',
      `<p>Бұл жайлы <a href="/tags/kopir/">көпір туралы</a> айтылды.</p><p>${second}</p>`,
      ['Бұл жайлы көпір туралы айтылды.', second],
    ],
    ['a copy of the headline', `<h3>${HEADLINE}</h3><p>${first}</p>`, [first]],
    ['nothing else', '<p>Қысқа.</p>', ['Қысқа.']],
  ])('reads %s', (_name, text, body) => {
    expect(readHtml(story(text)).article?.articleBody).toEqual(body);
  });

  it('finds a lead that is set apart, and puts it first', () => {
    const html = `<html><head><title>${HEADLINE}</title></head><body><article><h1>${HEADLINE}</h1><p class="article__lead">${first}</p><img src="/1.jpg" alt=""><div class="article__body"><p>${second}</p><p>${third}</p></div></article></body></html>`;
    const { article } = readHtml(html);
    expect([article?.lead, article?.articleBody]).toEqual([first, PARAGRAPHS]);
  });

  it('takes no bold first paragraph for a lead', () => {
    expect(readHtml(story(`<p><b>${first}</b></p><p>${second}</p>`)).article?.lead).toBeNull();
  });

  it('lists the pictures of the story with their addresses', () => {
    const html = story(
      `<p>${first}</p><img src="/uploads/kopir.jpg" alt="Жаңа көпір"><img src="/engine/data/emoticons/smile.gif" alt=":)">`,
    );
    const { article } = readHtml(html, { url: STORY_URL });
    expect(article?.images).toEqual([{ url: 'https://tasbulaq.example/uploads/kopir.jpg', alt: 'Жаңа көпір' }]);
  });

  it('reads text that stands below a wrapper with an unlucky name', () => {
    const html = story(`<div class="social-share related">${plain}</div>`);
    expect(readHtml(html).article?.articleBody).toEqual(PARAGRAPHS);
  });
});

describe('extractHtml() on authors and sources', () => {
  it('takes the byline out of the body', () => {
    const { article, attributions } = readHtml(story(`${plain}<p>Ерлан СЕЙІТОВ, Тасбұлақ ауылы</p>`));
    expect([article?.author, article?.articleBody]).toEqual(['Ерлан СЕЙІТОВ', PARAGRAPHS]);
    expect(attributions.map(({ name, role }) => [name, role])).toEqual([['Ерлан СЕЙІТОВ', 'byline']]);
  });

  it('takes an account that is a person’s name', () => {
    const html = story(plain, {
      date: '<a href="/user/x/">Гүлнар Ахметова</a> <time datetime="2021-02-03">3 ақпан 2021 ж.</time>',
    });
    expect(readHtml(html).article?.author).toBe('Гүлнар Ахметова');
  });

  it('reads the credit of a picture in its caption, and a source below the text', () => {
    const html = sitePage(
      `<div id="dle-content"><article class="fullstory"><h2 class="title">${HEADLINE}</h2><div class="text">${plain}<figure><img src="/1.jpg" alt=""><figcaption>Фото: Ерлан Сейітов</figcaption></figure></div><p>Дереккөз: Egemen.kz</p></article></div>`,
    );
    const { article, attributions } = readHtml(html);
    expect(article?.articleBody).toEqual(PARAGRAPHS);
    expect(attributions.map(({ name, role }) => [name, role])).toEqual([
      ['Ерлан Сейітов', 'photo'],
      ['Egemen.kz', 'origin'],
    ]);
  });

  it('reads the source of the story and keeps the credit line out of the body', () => {
    const { article, attributions } = readHtml(story(`${plain}<p>Дереккөз: Kazinform</p>`));
    expect(article?.articleBody).toEqual(PARAGRAPHS);
    expect(attributions.map(({ name, role }) => [name, role])).toEqual([['Kazinform', 'origin']]);
  });
});

describe('extractHtml() on the clock of the site', () => {
  const clock = '<div class="top">Сәрсенбі, 17 ақпан 2021</div>';

  it('takes it for the day of the crawl, never of the story', () => {
    const html = story(plain, { date: 'Кеше, 18:05' }).replace('<body>', `<body>${clock}`);
    const { capturedAt, capturedAtBasis, article } = readHtml(html);
    expect([capturedAt, capturedAtBasis, article?.datePublished]).toEqual(['2021-02-17', 'page-clock', '2021-02-16']);
  });

  it('takes a day with its weekday below the headline for the date of the story', () => {
    const { capturedAt, article } = readHtml(story(plain, { date: 'Сәрсенбі, 3 ақпан 2021' }));
    expect([capturedAt, article?.datePublished]).toEqual([null, '2021-02-03']);
  });
});

describe('extractHtml() on comments', () => {
  const comment = (id: number, author: string, text: string, inner = ''): string =>
    `<li id="comments-tree-item-${id}" class="comments-tree-item"><div id="comment-id-${id}"><div class="zz"><b class="zz-n">${author}</b> <i>4 ақпан 2021 12:4${id % 10}</i><div id="comm-id-${id}">${text}</div></div></div>${inner}</li>`;
  const tree = `<form id="dlemasscomments"><div id="dle-comments-list"><ol class="comments-tree-list">${comment(71, 'Бақыт', 'Көпір керек еді!', `<ol class="comments-tree-list">${comment(72, 'Aizhan', 'Иә,<br>рахмет.')}</ol>`)}${comment(73, 'Бақыт', 'Жолы қалай?')}</ol></div></form>`;

  it('reads the tree of the engine in any theme', () => {
    expect(readHtml(story(plain, { after: tree })).article?.comments).toEqual([
      { nativeId: '71', author: 'Бақыт', date: '2021-02-04', time: '12:41', parent: null, text: 'Көпір керек еді!' },
      { nativeId: '72', author: 'Aizhan', date: '2021-02-04', time: '12:42', parent: '71', text: 'Иә, рахмет.' },
      { nativeId: '73', author: 'Бақыт', date: '2021-02-04', time: '12:43', parent: null, text: 'Жолы қалай?' },
    ]);
  });

  it.each([
    '<div id="dle-comments-list"><div id="comment-id-5"><p class="nick">Бақыт</p><i>4.02.2021 12:41</i><div id="comm-id-5">Рахмет!</div></div></div>',
    '<div id="comments"><div class="rbox" id="comment-item-5"><span class="comment-author">Бақыт</span> <span class="comment-date">4.02.2021 12:41</span><div class="comment-body" id="comment-body-5">Рахмет!</div></div></div>',
    '<ul class="itemCommentsList"><li id="comment5"><span class="commentDate">4.02.2021 12:41</span><span class="commentAuthorName">Бақыт</span><p>Рахмет!</p></li></ul>',
    '<section class="cmts"><div class="cmt"><div><b>Бақыт</b> <i>4.02.2021, 12:41</i></div><div>Рахмет!</div><div><a href="#">Жауап беру</a></div></div></section>',
    '<div class="comments"><div class="cmt"><div><span>Бақыт</span><span>4 ақпан 2021 12:41</span><span>Группа: Гости</span></div><div>Рахмет!</div></div></div>',
    '<div id="comments"><article class="comment"><p class="submitted"><span class="username">Бақыт</span> 4.02.2021 - 12:41</p><div class="content"><p>Рахмет!</p></div></article></div>',
    '<div id="comEnt5"><a class="cUser">Бақыт</a> <span class="cDate">4.02.2021 12:41</span><div class="cMessage">Рахмет!</div></div>',
  ])('reads comment and author in %s', (after) => {
    const [comment, second] = readHtml(story(plain, { after })).article?.comments ?? [];
    expect(second).toBeUndefined();
    expect({ ...comment, nativeId: comment?.nativeId ?? '5' }).toEqual({
      nativeId: '5',
      author: 'Бақыт',
      date: '2021-02-04',
      time: '12:41',
      parent: null,
      text: 'Рахмет!',
    });
  });

  it('gives nothing of them to the story', () => {
    const { article } = readHtml(story(plain, { after: tree }));
    expect([article?.articleBody, article?.datePublished]).toEqual([PARAGRAPHS, '2021-02-03']);
  });

  it('reads the list of WordPress', () => {
    const html = `<html><head><title>${HEADLINE} – Газет</title><meta name="generator" content="WordPress 6.1"></head><body class="single postid-88"><article class="post"><h1 class="entry-title">${HEADLINE}</h1><time class="entry-date" datetime="2021-02-03T10:00:00+06:00">3 Ақпан, 2021</time><div class="entry-content">${plain}</div></article>
<div id="comments"><h2 class="comments-title">2 пікір</h2><ol class="comment-list"><li id="comment-5" class="comment"><article><b class="fn">Асан</b><time datetime="2021-02-04T08:00:00+06:00">4 Ақпан 2021 08:00</time><div class="comment-content"><p>Жақсы!</p></div></article><ol class="children"><li id="comment-6" class="comment"><article><b class="fn">Үсен</b><div class="comment-content"><p>Қосыламын.</p></div></article></li></ol></li></ol></div></body></html>`;
    const { article } = readHtml(html);
    expect(
      article?.comments.map(({ nativeId, author, date, parent, text }) => [nativeId, author, date, parent, text]),
    ).toEqual([
      ['5', 'Асан', '2021-02-04', null, 'Жақсы!'],
      ['6', 'Үсен', null, '5', 'Қосыламын.'],
    ]);
    expect([article?.nativeId, article?.commentCount]).toEqual(['88', 2]);
  });

  it('reads comments marked by microdata', () => {
    const html = story(plain, {
      after:
        '<div class="comments"><div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author">Дана</span><meta itemprop="dateCreated" content="2021-02-05T11:30:00+06:00"><div itemprop="text">Тамаша.</div></div></div>',
    });
    expect(readHtml(html).article?.comments).toEqual([
      { nativeId: null, author: 'Дана', date: '2021-02-05', time: '11:30', parent: null, text: 'Тамаша.' },
    ]);
  });
});

describe('extractHtml() on the list of issues', () => {
  const issue = (label: string, date: string, id: number): string =>
    `<div class="gazet"><a href="/pdf/${id}-x.html"><img src="/t.jpg" alt=""></a><a href="/pdf/${id}-x.html">${label}</a><div>${date}</div></div>`;
  const list =
    issue('№12 (4567) 13', '13 ақпан 2021 ж.', 91) +
    issue('№11 (4566) 9', '09 ақпан 2021 ж.', 90) +
    issue('«Әкімнің', '08 ақпан 2021 ж.', 89);

  it('reads number, serial, day and address of each, and leaves out what is no issue', () => {
    expect(readHtml(story(plain, { margin: list }), { url: STORY_URL }).issues).toEqual([
      {
        number: 12,
        numberEnd: null,
        serial: 4567,
        serialEnd: null,
        datePublished: '2021-02-13',
        label: '№12 (4567) 13',
        url: 'https://tasbulaq.example/pdf/91-x.html',
      },
      {
        number: 11,
        numberEnd: null,
        serial: 4566,
        serialEnd: null,
        datePublished: '2021-02-09',
        label: '№11 (4566) 9',
        url: 'https://tasbulaq.example/pdf/90-x.html',
      },
    ]);
  });

  it('reads those that the story cites, and takes no day of the crawl from them', () => {
    const cited = `${plain}<p>Бұл туралы газетіміздің №75 (8196) 25 қыркүйек 2018 жыл санында жаздық.</p>`;
    const { issues, capturedBetween, evidence } = readHtml(story(cited));
    expect(issues.map(({ number, serial, datePublished }) => [number, serial, datePublished])).toEqual([
      [75, 8196, '2018-09-25'],
    ]);
    expect([capturedBetween, evidence.issues?.rule]).toEqual([null, 'issue-cited']);
  });

  it('gives the story none of their days', () => {
    expect(readHtml(story(plain, { margin: list, date: 'admin' })).article?.datePublished).toBeNull();
  });

  it('bounds the crawl by the newest issue', () => {
    expect(readHtml(story(plain, { margin: list })).capturedBetween).toEqual(['2021-02-13', null]);
  });
});

describe('extractHtml() on repaired segments', () => {
  const page = story(`<p>${first}</p><img src="/1.jpg" alt="DAMAGED ALT"><p>${second}</p>`);
  const { placements } = readRepaired(page, (text) => (text === 'DAMAGED ALT' ? HEADLINE : text));
  const segments = (field: string): readonly number[] =>
    placements.filter((placement) => placement.field === field).map(({ segment }) => segment);

  it('places the alternative text that copies the headline', () => {
    expect(segments('image-alt')).toEqual([]);
    expect(segments('headline-copy').length).toBeGreaterThan(0);
  });

  it('places any other text of a picture as such', () => {
    expect(readHtml(page).placements.filter(({ field }) => field === 'image-alt')).toHaveLength(1);
  });

  it('counts the place of a paragraph from the beginning of the body', () => {
    expect(placements.filter(({ field }) => field === 'articleBody').map(({ start }) => start)).toEqual([
      0,
      first.length + 2,
    ]);
  });

  it('reads the repaired text', () => {
    const { article } = readRepaired(page, (text) => (text === second ? 'Түзетілген сөйлем осында тұр.' : text));
    expect(article?.articleBody).toEqual([first, 'Түзетілген сөйлем осында тұр.']);
  });
});

describe('extractHtml() on evidence', () => {
  it('names rule and layer of each field', () => {
    const { evidence } = readHtml(themes['11.0 Default'] ?? '');
    expect(evidence.headline).toEqual({ rule: 'dle-default-headline', layer: 'profile' });
    expect(evidence.articleBody?.layer).toBe('profile');
  });

  it('reads the page of an unknown engine by heuristics', () => {
    const html = `<html><head><title>${HEADLINE} | Газет</title></head><body><div class="top"><h1>Газет</h1></div><div><h2>${HEADLINE}</h2><span>3 ақпан 2021</span><div>${plain}</div></div></body></html>`;
    const { profile, article, evidence } = readHtml(html);
    expect([profile, article?.headline, article?.articleBody, article?.datePublished]).toEqual([
      'generic',
      HEADLINE,
      PARAGRAPHS,
      '2021-02-03',
    ]);
    expect([evidence.headline?.rule, evidence.articleBody?.rule]).toEqual(['heading-in-title', 'text-density']);
  });
});
