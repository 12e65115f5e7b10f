import { describe, expect, it } from 'vitest';
import { read, readArticle } from './dumps.js';

const HEADLINE = 'Көлбұлақ ауылында жаңа көпір салынды';
const FIRST =
  'Көлбұлақ ауылының тұрғындары он жыл күткен көпір биыл күзде пайдалануға берілді, құрылысқа отыздан астам жұмысшы қатысты.';
const SECOND = 'Құрылысқа жергілікті кәсіпкерлер де үлес қосты, жұмыс төрт айға созылды.';
const LONG = `${FIRST} ${SECOND} ${FIRST}`;
const MENU = 'Басты бет Жаңалықтар Қоғам Мәдениет Спорт Біздің газет';
const POPULAR = [
  'Көп оқылған',
  '',
  'Палуандар сайысы өз мәресіне жетті',
  '05.02.2024 1 250',
  'Мектеп бітірушілер кездесті',
  '17.11.2023 640',
];
const OFFICE = ['© 2009–2025 «Көлбұлақ». Барлық құқықтар қорғалған.', '8 (72436) 1-23-45'];
const SHELL = ['Көлбұлақ таңы', '', MENU, ''];

/** Wraps a paragraph as lynx does: at so many columns, each line with an indent. */
function wrapped(text: string, columns: number, indent = '   '): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}

