import { readCount, readLabelledCount } from '../fields/count.js';
import { findDates, readDate } from '../fields/date.js';
import { UPDATED } from '../fields/updated-label.js';

/** Longer lines are text of a story. */
const LONGEST = 170;
/** What parts the pieces of such a line. */
const BETWEEN = /\s*[|•·;]\s*|\s+[/–—]\s+|\s{2,}|\.\s+(?=\p{Lu}\p{L}{2,20}:(?:\s|$))/u;
/** The same where commas part them as well: `10 қазан 2023 ж., Білім, Қараған: 830`. */
const COMMA = /,\s+/;
/** Signs in front of a date or a figure: 📅, 👁. */
const SIGN = /\s+(?=\p{Extended_Pictographic})/u;
const SIGN_BEFORE = /^(?:\p{Extended_Pictographic}\ufe0f?\s*)+/u;
/** `13.08.21`: which of the figures is the year, readers of dates ask the page. */
const SHORT_DATE = /^(?:[\p{L} ]{3,25}:\s)?\d{2}\.\d{2}\.\d{2}$/u;
const SENTENCE_END = /[.!?…]$/;
const WORDLIKE = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
/** «ж.», «г.», «y.» after a year. */
const ABBREVIATION = /(?<=^|[\s\d])(?:ж|г|y|й|[ap]\.m)\.$/i;
const MOST_WORDS = 4;
/** `Қоғам`, `Автор: admin`, `Толығырақ`: a few words that end no sentence. */
const LONGEST_LABEL = 45;

/**
 * Whether a line speaks about the story and is no line of it: dates and counters, and a few words between them.
 * `parts` are the texts of its nodes.
 */
export function isAboutLine(parts: readonly string[]): boolean {
  if (parts.reduce((sum, part) => sum + part.length, 0) > LONGEST) return false;
  const pieces = parts.flatMap((part) => part.split(BETWEEN)).flatMap((part) => part.split(SIGN));
  if (isTelling(pieces, 1)) return true;
  const smaller = pieces.flatMap((piece) => piece.split(COMMA));
  return smaller.length > pieces.length && isTelling(smaller, 2);
}

/** Whether so many of the pieces at least are dates or counters, and the others labels. */
function isTelling(parts: readonly string[], fewest: number): boolean {
  const pieces = parts.map((part) => part.trim().replace(/^,\s*|,$/g, '')).filter((part) => part !== '');
  const others = pieces.filter((piece) => !isLabel(piece));
  // Most lines are sentences, which are neither: the first of the others says so.
  if (!others.every(tells)) return false;
  return others.length >= fewest || pieces.filter(tells).length >= fewest;
}

/** True for a date or a counter. */
function tells(piece: string): boolean {
  return isDateLike(piece.replace(SIGN_BEFORE, '')) || readLabelledCount(piece) !== null;
}

/** A date, with at most a word or two beside it. */
function isDateLike(text: string): boolean {
  if (!DIGIT.test(text)) return false;
  if (SHORT_DATE.test(text)) return true;
  const read = readDate(text);
  if (read !== null) return read.date !== null || read.time !== null;
  const [found, second] = findDates(text);
  if (found === undefined) return false;
  // «Updated 11 March 2021 Published 9 March 2021»
  if (second !== undefined)
    return (
      UPDATED.test(text) &&
      isLabel(text.slice(0, found.start).trim()) &&
      isLabel(text.slice(found.end, second.start).trim()) &&
      isLabel(text.slice(second.end).trim())
    );
  const before = text.slice(0, found.start).trim();
  // «Начало 14 июня в 10:00.» is a sentence; «24 маусым 2019 ж.» ends with an abbreviation.
  const isSentence = WORDLIKE.test(before) && !before.endsWith(':') && /[.!?…]$/.test(text) && !ABBREVIATION.test(text);
  return !isSentence && isLabel(before) && isLabel(text.slice(found.end).trim());
}

function isLabel(text: string): boolean {
  return (
    !WORDLIKE.test(text) ||
    (text.length <= LONGEST_LABEL &&
      text.split(/\s+/).filter((word) => LETTER.test(word)).length <= MOST_WORDS &&
      !SENTENCE_END.test(text.replace(ABBREVIATION, ''))) ||
    readCount(text) !== null
  );
}
