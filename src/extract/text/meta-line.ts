import { readCount } from '../fields/count.js';
import { findDates, type PrintedDate, readDate } from '../fields/date.js';
import { findRelativeDate } from '../fields/relative-date.js';
import { type CounterHabit, type Counters, readCounters } from './counters.js';
import { readPieces } from './meta-pieces.js';

/** What a line about the story says: its date, its counters, its section; no line of the story itself. */
export interface MetaLine {
  readonly date: PrintedDate | null;
  /** The date is the one of a change. */
  readonly modified: boolean;
  readonly counters: Counters | null;
  /** What stands before the date: a section, or an author. */
  readonly before: string | null;
}

export interface MetaOptions {
  readonly counters: CounterHabit;
  /** ISO 8601 day of the crawl, for relative dates. */
  readonly reference: string | null;
}

const LONGEST = 160;
/** What may stand round a date and says nothing more: labels, zones, signs. */
const FILLER = /^(?:[\s|•·,;:/()[\]–—-]|gmt ?\+?\d*|utc ?\+?\d*)+|(?:[\s|•·,;(/[–—-]|gmt ?\+?\d*|utc ?\+?\d*)+$/giu;
const MODIFIED = /^(?:жаңартылды|жаңартылған|өзгертілді|обновлено|изменено|отредактировано|жаңыланды|updated)\s*:?$/iu;
/** A date of which an encoding left only the figures, before the counters: `24  2019 . 599 0`, `24 Ð¼Ð°ÑÑÑÐ¼ 2019 Ð¶. 599 0`. */
const LOST_DATE =
  /^\d{1,2}(?=\D{0,60}[\u00c0-\u00ff\ufffd?]|[\s.]{1,40}(?:19|20))[\s?\ufffd.\u0080-\u00ff\u0400-\u04ff]{1,60}(?:19|20)\d{2}[\s?\ufffd.\u0080-\u00ff\u0400-\u04ff]{1,20}(?=\d)/;
/** `24.06.19 г., 10:15` before counters. */
const SHORT_DATE = /^\d{2}\.\d{2}\.\d{2}(?: ?[жг]\.?)?(?:,? \d{1,2}:\d{2})?(?=\s+\d)/u;
/** A section or a name: few words, no sentence. */
const SHORT = /^[\p{L}«"][\p{L}\p{M}\d«»"'’.,\s–-]{0,50}$/u;
const MOST_WORDS = 5;
const HAS_LABEL = /[\p{L}\p{Extended_Pictographic}]/u;
const STOP = /\p{Ll}[.!?]$/u;
/** A time behind its date, with a sign or a clock between them. */
const TIME_BEHIND = /^[\s|,/\p{Extended_Pictographic}–—-]{1,5}\d{1,2}:\d{2}(?::\d{2})?(?!\d)/u;
const CLOCKS = /[📅📆🗓⏰⏱🕐-🕧]\ufe0f?/gu;
const BUTTON = /(?:пікір (?:қалдыру|қосу|жазу|білдіру)|(?:оставить|добавить) комментарий|комментировать)/giu;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
const WORDS_OF_SECTION = 3;
/** The account of an editor. */
const ACCOUNT = /^[a-z][a-z0-9_.-]{2,24}$/;
const AUTHOR_LABEL = /^(?:автор|авторы|author|avtor|написал|жариялаған|жазған|разместил)\s*:\s*/iu;

/** Reads a line that consists of date, counters and a few words before them; null for a line of the story. */
export function readMetaLine(text: string, options: MetaOptions): MetaLine | null {
  return readWhole(text, options) ?? fromPieces(text, options) ?? readBetween(text, options);
}

/**
 * A line whose pieces have nothing but spaces between them: `3,365 Жарияланды: 24 қараша 2022 07:18 admin 3`. Round its one date, with a
 * label or a time of its own, stand counters, an account, and nothing else.
 */
function readBetween(text: string, options: MetaOptions): MetaLine | null {
  if (text.length > LONGEST || STOP.test(text)) return null;
  const span = dateSpan(text);
  if (span === null) return null;
  const end = span[1] + (TIME_BEHIND.exec(text.slice(span[1]))?.[0].length ?? 0);
  const [start, date] = withLabel(text, span[0], end, options);
  const sides = [text.slice(0, start), text.slice(end)].map(withoutAccount);
  const rest = sides.filter((side) => side !== '').join(' | ');
  if (date?.date == null) return null;
  if (rest === '') return { date, modified: false, counters: null, before: null };
  const counters = readCounters(rest, options.counters) ?? oneFigure(rest);
  return counters === null ? null : { date, modified: false, counters, before: null };
}

/** The date with as many words before it as are its label. */
function withLabel(
  text: string,
  start: number,
  end: number,
  options: MetaOptions,
): readonly [number, PrintedDate | null] {
  let best: readonly [number, PrintedDate | null] = [start, readDate(text.slice(start, end), options)];
  let words = 0;
  for (let at = start - 1; at >= 0 && words < MOST_WORDS; at -= 1) {
    if (at > 0 && text.charAt(at - 1) !== ' ') continue;
    words += 1;
    const date = readDate(text.slice(at, end), options);
    if (date?.date != null) best = [at, date];
  }
  return best;
}

/** A section and a day, which right below a headline are no sentence of the story: `Экономика 2 маусым 2016`. */
export function readSectionDay(text: string, options: MetaOptions): MetaLine | null {
  const span = text.length > LONGEST ? null : dateSpan(text);
  if (span === null || text.slice(span[1]).replace(FILLER, '') !== '') return null;
  const before = text.slice(0, span[0]).replace(FILLER, '');
  const date = readDate(text.slice(...span), options);
  const isSection = SHORT.test(before) && before.split(' ').length <= WORDS_OF_SECTION;
  return date?.date != null && isSection ? { date, modified: false, counters: null, before } : null;
}

function withoutAccount(side: string): string {
  return side
    .replace(CLOCKS, ' ')
    .replace(BUTTON, ' ')
    .replace(THOUSANDS, '')
    .split(' ')
    .filter((word) => !ACCOUNT.test(word))
    .join(' ')
    .replace(FILLER, '');
}

/** A line whose pieces speak about the story one by one. */
function fromPieces(text: string, options: MetaOptions): MetaLine | null {
  const pieces = readPieces(text, options.counters, options.reference);
  // A day and a few words may as well be a sentence of the story.
  if (pieces === null || (pieces.counters === null && pieces.date !== null && pieces.date.time === null)) return null;
  return { date: pieces.date, modified: false, counters: pieces.counters, before: pieces.label };
}

function readWhole(text: string, options: MetaOptions): MetaLine | null {
  if (text.length > LONGEST) return null;
  const span = dateSpan(text);
  if (span === null) {
    const [lost = ''] = LOST_DATE.exec(text) ?? [];
    const counters = readCounters(text.slice(lost.length), options.counters);
    const date = lost === '' ? null : { date: null, time: null, text: lost.trim(), relative: false };
    return counters === null ? wholeLine(text, options) : { date, modified: false, counters, before: null };
  }
  return readAround(text, span, options);
}

/** A line that is nothing but a date, in a form of which its figures are only a part: `15.09.22`, `9.05.2019 в 10-20`. */
function wholeLine(text: string, options: MetaOptions): MetaLine | null {
  const figure = text.search(/\d/);
  const date = figure === -1 ? null : readDate(text, options);
  const modified = MODIFIED.test(text.slice(0, figure).trim());
  return date?.date == null ? null : { date, modified, counters: null, before: null };
}

function readAround(text: string, [start, end]: readonly [number, number], options: MetaOptions): MetaLine | null {
  const reference = { reference: options.reference };
  const after = text.slice(end).replace(FILLER, '');
  const counters = after === '' ? null : (readCounters(after, options.counters) ?? oneFigure(after));
  if (after !== '' && counters === null) return wholeLine(text, options);
  const first = after === '' ? countersBefore(text.slice(0, start), options) : null;
  if (first !== null) {
    const date = readDate(text.slice(start, end), reference);
    return date === null ? null : { date, modified: false, counters: first, before: null };
  }
  const labelled = readDate(text.slice(0, end), reference);
  const label = text.slice(0, start).replace(FILLER, '');
  const before = label.replace(AUTHOR_LABEL, '');
  const modified = MODIFIED.test(before);
  if (labelled !== null) return { date: labelled, modified, counters, before: null };
  const date = readDate(text.slice(start, end), reference);
  if (date === null) return null;
  if (modified) return { date, modified, counters, before: null };
  // A few words and a date alone may as well be a sentence of the story: only counters, or the label of an author, make it a footer.
  const isLabel =
    (counters !== null || before !== label) && SHORT.test(before) && before.split(' ').length <= MOST_WORDS;
  return isLabel ? { date, modified, counters, before } : null;
}

/** `Пікір: 2 Қаралды: 599 24 маусым 2019`: labels tell which of the figures in front are counters. */
function countersBefore(text: string, options: MetaOptions): Counters | null {
  const line = text.replace(FILLER, '');
  return HAS_LABEL.test(line) && /\d/.test(line) ? readCounters(line, options.counters) : null;
}

/** One figure beside a date: papers that print a single counter count views. */
function oneFigure(text: string): Counters | null {
  const views = readCount(text);
  return views === null ? null : { views, commentCount: null, doubt: null };
}

/** Where the one date of a line stands, its year mark and time included. Two days in a line are no date of a story. */
function dateSpan(text: string): readonly [number, number] | null {
  const [first, second] = findDates(text);
  if (second !== undefined) return null;
  if (first !== undefined) return [first.start, first.end];
  const [short] = SHORT_DATE.exec(text) ?? [];
  return short === undefined ? findRelativeDate(text) : [0, short.length];
}
