/** Clocks between which an unknown site of the region may stand: where both show one day, that is the day. */
const LIKELY_ZONES: readonly string[] = ['UTC', 'Asia/Almaty'];
/** An ISO 8601 day without a time. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Bounds of the day of the crawl: not before the newest day in the issue list (`days`, ISO 8601), and within the month
 * that the calendar shows (`YYYY-MM`), since that is the month of the crawl (reference: `pages.md`, finding 1). An open
 * end is null; null where nothing bounds it, or where list and calendar contradict each other (an issue dated ahead),
 * since then neither can be trusted.
 */
export function boundsOfCrawl(
  days: readonly string[],
  month: string | null,
): readonly [string | null, string | null] | null {
  const newest = days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
  if (month === null) return newest === null ? null : [newest, null];
  const [first, end] = [`${month}-01`, lastDayOf(month)];
  if (newest !== null && newest > end) return null;
  return [newest === null || newest < first ? first : newest, end];
}

/**
 * The local day (ISO 8601) of a moment of capture, by the site's IANA time zone. A bare day is itself. Without a zone
 * the day is known only where UTC and Kazakhstan agree on it; else null.
 */
export function localDay(capturedAt: string | null, timeZone: string | null): string | null {
  if (capturedAt === null || DAY.test(capturedAt)) return capturedAt;
  const moment = new Date(capturedAt);
  if (Number.isNaN(moment.getTime())) return null;
  const days = new Set((timeZone === null ? LIKELY_ZONES : [timeZone]).map((zone) => dayIn(moment, zone)));
  const [day = null, ...others] = days;
  return others.length === 0 ? day : null;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function dayIn(moment: Date, timeZone: string): string | null {
  try {
    // The Swedish locale writes ISO 8601 days.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
  } catch {
    return null;
  }
}
