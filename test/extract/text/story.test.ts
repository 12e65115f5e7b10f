import { describe, expect, it } from 'vitest';
import { BODY, FIRST, FOOTER, HEADLINE, read, readArticle, SECOND, TITLED } from './dumps.js';

describe('extract() of the headline of a text', () => {
  it.each([
    ['depth 1', [`» ${HEADLINE}`, '', HEADLINE], 'breadcrumb-echo'],
    ['depth 3', [`» » » ${HEADLINE}`, '', HEADLINE], 'breadcrumb-echo'],
    ['other quotes and case in the breadcrumb', [`» » ${HEADLINE.toUpperCase()}`, '', HEADLINE], 'breadcrumb-echo'],
    ['signs of a charset without «»', [`>> >> ${HEADLINE}`, '', HEADLINE], 'breadcrumb-echo'],
    ['signs of a charset without «», and no repetition', [`>> >> ${HEADLINE}`, ''], 'breadcrumb'],
    ['links between >', [`Главная > Қоғам > ${HEADLINE}`, '', HEADLINE], 'breadcrumb-echo'],
    ['no repetition', [`» » ${HEADLINE}`, ''], 'breadcrumb'],
    ['a breadcrumb cut short', ['» » Көлбұлақ ауылында жаңа...', '', HEADLINE], 'breadcrumb-echo'],
    ['a breadcrumb of signs only', ['» »', '', HEADLINE], 'below-breadcrumb'],
    ['no breadcrumb', [HEADLINE], 'first-line'],
    ['no breadcrumb, but a repetition', [HEADLINE, '', HEADLINE], 'first-line'],
    ['the title line of the page', [`${HEADLINE} - Аудан үні`, '', HEADLINE], 'title-line'],
    ['no blank lines', [`» » ${HEADLINE}`, HEADLINE], 'breadcrumb-echo'],
  ])('finds it with %s', (_, top, rule) => {
    const { article, evidence } = read([...top, '', ...BODY, '', FOOTER]);
    expect(article).toMatchObject({ headline: HEADLINE, articleBody: [FIRST, SECOND], lead: null, views: 1109 });
    expect(evidence.headline?.rule).toBe(rule);
  });

  it.each(['«ЖАЗ» ЛАГЕРІ: БАЛАЛАР ҚАЙДА?', '2023 жыл: 12 ауылға газ келді...', '"Үміт" үйі – он жылда'])(
    'keeps «%s»',
    (text) => {
      expect(readArticle([`» » ${text}`, '', text, '', ...BODY]).headline).toBe(text);
    },
  );

  it('takes the section from a breadcrumb that kept the texts of its links', () => {
    const article = readArticle([`Аудан үні » Қоғам » ${HEADLINE}`, '', HEADLINE, '', ...BODY]);
    expect(article).toMatchObject({ headline: HEADLINE, articleSection: 'Қоғам', articleBody: [FIRST, SECOND] });
  });

  it('takes the end of a quotation for no breadcrumb', () => {
    const lines = [FIRST, '', '» деді ол.', '', '» Тағы да айтты.', '', SECOND];
    expect(readArticle([HEADLINE, '', ...lines])).toMatchObject({
      headline: HEADLINE,
      articleBody: lines.filter(Boolean),
    });
  });

  it('does not take a long first paragraph for a headline', () => {
    const long = `${FIRST} ${SECOND} ${FIRST}`;
    expect(readArticle([long, '', `${SECOND} ${FIRST}`]).headline).toBeNull();
  });
});

