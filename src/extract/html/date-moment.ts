import { readDate } from '../fields/date.js';
import type { FoldedText } from './folded-text.js';

/** The day of a story as a page gives it. */
export interface StoryDate {
  readonly date: string | null;
  /** `HH:MM` as printed. */
  readonly time: string | null;
  /** As printed; null where only programs are told. */
  readonly text: FoldedText | null;
  /** `HH:MM` of a moment given in UTC, whose printed day may be another; null where it is local. */
  readonly utc: string | null;
}

const ISO_MOMENT =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const HOUR = 3_600_000;
/** The farthest clocks of the world, in hours of UTC. */
const MOST_AHEAD = 14;
const MOST_BEHIND = -12;

/** Whether a text begins with an ISO 8601 day. */
export function isMoment(text: string): boolean {
  return ISO_MOMENT.test(text);
}

/** `2024-01-24T09:15:00+06:00`: the local day and time as they stand; midnight is no time of a story. */
export function readMoment(text: string, printed: FoldedText | null): StoryDate | null {
  const match = ISO_MOMENT.exec(text);
  if (match === null) {
    const read = readDate(text.trim());
    return read?.date == null ? null : { date: read.date, time: read.time, text: printed, utc: null };
  }
  const [, year, month, day, hour, minute, zone] = match;
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(date))) return null;
  const isUtc = zone !== undefined && /^(?:Z|[+-]00:?00)$/.test(zone);
  const time = hour === undefined || (hour === '00' && minute === '00') || isUtc ? null : `${hour}:${minute}`;
  return { date, time, text: printed, utc: isUtc ? `${hour ?? '00'}:${minute ?? '00'}` : null };
}

/** Whether a printed day, with its time where it is printed, can be the local form of a moment in UTC. */
export function isSameMoment({ date, utc }: StoryDate, printed: StoryDate): boolean {
  if (utc === null || printed.date === null || daysApart(date, printed.date) > 1) return false;
  if (date === printed.date) return true;
  const [from, to] = printed.time === null ? ['00:00', '23:59'] : [printed.time, printed.time];
  const moment = Date.parse(`${date}T${utc}Z`);
  const ahead = (time: string): number => (Date.parse(`${printed.date}T${time}Z`) - moment) / HOUR;
  return ahead(from) <= MOST_AHEAD && ahead(to) >= MOST_BEHIND;
}

function daysApart(a: string | null, b: string | null): number {
  return Math.abs(Date.parse(a ?? '') - Date.parse(b ?? '')) / 86_400_000;
}
