/** Years that a newspaper page may name; the first newspapers in Kazakh are of 1870. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2100;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** The parts of a date as numbers, month from 1. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day as ISO 8601, or null where the calendar has no such day. */
export function readIsoDay({ year, month, day }: DayParts): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day so many days from an ISO 8601 day; null where that is no day. */
export function shiftDay(day: string, days: number): string | null {
  if (!ISO_DAY.test(day)) return null;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) ? null : new Date(moment + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
