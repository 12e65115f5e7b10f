import { describe, expect, it } from 'vitest';
import { arabicSpelling, phraseTest } from '../../../src/extract/fields/phrases.js';

describe('phraseTest()', () => {
  const isKnown = phraseTest('ұқсас жаңалықтар|газет туралы', 'читайте также|so‘nggi yangiliklar');

  it.each([
    'ұқсас жаңалықтар',
    'uqsas jańalyqtar',
    'uqsas zhanalyqtar',
    'ۇقساس جاڭالىقتار',
    'gazet týraly',
    'читайте также',
    "so'nggi yangiliklar",
  ])('knows «%s»', (text) => {
    expect(isKnown(text)).toBe(true);
  });

  it.each(['жаңалықтар', 'jańalyqtar', 'читайте', ''])('does not know «%s»', (text) => {
    expect(isKnown(text)).toBe(false);
  });
});

describe('arabicSpelling()', () => {
  it('gives letter for letter', () => expect(arabicSpelling('басты бет')).toBe('باستى بەت'));
});
