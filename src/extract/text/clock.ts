import { readDate } from '../fields/date.js';
import { isWeekdayName } from '../fields/weekday-names.js';

/** Weekdays at the beginning of a clock, folded to lower case: Kazakh in both scripts, Kyrgyz, Russian. */
const WEEKDAY =
  /^(?:дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|дүйшөмбү|шейшемби|шаршемби|бейшемби|жума|ишемби|жекшемби|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|dúısenbi|seısenbi|sársenbi|beısenbi|juma|senbi|jeksenbi|d[uúü][iyı]senbi|s[eé][iyı]senbi|s[aáä]rsenbi|be[iyı]senbi|zhuma|zheksenbi)(?=[\s,.]|$)/iu;
const TIME = /\d{1,2}:\d{2}/;
/** What an extractor prints of its own: ` date 2025-11-25 `. */
const ARTEFACT = /^date:? \d{4}-\d{2}-\d{2}$/i;
const LONGEST = 80;
/** `Сегодня: 20 апреля 2022 г.` */
const TODAY = /^(?:бүгін|сегодня|бүгүн|бугун|bugun|b[uúü]gin)(?:\s*[:,–—-])?\s+(?=.*\d{4})/iu;
const WORD = /\p{L}{4,}/gu;

/** The clock of a site: the moment of the crawl, never a date of the story. */
export interface PageClock {
  /** ISO 8601 day; null where the year is not printed. */
  readonly day: string | null;
}

/** Reads a line such as `Beısenbi, 16 Qazan 2025` or `Сенбі, 28 маусым, 13:46`; null for any other line. */
export function readClock(text: string): PageClock | null {
  if (text.length > LONGEST || !WEEKDAY.test(text)) return null;
  const { date = null } = readDate(text) ?? {};
  const rest = text.replace(WEEKDAY, '');
  return date !== null || (/\d/.test(rest) && (TIME.test(rest) || /^[\s,.]*\d{1,2}[\s-]\p{L}+[\s,.]*$/u.test(rest)))
    ? { day: date }
    : null;
}

/**
 * Reads a clock above a story, where more forms of one are sure: `20 апреля 2022, среда`, `20.04.2022 Сәрсенбі 13:46`,
 * `Сегодня: 20 апреля 2022 г.`.
 */
export function readMarginClock(text: string): PageClock | null {
  const clock = readClock(text);
  if (clock !== null || text.length > LONGEST) return clock;
  const date = readDate(text.replace(TODAY, ''));
  const isToday = TODAY.test(text) || (text.match(WORD) ?? []).some(isWeekdayName);
  return isToday && date !== null && !date.relative && date.date !== null ? { day: date.date } : null;
}

/** Whether a line is a mark that an extractor left of itself. */
export function isArtefact(text: string): boolean {
  return ARTEFACT.test(text);
}
