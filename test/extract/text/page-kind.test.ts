import { describe, expect, it } from 'vitest';
import { BODY, CALENDAR, FIRST, HEADLINE, ISSUES, read, SECOND, TITLED } from './dumps.js';

const CUT = [FIRST, SECOND, HEADLINE].flatMap((text, index) => [
  `Хабар ${index}`,
  `${text} Жұмыс әлі жалғасып жатыр...`,
  '',
]);

describe('extract() of a text tells the kind of page', () => {
  it.each([
    ['article', null, 'a story without any frame', [HEADLINE, '', ...BODY]],
    [
      'article',
      null,
      'a story in English',
      ['Bridge opens', '', 'The bridge over the river opened on Monday after ten years.'],
    ],
    ['article', null, 'a short story below a breadcrumb', [...TITLED, 'Көпір ашылды.']],
    ['other', null, 'a text of twelve bytes', ['қысқа']],
    ['article', null, 'two short lines', ['Bridge opens', '', 'It opened on Monday.']],
    ['other', null, 'nothing', ['']],
    ['other', null, 'nothing but white space', [' ', '\u00a0', '']],
    ['other', null, 'a headline alone', [HEADLINE]],
    ['listing', null, 'headlines with cut leads', CUT],
    ['listing', null, 'a category with cut leads', ['» Қоғам', '', ...CUT]],
    [
      'listing',
      null,
      'headlines with dates and counters',
      [1, 2, 3].flatMap((day) => [HEADLINE, `0${day}.06.2023 12 0`]),
    ],
    ['listing', null, 'headlines alone', [1, 2, 3, 4, 5].map((day) => `${HEADLINE}: ${day}`)],
    ['article', null, 'what an encoding left of a story', ['» » , «» 44', '', ', «» 44', '', '24  2019 . 599 0']],
    [
      'listing',
      null,
      'a category whose heading repeats the breadcrumb',
      ['» Қоғам', '', 'Қоғам', '', ...CUT, 'Толығырақ', 'Толығырақ'],
    ],
    [
      'listing',
      null,
      'two stories with cut leads and dates',
      [FIRST, SECOND].flatMap((text, day) => [HEADLINE, `${text}..`, `0${day + 1}.06.2023 12 0`]),
    ],
    ['listing', 'search', 'what a search found', ['Поиск по сайту', '', HEADLINE, `${FIRST}..`]],
    ['article', null, 'a story that likes dots', [...TITLED, ...[FIRST, SECOND, FIRST].map((text) => `${text}..`)]],
    ['static', null, 'contacts', ['» Байланыс', '', 'Байланыс', '', 'Телефон: 8 (700) 000-00-00', FIRST]],
    ['article', null, 'a story about contacts', [`» » Байланыс`, '', 'Байланыс', '', ...BODY, '', '04.04.2019 12 0']],
    ['error', null, 'a notice below the margin', [...ISSUES, ...CALENDAR, 'Страница не найдена', 'На главную']],
    ['error', null, 'a notice in its breadcrumb', ['» Қате 404', '', 'Қате 404', '', 'Бетті таба алмадық.']],
    ['error', null, 'a notice of the server', ['404 Not Found', 'nginx']],
    ['error', null, 'a notice in Kazakh', ['Бет табылмады', 'Басты бетке оралыңыз']],
    [
      'error',
      'captcha',
      'a test for robots',
      ['Just a moment...', 'Checking your browser before accessing audan-uni.example'],
    ],
    [
      'issue',
      null,
      'a page of a print issue',
      ['» » №46 (5146) 9 маусым', '', '№46 (5146) 9 маусым', '', '09 маусым 2023 ж. 77 0'],
    ],
  ] as const)('%s (%s): %s', (kind, detail, _, lines) => {
    const found = read(lines);
    expect([found.kind, found.kindDetail]).toEqual([kind, detail]);
    expect(found.article === null).toBe(kind !== 'article');
  });

  it('listing by its address', () => {
    const found = read([HEADLINE, '', ...BODY], { url: 'https://audan-uni.example/qogam/page/12/' });
    expect([found.kind, found.kindDetail]).toEqual(['listing', 'category']);
  });

  it('issue: names the issue once, though the margin lists it', () => {
    const { issues } = read([...ISSUES, ...CALENDAR, '» » №46 (5146) 9 маусым', '', '№46 (5146) 9 маусым']);
    expect(issues.map(({ number }) => number)).toEqual([46, 45]);
  });

  it('issue: names the issue that the page is about', () => {
    const { issues } = read(['» » №46 (5146)', '', '№46 (5146)', '', '09 маусым 2023 ж. 77 0']);
    expect(issues).toMatchObject([{ number: 46, serial: 5146, datePublished: '2023-06-09' }]);
  });

  it('article: a story about an error', () => {
    const text = 'Тіркеу жүйесінде қате табылды, мамандар оны екі сағатта жөндеп шықты.';
    expect(read([...TITLED, text, '', FIRST]).kind).toBe('article');
  });
});
