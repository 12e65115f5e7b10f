import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../src/query/word-diff.js';

describe('diffWords()', () => {
  it('gives what is gone and what is new between what is the same', () => {
    expect(diffWords('екі мың үй су алды', 'екі жүз мың үй жарық алды')).toEqual([
      { kind: 'same', text: 'екі ' },
      { kind: 'new', text: 'жүз ' },
      { kind: 'same', text: 'мың үй ' },
      { kind: 'gone', text: 'су ' },
      { kind: 'new', text: 'жарық ' },
      { kind: 'same', text: 'алды' },
    ]);
  });

  it('gives both texts again', () => {
    const text = fc.array(fc.constantFrom('а', 'ә', 'б', 'в')).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('new'), without('gone')]).toEqual([before, after]);
      }),
    );
  });

  it('replaces as a whole what is too large to compare', () => {
    const long = (word: string): string => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    expect(diffWords(long('а'), long('б')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
