import { readMoment } from './json-record.js';

/** What a page says of its own saving, in a comment that a browser or an archive left. */
export interface SavedFacts {
  readonly url: string | null;
  /** ISO 8601 in UTC, or a day. */
  readonly capturedAt: string | null;
}

/** Such comments stand in the first bytes, or after the page (Wayback Machine). */
const HEAD_BYTES = 16_384;
const TAIL_BYTES = 4096;

interface Mark {
  readonly pattern: RegExp;
  readonly url?: (match: RegExpExecArray) => string;
  readonly date?: (match: RegExpExecArray) => string;
}

/** Firefox, Chrome, Internet Explorer: `<!-- saved from url=(0042)https://… -->`. */
const BROWSER = /<!-- ?saved from url=\(\d{1,6}\)(\S{1,2000})/;
/** SingleFile: `Page saved with SingleFile`, `url: …`, `saved date: Sun Mar 24 2024 15:00:00 GMT+0500 (…)`, a line each. */
const SINGLE_FILE =
  /Page saved with SingleFile\s{1,20}url: (\S{1,2000})\s{1,20}saved date: (?:\w{3} )?([^\r\n(]{1,60})/;
/** HTTrack: `Mirrored from host/path by HTTrack Website Copier/3.x [XR&CO'2014], Sun, 24 Mar 2024 10:00:00 GMT`. */
const HTTRACK = /Mirrored from (\S{1,2000}) by HTTrack Website Copier\/[^,\n]{1,60}, (?:\w{3}, )?([^\n>]{1,40}?) -->/;
/** Wayback Machine: `FILE ARCHIVED ON 10:00:00 Mar 24, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE`. */
const WAYBACK = /FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d{1,2}, \d{4}) AND RETRIEVED/;

const marks: readonly Mark[] = [
  { pattern: SINGLE_FILE, url: (match) => match[1] ?? '', date: (match) => match[2] ?? '' },
  { pattern: HTTRACK, url: (match) => match[1] ?? '', date: (match) => match[2] ?? '' },
  { pattern: BROWSER, url: (match) => match[1] ?? '' },
  { pattern: WAYBACK, date: (match) => `${match[1]} UTC` },
];

const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/(\d{14})[a-z_]*\/(?=https?:)/;
const DATE_WITH_ZONE = /(?:GMT|UTC|Z)\b(?:[+-]\d{4})?|[+-]\d{4}/;

/** Reads the address and the moment of saving that an HTML page carries. */
export function readSavedFacts(page: Uint8Array): SavedFacts {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.length);
  const places = [bytes.subarray(0, HEAD_BYTES), bytes.subarray(Math.max(HEAD_BYTES, bytes.length - TAIL_BYTES))];
  const text = places.map((place) => (place.includes('<!--') ? place.toString('utf8') : '')).join('\n');
  const matches = marks.flatMap((mark) => {
    const match = mark.pattern.exec(text);
    return match ? [{ url: mark.url?.(match) ?? null, date: mark.date?.(match) ?? null }] : [];
  });
  const address = matches.map(({ url }) => url).find((url) => url !== null) ?? null;
  const date = matches.map((match) => (match.date === null ? null : readPrintedMoment(match.date))).find((day) => day);
  const archived = address === null ? null : (ARCHIVED.exec(address)?.[1] ?? null);
  return {
    url: address === null ? null : toAddress(address.replace(ARCHIVED, '')),
    capturedAt: (archived === null ? null : readMoment(archived)) ?? date ?? null,
  };
}

/** A date as browsers print it; null without a time zone, since the clock of the person who saved it is not known. */
function readPrintedMoment(printed: string): string | null {
  const moment = DATE_WITH_ZONE.test(printed) ? new Date(printed.trim()) : new Date(Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A web address; HTTrack leaves out the scheme. Null for files and `about:internet`. */
function toAddress(printed: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(printed) ? printed : `http://${printed}`;
  try {
    const { protocol, hostname } = new URL(full);
    return /^https?:$/.test(protocol) && hostname.includes('.') ? full : null;
  } catch {
    return null;
  }
}
