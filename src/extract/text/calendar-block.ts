import { isCalendarDays, isWeekdayRow, readMonthYear } from '../fields/calendar.js';
import type { Line } from './lines.js';

/** The archive calendar of a page. */
export interface CalendarBlock {
  /** `YYYY-MM`; null where its days contradict its heading. */
  readonly month: string | null;
  readonly lines: readonly Line[];
}

const DAYS = /^[\d\s]{1,40}$/;
const MOST_ROWS = 6;
const FEWEST_ROWS = 4;
/** With a line between each row and every figure apart, a row is one figure. */
const MOST_CELLS = 31;

/** The first calendar whose rows are days; null where the page has none. */
export function findCalendar(lines: readonly Line[]): CalendarBlock | null {
  for (const [index, line] of lines.entries()) {
    const month = line.text.length > 60 ? null : readMonthYear(line.text);
    const block = month === null ? null : readBlock(lines.slice(index, index + MOST_CELLS + 9), month);
    if (block !== null) return block;
  }
  return findRemains(lines);
}

/** Weekday names and the rows below them, where a cut has taken the heading or the first rows: they prove no month. */
function findRemains(lines: readonly Line[]): CalendarBlock | null {
  const start = lines.findIndex((line) => isWeekdayRow(line.text));
  if (start === -1) return null;
  const rows = rowsOf(lines.slice(start + 1, start + 1 + MOST_ROWS));
  const above = lines[start - 1];
  const headed = above !== undefined && above.text.length <= 60 && readMonthYear(above.text) !== null;
  return rows.length === 0
    ? null
    : { month: null, lines: lines.slice(headed ? start - 1 : start, start + 1 + rows.length) };
}

function readBlock(lines: readonly Line[], month: string): CalendarBlock | null {
  const weekdays = weekdayLines(lines.slice(1));
  const rows = rowsOf(lines.slice(1 + weekdays));
  if (rows.length < FEWEST_ROWS || (weekdays === 0 && rows.length > MOST_ROWS)) return null;
  const proved = isCalendarDays(
    rows.map((row) => row.text),
    month,
  );
  return { month: proved ? month : null, lines: lines.slice(0, 1 + weekdays + rows.length) };
}

/** Weekday names stand in one line, or each in its own. */
function weekdayLines(lines: readonly Line[]): number {
  const counts = [1, 7].filter((count) =>
    isWeekdayRow(
      lines
        .slice(0, count)
        .map((line) => line.text)
        .join(' '),
    ),
  );
  return counts[0] ?? 0;
}

function rowsOf(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line) => !DAYS.test(line.text));
  const rows = end === -1 ? lines : lines.slice(0, end);
  // The figures of a footer may follow: the calendar ends with its last day.
  let last = 0;
  let digits = '';
  for (const [index, row] of rows.entries()) {
    digits += row.text.replace(/\s/g, '');
    if (/(?:28|29|30|31)$/.test(digits) && digits.length >= 46) last = index + 1;
    if (digits.length >= 53) break;
  }
  return last === 0 ? rows.slice(0, MOST_ROWS) : rows.slice(0, last);
}
