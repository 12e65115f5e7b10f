import { remembered } from '../../text/remembered.js';
import { matchDate, matchLooseDate, matchPartialDate, monthDayOf } from './date-patterns.js';
import { type DateToken, isMark, isNumber, isWordOf } from './date-tokens.js';
import {
  AGO,
  DAY_ENDINGS,
  HALVES,
  HOURS,
  LABELS,
  LINKS,
  MINUTES,
  RELATIVE_DAYS,
  ROMAN_MONTHS,
  TIME_WORDS,
  TWO_WORD_DAYS,
  UNITS,
  YEAR_MARKS,
  ZONES,
} from './date-words.js';
import { shiftDay } from './iso-day.js';
import { readMonthName } from './month-names.js';
import { nameKey } from './name-key.js';
import { matchDottedTime, matchSpokenTime, matchTime, skipZone } from './time-of-day.js';
import { isWeekdayName } from './weekday-names.js';

/** What a string that is a date as a whole says. */
export interface WholeDate {
  readonly date: string | null;
  readonly time: string | null;
  readonly relative: boolean;
}

/** What a reader must know of the page. */
interface Context {
  readonly reference?: string | null;
  readonly shortYears?: boolean;
}

/** Everything of weight found while reading token after token. */
interface Finds {
  /** Days printed in full, null for an impossible one. */
  readonly dates: (string | null)[];
  /** Month and day of dates that lack a part, null where those cannot be compared. */
  readonly partial: (string | null)[];
  readonly times: (string | null)[];
  /** Distances from today in days, null where the distance tells no day («3 часа назад»). */
  readonly distances: (number | null)[];
  readonly shortYears: boolean;
}

/** Reads a find at a token, notes it, gives the index after it; −1 where none begins there. */
type Reader = (tokens: readonly DateToken[], index: number, finds: Finds) => number;

const IGNORED_MARKS = ',،.;:/|\\-–—•·()[]{}«»"“”„‘’*~>…─│⏱⏰🕒🕐🕓🗓📅📆❘';

const READERS: readonly Reader[] = [
  (tokens, index, { dates }) => {
    const match = matchDate(tokens, index);
    if (match !== null) dates.push(match.date);
    return match?.end ?? -1;
  },
  (tokens, index, { times }) => {
    const match = matchTime(tokens, index);
    if (match !== null) times.push(match.time);
    return match?.end ?? -1;
  },
  (tokens, index, { distances }) => {
    const isDistance = isNumber(tokens[index], 1, 3) && isWordOf(tokens[index + 1], UNITS);
    if (!isDistance || !isWordOf(tokens[index + 2], AGO)) return -1;
    distances.push(null);
    return index + 3;
  },
  (tokens, index, { dates, shortYears }) => {
    const match = matchLooseDate(tokens, index, shortYears);
    if (match !== null) dates.push(match.date);
    return match?.end ?? -1;
  },
  (tokens, index, { partial }) => {
    const match = matchPartialDate(tokens, index);
    if (match !== null) partial.push(monthDayOf(tokens, index));
    return match?.end ?? -1;
  },
  (tokens, index, { dates, distances, times }) => {
    const isBeside = dates.length + distances.length > 0;
    const match = isBeside ? (matchDottedTime(tokens, index) ?? matchSpokenTime(tokens, index)) : null;
    if (match !== null) times.push(match.time);
    return match?.end ?? -1;
  },
  readRelativeWord,
  (tokens, index) => {
    const end = skipZone(tokens, index);
    return end > index ? end : -1;
  },
  (tokens, index) => (saysNothing(tokens[index]) ? index + 1 : -1),
];

/** Words that a reader may take in, besides the names of months and weekdays. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[AGO, DAY_ENDINGS, HALVES, HOURS, MINUTES, LABELS, LINKS, TIME_WORDS, UNITS, YEAR_MARKS, ZONES].flatMap((keys) => [
    ...keys,
  ]),
  ...RELATIVE_DAYS.keys(),
  ...[...TWO_WORD_DAYS.keys()].flatMap((words) => words.split(' ')),
]);

/** Whether a word may stand in a string that is a date as a whole: the first word of most strings may not. */
export const isDateWord: (word: string) => boolean = remembered(
  (word) =>
    word === 'T' ||
    ROMAN_MONTHS.has(word) ||
    KNOWN.has(nameKey(word)) ||
    readMonthName(word) !== null ||
    isWeekdayName(word),
);

/** Reads the tokens of a string as one date; null where a token belongs to no date, or where no date and no time is found. */
export function readWholeDate(tokens: readonly DateToken[], context: Context = {}): WholeDate | null {
  const { reference = null, shortYears = true } = context;
  const finds: Finds = { dates: [], partial: [], times: [], distances: [], shortYears };
  let index = 0;
  while (index < tokens.length) {
    const next = readNext(tokens, index, finds);
    if (next < 0) return null;
    index = next;
  }
  return weigh(finds, reference);
}

function readNext(tokens: readonly DateToken[], index: number, finds: Finds): number {
  for (const reader of READERS) {
    const end = reader(tokens, index, finds);
    if (end > index) return end;
  }
  return -1;
}

function weigh({ dates, partial, times, distances }: Finds, reference: string | null): WholeDate | null {
  const days = new Set(dates);
  if (days.size > 1 || (days.size === 0 && times.length > 1)) return null;
  const [first = null] = times;
  const time = times.length === 1 ? first : null;
  const relative = distances.length > 0 && days.size === 0;
  if (relative) return { date: relativeDay(distances, partial, reference), time, relative };
  const [date = null] = days;
  const says = days.size + partial.length > 0 || time !== null;
  return says ? { date, time, relative } : null;
}

/** The day that a distance means; a day and month printed beside it must agree. */
function relativeDay(
  distances: readonly (number | null)[],
  partial: readonly (string | null)[],
  reference: string | null,
): string | null {
  const [distance] = distances;
  if (distances.length > 1 || typeof distance !== 'number' || reference === null) return null;
  const day = shiftDay(reference, distance);
  return day !== null && partial.every((monthDay) => monthDay === day.slice(5)) ? day : null;
}

function readRelativeWord(tokens: readonly DateToken[], index: number, { distances }: Finds): number {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token?.kind !== 'word') return -1;
  const twoWords = next?.kind === 'word' ? TWO_WORD_DAYS.get(nameKey(`${token.text} ${next.text}`)) : undefined;
  const distance = twoWords ?? RELATIVE_DAYS.get(nameKey(token.text));
  if (distance === undefined) return -1;
  distances.push(distance);
  return index + (twoWords === undefined ? 1 : 2);
}

function saysNothing(token: DateToken | undefined): boolean {
  if (token === undefined) return false;
  if (isMark(token, IGNORED_MARKS) || isWordOf(token, LABELS) || isWordOf(token, TIME_WORDS)) return true;
  return token.kind === 'word' && (token.text === 'T' || isWeekdayName(token.text) || isWordOf(token, YEAR_MARKS));
}
