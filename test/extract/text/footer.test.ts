import { describe, expect, it } from 'vitest';
import type { SiteProfile } from '../../../src/model/site-profile.js';
import { BODY, FIRST, HEADLINE, read, readArticle, SECOND, TITLED } from './dumps.js';

const turned: SiteProfile = {
  name: 'turned',
  sites: [{ host: 'audan-uni.example', name: 'Аудан үні', counterOrder: 'comments-views', timeZone: 'Asia/Almaty' }],
  layouts: [],
};

describe('extract() of the footer of a text', () => {
  it.each([
    [['04 сәуір 2019 ж. 599 0'], 599, 0],
    [['04 сәуір 2019 ж. 1\u00a0109 0'], 1109, 0],
    [['04 сәуір 2019 ж.', '2 018', '12'], 2018, 12],
    [['2019 жылғы 4 сәуір\t8108\t0'], 8108, 0],
    [['Пікірлер: 4', 'Қаралды: 811', '2019 жылғы 4 сәуір', '', '© Аудан үні 2023'], 811, 4],
    [['04 сәуір 2019 ж.', '', '599', '', '0'], 599, 0],
    [['04 сәуір 2019 ж.', '599 0'], 599, 0],
    [['04 сәуір 2019 ж.', 'Просмотров: 1 234', 'Комментариев: 5'], 1234, 5],
    [['04 сәуір 2019 ж.', 'Просмотров: 1 234 Комментариев: 5'], 1234, 5],
    [['04 сәуір 2019 ж. | Көрілді: 77 | 3 пікір'], 77, 3],
    [['04 сәуір 2019 ж.', '1 234 рет көрсетілді', '5 пікір'], 1234, 5],
    [['Оқылды: 77', 'Пікірлер: 0', '04 сәуір 2019 ж.'], 77, 0],
    [['04 сәуір 2019 ж.', '1 109 2 pikir'], 1109, 2],
    [['admin | 04.04.2019 | 599 0'], 599, 0],
    [['Пікір: 2 Қаралды: 1 109 04 сәуір 2019'], 1109, 2],
    [['👁 69 725 💬 1 04 сәуір 2019, 10:15'], 69725, 1],
    [['04 сәуір 2019 ж.', '2009 12 pikir'], 2009, 12],
    [['04 сәуір 2019 ж.', '0 / 1 261'], 1261, 0],
    [['04 сәуір 2019 ж. 599'], 599, null],
    [['04 сәуір 2019 ж.'], null, null],
    [['Автор: admin | 04.04.2019 | Көрілді: 61 | Пікір: 0'], 61, 0],
    [['4 Сәуір, 2019 61 рет оқылды Пікір жоқ'], 61, 0],
    [['4 апреля 2019, 10:00', '👁 1 061 💬 2'], 1061, 2],
    [['04.04.2019 👁 61'], 61, null],
    [['Айдар: Қоғам', '04 сәуір 2019 ж.', 'Көрілді: 61'], 61, null],
    [['4 aprel 2019-yil', "Ko'rishlar soni: 310"], 310, null],
    [['Қоғам 04 сәуір 2019 ж. 599 0'], 599, 0],
    [['Жарияланды: 4 сәуір 2019 ж., 11:25', 'Оқылды: 599'], 599, null],
    [['4-4-2019 599 0', 'Comments are closed'], 599, 0],
  ])('reads %j as %s views and %s comments', (footer, views, commentCount) => {
    const article = readArticle([...TITLED, ...BODY, '', ...footer]);
    expect(article).toMatchObject({ datePublished: '2019-04-04', views, commentCount, articleBody: [FIRST, SECOND] });
  });

  it.each([
    [['ҚОҒАМ 04 сәуір 2019 ж. 599 0'], 'ҚОҒАМ'],
    [['Ауыл тынысы', '04 сәуір 2019 ж. 599 0'], 'Ауыл тынысы'],
    [['04 сәуір 2019 ж. 599 0', 'Айдар: Ауыл тынысы', 'Тегтер: көпір'], 'Ауыл тынысы'],
  ])('reads the section of %j', (footer, articleSection) => {
    expect(readArticle([...TITLED, ...BODY, '', ...footer])).toMatchObject({
      articleSection,
      articleBody: [FIRST, SECOND],
    });
  });

  it('takes the credit of a picture above the date for no section', () => {
    const { article, attributions } = read([
      ...TITLED,
      ...BODY,
      '',
      'Фото Руслана Петрова',
      '',
      '04 сәуір 2019 ж. 599 0',
    ]);
    expect([article?.articleSection, attributions[0]?.role]).toEqual([null, 'photo']);
  });

  it.each([
    [['17 Qazan 2023'], '2023-10-17', null],
    [['11:17, 17 Qazan 2023 | GMT +6'], '2023-10-17', '11:17'],
    [['17.10.2023, 11:17'], '2023-10-17', '11:17'],
    [['Қоғам', '17.10.2023 // 11:17'], '2023-10-17', '11:17'],
  ])('reads %j below the headline', (lines, datePublished, timePublished) => {
    const { article, evidence } = read([HEADLINE, '', ...lines, '', ...BODY]);
    expect(article).toMatchObject({ datePublished, timePublished, articleBody: [FIRST, SECOND] });
    expect(evidence.datePublished?.rule).toBe('below-headline');
  });

  it('reads date and counters below the headline', () => {
    const article = readArticle([HEADLINE, '', '4 сәуір 2019 | Көрілді: 77', '', ...BODY]);
    expect(article).toMatchObject({ datePublished: '2019-04-04', views: 77, articleBody: [FIRST, SECOND] });
  });

  it.each([
    [null, null, null],
    ['2024-03-24', '2024-03-23', '2024-03-23'],
    ['2024-03-24T20:30:00Z', null, '2024-03-24'],
  ])('resolves «Кеше, 18:05» against a capture of %s: %s, or %s in a known zone', (capturedAt, unknown, known) => {
    const lines = [...TITLED, ...BODY, '', 'Кеше, 18:05 12 0'];
    const dates = { timePublished: '18:05', dateText: 'Кеше, 18:05', views: 12 };
    expect(readArticle(lines, { capturedAt })).toMatchObject({ ...dates, datePublished: unknown });
    const context = { capturedAt, site: 'audan-uni.example', profiles: [turned] };
    expect(readArticle(lines, context)).toMatchObject({ timePublished: '18:05', datePublished: known });
  });

  it('reads the author that a label names', () => {
    const article = readArticle([...TITLED, ...BODY, '', 'Автор: Самат Ержанов', '04.04.2019, 10:00']);
    expect(article).toMatchObject({
      author: 'Самат Ержанов',
      datePublished: '2019-04-04',
      articleBody: [FIRST, SECOND],
    });
  });

  it.each(['24 Ð¼Ð°ÑÑÑÐ¼ 2019 Ð¶. 599 0', '24 Ð¼аÑÑÑм 2019 Ð¶. 599 0', '24 ?????? 2019 ?. 599 0'])(
    'reads the counters beside the ruins of a date, %j, and no date',
    (footer) => {
      const article = readArticle([...TITLED, ...BODY, '', footer]);
      expect(article).toMatchObject({ datePublished: null, views: 599, commentCount: 0, articleBody: [FIRST, SECOND] });
    },
  );

  it.each([[[]], [['9 маусым 2019 ж. 12 0']]])('takes the days of a chronicle for its text, above %j', (footer) => {
    const days = ['12 мамыр 2018 ж.', FIRST, '1 маусым 2018 ж.', SECOND];
    const article = readArticle([...TITLED, ...days, ...footer]);
    expect(article?.articleBody).toEqual(days);
    expect(article?.datePublished).toBe(footer.length === 0 ? null : '2019-06-09');
  });

  it('takes the order of the counters from the profile of the site', () => {
    const context = { url: 'https://www.audan-uni.example/412-klbula.html', profiles: [turned] };
    const { article, profile, site } = read([...TITLED, ...BODY, '', '04 сәуір 2019 ж. 7 9'], context);
    expect([article?.views, article?.commentCount, profile, site]).toEqual([9, 7, 'turned', 'audan-uni.example']);
  });

  it('says when size alone told the order', () => {
    const { diagnostics } = read([...TITLED, ...BODY, '', '04 сәуір 2019 ж.', '0 / 1 261']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['counter-order-by-size']);
  });

  it('says when counters can be split in another way', () => {
    const { diagnostics } = read([...TITLED, ...BODY, '', '04 сәуір 2019 ж. 1 109 105']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ambiguous-counters']);
  });

  it('adds what stands above the story to what stands below it', () => {
    const lines = [...TITLED, 'Оқылды: 45', '', ...BODY, '', '04 сәуір 2019 ж.', 'Пікірлер (2)', 'Оқырман', 'Рахмет!'];
    expect(readArticle(lines)).toMatchObject({ views: 45, commentCount: 2, articleBody: [FIRST, SECOND] });
  });

  it('reads the counters beside a date that lost its letters', () => {
    const article = readArticle([...TITLED, ...BODY, '', '24  2019 . 599 0']);
    expect(article).toMatchObject({ datePublished: null, views: 599, commentCount: 0, articleBody: [FIRST, SECOND] });
  });

  it('ends the story: comments below it are none of its paragraphs', () => {
    const lines = [...TITLED, ...BODY, '', '04 сәуір 2019 ж. 599 1', '', 'Пікірлер', 'Оқырман', 'Жақсы жаңалық екен.'];
    expect(readArticle(lines)).toMatchObject({ articleBody: [FIRST, SECOND], commentCount: 1 });
  });

  it('keeps the date of a change apart', () => {
    const article = readArticle([...TITLED, ...BODY, '', '04 сәуір 2019 ж.', 'Жаңартылды: 06 сәуір 2019 ж.']);
    expect(article).toMatchObject({ datePublished: '2019-04-04', dateModified: '2019-04-06' });
  });
});
