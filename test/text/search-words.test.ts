import { describe, expect, it } from 'vitest';
import { searchExtra } from '../../src/text/search-words.js';

describe('searchExtra()', () => {
  it.each([
    ['folds the words that have Kazakh letters', ['Қазақстан қаласы'], 'казакстан каласы'],
    ['gives a word once', ['Қала, қала, ҚАЛА', 'қала'], 'кала'],
    ['leaves out what the text has already', ['ёлка елка'], ''],
    ['cuts words as the index does', ['«Қала»—көше №5ә, ҚАЗ.ГӘЗ 12:40'], 'кала коше 5а каз газ'],
    ['reads signs outside the first plane', ['𝒜қ 👍 ә'], '𝒜к а'],
    ['is empty where nothing differs', ['Москва 2019', null], ''],
  ])('%s', (_, texts, extra) => {
    expect(searchExtra(...texts)).toBe(extra);
  });
});
