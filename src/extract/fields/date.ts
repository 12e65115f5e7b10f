import { type DateMatch, matchDate } from './date-patterns.js';
import { type DateToken, isMark, isWordOf, tokensOf, tokensOfKnown } from './date-tokens.js';
import { TIME_WORDS } from './date-words.js';
import { matchDottedTime, matchTime, type TimeMatch } from './time-of-day.js';
import { isWeekdayName } from './weekday-names.js';
import { isDateWord, readWholeDate } from './whole-date.js';

/** What a printed date says. */
export interface PrintedDate {
  /** ISO 8601 day; null where it cannot be known (no year, no such day, relative without a reference). */
  readonly date: string | null;
  /** `HH:MM` as printed, in the site's own time. */
  readonly time: string | null;
  /** The string as printed, trimmed. */
  readonly text: string;
  /** Whether the day is named by its distance («Кеше»). */
  readonly relative: boolean;
}

/** A date inside a longer line; offsets are UTF-16 units of that line, a time next to the date belongs to it. */
export interface FoundDate {
  readonly date: string;
  readonly time: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ReadDateOptions {
  /** ISO 8601 day of the capture; resolves relative dates and nothing else. */
  readonly reference?: string | null;
  /** Whether `24.06.19` is read, as papers of the languages mean it that put the day first; so it is unless a page says otherwise. */
  readonly shortYears?: boolean;
}

/** Without one of them no date is complete. */
const DIGIT = /\p{Nd}/u;
/** Longer strings are no printed date. */
const LONGEST = 300;
/** `0000-00-00 00:00:00`: what engines print for no moment at all. */
const NO_DAY = /^[0\s.:/-]*00[0\s.:/-]{8,}$/;
/** How many signs and words («//», «, сағат») may stand between a date and its time. */
const MOST_JOINTS = 5;

/**
 * Reads a string that is a date as a whole: `24 маусым 2019 ж.`, `Жарияланды: 8.06.2018, 11:25`, `Кеше, 18:05`, with labels, weekday,
 * time and zone. Null where it is none; parts that are not printed are never filled in, day stands before month.
 */
export function readDate(text: string, options: ReadDateOptions = {}): PrintedDate | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return null;
  const tokens = tokensOfKnown(trimmed, isDateWord);
  const whole = tokens === null ? null : readWholeDate(tokens, options);
  return whole === null || NO_DAY.test(trimmed) ? null : { ...whole, text: trimmed };
}

/** Every absolute date inside a longer line, in order, such as that of a footer: `24 маусым 2019 ж. 599 0`. */
export function findDates(text: string): readonly FoundDate[] {
  if (!DIGIT.test(text)) return [];
  const tokens = tokensOf(text);
  const found: FoundDate[] = [];
  let free = 0;
  let index = 0;
  while (index < tokens.length) {
    const match = matchDate(tokens, index);
    if (match === null) {
      index += 1;
      continue;
    }
    const place = placeOf(tokens, { index, free }, match);
    if (match.date !== null) found.push(toFoundDate(text, tokens, { ...place, date: match.date }));
    free = place.end;
    index = place.end;
  }
  return found;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly time: string | null;
}

/** Takes in the time that stands after the date, or else before it. */
function placeOf(tokens: readonly DateToken[], from: { index: number; free: number }, match: DateMatch): Place {
  const after = timeAfter(tokens, match.end);
  if (after !== null) return { start: from.index, end: skipWeekday(tokens, after.end), time: after.time };
  const before = timeBefore(tokens, from.index, from.free);
  return { start: before?.start ?? from.index, end: skipWeekday(tokens, match.end), time: before?.time ?? null };
}

/** The index after a weekday behind the date: `7 маусым 2021, дүйсенбі`, `7.06.2021 (Пн)`. */
function skipWeekday(tokens: readonly DateToken[], index: number): number {
  const word = isMark(tokens[index], ',،(|/') ? index + 1 : index;
  const token = tokens[word];
  if (token?.kind !== 'word' || !isWeekdayName(token.text)) return index;
  return isMark(tokens[word + 1], ')') ? word + 2 : word + 1;
}

function timeAfter(tokens: readonly DateToken[], index: number): TimeMatch | null {
  for (let at = index; at <= index + MOST_JOINTS; at += 1) {
    const time = matchTime(tokens, at) ?? (isWordOf(tokens[at - 1], TIME_WORDS) ? matchDottedTime(tokens, at) : null);
    if (time !== null) return time.time === null ? null : time;
    if (!isJoint(tokens[at])) return null;
  }
  return null;
}

function timeBefore(tokens: readonly DateToken[], index: number, free: number): { start: number; time: string } | null {
  for (let start = index - 1; start >= Math.max(free, index - MOST_JOINTS - 9); start -= 1) {
    // The seconds of a clock, not the colon of a label.
    if (isMark(tokens[start - 1], ':') && tokens[start - 2]?.kind === 'number') continue;
    const match = matchTime(tokens, start);
    if (match === null || match.time === null) continue;
    const joints = tokens.slice(match.end, index);
    return match.end <= index && joints.length <= MOST_JOINTS && joints.every(isJoint)
      ? { start, time: match.time }
      : null;
  }
  return null;
}

function isJoint(token: DateToken | undefined): boolean {
  return isMark(token, ',;:/|-–—•·.()🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⏱⌚') || isWordOf(token, TIME_WORDS) || isDayWord(token);
}

/** The T of `2024-01-24T09:15`, a weekday. */
function isDayWord(token: DateToken | undefined): boolean {
  return token?.kind === 'word' && (token.text === 'T' || isWeekdayName(token.text));
}

function toFoundDate(text: string, tokens: readonly DateToken[], place: Place & { readonly date: string }): FoundDate {
  const start = tokens[place.start]?.start ?? 0;
  const end = tokens[place.end - 1]?.end ?? text.length;
  return { date: place.date, time: place.time, start, end, text: text.slice(start, end) };
}