describe('extractText() on pages written down whole', () => {
  it('finds the story between a menu and the boxes below it', () => {
    const page = [
      ...SHELL,
      HEADLINE,
      '',
      '4 сәуір 2019, 10:15',
      'Қоғам',
      '335',
      '2',
      '',
      FIRST,
      '',
      SECOND,
      '',
      ...POPULAR,
      ...OFFICE,
    ];
    expect(readArticle(page)).toMatchObject({
      headline: HEADLINE,
      articleBody: [FIRST, SECOND],
      datePublished: '2019-04-04',
      timePublished: '10:15',
      views: 335,
      commentCount: 2,
    });
  });

  it('finds it below the boxes, with the line about it on top', () => {
    const about = 'Күні: 4 сәуір 2019 Қаралды: 335 Пікір: 2';
    const page = [...SHELL, ...POPULAR, '', about, HEADLINE, '', FIRST, '', SECOND, ...OFFICE];
    expect(readArticle(page)).toMatchObject({ headline: HEADLINE, datePublished: '2019-04-04', views: 335 });
  });

  it('leaves the figures of a list above the headline to the list', () => {
    const page = [...SHELL, ...POPULAR, HEADLINE, '', FIRST, '', SECOND, ...OFFICE];
    expect(readArticle(page)).toMatchObject({ headline: HEADLINE, datePublished: null, views: null });
  });

  it.each([
    ['an inquiry of the pieces', '4-04-2019, 10:15 | Қоғам | Қаралды: 335 | Пікір: 2'],
    ['counters first', '335 рет оқылды | Пікірлер: 2 | 04.04.2019 | 10:15 | Автор: admin'],
    ['commas', 'Жазылған күні: 4 сәуір 2019 ж., 10:15, Қоғам, Қараған: 335, 2 пікір'],
    ['tabs', 'Жарияланды 4-04-2019, 10:15\t Автор: admin\t 335 рет оқылды\t Пікір: 2'],
    ['Latin letters', 'Jarııalanǵan ýaqyty: 4 sáýir 2019, 10:15 | Oqyǵandar sany: 335 | Pikirler: 2'],
    ['stars among them', 'Дауыс: 12 • Жарияланды: 04.04.2019 10:15 • Қаралды: 335 • Пікір: 2'],
    ['spaces between them', '335 Жарияланған күні: 4 сәуір 2019 сағат 10:15 gazeta 2'],
    ['clocks', '👁 335 🗓 4 сәуір 2019 🕒 10:15 💬 2'],
    ['nothing between them', 'Жарияланды: 10:15, 4 сәуір 2019Қоғам Қаралды: 335Пікір: 2'],
  ])('reads a line about the story: %s', (_, about) => {
    const article = readArticle([`» » ${HEADLINE}`, '', HEADLINE, '', about, '', FIRST, '', SECOND]);
    expect([article.datePublished, article.timePublished, article.views, article.commentCount]).toEqual([
      '2019-04-04',
      '10:15',
      335,
      2,
    ]);
    expect(article.articleBody).toEqual([FIRST, SECOND]);
  });

  it.each([
    [
      'a breadcrumb above the line about it',
      [`Басты бет → Қоғам → ${HEADLINE}`, 'Қоғам • 4 сәуір 2019 • 335', HEADLINE, 'Басып шығару'],
    ],
    [
      'a headline with a dash, an account above its views',
      [`Басты бет » ${HEADLINE}`, 'Күні: 4 сәуір 2019', 'admin', '335 қаралым', HEADLINE],
    ],
    [
      'issues with their days right above',
      ['№12', '02.04.2024', '№11', '30.03.2024', HEADLINE, 'admin', '4 сәуір 2019', '335'],
    ],
    [
      'news with their times',
      ['Жедел хабар: 12:10 Ауылда жаңа мектеп ашылды! 11:05 Егін қалай жиналып жатыр?', HEADLINE, '4 сәуір 2019 335'],
    ],
    ['a caption', [HEADLINE, '4 сәуір 2019 335', 'Суретте: жаңа көпір']],
  ])('finds it below %s', (_, above) => {
    const article = readArticle([
      ...SHELL,
      ...POPULAR,
      '',
      'Мұрағат: 2024 2023 2022',
      ...above,
      FIRST,
      SECOND,
      ...OFFICE,
    ]);
    expect(article).toMatchObject({ headline: HEADLINE, datePublished: '2019-04-04', views: 335 });
  });

  it('finds the footer among buttons, stars and neighbours, and no day of a comment', () => {
    const stars = ['80', '1', '2', '3', '4', '5'];
    const footer = [
      '+6',
      ...stars,
      'Рейтинг: 3.9 / 5 (10 дауыс)',
      'Бөлісу:',
      'Алдыңғы: Ауылда жаңа мектеп ашылды',
      '4 сәуір 2019 | 2 пікір 335',
    ];
    const comments = ['Марат', '5 сәуір 2019 10:20', 'Рахмет, жақсы жаңалық екен!'];
    const article = readArticle([...SHELL, HEADLINE, FIRST, SECOND, ...footer, ...comments, ...POPULAR, ...OFFICE]);
    expect(article).toMatchObject({
      datePublished: '2019-04-04',
      views: 335,
      commentCount: 2,
      articleBody: [FIRST, SECOND],
    });
    const undated = readArticle([
      ...SHELL,
      HEADLINE,
      '4 сәуір 2019',
      FIRST,
      SECOND,
      '335 рет оқылды',
      ...comments,
      ...OFFICE,
    ]);
    expect(undated).toMatchObject({ datePublished: '2019-04-04', views: 335 });
  });

  it('reads labels above their values', () => {
    const about = ['Жарияланды', '4 сәуір 2019 ж.', 'Оқылды', '335', 'Пікір', '2'];
    const article = readArticle([...SHELL, HEADLINE, '', ...about, '', FIRST, '', SECOND, ...OFFICE]);
    expect(article).toMatchObject({
      datePublished: '2019-04-04',
      views: 335,
      commentCount: 2,
      articleBody: [FIRST, SECOND],
    });
  });

  it.each([
    [
      'a list of cut leads',
      [
        ...SHELL,
        ...[1, 2, 3].flatMap((day) => [
          `Жаңалық ${day} туралы хабар`,
          '',
          `${FIRST.slice(0, 90)}...`,
          `0${day}.04.2019 | Қаралды: ${day}`,
          '',
        ]),
      ],
      'listing',
    ],
    [
      'a list of titles and days',
      [
        ...SHELL,
        'Қоғам',
        ...[1, 2, 3, 4].flatMap((day) => [`Ауылдағы ${day}-ші сайыс қорытындысы`, `0${day}.04.2019`]),
      ],
      'listing',
    ],
    [
      'a list of stories with a paragraph of each',
      [
        ...SHELL,
        ...['Жол', 'Көпір', 'Мектеп'].flatMap((title) => [`${title} туралы жаңа хабар`, '04.04.2019', FIRST, '12 0']),
      ],
      'listing',
    ],
    [
      'a list of days and titles in lines of their own',
      [
        ...SHELL,
        ...[1, 2, 3, 4].map((day) => `0${day}.04.2019 Ауылдағы сайыс қалай өтті?`),
        '1 2 3 4 ... 38',
        ...POPULAR,
      ],
      'listing',
    ],
    [
      'a notice of the engine',
      [...SHELL, ...POPULAR, 'Қате', `Бұл мекенжай бойынша мақала табылмады немесе сізге оны көруге рұқсат жоқ.`],
      'error',
    ],
    ['an error', [...SHELL, 'Бет табылмады', 'Сіз сұраған бет жоқ.', '', ...POPULAR], 'error'],
    ['an error below the margin', [...SHELL, ...POPULAR, 'Бет табылмады', 'Сіз сұраған бет жоқ.'], 'error'],
    ['a page of the office', [...SHELL, ...POPULAR, 'Газет туралы', 'Газет 1931 жылы шықты.', ...OFFICE], 'static'],
  ])('takes %s for no story', (_, page, kind) => {
    expect(read(page).kind).toBe(kind);
  });
});

