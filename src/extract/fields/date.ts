/** What a printed date says. */
export interface PrintedDate {
  /** ISO 8601 day; null where it cannot be known (no year, no such day, relative without a reference). */
  readonly date: string | null;
  /** `HH:MM` as printed, in the site's own time. */
  readonly time: string | null;
  /** The string as printed, trimmed. */
  readonly text: string;
  /** Whether the day is named by its distance («Кеше»). */
  readonly relative: boolean;
}

/** A date inside a longer line; offsets are UTF-16 units of that line, a time next to the date belongs to it. */
export interface FoundDate {
  readonly date: string;
  readonly time: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ReadDateOptions {
  /** ISO 8601 day of the capture; resolves relative dates and nothing else. */
  readonly reference?: string | null;
}

/** Reads a string that is a date as a whole; null where it is none. */
export function readDate(text: string, _options: ReadDateOptions = {}): PrintedDate | null {
  const found = findDates(text)[0];
  return found === undefined ? null : { date: found.date, time: found.time, text: text.trim(), relative: false };
}

const NUMERIC = /\b(\d{1,2})\.(\d{2})\.(\d{4})\b/g;

/** Every absolute date inside a longer line, in order. */
export function findDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(NUMERIC)].map((match) => {
    const [whole, day = '', month = '', year = ''] = match;
    const date = `${year}-${month}-${day.padStart(2, '0')}`;
    return { date, time: null, start: match.index, end: match.index + whole.length, text: whole };
  });
}
