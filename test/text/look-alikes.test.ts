import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, foldLookAlikes } from '../../src/text/look-alikes.js';

describe('foldLookAlikes()', () => {
  it.each([
    ['шешiм', 'шешім'],
    ['əлем', 'әлем'],
    ['Aқтау', 'Ақтау'],
    ['КАЗAХСТАН', 'КАЗАХСТАН'],
    ['Nur-Sultаn', 'Nur-Sultan'],
    ['Kazinform пен ел', 'Kazinform пен ел'],
    ['cep', 'cep'],
  ])('turns %s into %s', (text, folded) => {
    expect(foldLookAlikes(text)).toBe(folded);
  });

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldLookAlikes(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('foldForSearch()', () => {
  it.each([
    ['Қазақстан', 'казакстан'],
    ['ӘҢГІМЕ', 'ангиме'],
    ['үрұғөһ', 'уругох'],
    ['Ещё', 'еще'],
    ['й', 'й'],
    ['jańa qalaǵa', 'jana qalaga'],
    ['Jylyjaı', 'jylyjai'],
    ['İLÇE ıssız', 'ilce issiz'],
  ])('folds %s', (text, key) => {
    expect(foldForSearch(text)).toBe(key);
  });
});
