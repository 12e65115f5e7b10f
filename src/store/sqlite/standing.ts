import { wholeRecord } from '../../archive/record-parts.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import {
  CAPTURE_COLUMNS,
  type CaptureInput,
  type CaptureRow,
  REPAIR_COLUMNS,
  type RepairRow,
  valuesOf,
} from './rows.js';

/** The counters of a row as its page was read, whatever was settled. */
export function countersAsRead(row: CaptureRow): Pick<CaptureRow, 'views' | 'comment_count' | 'counters_swapped'> {
  const { views, comment_count, counters_swapped } = row;
  if (counters_swapped === 0) return { views, comment_count, counters_swapped };
  return { views: comment_count, comment_count: views, counters_swapped: 0 };
}

/** What two readings of one capture are compared by, so that it does not matter which came first. */
export interface Standing {
  /** How many of the things are known that one dump may say and another not. */
  readonly said: number;
  /** Everything the reading holds, as one text. */
  readonly content: string;
}

type Cells = Readonly<Record<string, unknown>>;

/** What a WARC tells and a saved file does not. */
const SAID = ['captured_at_basis', 'http_status', 'record_id', 'charset_declared'] as const;
/** The site under which a capture stands is its story's where it does not tell its own: no part of the reading. */
const COMPARED = CAPTURE_COLUMNS.map(([name]) => name).filter((name) => name !== 'site_id');
const REPAIR_NAMES = REPAIR_COLUMNS.map(([name]) => name);

/** The reading that says most stands; of two that say as much, the smaller. */
export function isBetter(a: Standing, b: Standing): boolean {
  return a.said === b.said ? a.content < b.content : a.said > b.said;
}

/** The standing of a reading on its way into the archive. */
export function standingOfInput(input: CaptureInput): Standing {
  const { record, parts } = input;
  const names = CAPTURE_COLUMNS.map(([name]) => name);
  const cells = Object.fromEntries(valuesOf(CAPTURE_COLUMNS, input).map((value, index) => [names[index], value]));
  const repairs = record.repairs.map((repair) => valuesOf(REPAIR_COLUMNS, repair));
  return toStanding(cells, [record.site, wholeRecord(parts), repairs, pairs(record.diagnostics)]);
}

/** The standing of a stored reading; one that is not there says nothing. */
export function standingOfRow(
  row: CaptureRow | undefined,
  repairs: readonly RepairRow[],
  diagnostics: readonly Diagnostic[],
): Standing {
  const cells: Cells = { ...row, ...(row === undefined ? {} : countersAsRead(row)) };
  const values = repairs.map((repair) => {
    const repairCells: Cells = { ...repair };
    return REPAIR_NAMES.map((name) => repairCells[name]);
  });
  return toStanding(cells, [row?.site ?? null, row?.record ?? null, values, pairs(diagnostics)]);
}

function toStanding(cells: Cells, rest: readonly unknown[]): Standing {
  const said = SAID.filter((name) => (cells[name] ?? null) !== null).length;
  return { said, content: JSON.stringify([COMPARED.map((name) => cells[name] ?? null), ...rest]) };
}

function pairs(diagnostics: readonly Diagnostic[]): readonly (readonly string[])[] {
  return diagnostics.map(({ code, message }) => [code, message]);
}
