import { describe, expect, it } from 'vitest';
import { isCalendarDays, isWeekdayRow, readMonthYear } from '../../../src/extract/fields/calendar.js';

describe('readMonthYear()', () => {
  it.each([
    ['«\u00a0\u00a0\u00a0\u00a0Сәуір 2022\u00a0\u00a0\u00a0\u00a0»', '2022-04'],
    ['Апрель 2022', '2022-04'],
    ['Sáýir 2022', '2022-04'],
    ['<< < Апрель 2022 > >>', '2022-04'],
    ['Сәуір 2022 ж.', '2022-04'],
  ])('reads %s', (text, month) => {
    expect(readMonthYear(text)).toBe(month);
  });

  it.each(['14 сәуір 2022', 'Сәуір айы', 'Сәуір 2022 (15)', '2022', 'Сәуір 1022', ''])(
    'finds no month in «%s»',
    (text) => {
      expect(readMonthYear(text)).toBeNull();
    },
  );
});

describe('isCalendarDays()', () => {
  const april = ['\u00a0123', '45678910', '11121314151617', '18192021222324', '252627282930\u00a0'];

  it('knows the days of a month run together', () => {
    expect(isCalendarDays(april, '2022-04')).toBe(true);
  });

  it('knows the days of a month with spaces', () => {
    expect(
      isCalendarDays(
        ['1 2 3', '4 5 6 7 8 9 10', '11 12 13 14 15 16 17', '18 19 20 21 22 23 24', '25 26 27 28 29 30'],
        '2022-04',
      ),
    ).toBe(true);
  });

  it('knows weeks that begin on Sunday', () => {
    expect(isCalendarDays(['12', '3456789', '10111213141516', '17181920212223', '24252627282930'], '2022-04')).toBe(
      true,
    );
  });

  it.each([
    ['another month', april, '2022-05'],
    ['another year', april, '2023-04'],
    ['a row less', april.slice(1), '2022-04'],
    ['a word', [...april.slice(0, 4), '252627282930 сәуір'], '2022-04'],
    ['no month', april, '2022-13'],
    ['no rows', [], '2022-04'],
  ])('refuses %s', (_fact, rows, month) => {
    expect(isCalendarDays(rows, month)).toBe(false);
  });
});

describe('isWeekdayRow()', () => {
  it.each([
    'ДсСсСрБсЖмСбЖс',
    'ПнВтСрЧтПтСбВс',
    'Пн Вт Ср Чт Пт Сб Вс',
    'ВсПнВтСрЧтПтСб',
    'Mon Tue Wed Thu Fri Sat Sun',
    'Дш Шш Шр Бш Жм Иш Жк',
  ])('knows %s', (row) => {
    expect(isWeekdayRow(row)).toBe(true);
  });

  it.each(['ДсСсСрБсЖмСб', 'Сенбі', 'СбСб', ''])('refuses «%s»', (row) => {
    expect(isWeekdayRow(row)).toBe(false);
  });
});
