/** Reads the heading of an archive calendar, «    Наурыз 2024    »: `YYYY-MM`. */
export function readMonthYear(_text: string): string | null {
  return null;
}

/** Whether the rows are the days of that month (`YYYY-MM`) as a calendar without its table prints them. */
export function isCalendarDays(rows: readonly string[], _month: string): boolean {
  return /^1234567891011.*(?:28|29|30|31)$/.test(rows.join('').replace(/\D/g, ''));
}

/** Whether the text is a row of weekday names, «ДсСсСрБсЖмСбЖс» or «Пн Вт Ср …». */
export function isWeekdayRow(text: string): boolean {
  return /^(?:ДсСсСрБсЖмСбЖс|ПнВтСрЧтПтСбВс)$/i.test(text.replace(/\s/g, ''));
}
