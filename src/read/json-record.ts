import type { Diagnostic } from '../model/diagnostic.js';
import type { RecordFacts } from './to-capture.js';

/** Names under which crawlers and text corpora keep the same things, most telling first. */
const names = {
  url: [
    'url',
    'uri',
    'target_uri',
    'targetUri',
    'warc-target-uri',
    'WARC-Target-URI',
    'link',
    'href',
    'source_url',
    'page_url',
  ],
  html: ['html', 'raw_html', 'rawHtml', 'page_html', 'html_content'],
  text: ['text', 'plain_text', 'plaintext'],
  either: ['content', 'raw_content', 'rawContent', 'body', 'page', 'page_content', 'document', 'payload'],
  capturedAt: [
    'capturedAt',
    'captured_at',
    'warc-date',
    'WARC-Date',
    'warc_date',
    'date_download',
    'crawled_at',
    'crawl_date',
    'fetched_at',
    'fetch_time',
    'retrieved_at',
    'scraped_at',
    'download_date',
    'timestamp',
    'date',
  ],
  httpStatus: ['httpStatus', 'http_status', 'status', 'status_code', 'statusCode'],
} as const;

/** Column names (lower case) that a table of pages has: those of the content, and those of the address. */
export const contentNames: ReadonlySet<string> = new Set(
  [...names.html, ...names.text, ...names.either].map((name) => name.toLowerCase()),
);
export const addressNames: ReadonlySet<string> = new Set(names.url.map((name) => name.toLowerCase()));

/** A page found in a JSON object. */
export interface JsonPage {
  readonly content: string;
  readonly mediaType: string;
  readonly facts: RecordFacts;
}

const LOOKS_LIKE_HTML = /<(?:!doctype|html|head|body|div|p|article|meta|br)\b[^>]{0,500}>/i;
const CONTROL = /[\u0000-\u001f\u007f]/g;

/** Finds the page in a record of a crawler; null where the object holds no text. */
export function readJsonPage(object: Readonly<Record<string, unknown>>): JsonPage | null {
  return pageIn(object) ?? pageIn(inLowerCase(object));
}

/** Tables come with `URL` and `HTML` too; of names that differ by their case only the first counts. */
function inLowerCase(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(object)
      .reverse()
      .map(([name, value]) => [name.trim().toLowerCase(), value]),
  );
}

function pageIn(record: Readonly<Record<string, unknown>>): JsonPage | null {
  const html = textAt(record, names.html);
  const plain = html === null ? textAt(record, names.text) : null;
  const either = html === null && plain === null ? textAt(record, names.either) : null;
  const content = html ?? plain ?? either;
  if (content === null) return null;
  const isHtml = html !== null || (plain === null && LOOKS_LIKE_HTML.test(content));
  return { content, mediaType: isHtml ? 'text/html' : 'text/plain', facts: factsOf(record) };
}

function factsOf(record: Readonly<Record<string, unknown>>): RecordFacts {
  const address = textAt(record, names.url)?.replace(CONTROL, '').trim();
  const printed = valueAt(record, names.capturedAt);
  const capturedAt = printed === undefined ? null : readMoment(printed);
  const status = Number(valueAt(record, names.httpStatus));
  const diagnostics: Diagnostic[] =
    printed !== undefined && capturedAt === null
      ? [
          {
            code: 'capture-date-unreadable',
            message: `The record's capture date is no date: ${String(printed).slice(0, 60)}`,
          },
        ]
      : [];
  return {
    url: address || null,
    capturedAt,
    capturedAtBasis: capturedAt ? 'record' : null,
    httpStatus: Number.isInteger(status) && status >= 100 && status <= 599 ? status : null,
    diagnostics,
  };
}

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;
const CDX_MOMENT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const EPOCH = /^\d{9,13}(?:\.\d+)?$/;

/** `Thu, 01 Feb 2024 09:00:00 GMT` (RFC 9110, section 5.6.7). */
const HTTP_MOMENT = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads the moment of a fetch: ISO 8601, a date as HTTP writes it, the 14 digits of a CDX line, seconds or milliseconds since 1970.
 * Gives ISO 8601 in UTC, a bare day where only a day is given, null where it is none. A time without a zone is UTC, as in WARC.
 */
export function readMoment(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const cdx = CDX_MOMENT.exec(text);
  if (cdx) return toUtc(`${cdx[1]}-${cdx[2]}-${cdx[3]}T${cdx[4]}:${cdx[5]}:${cdx[6]}Z`);
  if (EPOCH.test(text)) return toUtc(new Date(Number(text) * (Number(text) < 1e11 ? 1000 : 1)));
  const iso = ISO_MOMENT.exec(text);
  if (!iso) return HTTP_MOMENT.test(text) ? toUtc(new Date(text)) : null;
  const [, day = '', time, zone = 'Z'] = iso;
  const moment = toUtc(`${day}T${time ?? '00:00'}${zone === 'UTC' ? 'Z' : zone}`);
  return moment !== null && time === undefined ? (moment.startsWith(day) ? day : null) : moment;
}

/** ISO 8601 in UTC without fractions; null for days that do not exist. */
function toUtc(value: string | Date): string | null {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return null;
  const text = moment.toISOString().replace(/\.\d+Z$/, 'Z');
  const day = typeof value === 'string' && value.endsWith('Z') ? value.slice(0, 10) : null;
  return day === null || text.startsWith(day) ? text : null;
}

function valueAt(record: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  const key = keys.find((name) => Object.hasOwn(record, name) && record[name] !== null && record[name] !== '');
  return key === undefined ? undefined : record[key];
}

function textAt(record: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  const key = keys.find(
    (name) => Object.hasOwn(record, name) && typeof record[name] === 'string' && record[name] !== '',
  );
  const value = key === undefined ? null : record[key];
  return typeof value === 'string' ? value : null;
}
