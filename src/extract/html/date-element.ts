import { findDates, readDate } from '../fields/date.js';
import { withKnownForms } from './date-forms.js';
import { isSameMoment, readMoment, type StoryDate } from './date-moment.js';
import type { FoldedText } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import type { Reading } from './reading.js';

/** Letters of a line that may be a date. */
export const LONGEST_DATE = 90;
/** Letters of the labels in a line with two dates. */
const MOST_LABELS = 40;

/** The date of an element: of its `datetime`, with time and form as printed, else as printed. */
export function readElement(reading: Reading, element: PageElement, text: FoldedText): StoryDate | null {
  const datetime = element.attributes.datetime ?? element.attributes.content;
  const printed = readPrinted(reading, text);
  const moment = datetime === undefined ? null : readMoment(datetime, printed?.text ?? text);
  if (moment === null) return printed;
  if (printed?.date == null) return { ...moment, time: printed?.time ?? moment.time };
  return isSameMoment(moment, printed) ? printed : { ...moment, time: printed.time ?? moment.time, text: printed.text };
}

function readPrinted(reading: Reading, text: FoldedText): StoryDate | null {
  if (text.text.length > LONGEST_DATE) return null;
  const line = withKnownForms(reading, text.text);
  // What was rewritten to be read is told as the page prints it.
  const asPrinted = (read: string): FoldedText => ({ ...text, text: line === text.text ? read : text.text });
  const whole = readDate(line, { reference: reading.today });
  if (whole !== null) return { date: whole.date, time: whole.time, text: asPrinted(whole.text), utc: null };
  // Where two dates share a line, the later one is that of a change.
  const [found, second] = [...findDates(line)].sort((a, b) => a.date.localeCompare(b.date));
  const isLine = second === undefined || line.length <= (found?.text.length ?? 0) * 2 + MOST_LABELS;
  return found === undefined || !isLine
    ? null
    : { date: found.date, time: found.time, text: asPrinted(found.text), utc: null };
}
