import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpaces, isFolded } from '../../src/text/fold.js';

describe('isFolded()', () => {
  it('is true of no text that folding changes, and of no two that compose', () => {
    const signs = fc.constantFrom(
      ...'aй қ  e<|1',
      '\u0301',
      '\u0306',
      '\u00a0',
      '\u00ad',
      '\n',
      '\u212b',
      '\u1100',
      '\u1161',
      '😀',
    );
    const texts = fc.string({ unit: signs, maxLength: 8 });
    const check = (first: string, second: string): void => {
      if (!isFolded(first)) return;
      expect(foldSpaces(first)).toBe(first.trim());
      if (isFolded(second)) expect((first + second).normalize('NFC')).toBe(first + second);
    };
    fc.assert(fc.property(texts, texts, check), { numRuns: 5000 });
  });

  it('is true of the texts of papers', () => {
    expect(isFolded(' «Ауыл – тірегіміз», деді ол; №24 (8735)… ')).toBe(true);
    expect(isFolded('а  б')).toBe(false);
  });
});
