import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import { cutAtEmptyLines, isPreformatted } from '../../../src/extract/html/preformatted.js';

describe('cutAtEmptyLines()', () => {
  it.each(['a\nb', 'a\n\nb', '\n \t\n a\r\n\r\n\n b\n\n', '', '\n\n'])('gives pieces that together are %j', (text) => {
    expect(cutAtEmptyLines(text).join('')).toBe(text);
  });

  it('cuts behind each empty line and its indent', () => {
    expect(cutAtEmptyLines('a\nb\n \n  c')).toEqual(['a\nb\n \n  ', 'c']);
  });
});

describe('isPreformatted()', () => {
  it.each([
    ['<pre><font><b>x</b></font></pre>', true],
    ['<div style="white-space: pre-line"><b>x</b></div>', true],
    ['<div style="white-space: nowrap"><b>x</b></div>', false],
    ['<p><b>x</b></p>', false],
  ])('tells of %s: %s', (html, expected) => {
    expect(isPreformatted(parsePage(html).find('b')[0] ?? null)).toBe(expected);
  });
});
