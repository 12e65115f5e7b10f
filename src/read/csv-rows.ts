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
const RETURN = 0x0d;

/** How a table is written. */
export interface TableShape {
  readonly separator: string;
  /** Lines end with a carriage return alone. */
  readonly hasReturns: boolean;
  /** Bytes that a row may have. */
  readonly limit: number;
}

/** Splits a stream into the rows of a table (RFC 4180), holding no more than one row of at most `limit` bytes. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  { separator, hasReturns, limit }: TableShape,
): AsyncGenerator<CsvRow> {
  const lineEnd = hasReturns ? RETURN : LINE_FEED;
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
      else if (chunk[at] === lineEnd) {
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

/** A quote behind a backslash where no doubled quote and no end of a cell can be meant: databases escape quotes so. */
const ESCAPED_QUOTE = /\\"[^",;|\s]/;
/** A quote or a backslash that is escaped. */
const ESCAPED = /\\(["\\])/g;

/** Splits one row into its cells. */
function cellsOf(row: string, separator: string): readonly string[] {
  const cells: string[] = [];
  const isEscaping = ESCAPED_QUOTE.test(row);
  for (let at = 0; at <= row.length; ) {
    if (row[at] === '"') {
      const end = isEscaping ? endOfEscaped(row, at + 1) : endOfQuoted(row, at + 1);
      const cell = row.slice(at + 1, end);
      cells.push(isEscaping ? cell.replace(ESCAPED, '$1') : cell.replaceAll('""', '"'));
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

/** The same where a backslash escapes the sign behind it. */
function endOfEscaped(row: string, from: number): number {
  for (let at = from; at < row.length; at += 1) {
    if (row[at] === '\\') at += 1;
    else if (row[at] === '"') return at;
  }
  return row.length;
}
