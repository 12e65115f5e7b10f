import { type DateToken, isMark, isNumber, isWordOf } from './date-tokens.js';
import { CONJUNCTIONS, COUNTED, DAY_ENDINGS, LINKS, NUMBERED, ROMAN_MONTHS, YEAR_MARKS } from './date-words.js';
import { type DayParts, readIsoDay } from './iso-day.js';
import { readMonthName } from './month-names.js';
import { isWeekdayName } from './weekday-names.js';

/** A date in a line of tokens. */
export interface DateMatch {
  /** ISO 8601 day; null where a part is not printed or the calendar has no such day. */
  readonly date: string | null;
  /** Whether day, month and year are all printed. */
  readonly complete: boolean;
  /** Index after its last token. */
  readonly end: number;
}

type Parts = { -readonly [name in keyof DayParts]?: number };
/** Reads one part of a date at a token: the index after it, or −1. */
type Step = (tokens: readonly DateToken[], index: number, parts: Parts) => number;

const day: Step = (tokens, index, parts) => {
  const token = tokens[index];
  if (!isNumber(token, 1, 2)) return -1;
  parts.day = token.value;
  return skipDayEnding(tokens, index + 1);
};
const month: Step = (tokens, index, parts) => {
  const token = tokens[index];
  const number = token?.kind === 'word' ? (readMonthName(token.text) ?? romanMonth(tokens, index)) : null;
  if (number === null) return -1;
  parts.month = number;
  return isMark(tokens[index + 1], '.') && tokens[index + 1]?.tight ? index + 2 : index + 1;
};
/** Only between full stops or strokes: `21.IX.2019`. */
function romanMonth(tokens: readonly DateToken[], index: number): number | null {
  const isBetween = isMark(tokens[index - 1], './-') && isMark(tokens[index + 1], './-');
  return isBetween ? (ROMAN_MONTHS.get(tokens[index]?.text ?? '') ?? null) : null;
}
const year: Step = (tokens, index, parts) => {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!isNumber(token, 4, 4) || isWordOf(next, COUNTED)) return -1;
  if (isMark(next, '-–/') && next.tight && tokens[index + 2]?.kind === 'number' && tokens[index + 2]?.tight) return -1;
  parts.year = token.value;
  return skipYearMark(tokens, index + 1);
};
const markedYear: Step = (tokens, index, parts) => {
  const end = year(tokens, index, parts);
  return end === index + 1 ? -1 : end;
};
const gap: Step = (tokens, index) => (isMark(tokens[index], '-–—.,،/»"”') ? index + 1 : index);
const link: Step = (tokens, index) => (isWordOf(tokens[index], LINKS) ? index + 1 : index);
const comma: Step = (tokens, index) => (isMark(tokens[index], ',') ? index + 1 : -1);
const weekday: Step = (tokens, index) => {
  const token = tokens[index];
  return token?.kind === 'word' && isWeekdayName(token.text) ? index + 1 : -1;
};
const endedDay: Step = (tokens, index, parts) => {
  const end = day(tokens, index, parts);
  return end === index + 1 ? -1 : end;
};
/** Not before a year: in «2018 24 маусым 2019» the first number belongs to something else. */
const noYear: Step = (tokens, index) => {
  const next: Parts = {};
  const isYear = year(tokens, gap(tokens, index, {}), next) >= 0 && isLikelyYear(next.year ?? 0);
  return isYear ? -1 : index;
};
/** Only English leaves the comma out: «June 24 2019». */
const latinMonth: Step = (tokens, index, parts) =>
  /^[a-z]+$/i.test(tokens[index]?.text ?? '') ? month(tokens, index, parts) : -1;

/** Dates with the month in words, by what they print; the first that fits holds. */
const COMPLETE: readonly (readonly Step[])[] = [
  [day, gap, link, month, gap, link, year], // 24 маусым 2019 ж. · 5-апрель, 2013 · 24 de junio de 2019
  [day, gap, month, comma, weekday, gap, year], // 24 маусым, дүйсенбі, 2019
  [year, gap, day, gap, link, month, noYear], // 2022 жылғы 5 сәуір · 2024-жылдын 12-марты
  [markedYear, gap, month, link, endedDay], // 2019 жылғы маусымның 24-і
  [year, comma, month, link, endedDay], // 2019, маусымның 24-і
  [month, day, comma, year], // June 24, 2019
  [latinMonth, day, year],
];
const PARTIAL: readonly (readonly Step[])[] = [
  [day, gap, link, month], // 24 маусым
  [month, gap, link, year], // маусым 2019 ж.
  [markedYear, gap, month], // 2019 жылғы маусым
  [month, endedDay], // маусымның 24-і
  [month, day], // June 24
];
/** Marks between the figures of a date, the same one twice. */
const FIGURE_MARKS = '.-/–';
/** Two figures beyond are no year of a site: the reader knows no today. */
const LATEST_SHORT_YEAR = 40;
/** Signs after which a number is an issue's, a price, a code. */
const NUMBER_SIGNS = '№#¹$€₸₽+=';

