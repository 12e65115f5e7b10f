import { type CsvRow, csvRows } from './csv-rows.js';
import {
  DONE,
  type DumpInput,
  excerptOf,
  locate,
  MAX_RECORD_BYTES,
  type Reading,
  type ReadRecord,
  type RecordStream,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { readJsonObject } from './jsonl.js';
import { endsWithReturn, SEPARATOR_LINE, separatorOf } from './page-table.js';

const HEAD_BYTES = 65_536;
const BYTE_ORDER_MARK = /^\ufeff/;

/** Reads a table of pages (RFC 4180): the first row names the columns, by the names that JSON Lines has; a row is a page. */
export async function* readTable(input: DumpInput, { options }: Reading): RecordStream {
  const head = Buffer.from(await input.reader.peek(HEAD_BYTES)).toString('utf8');
  let columns: readonly string[] | null = null;
  let isCut = false;
  const first = SEPARATOR_LINE.test(head) ? 2 : 1;
  const shape = { separator: separatorOf(head), hasReturns: endsWithReturn(head), limit: MAX_RECORD_BYTES };
  for await (const row of csvRows(input.reader.chunks(), shape)) {
    if (row.line < first) continue;
    if (columns === null) {
      columns = row.kind === 'row' ? row.cells.map((cell) => cell.replace(BYTE_ORDER_MARK, '').trim()) : [];
      continue;
    }
    if (row.kind === 'row' && row.cells.length === 1 && row.cells[0]?.trim() === '') continue;
    const locator = `line:${row.line}`;
    if (row.kind === 'row' && isWhole(row, columns.length)) {
      yield readJsonObject(objectOf(columns, row.cells), { input, options, locator, isBytes: row.isBytes }) ??
        withoutPage(input, row);
    } else {
      isCut ||= row.kind === 'row';
      yield faultOf(input, row);
    }
  }
  const { broken } = input.reader;
  if (broken !== null && broken.code !== 'truncated') yield reject(locate(input, 'file'), broken.code, broken.message);
  return isCut || broken?.code === 'truncated' ? TRUNCATED : DONE;
}

/** The last row of a dump that was cut has too few cells, or one that does not end. */
function isWhole({ cells, isEnded, isOpen }: Extract<CsvRow, { kind: 'row' }>, columns: number): boolean {
  return !isOpen && (isEnded || cells.length >= columns);
}

function faultOf(input: DumpInput, row: CsvRow): ReadRecord {
  const locator = locate(input, `line:${row.line}`);
  return row.kind === 'row'
    ? reject(locator, 'truncated', 'The dump ends in the middle of this row.', excerptOf(row.cells.join(' ')))
    : reject(locator, 'record-too-large', `The row is larger than ${MAX_RECORD_BYTES >> 20} MB.`);
}

function withoutPage(input: DumpInput, row: Extract<CsvRow, { kind: 'row' }>): ReadRecord {
  const message = 'The row has no page: no html, text, content, raw_content or body.';
  return reject(locate(input, `line:${row.line}`), 'no-content', message, excerptOf(row.cells.join(' ')));
}

function objectOf(columns: readonly string[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  // Of columns of one name the first counts.
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']).reverse());
}