describe('extract() of the body of a text', () => {
  it('sets the lead apart where a copy of the headline follows it', () => {
    const { article, evidence } = read([...TITLED, FIRST, HEADLINE, SECOND, '', FOOTER]);
    expect(article).toMatchObject({ lead: FIRST, articleBody: [FIRST, SECOND] });
    expect(evidence.lead?.rule).toBe('above-headline-copy');
  });

  it.each([
    ['a copy of the headline without quotes and full stop', [FIRST, '', SECOND, `«${HEADLINE}».`]],
    ['a copy glued to the end of a paragraph', [`${FIRST}${HEADLINE}`, '', SECOND]],
    ['a copy glued to the beginning of a paragraph', [HEADLINE + FIRST, '', SECOND]],
    ['None lines', [FIRST, 'None', 'None', '', SECOND]],
    ['stray markup', [`<p>${FIRST.replace('көпір', '<a href="https://audan-uni.example/">көпір</a>')}</p>`, SECOND]],
    ['a promo', [FIRST, '>>> Біздің арнаға жазылыңыз <<<', SECOND]],
    ['a shortcode', [`{gallery}kopir/2023{/gallery}${FIRST}`, SECOND]],
    ['a shortcode alone', [FIRST, '{gallery}kopir/2023{/gallery}', SECOND]],
    ['a drop cap alone on its line', ['К', '', FIRST.slice(1), '', SECOND]],
    ['spaces of all kinds', [`\u00a0 \u00a0${FIRST.replace(' ', '\u00a0\u00a0')}`, `    ${SECOND}`]],
    ['buttons', [FIRST, 'Facebook', 'Бөлісу', SECOND]],
    ['reading time', ['3 мин оқу үшін', FIRST, SECOND]],
    ['related stories', [FIRST, SECOND, 'Ұқсас жаңалықтар', 'Мектепте мереке өтті', 'Өзен арнасы тазаланды']],
    ['an invitation in the middle', [FIRST, 'Оқи отырыңыз: Мектепте мереке өтті', SECOND]],
    ['a credit', [FIRST, 'Фото: Аудан үні', SECOND]],
  ])('is without %s', (_, lines) => {
    expect(readArticle([...TITLED, ...lines]).articleBody).toEqual([FIRST, SECOND]);
  });

  it.each([
    'Уважаемый посетитель, Вы зашли на сайт как незарегистрированный пользователь.',
    'Нашли ошибку? Выделите её и нажмите Ctrl+Enter',
    '© 2012-2018 «Аудан үні». Барлық құқықтар қорғалған.',
  ])('drops the notice «%s»', (notice) => {
    expect(readArticle([...TITLED, ...BODY, notice, '', FOOTER]).articleBody).toEqual([FIRST, SECOND]);
  });

  it('keeps a paragraph that only mentions the headline', () => {
    const text = `${HEADLINE} деген хабар ауылға тез тарады.`;
    expect(readArticle([...TITLED, FIRST, text]).articleBody).toEqual([FIRST, text]);
  });

  it('keeps the parts of a digest in order', () => {
    const digest = ['КӨЛБҰЛАҚ', FIRST, 'ҚЫЗЫЛСАЙ', SECOND];
    expect(readArticle([...TITLED, ...digest, '', FOOTER]).articleBody).toEqual(digest);
  });

  it('keeps dates and figures inside the story', () => {
    const chronicle = ['12 мамыр 2018 жыл', FIRST, '13 мамыр 2018 жыл', SECOND];
    const article = readArticle([`» ${HEADLINE}`, HEADLINE, FIRST, ...chronicle, '', FOOTER]);
    expect(article).toMatchObject({ articleBody: [FIRST, ...chronicle], datePublished: '2019-04-04' });
  });

  it('takes the byline at its end for the author', () => {
    const { article, attributions } = read([...TITLED, ...BODY, '', 'Самал ЖҮНІС', '', FOOTER]);
    expect(article).toMatchObject({ author: 'Самал ЖҮНІС', articleBody: [FIRST, SECOND] });
    expect(attributions).toContainEqual(
      expect.objectContaining({ name: 'Самал ЖҮНІС', role: 'byline', rule: 'byline' }),
    );
  });

  it.each([['Аққу ауданы.'], ['«Аудан үні».'], ['Көлбұлақ ауылы']])(
    'takes «%s» below the author for the second line of a byline',
    (place) => {
      const article = readArticle([...TITLED, ...BODY, '', 'Самал ЖҮНІС.', place, '', FOOTER]);
      expect(article).toMatchObject({ author: 'Самал ЖҮНІС', articleBody: [FIRST, SECOND] });
    },
  );

  it.each([
    ['Тегтер: көпір, ауыл', ['көпір', 'ауыл']],
    ['Теги: мост; село.', ['мост', 'село']],
    ['#көпір #жол', ['көпір', 'жол']],
  ])('reads the keywords of «%s»', (line, keywords) => {
    expect(readArticle([...TITLED, ...BODY, '', line, FOOTER])).toMatchObject({
      keywords,
      articleBody: [FIRST, SECOND],
    });
  });
});

describe('extract() of a text with an address', () => {
  it('takes id and section from it', () => {
    const url = 'https://audan-uni.example/qogam/412-klbula.html';
    expect(readArticle([...TITLED, ...BODY], { url })).toMatchObject({ nativeId: '412', articleSection: 'qogam' });
  });

  it('says that they come from it', () => {
    const { evidence } = read([...TITLED, ...BODY], { url: 'https://audan-uni.example/qogam/412-klbula.html' });
    expect([evidence.nativeId, evidence.articleSection]).toEqual(Array(2).fill({ rule: 'address', layer: 'address' }));
  });
});
