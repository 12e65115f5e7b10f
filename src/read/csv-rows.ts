import { toRecordText } from './record-text.js';

/** One row of a table; `line` is the line (from 1) on which it begins. */
export type CsvRow =
  /** `isEnded` is false where the text ends with it, `isOpen` where a quoted cell has no end. */
  | {
      readonly kind: 'row';
      readonly line: number;
      readonly cells: readonly string[];
      readonly isEnded: boolean;
      readonly isOpen: boolean;
      /** True where the row is not UTF-8: each sign then stands for a byte. */
      readonly isBytes: boolean;
    }
  /** Longer than the limit: its bytes were passed over. */
  | { readonly kind: 'too-long'; readonly line: number };

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Splits a stream into the rows of a table (RFC 4180), holding no more than one row of at most `limit` bytes. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  { separator, limit }: { readonly separator: string; readonly limit: number },
): AsyncGenerator<CsvRow> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let isQuoted = false;
  let line = 1;
  let start = 1;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const give = (isEnded: boolean): CsvRow => {
    const { text, isBytes } = toRecordText(Buffer.concat(size > limit ? [] : parts));
    const row: CsvRow =
      size > limit
        ? { kind: 'too-long', line: start }
        : {
            kind: 'row',
            line: start,
            cells: cellsOf(text.replace(/\r$/, ''), separator),
            isEnded,
            isOpen: isQuoted,
            isBytes,
          };
    parts = [];
    size = 0;
    start = line;
    return row;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      // A doubled quote opens and closes again, so that every quote may count.
      if (chunk[at] === QUOTE) isQuoted = !isQuoted;
      else if (chunk[at] === LINE_FEED) {
        line += 1;
        if (isQuoted) continue;
        add(chunk.subarray(from, at));
        from = at + 1;
        yield give(true);
      }
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield give(false);
}

/** Splits one row into its cells. */
function cellsOf(row: string, separator: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at <= row.length; ) {
    if (row[at] === '"') {
      const end = endOfQuoted(row, at + 1);
      cells.push(row.slice(at + 1, end).replaceAll('""', '"'));
      const next = row.indexOf(separator, end);
      at = next < 0 ? row.length + 1 : next + 1;
    } else {
      const next = row.indexOf(separator, at);
      cells.push(row.slice(at, next < 0 ? row.length : next));
      at = next < 0 ? row.length + 1 : next + 1;
    }
  }
  return cells;
}

/** Index of the quote that ends a quoted cell. */
function endOfQuoted(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2)) {
    if (row[at + 1] !== '"') return at;
  }
  return row.length;
}
