import { describe, expect, it } from 'vitest';
import { csvRows, type TableShape } from '../../src/read/csv-rows.js';
import { inPieces } from './inputs.js';

const SHAPE: TableShape = { separator: ',', hasReturns: false, limit: 1000 };

async function cellsOf(table: string, shape: Partial<TableShape> = {}): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of csvRows(inPieces(Buffer.from(table), [3, 1]), { ...SHAPE, ...shape }))
    rows.push(row.kind === 'row' ? row.cells : []);
  return rows;
}

describe('csvRows()', () => {
  it.each([
    ['doubled quotes', '"a ""b"" c",d\n', ['a "b" c', 'd']],
    [
      'quotes behind backslashes, as databases write them',
      '"<p class=\\"x, y\\">\\\\</p>",d\n',
      ['<p class="x, y">\\</p>', 'd'],
    ],
    ['an escaped quote at the end of a cell', '"say \\"b\\"",d\n', ['say "b"', 'd']],
    ['a backslash that escapes nothing', '"C:\\",d\n', ['C:\\', 'd']],
    ['a backslash before a doubled quote', '"a \\""b",d\n', ['a \\"b', 'd']],
  ])('reads %s', async (_what, table, cells) => {
    expect(await cellsOf(table)).toEqual([cells]);
  });

  it('ends rows at carriage returns where the table does', async () => {
    expect(await cellsOf('a,b\r"c\rd",e\r', { hasReturns: true })).toEqual([
      ['a', 'b'],
      ['c\rd', 'e'],
    ]);
  });
});
