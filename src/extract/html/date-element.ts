import { type FoundDate, findDates, readDate } from '../fields/date.js';
import { findRelativeDate } from '../fields/relative-date.js';
import { UPDATED } from '../fields/updated-label.js';
import { isUndecided, withKnownForms } from './date-forms.js';
import { isMoment, isSameMoment, readMoment, type StoryDate } from './date-moment.js';
import type { FoldedText } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import type { Reading } from './reading.js';

/** Letters of a line that may be a date. */
export const LONGEST_DATE = 130;
/** Letters of the labels in a line with two dates. */
const MOST_LABELS = 40;
/** What parts a date from the other words of its line. */
const BETWEEN = /\s*[|•·]\s*|\s+[/–—]\s+|\s{2,}/;
const RANGE = /^\s*(?:[-–—]|по|до|to|bis)\s*$/iu;

/** The date of an element: of its `datetime`, with time and form as printed, else as printed. */
export function readElement(reading: Reading, element: PageElement, text: FoldedText): StoryDate | null {
  const title = element.tag === 'abbr' ? element.attribute('title') : null;
  // `<abbr class="published" title="2024-01-24T09:15:00+06:00">` is what feeds of pages call a date.
  const told = title !== null && isMoment(title) ? title : null;
  const datetime = element.attribute('datetime') ?? element.attribute('content') ?? told;
  const printed = readPrinted(reading, text);
  const moment = datetime === null ? null : readMoment(datetime, printed?.text ?? text);
  if (moment === null) return printed;
  if (printed?.date == null) return { ...moment, time: printed?.time ?? moment.time };
  return isSameMoment(moment, printed) ? printed : { ...moment, time: printed.time ?? moment.time, text: printed.text };
}

function readPrinted(reading: Reading, text: FoldedText): StoryDate | null {
  if (text.text.length > LONGEST_DATE) return null;
  const line = withKnownForms(reading, text.text);
  if (line !== text.text && isUndecided(reading, text.text))
    return { date: null, time: readDate(line)?.time ?? null, text, utc: null };
  // What was rewritten to be read is told as the page prints it.
  const asPrinted = (read: string): FoldedText => ({ ...text, text: line === text.text ? read : text.text });
  // Short years are known forms where the page tells them.
  const whole = readDate(line, { reference: reading.today, shortYears: false });
  if (whole !== null) return { date: whole.date, time: whole.time, text: asPrinted(whole.text), utc: null };
  // Where two dates share a line, the later one is that of a change.
  const [found, second] = [...findDates(line)].sort((a, b) => a.date.localeCompare(b.date));
  if (found === undefined) return readPiece(reading, text, line);
  if (second !== undefined && isRange(line, found, second)) return null;
  const isLine = second === undefined || line.length <= found.text.length * 2 + MOST_LABELS || UPDATED.test(line);
  return !isLine ? null : { date: found.date, time: found.time, text: asPrinted(found.text), utc: null };
}

/** `3.05.2019 – 5.05.2019`: the days of an event. */
function isRange(line: string, one: FoundDate, other: FoundDate): boolean {
  return RANGE.test(line.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)));
}

/** `admin | Кеше, 18:05`: a relative date in a line with others. */
function readPiece(reading: Reading, text: FoldedText, line: string): StoryDate | null {
  const pieces = [...line.split(BETWEEN), line.slice(...(findRelativeDate(line) ?? [0, 0]))];
  if (pieces.length < 3 && pieces[1] === '') return null;
  const read = pieces.map((piece) => readDate(piece, { reference: reading.today }));
  const found = read.find((date) => date?.relative === true);
  return found === undefined || found === null
    ? null
    : { date: found.date, time: found.time, text: { ...text, text: found.text }, utc: null };
}
