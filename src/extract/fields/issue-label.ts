import { findDates } from './date.js';
import { readMonthName } from './month-names.js';
import { isWeekdayName } from './weekday-names.js';

/** What the title of a print issue says. */
export interface IssueLabel {
  /** Number within the year; null where only the serial is printed. */
  readonly number: number | null;
  readonly numberEnd: number | null;
  /** Number counted since the first issue of the paper. */
  readonly serial: number | null;
  readonly serialEnd: number | null;
  /** Day of the month where the label ends in one («№24 (8735) 23»). */
  readonly day: number | null;
  /** ISO 8601 day where the label names all of it. */
  readonly datePublished: string | null;
  /** Whether the label ends before its day, cut by the site to a number of characters. */
  readonly cut: boolean;
}

const LONGEST = 90;
/** `№24`, `№ 98-99`, `N12`, `No. 5`, `¹ 25` (№ of windows-1251 read as Latin-1). */
const NUMBER =
  /(?:^|[\s(,;|•»"”])(?:№|N[o°º]?\.?|¹|[Нн]омер|НОМЕР|[Нн]өмір|НӨМІР)\s?(\d{1,4})(?:[-–](\d{1,4}))?(?!\d|\.\d)/u;
/** The sign in words, which only a date or a serial makes a label: «Номер 18 от 23 марта 2024 года». */
const IN_WORDS = /номер|нөмір/iu;
/** `(8735)`, `(8709-8710)`, `(22 312)`, `/10225/`. */
const SERIAL = /[(/[]\s?(?:№\s?)?(\d{1,3}\s\d{3}|\d{1,6})(?:\s?[-–]\s?(\d{1,3}\s\d{3}|\d{1,6}))?\s?[)/\]]/u;
/** `№47,2160 /`: a comma, then the serial. */
const COMMA_SERIAL = /^\s?,\s?(\d{3,6})()(?=\s|$|\/)/u;
/** Day of a cut label, with its month or alone: `23`, `26 наурыз`. */
const DAY = /^([1-9]\d?)(?:\s?-?\s?(\p{L}+))?$/u;
/** The name of the paper before its number: `«Ақ жайық»`. */
const QUOTED_NAME = /[«"“][^«»"“”]{2,40}[»"”]/u;
const WORD = /\p{L}+/gu;
/** Words of an issue's title that say nothing more: «весь номер», «газеті», «жыл». */
const ISSUE_WORDS = new Set(
  'весь номер выпуск от газета газеты газеті нөмір нөмірі саны шығарылым сан жыл жылы г год года ж pdf пдф issue'.split(
    ' ',
  ),
);
const MARKS = /[\s.,;:/|•·()[\]–—-]+/gu;
/** A double issue joins neighbours; farther apart, the figures mean something else. */
const WIDEST_SPAN = 9;

/**
 * Reads the title of a print issue: `№24 (8735) 23`, `№98-99`, `№68 /10225/ сәрсенбі, 27 тамыз 2014 жыл`, `(3491) 29/11/2016`. Null
 * where anything else is printed too: an article's title may hold a number («№ 2 мектепте жөндеу»).
 */
export function readIssueLabel(text: string): IssueLabel | null {
  if (text.length > LONGEST * 2) return null;
  const title = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (title.length > LONGEST || !/\d/.test(title)) return null;
  const number = NUMBER.exec(title);
  const afterNumber = number === null ? title : title.slice(number.index + number[0].length);
  const unnumbered = number === null ? title : `${title.slice(0, number.index)} ${afterNumber}`;
  const comma = number === null ? null : COMMA_SERIAL.exec(afterNumber);
  const [date, ...moreDates] = findDates(comma === null ? unnumbered : afterNumber.slice(comma[0].length));
  const serial = comma ?? SERIAL.exec(date === undefined ? unnumbered : unnumbered.replace(date.text, ' '));
  if (moreDates.length > 0 || (number === null && date === undefined)) return null;
  if (date === undefined && serial === null && IN_WORDS.test(number?.[0] ?? '')) return null;
  const rest = [serial?.[0], date?.text].reduce<string>((left, part) => left.replace(part ?? '', ' '), unnumbered);
  return compose(spanOf(number), spanOf(serial), { date: date?.date ?? null, rest });
}

interface Span {
  readonly first: number | null;
  readonly last: number | null;
  readonly valid: boolean;
}

function spanOf(match: RegExpExecArray | null): Span {
  const [first, last] = [match?.[1], match?.[2]].map((figures) =>
    figures ? Number(figures.replace(/\D/g, '')) : null,
  );
  const width = typeof first === 'number' && typeof last === 'number' ? last - first : 1;
  return { first: first ?? null, last: last ?? null, valid: first !== 0 && width >= 1 && width <= WIDEST_SPAN };
}

function compose(
  number: Span,
  serial: Span,
  { date, rest }: { readonly date: string | null; readonly rest: string },
): IssueLabel | null {
  const isSure = serial.first !== null || date !== null;
  const isLoneSerial = date !== null && serial.first !== null && serial.first > 99;
  if (!number.valid || !serial.valid || (number.first === null && !isLoneSerial)) return null;
  const day = readRest(isSure ? rest.replace(QUOTED_NAME, ' ') : rest);
  if (day === null || (day.day !== null && date !== null && day.day !== Number(date.slice(8)))) return null;
  return {
    number: number.first,
    numberEnd: number.last,
    serial: serial.first,
    serialEnd: serial.last,
    day: day.day,
    datePublished: date,
    cut: day.day === null && date === null,
  };
}

/** What is left when numbers and date are taken out: nothing, or the day of a cut label; null where there is more. */
function readRest(rest: string): { readonly day: number | null } | null {
  const left = rest
    .replace(WORD, (word) => (isIssueWord(word) ? ' ' : word))
    .replace(MARKS, ' ')
    .trim();
  if (left === '') return { day: null };
  const [, figures = '', month] = DAY.exec(left) ?? [];
  const isDay = figures !== '' && Number(figures) <= 31;
  return isDay && (month === undefined || readMonthName(month) !== null) ? { day: Number(figures) } : null;
}

function isIssueWord(word: string): boolean {
  return ISSUE_WORDS.has(word.toLowerCase()) || (word.length > 2 && isWeekdayName(word));
}
