import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/export/csv.js';
import { csvLine } from '../../src/export/csv-line.js';
import { gathered, handedOut, storedArticle } from './articles.js';

const cells: readonly (readonly [string | number | null, string])[] = [
  ['=1+1', "'=1+1"],
  ['+7 701', "'+7 701"],
  ['-айды', "'-айды"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  [' =1', "' =1"],
  ['\n=1', `"'\n=1"`],
  ['＝1', "'＝1"],
  ['=A","b', `"'=A"",""b"`],
  ['-5', '-5'],
  [-5, '-5'],
  ['Су', 'Су'],
  ['a,b', '"a,b"'],
  ['«Су» "таза"', '"«Су» ""таза"""'],
  ['a\nb', '"a\nb"'],
  [null, ''],
];

describe('csvLine()', () => {
  it.each(cells)('writes %j as %s', (cell, text) => {
    expect(csvLine([cell])).toBe(`${text}\r\n`);
  });

  it('begins no cell with a sign that a spreadsheet runs', () => {
    const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '"', ',', 'а', '1') });
    fc.assert(fc.property(text, (cell) => !/^"?\s*[=+@\t\r]/.test(csvLine([cell]).slice(0, -2))));
  });
});

describe('toCsv()', () => {
  const rows = (options: { readonly withComments: boolean; readonly bom: boolean }): Promise<readonly string[]> =>
    gathered(toCsv(handedOut([storedArticle()]), options));

  it('writes a heading and a line an article', async () => {
    const [heading, line] = await rows({ withComments: false, bom: false });
    expect(heading).toMatch(/^site,key,version,newspaper,url,headline,/);
    expect(line).toContain(
      'bulaq-uni.example,id:7,0123456789ab,Бұлақ үні,https://bulaq-uni.example/7.html,Жаңа көпір,',
    );
    expect(line).toContain('ҚазАқпарат');
  });

  it('leaves comments out unless they are asked for', async () => {
    expect((await rows({ withComments: false, bom: false })).join('')).not.toContain('Асан');
    expect((await rows({ withComments: true, bom: false })).join('')).toContain('Асан');
  });

  it('begins with a byte order mark on demand', async () => {
    expect((await rows({ withComments: false, bom: true }))[0]).toMatch(/^\ufeffsite,/);
  });
});
