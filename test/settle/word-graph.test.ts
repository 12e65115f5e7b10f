import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTERS, toCodes } from '../../src/settle/letters.js';
import { buildWordGraph, hasWord, matchWords, packWordGraph, unpackWordGraph } from '../../src/settle/word-graph.js';

const word = fc.array(fc.constantFrom(...'абвқңі'), { minLength: 1, maxLength: 6 }).map((letters) => letters.join(''));
const codes = (text: string) => toCodes(text) ?? [];
const allow = (letters: string) =>
  Uint8Array.from({ length: 64 }, (_, code) => (letters.includes(LETTERS[code - 1] ?? '?') ? 1 : 0));

describe('buildWordGraph()', () => {
  it('holds the words it was given and no others', () => {
    fc.assert(
      fc.property(fc.array(word), word, (words, other) => {
        const graph = buildWordGraph(words);
        expect(words.every((entry) => hasWord(graph, codes(entry)))).toBe(true);
        expect(hasWord(graph, codes(other))).toBe(words.includes(other));
      }),
    );
  });

  it('comes back from its bytes', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const graph = buildWordGraph(words);
        expect(unpackWordGraph(packWordGraph(graph))).toEqual(graph);
      }),
    );
  });
});

describe('matchWords()', () => {
  it('finds each word that the places admit', () => {
    const graph = buildWordGraph(['ара', 'ана', 'аға', 'анау', 'бар']);
    const scoring = { start: 0, step: () => -1, push: (length: number) => length + 1, least: -3 };
    expect([...matchWords(graph, [allow('а'), allow('нғ'), allow('а')], scoring)].sort()).toEqual(['ана', 'аға']);
    expect(matchWords(graph, [allow('а'), allow('нғ'), allow('а')], { ...scoring, least: -2 })).toEqual([]);
  });
});
