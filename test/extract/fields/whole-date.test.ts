import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../src/extract/fields/date-tokens.js';
import { isDateWord, readWholeDate } from '../../../src/extract/fields/whole-date.js';

/** Words of every table of dates, words of none, figures and marks. */
const PIECES = [
  ...'24 2019 6 18 05 7 маусым маусымның June шілдесі айының de ші нчи st го ж жыл года жылғы сағат в at PM am GMT UTC Z T'.split(
    ' ',
  ),
  ...'Кеше бүгін вчера алдыңғы күні алдынгы куни 2 күн бұрын часа назад hours ago Жарияланды опубликовано дүйсенбі Пт'.split(
    ' ',
  ),
  ...'Басты бет мектеп Новости школа және и'.split(' '),
  ...['.', ',', ':', '-', '–', '/', '(', ')', '+', '№', '|', "'", '\u00ad', '😀'],
];

describe('isDateWord()', () => {
  it('knows every word that a date may hold', () => {
    const texts = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ')), { maxLength: 9 });
    const check = (pieces: readonly (readonly [string, string])[]): void => {
      const tokens = tokensOf(pieces.flat().join(''));
      if (readWholeDate(tokens, { reference: '2024-05-01' }) === null) return;
      const foreign = tokens.filter(({ kind, text }) => kind === 'word' && !isDateWord(text));
      expect(foreign.map(({ text }) => text)).toEqual([]);
    };
    fc.assert(fc.property(texts, check), { numRuns: 5000 });
  });

  it('knows no word of a menu', () => {
    expect('Басты бет Новости Спорт Руханият'.split(' ').filter(isDateWord)).toEqual([]);
  });
});
