import { readCountWord } from '../fields/count-labels.js';
import { findDates } from '../fields/date.js';
import { isEngineNotice } from '../fields/engine-notice.js';
import { isRegistrationNotice } from '../fields/registration-notice.js';
import type { Line } from './lines.js';
import { isHeading } from './tail.js';
import { isWidgetLine } from './widget-lines.js';

/** Running text with no title of another story in it; `start` and `end` are indices of lines, `end` the one below the last. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  /** Lines of running text. */
  readonly count: number;
  /** Their letters. */
  readonly length: number;
}

/** A line of running text: as long as a sentence, and ended as one. */
const SHORTEST_PROSE = 60;
const FEWEST_WORDS = 6;
const SENTENCE_END = /[\p{L}\p{N})»"”%][.!?…]["»”)]?$|[.!?]["»”)]$/u;
const CUT = /(?:\.{3}|…)$/;
/** Lines of the owner of a paper. */
const OF_OWNER = /©|\(c\)/i;
/** News with their times, one after the other in a line. */
const TIMES = /\b\d{1,2}:\d\d .{10,300} \d{1,2}:\d\d /;
/** Lines between two paragraphs of one story: the pieces of a table, a list, the boxes of a picture. */
const MOST_BETWEEN = 15;
const TITLE_WORDS = 3;
const LONGEST_DATED = 160;
const LONGEST_TITLE = 200;
const FULL_STOP_INSIDE = /\p{Ll}[»"]?\.\s/u;
/** Lines of an entry of a list: title, day, counters. */
const MOST_OF_ENTRY = 3;
/** An entry of a list, with its day in front. */
const DATED = /^\P{L}{0,4}\d{1,2}[./-]\d{1,2}[./-]\d{4}(?=\s)|^\P{L}{0,4}\d.{10,200}[?!]$/u;
const WORD = /\p{L}{2,}/gu;
/** No «ж.» or «г.» behind a year. */
const FULL_STOP = /\p{Ll}{2}\.$/u;

/** The running text of a page, parted where the title and the day of another story, or the heading of a box, stand between. */
export function readRuns(lines: readonly Line[], from: number): readonly TextRun[] {
  const runs: TextRun[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const { text } = lines[index] ?? { text: '' };
    if (!isProse(text)) continue;
    const run = runs.at(-1);
    if (run === undefined || startsAnew(lines.slice(run.end, index)))
      runs.push({ start: index, end: index + 1, count: 1, length: text.length });
    else runs[runs.length - 1] = { ...run, end: index + 1, count: run.count + 1, length: run.length + text.length };
  }
  return runs;
}

/** The run with most letters: the story of a page that has one. */
export function longestRun(runs: readonly TextRun[]): TextRun | null {
  return runs.reduce<TextRun | null>((most, run) => (run.length > (most?.length ?? 0) ? run : most), null);
}

/** Whether a line is running text of a story. */
export function isProse(text: string): boolean {
  return (
    text.length >= SHORTEST_PROSE &&
    SENTENCE_END.test(text) &&
    !CUT.test(text) &&
    !OF_OWNER.test(text) &&
    !isRegistrationNotice(text) &&
    !isEngineNotice(text) &&
    text.split(' ').length >= FEWEST_WORDS &&
    !isRowOfTitles(text) &&
    !DATED.test(text) &&
    !isWidgetLine(text)
  );
}

/** Titles one after the other in a line, with their times or their question marks; a paragraph has a full stop. */
function isRowOfTitles(text: string): boolean {
  return (text.length < LONGEST_TITLE && /[?!][»"]?$/.test(text) && !FULL_STOP_INSIDE.test(text)) || TIMES.test(text);
}

/** The beginning of a story in a list. */
export function isCutLead(text: string): boolean {
  return text.length >= SHORTEST_PROSE && CUT.test(text);
}

/** Whether the lines between two paragraphs hold the title and the day of another story, or the heading of a box. */
function startsAnew(gap: readonly Line[]): boolean {
  if (gap.length === 0) return false;
  if (gap.length > MOST_BETWEEN || gap.some(({ text }) => isHeading(text))) return true;
  const days = gap.map(({ text }) => restOfDay(text));
  const dated = days.filter((rest) => rest !== null);
  if (dated.length === 0) return false;
  return dated.some((rest) => isTitle(rest)) || gap.some(({ text }, index) => days[index] === null && isTitle(text));
}

/** The longest row of titles of stories with a day, in the same line or in the one below, that is no box with a heading. */
export function longestDatedList(lines: readonly Line[]): number {
  let longest = 0;
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  // A box and a list below it differ in where the day stands.
  let wasWhole = false;
  for (const [index, { text }] of lines.entries()) {
    const rest = restOfDay(text);
    if (rest === null || !(isTitle(rest) || isTitle(lines[index - 1]?.text ?? ''))) continue;
    const isWhole = isTitle(rest);
    if (index - last > MOST_OF_ENTRY || isWhole !== wasWhole)
      count = isBelowHeading(lines, index) ? Number.NEGATIVE_INFINITY : 0;
    count += 1;
    last = index;
    wasWhole = isWhole;
    longest = Math.max(longest, count);
  }
  return longest;
}

function isBelowHeading(lines: readonly Line[], index: number): boolean {
  return lines.slice(Math.max(0, index - MOST_OF_ENTRY), index).some(({ text }) => isHeading(text));
}

/** What a short line prints besides the day at its beginning or its end; null where it prints none. */
function restOfDay(text: string): string | null {
  if (text.length > LONGEST_DATED || !/\d/.test(text)) return null;
  const [day] = findDates(text);
  if (day === undefined || FULL_STOP.test(text)) return null;
  return text.slice(0, day.start) + text.slice(day.end);
}

function isTitle(text: string): boolean {
  const words = FULL_STOP.test(text) ? [] : (text.match(WORD) ?? []);
  return words.filter((word) => readCountWord(word) === null).length >= TITLE_WORDS;
}
