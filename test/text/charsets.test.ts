import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { charsetReverse, charsetTable } from '../../src/text/charsets.js';

const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, index) => index + 128));

describe('charsetTable()', () => {
  it.each([
    ['kz-1048', 'rk1048'],
    ['pt154', 'pt154'],
    ['cp437', 'cp437'],
    ['windows-1251', 'windows-1251'],
    ['windows-1252', 'windows-1252'],
    ['koi8-r', 'koi8-r'],
    ['ibm866', 'cp866'],
    ['iso-8859-5', 'iso-8859-5'],
    ['latin-1', 'latin1'],
  ])('agrees with iconv on %s, where bytes are defined', (charset, label) => {
    const known = [...iconv.decode(upperHalf, label)];
    const table = [...charsetTable(charset)].slice(128);
    expect(table).toHaveLength(128);
    expect(table.filter((char, index) => known[index] !== '\ufffd' && char !== known[index])).toEqual([]);
  });
});

describe('charsetReverse()', () => {
  it('gives every byte back', () => {
    for (const charset of ['windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'kz-1048', 'pt154']) {
      const reverse = charsetReverse(charset);
      expect([...charsetTable(charset)].slice(128).map((char) => reverse.get(char))).toEqual([...upperHalf]);
    }
  });

  it('takes C1 controls for their own bytes', () => {
    expect(charsetReverse('windows-1252').get('\u0093')).toBe(0x93);
  });
});
