import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount, readCountPair, readLabelledCount } from '../../../src/extract/fields/count.js';

describe('readCount()', () => {
  it.each([
    ['599', 599],
    ['1 109', 1109],
    ['1\u00a0109', 1109],
    ['12\u202f345\u202f678', 12345678],
    ['1,109', 1109],
    ['(5)', 5],
    ['👁️ 599', 599],
    ['Көрілді: 12', 12],
    ['Просмотров: 1 234', 1234],
    ['12K', 12000],
    ['1,2K', 1200],
    ['12 тыс.', 12000],
    ['3,4 мың', 3400],
    ['1,1 млн', 1100000],
  ])('reads %s', (text, count) => {
    expect(readCount(text)).toBe(count);
  });

  it.each(['', '1 10', '1 2', '1,10', '1.109', '007', '12KB', '24 мин оқу', 'сан'])(
    'finds no count in «%s»',
    (text) => {
      expect(readCount(text)).toBeNull();
    },
  );
});

describe('readLabelledCount()', () => {
  it.each([
    ['Просмотров: 12', 'views', 12],
    ['Просмотров: 1,2K', 'views', 1200],
    ['просмотров 12 тыс.', 'views', 12000],
    ['👁 1,2K', 'views', 1200],
    ['Қаралды: 1 109', 'views', 1109],
    ['Оқырман саны: 12', 'views', 12],
    ['12 чел. прочитали', 'views', 12],
    ['Пікір қалдырғандар: 2', 'comments', 2],
    ['Комментировать (2)', 'comments', 2],
    ['12 рет көрсетілді', 'views', 12],
    ['12 ret kórsetildi', 'views', 12],
    ['Бұл мақала 24 рет оқылды', 'views', 24],
    ['Қаралым саны: 15', 'views', 15],
    ["Ko'rildi: 12", 'views', 12],
    ['Переглядів: 9', 'views', 9],
    ['Views: 12', 'views', 12],
    ['5 pikir', 'comments', 5],
    ['Пікірлер (5)', 'comments', 5],
    ['Пікірлер жоқ. Бірінші болыңыз!', 'comments', 0],
    ['Комм. 5', 'comments', 5],
    ['👁 1 109', 'views', 1109],
    ['💬2', 'comments', 2],
    ['remove_red_eye 12', 'views', 12],
    ['Комментариев нет', 'comments', 0],
    ['No comments', 'comments', 0],
  ])('reads %s', (text, kind, count) => {
    expect(readLabelledCount(text)).toEqual({ kind, count });
  });

  it.each([
    '24 мин оқу үшін',
    '24 мин оқылды',
    'Comments are closed',
    'Пікір қалдыру',
    'Просмотров',
    '12',
    'Просмотров: 12 Комментариев: 3',
    '12,5 оқылды',
  ])('finds no counter in «%s»', (text) => {
    expect(readLabelledCount(text)).toBeNull();
  });
});

describe('readCountPair()', () => {
  it.each([
    ['599 0', 599, 0, false],
    ['0 0', 0, 0, false],
    ['1 109 0', 1109, 0, false],
    ['1 109 000 0', 1109000, 0, false],
    ['12 345 1 002', 12345, 1002, false],
    ['1 109 105', 1109, 105, true],
    ['1\u00a0109 105', 1109, 105, false],
    ['1,109 0', 1109, 0, false],
    ['599\n0', 599, 0, false],
    ['👁 599 💬 3', 599, 3, false],
    ['5479 2 pikir', 5479, 2, false],
    ['2 pikir 5479', 5479, 2, false],
    ['Комментариев: 5 Просмотров: 1 234', 1234, 5, false],
  ])('splits %s', (text, views, commentCount, ambiguous) => {
    expect(readCountPair(text, 'views-comments')).toEqual({ views, commentCount, ambiguous });
  });

  it.each([
    ['0 / 1 261', 1261, 0, false],
    ['0 1 261', 1261, 0, false],
    ['1 105 109', 105109, 1, true],
  ])('splits %s with the comments first', (text, views, commentCount, ambiguous) => {
    expect(readCountPair(text, 'comments-views')).toEqual({ views, commentCount, ambiguous });
  });

  it.each(['599', '1 109', '1 109 0 5', '05 0', 'бет 5 0', ''])('finds no pair in «%s»', (text) => {
    expect(readCountPair(text, 'views-comments')).toBeNull();
  });

  it('never splits a printed pair into other figures without a flag', () => {
    const printed = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ' ');
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2000), (views, commentCount) => {
        const read = readCountPair(`${printed(views)} ${printed(commentCount)}`, 'views-comments');
        if (read === null || read.ambiguous) return;
        expect(read).toEqual({ views, commentCount, ambiguous: false });
      }),
    );
  });
});
