/** Signs that a terminal would obey or that would reorder what it shows: C0 and C1 controls, and bidirectional overrides. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const LINE_BREAKS = /[\t\n]/g;

/** Text of a page made safe for a terminal: what could steer it is shown as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
}

/** The same on one line, cut to a number of characters. */
export function oneLine(text: string, width: number): string {
  const signs = [...visible(text.replace(LINE_BREAKS, ' '))];
  return signs.length <= width ? signs.join('') : `${signs.slice(0, Math.max(1, width - 1)).join('')}…`;
}

/** Columns of the terminal, or a width that fits everywhere. */
export function columns(stream: { readonly columns?: number }): number {
  return Math.max(40, terminalColumns(stream) ?? 100);
}

/** Fewer columns than this are no width to write for. */
const FEWEST = 20;

/** Columns that the terminal has, or COLUMNS promises; null where nobody knows, as in a file. */
export function terminalColumns(stream: { readonly columns?: number }): number | null {
  // A terminal that nobody sized says 0.
  const known = [stream.columns, Number(process.env.COLUMNS)];
  return known.find((columns) => columns !== undefined && Number.isInteger(columns) && columns >= FEWEST) ?? null;
}

const NUMBER = /^[\d\u00a0,.]*$/;

/** Rows with columns padded to the widest cell, columns of numbers from the left; the last column is left as it is. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string {
  const pads = (rows[0] ?? []).map((_, column) => padOf(rows.map((row) => row[column] ?? '')));
  return rows
    .map(
      (row) =>
        indent +
        row.map((cell, column) => (column === row.length - 1 ? cell : (pads[column]?.(cell) ?? cell))).join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function padOf(cells: readonly string[]): (cell: string) => string {
  const width = Math.max(...cells.map((cell) => [...cell].length));
  const isNumeric = cells.every((cell) => NUMBER.test(cell));
  return (cell) => {
    const space = ' '.repeat(width - [...cell].length);
    return isNumeric ? space + cell : cell + space;
  };
}

/** A number as English prints it: 12,345. */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 article`, `2 articles`. */
export function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}