/** Reads a date with day, month and year at a token, `31.02.2020` included (its `date` is null); null where none begins there. */
export function matchDate(tokens: readonly DateToken[], index: number): DateMatch | null {
  const token = tokens[index];
  // Every date begins with a figure or a month.
  if (token?.kind !== 'number' && !isMonth(token)) return null;
  if (!startsFreely(tokens, index)) return null;
  return matchFigures(tokens, index) ?? matchSteps(tokens, index, COMPLETE);
}

/**
 * Reads figures that nothing but the place of a date makes one: with spaces or commas (`24. 06. 2019`), and, where short years are read, with
 * two figures of the year (`24.06.19`, `24-06-19 ж.`), day and month having two each.
 */
export function matchLooseDate(tokens: readonly DateToken[], index: number, shortYears: boolean): DateMatch | null {
  const [first, mark, second, again, third] = tokens.slice(index, index + 5);
  if (!isNumber(first, 2, 2) || !isNumber(second, 2, 2) || !isMark(mark, '.,/-') || again?.text !== mark.text)
    return null;
  if (!startsFreely(tokens, index)) return null;
  const end = skipYearMark(tokens, index + 5);
  const parts = { day: first.value, month: second.value };
  if (isNumber(third, 4, 4) && mark.text !== '-')
    return { date: toDay({ ...parts, year: third.value }), complete: true, end };
  const isShort = shortYears && figuresAt(tokens, index, [2, 2, 2]) !== null && isNumber(third, 2, 2);
  if (!isShort || third.value > LATEST_SHORT_YEAR || (mark.text !== '.' && end === index + 5)) return null;
  return { date: toDay({ ...parts, year: 2000 + third.value }), complete: true, end };
}

/** Reads a date that lacks its day or its year («24 маусым», «маусым 2019 ж.», `24.06.19`): its `date` is null. */
export function matchPartialDate(tokens: readonly DateToken[], index: number): DateMatch | null {
  const steps = matchSteps(tokens, index, PARTIAL);
  if (steps !== null) return { ...steps, date: null, complete: false };
  const short = startsFreely(tokens, index) ? figuresAt(tokens, index, [2, 2, 2]) : null;
  return short === null ? null : { date: null, complete: false, end: short.end };
}

/** Day and month of a partial date, for comparing it with a known day: `06-24`; null where either is missing. */
export function monthDayOf(tokens: readonly DateToken[], index: number): string | null {
  const parts: Parts = {};
  const end = [day, gap, link, month].reduce((at, step) => (at < 0 ? at : step(tokens, at, parts)), index);
  if (end < 0 || parts.month === undefined || parts.day === undefined) return null;
  return `${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`;
}

function matchSteps(
  tokens: readonly DateToken[],
  index: number,
  patterns: readonly (readonly Step[])[],
): DateMatch | null {
  for (const pattern of patterns) {
    const parts: Parts = {};
    let at = index;
    for (const step of pattern) at = at < 0 ? at : step(tokens, at, parts);
    if (at >= 0) return { date: toDay(parts), complete: true, end: at };
  }
  return null;
}

/** `24.06.2019`, `2019-06-24`: day before month, the year in full. */
function matchFigures(tokens: readonly DateToken[], index: number): DateMatch | null {
  const dayFirst = figuresAt(tokens, index, [2, 2, 4]);
  if (dayFirst !== null) {
    const [first, second, third] = dayFirst.values;
    return { date: toDay({ day: first, month: second, year: third }), complete: true, end: dayFirst.end };
  }
  const yearFirst = figuresAt(tokens, index, [4, 2, 2]);
  if (yearFirst === null) return null;
  const [first, second, third] = yearFirst.values;
  return { date: toDay({ day: third, month: second, year: first }), complete: true, end: yearFirst.end };
}

