import { describe, expect, it } from 'vitest';
import { findIssueCitations, withCited } from '../../../src/extract/fields/issue-citation.js';

const cited = (text: string) =>
  findIssueCitations([text], ['Көк жиек']).map(({ number, serial, datePublished }) => [number, serial, datePublished]);

describe('findIssueCitations()', () => {
  it.each([
    ['Бұл туралы газетіміздің №75 (8196) санында жаздық.', [75, 8196, null]],
    ['«Көк жиек» газетінің №75 (8196) санында мақала шықты.', [75, 8196, null]],
    ['Об этом мы писали в № 24 (8735) от 23 марта 2024 года нашей газеты.', [24, 8735, '2024-03-23']],
    ['В нашей газете, № 24 от 23 марта 2024 года, вышла статья.', [24, null, '2024-03-23']],
  ])('reads «%s»', (text, issue) => {
    expect(cited(text)).toEqual([issue]);
  });

  it.each([
    'Бұл туралы газетіміздің №24 санында жаздық.',
    '«Егемен Қазақстан» газетінің №75 (8196) санында мақала шықты.',
    'Газетіміз №5 мектепке барды.',
    'Қаулы № 24 (8735), 23 наурыз 2024 жыл.',
    'Приказ № 24 от 23 марта 2024 года утверждён.',
    'Газетіміз жазғандай, «Жас өркен» газетінің №75 (8196) саны шықты.',
  ])('takes none from «%s»', (text) => {
    expect(cited(text)).toEqual([]);
  });

  it('is done with many signs in linear time', () => {
    expect(cited('газетіміз № 1 (2 '.repeat(20_000))).toEqual([]);
  });
});

describe('withCited()', () => {
  it('adds what the list does not name', () => {
    const [issue] = findIssueCitations(['газетіміздің №75 (8196) саны'], []);
    const listed = issue === undefined ? [] : [issue];
    expect(withCited(listed, listed)).toEqual(listed);
    expect(withCited([], listed)).toEqual(listed);
  });
});
