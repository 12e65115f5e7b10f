import type { CalendarMonth } from '../../model/issue.js';
import { readMonthYear } from '../fields/calendar.js';
import { textIn } from './folded-text.js';
import type { PageElement, PageTree } from './page-tree.js';

/** The calendar of a page, and whether its month is the month of the crawl. */
export interface CalendarWidget {
  readonly calendar: CalendarMonth;
  /** False where the calendar leads to a later month, so that it shows a month that had passed. */
  readonly isCurrent: boolean;
}

interface CalendarMarks {
  readonly table: string;
  readonly month: string;
  readonly today: string;
  readonly next: string;
}

/** How engines mark their calendars. */
const CALENDARS: readonly CalendarMarks[] = [
  {
    table: 'table.calendar, #calendar-layer table, table#calendar',
    month: 'th.monthselect',
    today: '.day-current',
    next: 'a.monthlink',
  },
  {
    table: '#wp-calendar, .wp-calendar-table',
    month: 'caption',
    today: '#today',
    next: '#next a, .wp-calendar-nav-next a',
  },
];
/** Day archives: `/2024/03/26/`, `?year=2024&month=03&day=26`. */
const DAY_LINK =
  /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/?(?:[?#]|$)|[?&]year=(\d{4})&(?:amp;)?month=(\d{1,2})&(?:amp;)?day=(\d{1,2})/;
const HAS_NEWS = /[\s_-]day-active(?:-v)? /;
const MOST_DAYS = 31;

/** Reads the archive calendar in the margin of a page; null where there is none, or its month cannot be read. */
export function readCalendarWidget(tree: PageTree): CalendarWidget | null {
  for (const marks of CALENDARS) {
    for (const table of tree.find(marks.table).slice(0, 3)) {
      const widget = readTable(tree, table, marks);
      if (widget !== null) return widget;
    }
  }
  return null;
}

function readTable(tree: PageTree, table: PageElement, marks: CalendarMarks): CalendarWidget | null {
  const heading = tree.find(marks.month, table)[0];
  const month = heading === undefined ? null : readMonthYear(textIn(tree, heading));
  const days = tree
    .find('td', table)
    .slice(0, 60)
    .map((cell) => readDay(tree, cell, month))
    .filter((day) => day !== null);
  const shown = month ?? days.find(({ date }) => date !== null)?.date?.slice(0, 7) ?? null;
  if (shown === null) return null;
  const today = tree.find(marks.today, table)[0];
  const day = today === undefined ? null : toDate(shown, textIn(tree, today));
  const daysWithNews = days
    .filter(({ hasNews }) => hasNews)
    .map(({ date }) => date)
    .filter((date) => date?.startsWith(shown) === true);
  const later = tree.find(marks.next, table).some((link) => textIn(tree, link).endsWith('»'));
  return {
    calendar: {
      month: shown,
      day,
      daysWithNews: [...new Set(daysWithNews)].filter((date) => date !== null).slice(0, MOST_DAYS),
    },
    isCurrent: day !== null || !later,
  };
}

interface Day {
  readonly date: string | null;
  readonly hasNews: boolean;
}

function readDay(tree: PageTree, cell: PageElement, month: string | null): Day | null {
  const text = textIn(tree, cell);
  if (!/^\d{1,2}$/.test(text)) return null;
  const link = tree.find('a', cell)[0];
  const match = DAY_LINK.exec(link?.attribute('href') ?? '');
  const linked =
    match === null
      ? null
      : toDate(`${match[1] ?? match[4]}-${(match[2] ?? match[5] ?? '').padStart(2, '0')}`, match[3] ?? match[6] ?? '');
  return {
    date: linked ?? (month === null ? null : toDate(month, text)),
    hasNews: link !== undefined || HAS_NEWS.test(cell.names),
  };
}

/** The day of a month as an ISO 8601 date; null where the month has no such day. */
function toDate(month: string, day: string): string | null {
  const date = `${month}-${day.padStart(2, '0')}`;
  const time = Date.parse(date);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
    ? date
    : null;
}
