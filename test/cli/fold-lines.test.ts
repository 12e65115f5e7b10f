import { describe, expect, it } from 'vitest';
import { foldLines } from '../../src/cli/fold-lines.js';

describe('foldLines()', () => {
  it.each([
    ['short\n', 'short\n'],
    ['one two three four\n', 'one two\n    three\n    four\n'],
    ['  a  bb  ccc ddd\n', '  a  bb\n     ccc\n     ddd\n'],
    ['https://paper.example/a/long/address', 'https://paper.example/a/long/address'],
    ['x https://paper.example/a/long', 'x\n    https://paper.example/a/long'],
    ['\u001b[1mБір\u001b[0m екі үш', '\u001b[1mБір\u001b[0m екі үш'],
    ['', ''],
  ])('breaks %j between words', (text, folded) => {
    expect(foldLines(text, 10)).toBe(folded);
  });
});
