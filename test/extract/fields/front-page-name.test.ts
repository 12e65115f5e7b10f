import { describe, expect, it } from 'vitest';
import { beginsWithFrontPageName, isFrontPageName } from '../../../src/extract/fields/front-page-name.js';

describe('isFrontPageName()', () => {
  it.each(['Басты бет', 'ГЛАВНАЯ', 'Главная страница', 'Бош саҳифа', 'Home'])('knows %s', (text) => {
    expect(isFrontPageName(text)).toBe(true);
  });

  it.each(['Басты жаңалық', 'Главная новость', 'Homeland', ''])('takes no other text: %s', (text) => {
    expect(isFrontPageName(text)).toBe(false);
  });
});

describe('beginsWithFrontPageName()', () => {
  it('knows a menu in one line, and no longer word', () => {
    expect(['Главная Новости Спорт', 'Homeland news'].map(beginsWithFrontPageName)).toEqual([true, false]);
  });
});
