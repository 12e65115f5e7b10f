import { describe, expect, it } from 'vitest';
import { headlineKey, isSameHeadline } from '../../../src/extract/text/same-text.js';

describe('isSameHeadline()', () => {
  it.each([
    ['capitals of a language with two letters i', 'ILICA İLÇESİNDE ÇARŞI', 'Ilıca ilçesinde çarşı'],
    ['capitals of Latin Kazakh', 'AÝYLDYŃ JAŃALYǴY', 'Aýyldyń jańalyǵy'],
    ['quotes and dashes', '«Жеңіс» – той', '"Жеңіс" — той.'],
  ])('knows a headline in %s', (_, first, second) => {
    expect(isSameHeadline(first, second)).toBe(true);
  });

  it('tells two headlines apart', () => {
    expect(isSameHeadline('Çarşı açıldı', 'Çarşı kapandı')).toBe(false);
  });
});

describe('headlineKey()', () => {
  it('keeps the mark of other letters', () => {
    expect(headlineKey('Ġawhar')).toBe('ġawhar');
  });
});