describe('toLines() on dumps of programs', () => {
  it('joins what lynx wrapped, and takes its signs off', () => {
    const page = [
      ...[
        '   [1]Көлбұлақ таңы',
        '   [2]Басты бет | [3]Жаңалықтар | [4]Қоғам',
        '',
        HEADLINE,
        '',
        '   4 сәуір 2019 | Қаралды: 335',
      ],
      ...[
        '',
        ...wrapped(`${FIRST} ${SECOND}`, 60),
        '',
        ...wrapped(SECOND, 60),
        '',
        'Көп оқылған',
        '',
        '    1. [5][12.jpg] Палуандар сайысы өтті',
      ],
      ...[
        '       05.02.2024 1 250',
        '   (BUTTON) OK',
        '',
        'References',
        '',
        '   1. https://kolbulaq.example/',
        '   2. https://kolbulaq.example/2',
      ],
    ];
    expect(readArticle(page)).toMatchObject({
      headline: HEADLINE,
      articleBody: [`${FIRST} ${SECOND}`, SECOND],
      views: 335,
    });
  });

  it('takes off the signs of the older html2text', () => {
    const page = [
      'Көлбұлақ_таңы',
      'Басты_бет | Қоғам | Мәдениет',
      `****** ${HEADLINE} ******`,
      '335 Күні: 4 сәуір 2019 gazeta 2',
    ];
    const box = ['**** Көп_оқылған ****', '    * Палуандар_сайысы_өтті 05.02.2024'];
    const article = readArticle([...page, `[${HEADLINE}]`, `    ${FIRST}`, `    ${SECOND}`, ...box]);
    expect(article).toMatchObject({
      headline: HEADLINE,
      articleBody: [FIRST, SECOND],
      datePublished: '2019-04-04',
      views: 335,
    });
  });

  it('keeps a headline apart from the full line of its breadcrumb', () => {
    const crumb = `   Басты бет » Қоғам, тұрмыс және мәдениет » ${HEADLINE}`;
    const page = [
      '   [1]Басты бет | [2]Қоғам | [3]Спорт',
      crumb,
      `   ${HEADLINE}`,
      '   4 сәуір 2019 | Қаралды: 335',
      '   Тегтер: көпір',
    ];
    const article = readArticle([
      ...page,
      '',
      ...wrapped(LONG, crumb.length),
      '',
      'References',
      '',
      '   1. https://kolbulaq.example/',
    ]);
    expect(article).toMatchObject({ headline: HEADLINE, articleBody: [LONG], views: 335 });
  });

  it('joins what html2text wrapped, and takes its signs off', () => {
    const link = '[көпір](https://kolbulaq.example/kopir-(1).html)';
    const page = [
      ...[
        '[Көлбұлақ таңы](/)',
        '',
        '  * [Басты бет](/)',
        '  * [Қоғам](/kogam/)',
        '  * [Спорт](/sport/)',
        '',
        `# ${HEADLINE}`,
        '',
      ],
      ...[
        '4 сәуір 2019 | Қаралды: 335',
        '',
        '![сурет](/up/1.jpg)',
        ...wrapped(LONG.replace('көпір', link), 78, ''),
        '',
        `**${SECOND}**`,
        '',
      ],
      ...['### Ұқсас жаңалықтар', '', '  * [Палуандар сайысы](/sport/1-x.html)'],
    ];
    expect(readArticle(page)).toMatchObject({ headline: HEADLINE, articleBody: [LONG, SECOND], views: 335 });
  });

  it('keeps the lines of a dump that was not wrapped', () => {
    const verse = ['Асу-асу асқар тау', 'асқарына кім шығар', 'жанында бар ақ бұлақ', 'бұлағынан кім ішер'];
    expect(
      readArticle([`» » ${HEADLINE}`, '', HEADLINE, '', ...verse, '', '4 сәуір 2019 ж. 335 2']).articleBody,
    ).toEqual(verse);
  });
});
