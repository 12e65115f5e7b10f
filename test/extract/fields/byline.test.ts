import { describe, expect, it } from 'vitest';
import { isCreditLine, isGenericAuthor, readByline } from '../../../src/extract/fields/byline.js';

const bylines: readonly (readonly [paragraph: string, author: string])[] = [
  ['Самал БЕКЕНОВА, «Көкжиек»', 'Самал БЕКЕНОВА'],
  ['Самал Бекенова', 'Самал Бекенова'],
  ['Олег ЗИМИН', 'Олег ЗИМИН'],
  ['САМАЛ БЕКЕНОВА', 'САМАЛ БЕКЕНОВА'],
  ['С. Бекенова.', 'С. Бекенова'],
  ['С.Бекенова', 'С.Бекенова'],
  ['Нұрлан ӘШІМ, Көксу ауданы.', 'Нұрлан ӘШІМ'],
  ['Автор: Олег Зимин', 'Олег Зимин'],
  ['Дайындаған Самал Бекенова', 'Самал Бекенова'],
  ['Подготовила Анна Лунёва, фото автора', 'Анна Лунёва'],
  ['Зимин Олег Петрович', 'Зимин Олег Петрович'],
  ['Самал БЕКЕНОВА, Нұрлан ӘШІМ', 'Самал БЕКЕНОВА, Нұрлан ӘШІМ'],
];

const others: readonly string[] = [
  'Көктемгі егіс басталды.',
  'Егемен Қазақстан',
  'Көксу ауданы әкімінің баспасөз қызметі.',
  'Пресс-служба акимата.',
  'Фото: Олег Зимин',
  'Дереккөз: Nur.kz',
  'Қазақстан Республикасы',
  'Степной вестник',
  'Хабар 24',
  'Read More',
  'Паром вышел из строя, сообщает Казинформ.',
  'Самал Бекенова көрмені ашты.',
  'Құрметті оқырман!',
];

const credits: readonly string[] = [
  'Фото: ©Речная газета',
  'Фото: Олег Зимин',
  'Фото Олега Зимина',
  'Фото автора',
  'Фото: из открытых источников',
  'Сурет: Самал Бекенова',
  'Суретті түсірген – Самал Бекенова',
  'Дереккөз: Nur.kz',
  'Источник: «Речная газета» № 3',
  'Булак: Кабар',
  'Көксу ауданы әкімінің баспасөз қызметі.',
  '© Речная газета',
];

const noCredits: readonly string[] = [
  'Фото победителей вывесили в фойе.',
  'Источник воды восстановили.',
  'Сурет көрмесіне жүз адам келді.',
  'Фото: Олег Зимин. Паром снова ходит по реке.',
  'Самал Бекенова',
  'Паром вышел из строя, сообщает Казинформ.',
];

describe('readByline()', () => {
  it.each(bylines)('reads the author of %s', (paragraph, author) => {
    expect(readByline(paragraph)).toEqual({ author, phrase: paragraph });
  });

  it.each(others)('finds no author in %s', (paragraph) => {
    expect(readByline(paragraph)).toBeNull();
  });
});

describe('isCreditLine()', () => {
  it.each(credits)('knows the credit %s', (paragraph) => {
    expect(isCreditLine(paragraph)).toBe(true);
  });

  it.each(noCredits)('leaves %s in the body', (paragraph) => {
    expect(isCreditLine(paragraph)).toBe(false);
  });
});

describe('isGenericAuthor()', () => {
  it.each([
    'admin',
    'Admin',
    'admin2',
    'Редакция',
    'redaktsia',
    'moderator',
    'redaktsia@kokjiek.example',
    'Редакция «Көкжиек»',
    '',
  ])('knows %j for nobody', (name) => {
    expect(isGenericAuthor(name)).toBe(true);
  });

  it.each(['Самал Бекенова', 'С. Бекенова', 'Олег ЗИМИН', 'samal_b'])('takes %j for somebody', (name) => {
    expect(isGenericAuthor(name)).toBe(false);
  });
});
