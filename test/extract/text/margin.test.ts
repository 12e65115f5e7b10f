import { describe, expect, it } from 'vitest';
import { BODY, CALENDAR, FOOTER, HEADLINE, ISSUES, read, readArticle, TITLED } from './dumps.js';

const STORY = [...TITLED, ...BODY, '', FOOTER];

describe('extract() of the margin of a text', () => {
  it('reads the issues of the list and keeps their dates off the story', () => {
    const { issues, article } = read([...ISSUES, ...CALENDAR, ...STORY]);
    expect(issues).toEqual([
      {
        number: 46,
        numberEnd: null,
        serial: 5146,
        serialEnd: null,
        datePublished: '2023-06-09',
        label: '№46 (5146) 9',
        url: null,
      },
      {
        number: 45,
        numberEnd: null,
        serial: 5145,
        serialEnd: null,
        datePublished: '2023-06-06',
        label: '№45 (5145) 6',
        url: null,
      },
    ]);
    expect(article?.datePublished).toBe('2019-04-04');
  });

  it.each([
    [['Басты бет', 'Қоғам', 'Мәдениет', 'Байланыс', '']],
    [['Басты бет Қоғам Мәдениет Байланыс', '']],
    [['Қоғам', 'Мәдениет', '', ...ISSUES]],
    [['Главная | Общество | Культура | Спорт', '', ...ISSUES]],
  ])('takes the menu %j for no headline', (menu) => {
    expect(readArticle([...menu, HEADLINE, '', ...BODY, '', FOOTER])).toMatchObject({
      headline: HEADLINE,
      views: 1109,
    });
  });

  it.each([[['Басты бет туралы мақала']], [['Главная дорога района']]])(
    'keeps %j, which only begins as a menu does',
    (top) => {
      expect(readArticle([...top, '', ...BODY, '', FOOTER]).headline).toBe(top[0]);
    },
  );

  it('bounds the crawl by the newest issue and the last day of the calendar', () => {
    const { capturedAt, capturedBetween, calendar } = read([...ISSUES, ...CALENDAR, ...STORY]);
    expect(calendar).toEqual({ month: '2023-06', day: null, daysWithNews: [] });
    expect(capturedBetween).toEqual(['2023-06-09', '2023-06-30']);
    expect(capturedAt).toBeNull();
  });

  it.each([
    ['a heading above the list', ['Соңғы жаңалықтар', '', ...ISSUES]],
    [
      'a double issue cut to its number',
      ['№98-99', '', '09 маусым 2023 ж.', '', '№97 (5197) 6', '', '06 маусым 2023 ж.', ''],
    ],
    ['an entry that is no issue', ['«Балалар', '', '09 маусым 2023 ж.', '', ...ISSUES.slice(4)]],
    ['nothing but an entry that is no issue', ['Жазғы', '', '09 маусым 2023 ж.', '']],
    ['no blank lines', ISSUES.filter((line) => line !== '')],
  ])('takes the lower bound from %s', (_, list) => {
    const { capturedBetween, article } = read([...list, ...CALENDAR, ...STORY]);
    expect(capturedBetween?.[0]).toBe('2023-06-09');
    expect(article?.headline).toBe(HEADLINE);
  });

  it('counts an entry that is no issue among the days only', () => {
    const { issues } = read(['«Балалар', '', '10 маусым 2023 ж.', '', ...ISSUES, ...CALENDAR, ...STORY]);
    expect(issues.map(({ number }) => number)).toEqual([46, 45]);
  });

  it('leaves a story with its date below the headline alone where a list stands above it', () => {
    const { issues, article } = read([...ISSUES, 'Қызыл көпір', '04 сәуір 2019 ж.', '', ...BODY]);
    expect(issues).toHaveLength(2);
    expect(article).toMatchObject({ headline: 'Қызыл көпір', datePublished: '2019-04-04' });
  });

  it.each([
    ['a label with another day than its date', ['№46 (5146) 9', '10 маусым 2023 ж.'], 'issue-day-contradicts'],
    [
      'serials out of step',
      ['№46 (5146) 9', '09 маусым 2023 ж.', '№45 (5141) 6', '06 маусым 2023 ж.'],
      'issue-serial-step',
    ],
    ['an issue after the month of the calendar', ['№50 (5150) 1', '01 шілде 2023 ж.'], 'crawl-bounds-contradict'],
  ])('notices %s', (_, list, code) => {
    const { diagnostics } = read([...list, ...CALENDAR, ...STORY]);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it('does not believe a calendar whose days are not those of its month', () => {
    const { calendar, diagnostics } = read([...CALENDAR.map((line) => line.replace('2023', '2021')), ...STORY]);
    expect(calendar).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['calendar-contradicts']);
  });

  it.each([
    ['a date lost', [...ISSUES.slice(0, 1), ...ISSUES.slice(4)]],
    ['all dates but one lost', [...ISSUES.slice(0, 1), ...ISSUES.slice(4, 5), '№44 (5144) 2', '02 маусым 2023 ж.']],
    ['a label lost', ISSUES.slice(2)],
    ['a date twice', [...ISSUES, '06 маусым 2023 ж.']],
    ['a date twice, below a stray line', ['Балалар жазғы', 'Балалар жазғы', ...ISSUES, '06 маусым 2023 ж.']],
  ])('keeps a list without breadcrumb and calendar, %s, off the story', (_, list) => {
    const article = readArticle([...list, '', HEADLINE, '', ...BODY]);
    expect(article.datePublished).toBeNull();
    expect(article.articleBody.slice(-2)).toEqual([BODY[0], BODY[2]]);
  });

  it.each([
    ['its heading', CALENDAR.slice(3)],
    ['its last rows', CALENDAR.slice(0, 6)],
    ['its heading and rows', CALENDAR.slice(3, 6)],
  ])('keeps what a cut left of a calendar without %s out of the story', (_, remains) => {
    const { calendar, article } = read([...remains, '', HEADLINE, '', ...BODY]);
    expect([calendar, article?.headline]).toEqual([null, HEADLINE]);
  });

  it('reads a Russian calendar that runs straight into the headline', () => {
    const ru = [
      'Календарь',
      '«\u00a0\u00a0\u00a0\u00a0Июнь 2023\u00a0\u00a0\u00a0\u00a0»',
      'ПнВтСрЧтПтСбВс',
      ...CALENDAR.slice(4),
    ];
    expect(read([...ru, ...TITLED, ...BODY]).calendar?.month).toBe('2023-06');
  });

  it('reads list and calendar below the story too', () => {
    const { issues, calendar, article } = read([HEADLINE, '', ...BODY, '', FOOTER, '', ...ISSUES, ...CALENDAR]);
    expect([issues.length, calendar?.month]).toEqual([2, '2023-06']);
    expect(article).toMatchObject({ articleBody: [BODY[0], BODY[2]], datePublished: '2019-04-04', views: 1109 });
  });

  it('takes the shell of empty widgets for nothing', () => {
    const shell = [
      '•',
      ':',
      ':',
      '+7 (000) 111-22-33',
      'poshta@audan-uni.example',
      '°C',
      'Ветер: м/с',
      'Давление: мм',
      '',
    ];
    expect(readArticle([...shell, HEADLINE, '', ...BODY]).headline).toBe(HEADLINE);
  });

  it('names the site by the line at its top', () => {
    const { site, article } = read(['Аудан үні Audan-uni.example ақпараттық агенттігі', '', HEADLINE, '', ...BODY]);
    expect([site, article?.headline]).toEqual(['audan-uni.example', HEADLINE]);
  });
});

describe('extract() of the clock of a site', () => {
  it.each([
    ['Beısenbi, 16 Qazan 2025', '2025-10-16'],
    ['Жұма, 9 маусым 2023 ж., 10:00', '2023-06-09'],
    ['Сенбі, 28 маусым, 13:46', null],
    ['9 июня 2023, пятница', '2023-06-09'],
    ['09.06.2023 Жұма 13:46', '2023-06-09'],
    ['Сегодня: 9 июня 2023 г. 13:46', '2023-06-09'],
  ])('takes the day of the crawl from «%s»: %s', (clock, day) => {
    const { capturedAt, capturedAtBasis, article } = read([clock, '', HEADLINE, '', ...BODY]);
    expect([capturedAt, capturedAtBasis]).toEqual([day, day === null ? null : 'page-clock']);
    expect(article).toMatchObject({ headline: HEADLINE, datePublished: null });
  });

  it('gives no bounds beside it', () => {
    const { capturedBetween } = read(['Жұма, 9 маусым 2023 ж.', ...ISSUES, ...CALENDAR, ...STORY]);
    expect(capturedBetween).toBeNull();
  });

  it('leaves the mark of an extractor unread', () => {
    const { capturedAt, article } = read([' date 2025-11-25 ', HEADLINE, '', ...BODY]);
    expect(capturedAt).toBeNull();
    expect(article).toMatchObject({ headline: HEADLINE, datePublished: null });
  });
});
