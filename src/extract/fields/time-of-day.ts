import { type DateToken, isMark, isNumber, isWordOf } from './date-tokens.js';
import { HALVES, HOURS, MINUTES, TIME_WORDS, ZONES } from './date-words.js';

/** A time of day in a line of tokens; `end` is the index after it. */
export interface TimeMatch {
  /** `HH:MM`, or null where the clock has no such time. */
  readonly time: string | null;
  readonly end: number;
}

const COLONS = ':∶：';
/** `10h30`, as French and Portuguese papers print it. */
const HOUR_SIGN = /^h$/i;

/** Reads `9:05`, `9h05`, `10:15:30`, `6:05 PM`, with a zone after it (`GMT +6`, `+06:00`, `Z`), at a token; a zone is passed over, not applied. */
export function matchTime(tokens: readonly DateToken[], index: number): TimeMatch | null {
  const [hour, colon, minute] = tokens.slice(index, index + 3);
  if (!isNumber(hour, 1, 2) || !isNumber(minute, 2, 2)) return null;
  if (
    !(isMark(colon, COLONS) || (colon?.kind === 'word' && HOUR_SIGN.test(colon.text))) ||
    !colon.tight ||
    !minute.tight
  )
    return null;
  const afterSeconds = skipSeconds(tokens, index + 3);
  const withHalf = skipHalf(tokens, afterSeconds);
  const hours = withHalf === afterSeconds ? hour.value : toDayHour(hour.value, tokens[afterSeconds]?.text ?? '');
  return { time: clock(hours, minute.value), end: skipZone(tokens, withHalf) };
}

/** Reads a time with a full stop (`18.22`), or with a hyphen after a word (`в 18-22`), which only its place beside a date makes a time. */
export function matchDottedTime(tokens: readonly DateToken[], index: number): TimeMatch | null {
  const [hour, dot, minute, next, beyond] = tokens.slice(index, index + 5);
  const isSpoken = isWordOf(tokens[index - 1], TIME_WORDS);
  if (!isNumber(hour, isSpoken ? 1 : 2, 2) || !isMark(dot, isSpoken ? '.-' : '.') || !isNumber(minute, 2, 2))
    return null;
  if (next?.tight && (next.kind !== 'mark' || beyond?.kind === 'number')) return null;
  const time = dot.tight && minute.tight ? clock(hour.value, minute.value) : null;
  return time === null ? null : { time, end: index + 3 };
}

/** Reads `10 ч. 30 мин.`, `10 часов 30 минут`. */
export function matchSpokenTime(tokens: readonly DateToken[], index: number): TimeMatch | null {
  const [hour, hours] = tokens.slice(index, index + 2);
  if (!isNumber(hour, 1, 2) || !isWordOf(hours, HOURS)) return null;
  const next = isMark(tokens[index + 2], '.') ? index + 3 : index + 2;
  const [minute, minutes] = tokens.slice(next, next + 2);
  if (!isNumber(minute, 1, 2) || !isWordOf(minutes, MINUTES)) return null;
  return { time: clock(hour.value, minute.value), end: next + 2 };
}

/** The index after a zone that begins here: `GMT +6`, `(UTC+05:00)`, `+06:00`, `Z`; the same index where none does. */
export function skipZone(tokens: readonly DateToken[], index: number): number {
  const open = isMark(tokens[index], '(') ? index + 1 : index;
  const named = isWordOf(tokens[open], ZONES) ? open + 1 : open;
  const shifted = skipOffset(tokens, named, named > open || isSecond(tokens, index - 1));
  if (shifted === open) return index;
  return open > index && isMark(tokens[shifted], ')') ? shifted + 1 : shifted;
}

/** A bare minus may join two times («10:15-11:00»): it is a zone only after a zone's name or after seconds. */
function skipOffset(tokens: readonly DateToken[], index: number, sure: boolean): number {
  const [sign, hours, colon, minutes] = tokens.slice(index, index + 4);
  if (!isMark(sign, '+-−–') || !isNumber(hours, 1, 4) || !(sure || (sign.text === '+' && hours.tight))) return index;
  if (isMark(colon, COLONS) && colon.tight && isNumber(minutes, 2, 2)) return index + 4;
  return sure || hours.text.length === 4 ? index + 2 : index;
}

function isSecond(tokens: readonly DateToken[], index: number): boolean {
  const [, first, , second] = tokens.slice(Math.max(0, index - 4), index);
  return isMark(first, COLONS) && isMark(second, COLONS);
}

function skipSeconds(tokens: readonly DateToken[], index: number): number {
  const [colon, seconds, dot, fraction] = tokens.slice(index, index + 4);
  if (!isMark(colon, COLONS) || !colon.tight || !isNumber(seconds, 2, 2)) return index;
  return isMark(dot, '.') && dot.tight && fraction?.kind === 'number' && fraction.tight ? index + 4 : index + 2;
}

/** The index after `PM`, `p.m.`; the same index where neither stands here. */
function skipHalf(tokens: readonly DateToken[], index: number): number {
  const [half, dot, m, last] = tokens.slice(index, index + 4);
  if (!isWordOf(half, HALVES)) return index;
  if (half.text.length === 2) return index + 1;
  if (!isMark(dot, '.') || !dot.tight || m?.text.toLowerCase() !== 'm' || !m.tight) return index;
  return isMark(last, '.') && last.tight ? index + 4 : index + 3;
}

function toDayHour(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function clock(hour: number, minute: number): string | null {
  if (!(hour < 24 && minute < 60)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
