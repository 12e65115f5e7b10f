import { readCount, readLabelledCount } from '../fields/count.js';
import { findDates, readDate } from '../fields/date.js';

/** Longer lines are text of a story. */
const LONGEST = 170;
/** What parts the pieces of such a line. */
const BETWEEN = /\s*[|•·]\s*|\s+[/–—]\s+|\s{2,}/;
const SENTENCE_END = /[.!?…]$/;
const WORDLIKE = /[\p{L}\p{N}]/u;
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
  if (found === undefined || second !== undefined) return false;
  return isLabel(text.slice(0, found.start).trim()) && isLabel(text.slice(found.end).trim());
}

function isLabel(text: string): boolean {
  return (
    !WORDLIKE.test(text) ||
    readCount(text) !== null ||
    (text.length <= LONGEST_LABEL &&
      text.split(/\s+/).length <= MOST_WORDS &&
      !SENTENCE_END.test(text.replace(/\b(?:ж|г)\.$/, '')))
  );
}
