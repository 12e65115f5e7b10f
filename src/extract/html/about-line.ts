import { readCount, readLabelledCount } from '../fields/count.js';
import { findDates, readDate } from '../fields/date.js';
import { UPDATED } from './date-element.js';

/** Longer lines are text of a story. */
const LONGEST = 170;
/** What parts the pieces of such a line. */
const BETWEEN = /\s*[|•·]\s*|\s+[/–—]\s+|\s{2,}|\.\s+(?=\p{Lu}\p{L}{2,20}:(?:\s|$))/u;
const SENTENCE_END = /[.!?…]$/;
const WORDLIKE = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
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
  const pieces = parts
    .flatMap((part) => part.split(BETWEEN))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isTelling = pieces.map((piece) => isDateLike(piece) || readLabelledCount(piece) !== null);
  return isTelling.includes(true) && pieces.every((piece, index) => isTelling[index] === true || isLabel(piece));
}

/** A date, with at most a word or two beside it. */
function isDateLike(text: string): boolean {
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
    readCount(text) !== null ||
    (text.length <= LONGEST_LABEL &&
      text.split(/\s+/).filter((word) => LETTER.test(word)).length <= MOST_WORDS &&
      !SENTENCE_END.test(text.replace(ABBREVIATION, '')))
  );
}