function figuresAt(
  tokens: readonly DateToken[],
  index: number,
  sizes: readonly [number, number, number],
): { readonly values: readonly [number, number, number]; readonly end: number } | null {
  const [first, mark, second, again, third, after, beyond, colon] = tokens.slice(index, index + 8);
  const isClock = isMark(colon, ':');
  if (!isMark(mark, FIGURE_MARKS) || again?.text !== mark.text) return null;
  const numbers = [first, second, third].map((token, part) => sizedValue(token, sizes[part] ?? 0));
  // `24 . 06 . 2019`: every sign of the same distance, and all its figures printed.
  const isSpaced = mark.text === '.' && sizes[2] === 4 && isNumber(first, 2, 2) && isNumber(second, 2, 2);
  const isApart = [mark, second, again, third].map((token) => token?.tight !== true);
  if (numbers.some(Number.isNaN) || isApart.some((apart) => apart !== (isSpaced && isApart[0]))) return null;
  if (after?.tight && isMark(after, FIGURE_MARKS) && beyond?.kind === 'number' && beyond.tight && !isClock) return null;
  const [a = 0, b = 0, c = 0] = numbers;
  return { values: [a, b, c], end: skipYearMark(tokens, index + 5) };
}

function sizedValue(token: DateToken | undefined, size: number): number {
  return isNumber(token, size === 4 ? 4 : 1, size) ? token.value : Number.NaN;
}

/** Whether a date may begin here: not inside a longer number, a range, a list of days or an issue's number. */
function startsFreely(tokens: readonly DateToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return true;
  if (isMark(before, NUMBER_SIGNS)) return false;
  const earlier = tokens[index - 2];
  if (before.kind === 'word') {
    if (tokens[index]?.tight || isWordOf(before, NUMBERED)) return false;
    return !(isWordOf(before, CONJUNCTIONS) && (endsDay(tokens, index - 2) || isMonth(earlier)));
  }
  if (isMark(before, '-–—'))
    return !(tokens[index]?.tight && isCode(tokens, index - 2)) && !endsDay(tokens, index - 2) && !isMonth(earlier);
  if (isMark(before, ',')) return !endsDay(tokens, index - 2);
  if (isMark(before, '.') && isWordOf(earlier, NUMBERED)) return false;
  if (isMark(before, './:')) return !(tokens[index]?.tight && before.tight && earlier?.kind === 'number');
  return true;
}

/** Whether the token may be the day of a range or list; the minutes of a time and the number of an issue are not. */
function endsDay(tokens: readonly DateToken[], index: number): boolean {
  const token = tokens[index];
  return isNumber(token, 1, 2) && !isMark(tokens[index - 1], ':.№');
}

/** Whether the token is a figure of a longer code, such as a telephone number. */
function isCode(tokens: readonly DateToken[], index: number): boolean {
  return tokens[index]?.kind === 'number' && !isMark(tokens[index - 1], ':');
}

function isMonth(token: DateToken | undefined): boolean {
  return token?.kind === 'word' && readMonthName(token.text) !== null;
}

function skipDayEnding(tokens: readonly DateToken[], index: number): number {
  if (isWordOf(tokens[index], DAY_ENDINGS) && tokens[index]?.tight) return index + 1;
  const [hyphen, ending] = tokens.slice(index, index + 2);
  return isMark(hyphen, '-–') && isWordOf(ending, DAY_ENDINGS) && ending.tight ? index + 2 : index;
}

/** The index after «ж.», «жыл», «-жылдын», «г.», where one follows the year. */
function skipYearMark(tokens: readonly DateToken[], index: number): number {
  const word = isMark(tokens[index], '-–') ? index + 1 : index;
  if (!isWordOf(tokens[word], YEAR_MARKS)) return index;
  const dot = tokens[word + 1];
  return isMark(dot, '.') && dot.tight ? word + 2 : word + 1;
}

/** Whether a figure may be the year of a story; `8108` behind a date counts its views. */
function isLikelyYear(figure: number): boolean {
  return figure >= 1800 && figure < 2100;
}

function toDay({ year: y, month: m, day: d }: Parts): string | null {
  return y === undefined || m === undefined || d === undefined ? null : readIsoDay({ year: y, month: m, day: d });
}
