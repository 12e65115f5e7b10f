import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownPieces } from '../../src/text/known-pieces.js';

describe('KnownPieces', () => {
  it('answers for a piece as its function does, whatever was met before', () => {
    const known = new KnownPieces((piece) => piece.toUpperCase());
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'қ', '😀'), maxLength: 90 });
    fc.assert(
      fc.property(fc.string(), piece, fc.string(), (before, text, after) => {
        const source = before + text + after;
        expect(known.at(source, before.length, before.length + text.length)).toBe(text.toUpperCase());
      }),
      { numRuns: 500 },
    );
  });

  it('reads a piece that comes again only once', () => {
    const read: string[] = [];
    const known = new KnownPieces((piece) => read.push(piece));
    for (const source of ['<a class="item">', '<b class="item">']) known.at(source, 10, 14);
    expect(read).toEqual(['item']);
  });

  it('tells pieces of one place apart by their letters', () => {
    const known = new KnownPieces((piece) => piece);
    const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const wrong = names.filter((name) => known.at(name, 0, name.length) !== name);
    expect(wrong).toEqual([]);
  });
});
