import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinCharsets, latinCost } from '../../src/decode/latin.js';

describe('latinCost()', () => {
  it('is that of the whole text up to the most that is asked for, and dear beyond it', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'abcéüßŠº«—Ж?1 .'), maxLength: 60 });
    const check = (text: string, charset: string, most: number): void => {
      const whole = latinCost(text, charset);
      const cost = latinCost(text, charset, most);
      if (whole <= most) expect(cost).toBe(whole);
      else expect(cost).toBeGreaterThan(most);
    };
    fc.assert(fc.property(texts, fc.constantFrom(...latinCharsets), fc.nat(200), check), { numRuns: 1000 });
  });
});
