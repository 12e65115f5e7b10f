import { daysInMonth } from './iso-day.js';
import { readMonthName } from './month-names.js';
import { nameKey } from './name-key.js';

/** «    Наурыз 2024    », `<< < Март 2025 > >>`, `Mart, 2024`, `2024 жыл наурыз`: one word and one year, marks of links around them. */
const MONTH_YEAR =
  /^[\s«»<>‹›←→|,.-]*(\p{L}[\p{L}\p{M}'’]*)\.?,?\s+(\d{4})(?:\s*(?:ж|г|жыл|года?|j|yil|y)\.?)?[\s«»<>‹›←→|,.-]*$/u;
/** Short names of the weekdays, Monday first, one week a line; several spellings of one day are joined by a slash. */
const WEEKS = [
  'дс/дүй/дүйсенбі сс/сей/сейсенбі ср/сәр/сәрсенбі бс/бей/бейсенбі жм/жұм/жұма сб/сн/сен/сенбі жс/жк/жек/жексенбі',
  'пн/пон/понедельник вт/вто/вторник ср/сре/среда чт/чет/четверг пт/пят/пятница сб/суб/суббота вс/вос/воскресенье',
  'дш/дүй/дү шш/шей/ше шр/шар/ша бш/бей/бе жм/жум/жу иш/ишм/иш жк/жек/же',
  'ду/душ/du/dush/dsh се/сеш/se/sesh/ssh чо/чор/cho/chor/chsh па/пай/pa/pay/psh жу/жум/ju/jum/j ша/шан/sha/shan/sh як/якш/ya/yak/y',
  'ds ss sr bs jm sb js',
  'пн вт ср чт пт сб нд',
  'mon/mo/m tue/tu/t wed/we/w thu/th/t fri/fr/f sat/sa/s sun/su/s',
].map((week) => week.split(' ').map((day) => day.split('/').map(nameKey)));
const LONGEST_HEADING = 120;
/** A letter a day. */
const SHORTEST_WEEK = 7;
const NO_DAY = /[^\d\s\u00a0]/;

/** Reads the heading of an archive calendar, «    Наурыз 2024    »: `YYYY-MM`. Null where more than month and year are printed. */
export function readMonthYear(text: string): string | null {
  if (text.length > LONGEST_HEADING) return null;
  const [, name = '', year = ''] = MONTH_YEAR.exec(text) ?? [];
  const month = readMonthName(name);
  const isYear = Number(year) >= 1900 && Number(year) <= 2100;
  return month === null || !isYear ? null : `${year}-${String(month).padStart(2, '0')}`;
}

/**
 * Whether the rows are the days of that month (`YYYY-MM`), one row a week, as a calendar without its table prints them: run together
 * (` 123`, `45678910`) or with spaces. Number of days and length of every row must agree with the month; weeks begin on Monday or Sunday.
 */
export function isCalendarDays(rows: readonly string[], month: string): boolean {
  const [year = Number.NaN, number = Number.NaN] = month.split('-').map(Number);
  if (!(number >= 1 && number <= 12) || !(year >= 1900) || rows.length > 6) return false;
  const printed = rows.map((row) => (NO_DAY.test(row) ? 'no day' : row.replace(/\s/g, '')));
  return [1, 0].some((firstWeekday) => {
    const weeks = weeksOf(year, number, firstWeekday);
    return weeks.length === printed.length && weeks.every((week, index) => week === printed[index]);
  });
}

/** Whether the text is a row of weekday names, «ДсСсСрБсЖмСбЖс» or «Пн Вт Ср Чт Пт Сб Вс», from Monday or from Sunday on. */
export function isWeekdayRow(text: string): boolean {
  if (text.length > LONGEST_HEADING || text.length < SHORTEST_WEEK) return false;
  const key = nameKey(text.replace(/[^\p{L}\p{M}]/gu, ''));
  return WEEKS.some((week) => isWeek(key, week) || isWeek(key, [...week.slice(6), ...week.slice(0, 6)]));
}

/** The days of each week of a month, run together. */
function weeksOf(year: number, month: number, firstWeekday: number): readonly string[] {
  const offset = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - firstWeekday + 7) % 7;
  const weeks: string[] = [];
  for (let day = 1; day <= daysInMonth(year, month); day += 1) {
    const week = Math.floor((offset + day - 1) / 7);
    weeks[week] = (weeks[week] ?? '') + day;
  }
  return weeks;
}

/** Whether the key is one name of each day of the week after the other. */
function isWeek(key: string, week: readonly (readonly string[])[]): boolean {
  let rests = [key];
  for (const names of week) {
    rests = rests.flatMap((rest) =>
      names.filter((name) => rest.startsWith(name)).map((name) => rest.slice(name.length)),
    );
  }
  return rests.includes('');
}
