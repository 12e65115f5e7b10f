import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signsOf } from '../../src/repair/signs.js';

describe('signsOf()', () => {
  it('gives each sign beyond ASCII once, in the order met', () => {
    expect(signsOf('Ðÿ — Ð° – «Ð»')).toBe('Ðÿ—°–«»');
    expect(signsOf('plain & simple?')).toBe('');
  });

  it('says of any text, one after the other, what its characters say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(signsOf(text)).toBe([...new Set(text.split(''))].filter((char) => char > '\x7f').join(''));
      }),
    );
  });
});
