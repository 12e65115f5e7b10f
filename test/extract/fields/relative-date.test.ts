import { describe, expect, it } from 'vitest';
import { findRelativeDate } from '../../../src/extract/fields/relative-date.js';

describe('findRelativeDate()', () => {
  it.each([
    ['admin | Кеше, 18:05 | 12', 'Кеше, 18:05'],
    ['Вчера в 9.15 599 0', 'Вчера в 9.15'],
    ['Бүгін, сағат 10:15-те Қоғам', 'Бүгін, сағат 10:15-те'],
    ['Qoǵam Búgin 10:15', 'Búgin 10:15'],
    ['Алдыңғы күні, 12:00', 'Алдыңғы күні, 12:00'],
  ])('finds the day and its time in «%s»', (line, expected) => {
    const [start, end] = findRelativeDate(line) ?? [0, 0];
    expect(line.slice(start, end)).toBe(expected);
  });

  it.each(['Бүгін ауданда жиын өтті', 'Сегоднящний 10:15', 'Кеше 2019 адам келді', '18:05'])(
    'finds none in «%s»',
    (line) => {
      expect(findRelativeDate(line)).toBeNull();
    },
  );
});
