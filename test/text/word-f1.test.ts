import { describe, expect, it } from 'vitest';
import { toWords, wordF1 } from '../../src/text/word-f1.js';

describe('wordF1()', () => {
  it.each([
    ['', '', 1],
    ['', 'Су келді', 0],
    ['Су келді.', 'су келді', 0.5],
    ['Су келді', 'келді, Су!', 1],
    ['су су су', 'су', 0.5],
  ])('compares the words of «%s» and «%s»', (found, expected, score) => {
    expect(wordF1(toWords(found), toWords(expected))).toBe(score);
  });
});
