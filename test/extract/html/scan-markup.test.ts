import { describe, expect, it } from 'vitest';
import { scanMarkup } from '../../../src/extract/html/scan-markup.js';
import { tagRule } from '../../../src/extract/html/tag-rules.js';

/** The tokens of a page, a line each. */
function tokensOf(source: string): readonly string[] {
  const tokens: string[] = [];
  const cut = (start: number, end: number) => source.slice(start, end);
  scanMarkup(source, {
    openTag: (start, end) => {
      tokens.push(`<${cut(start, end)}`);
      return tagRule(cut(start, end)).textContent;
    },
    attribute: (start, end, valueStart, valueEnd) => {
      tokens.push(`${cut(start, end)}=${cut(valueStart, valueEnd)}`);
    },
    openTagEnd: (isSelfClosing) => tokens.push(isSelfClosing ? '/>' : '>'),
    closeTag: (start, end) => tokens.push(`</${cut(start, end)}`),
    text: (start, end) => tokens.push(`text ${cut(start, end)}`),
    comment: (start, end) => tokens.push(`comment ${cut(start, end)}`),
    cdata: (start, end) => tokens.push(`cdata ${cut(start, end)}`),
    declaration: () => tokens.push('declaration'),
  });
  return tokens;
}

describe('scanMarkup()', () => {
  it.each([
    ['<a href="x>y" b=c d>т</a >', ['<a', 'href=x>y', 'b=c', 'd=', '>', 'text т', '</a']],
    ["<a b = 'c' =d e=/f/ / >", ['<a', 'b=c', '=d=', 'e=/f/', '/>']],
    ['a < b <3 <', ['text a ', 'text < b ', 'text <3 ', 'text <']],
    ['<!DOCTYPE html><!x><?php y ?></ z></>', ['declaration', 'comment x', 'comment ?php y ?', 'comment  z']],
    ['<!--a--><!--b--!><!--><!---><!--c--d-->', ['comment a', 'comment b', 'comment ', 'comment ', 'comment c--d']],
    ['<![CDATA[a]]]>b', ['cdata a]', 'text b']],
    ['<script>a</b></SCRIPTS></Script >c', ['<script', '>', 'text a</b></SCRIPTS>', '</Script', 'text c']],
    ['<title/>a<b></title>', ['<title', '/>', 'text a<b>', '</title']],
    ['<plaintext>a</plaintext>', ['<plaintext', '>', 'text a</plaintext>']],
  ])('reads %s', (source, tokens) => {
    expect(tokensOf(source)).toEqual(tokens);
  });

  it.each([
    ['a<p', ['text a']],
    ['a<p b="c', ['text a', '<p']],
    ['a<p b', ['text a', '<p']],
    ['a<br /', ['text a', '<br']],
    ['a</p', ['text a']],
    ['a</', ['text a', 'text </']],
    ['<script>a</scr', ['<script', '>', 'text a</scr']],
    ['<!--a--', ['comment a']],
    ['<![CDATA[a', ['comment [CDATA[a']],
    ['<!DOCTYPE', ['declaration']],
  ])('leaves out a tag that breaks off: %s', (source, tokens) => {
    expect(tokensOf(source)).toEqual(tokens);
  });

  it('takes time in proportion to markup that never ends', () => {
    for (const piece of ['<!--', '<a b="', '<title>', '<![CDATA[', '<!--!>', '</a ', '<', '<a /'])
      expect(tokensOf(piece.repeat(100_000)).length).toBeLessThanOrEqual(200_001);
  });
});
