import type { Revisit } from '../model/capture.js';
import type { Diagnostic } from '../model/diagnostic.js';
import {
  type DumpInput,
  excerptOf,
  locate,
  MAX_PAGE_BYTES,
  type ReadRecord,
  type RecordOptions,
  refTo,
  reject,
} from './dump-input.js';
import { type ContentType, type Fields, readContentType } from './head-fields.js';
import { type HttpMessage, readHttpBody, readHttpMessage } from './http-message.js';
import { readMoment } from './json-record.js';
import { kindOfMediaType, pageOrKind, startsAsMarkup } from './page-kind.js';
import { toCapture } from './to-capture.js';
import { fitsDigest } from './warc-digest.js';
import type { WarcUnit } from './warc-records.js';

type WarcRecord = Extract<WarcUnit, { kind: 'record' }>;

/** The record in hand, and where its results belong. */
export interface WarcPlace {
  readonly input: DumpInput;
  readonly options: RecordOptions;
}

/** What a record holds of a page, before it is known to be one. */
interface Content {
  readonly payload: Uint8Array;
  readonly type: ContentType;
  readonly httpStatus: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Record type → what is made of it; all others are skipped by their type. */
const types: ReadonlyMap<string, (record: WarcRecord, place: WarcPlace) => ReadRecord> = new Map([
  ['response', readResponse],
  ['resource', readResource],
  ['conversion', readResource],
  ['revisit', readRevisit],
]);

/** Addresses of what crawlers note about pages; no pages themselves. */
const NOTE_ADDRESS = /^(?!https?:|ftps?:|file:)[a-z][a-z0-9+.-]*:/i;
const TYPE_NAME = /^[a-z][a-z-]{0,30}$/;

/** Makes a capture, a skip or a reject of a WARC record. */
export function readWarcRecord(record: WarcRecord, place: WarcPlace): ReadRecord {
  const type = (record.fields.get('warc-type') ?? '').toLowerCase();
  if (record.damage !== null && types.has(type) && !isProven(record))
    return reject(locate(place.input, record.locator), record.damage.code, record.damage.message);
  return types.get(type)?.(record, place) ?? skip(record, place, `warc-${TYPE_NAME.test(type) ? type : 'unknown'}`);
}

/** Whether records of this head are read at all, so that losing one is worth a reject. */
export function mayHoldPage(fields: Fields): boolean {
  return types.has((fields.get('warc-type') ?? '').toLowerCase());
}

/** `WARC-Target-URI`: wget writes it in angle brackets, some crawlers with spaces. */
export function targetUriOf(fields: Fields, name = 'warc-target-uri'): string | null {
  const address = fields
    .get(name)
    ?.replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .trim();
  return address === undefined || address === '' ? null : address;
}

function readResponse(record: WarcRecord, place: WarcPlace): ReadRecord {
  const url = targetUriOf(record.fields);
  if (url !== null && NOTE_ADDRESS.test(url))
    return skip(
      record,
      place,
      kindOfMediaType(readContentType(record.fields.get('content-type')).mediaType) ?? 'warc-note',
    );
  const message = readHttpMessage(record.block);
  if (message === null && startsAsMarkup(record.block)) return readBarePage(record, place);
  if (message === null) {
    return reject(
      locate(place.input, record.locator),
      'http-head',
      'The record is a response, but holds no HTTP head.',
      excerptOf(record.block),
    );
  }
  return readMessage(record, message, place);
}

/** A page without a head: an answer of HTTP/0.9, or one whose head the crawler left out. */
function readBarePage(record: WarcRecord, place: WarcPlace): ReadRecord {
  const type = { mediaType: 'text/html', charset: readContentType(record.fields.get('content-type')).charset };
  const diagnostics = [
    { code: 'http-head', message: 'The response has no HTTP head; all of it was read as the page.' },
  ];
  return toRecord(record, { payload: record.block, type, httpStatus: null, diagnostics }, place);
}

function readMessage(record: WarcRecord, message: HttpMessage, place: WarcPlace): ReadRecord {
  const type = readContentType(message.fields.get('content-type'));
  const kind = kindOfMediaType(type.mediaType);
  if (kind !== null) return skip(record, place, kind);
  if (message.body.length === 0) return skip(record, place, 'empty');
  const body = readHttpBody(message);
  if (body.kind === 'fault') return reject(locate(place.input, record.locator), body.code, body.message);
  const diagnostics = [
    ...body.diagnostics,
    ...digestFaults(record, 'warc-payload-digest', contentsOf(message.body, body.entity, body.bytes)),
  ];
  return toRecord(record, { payload: body.bytes, type, httpStatus: message.status, diagnostics }, place);
}

function readResource(record: WarcRecord, place: WarcPlace): ReadRecord {
  const url = targetUriOf(record.fields);
  const type = readContentType(record.fields.get('content-type'));
  const kind = kindOfMediaType(type.mediaType);
  if (kind !== null) return skip(record, place, kind);
  if (url !== null && NOTE_ADDRESS.test(url)) return skip(record, place, 'warc-note');
  if (record.block.length === 0) return skip(record, place, 'empty');
  const diagnostics = digestFaults(record, 'warc-payload-digest', [record.block]);
  return toRecord(record, { payload: record.block, type, httpStatus: null, diagnostics }, place);
}

function readRevisit(record: WarcRecord, { input }: WarcPlace): ReadRecord {
  const { fields } = record;
  const revisit: Revisit = {
    source: refTo(input, record.locator),
    url: targetUriOf(fields),
    capturedAt: readMoment(fields.get('warc-date')),
    refersTo: {
      url: targetUriOf(fields, 'warc-refers-to-target-uri'),
      capturedAt: readMoment(fields.get('warc-refers-to-date')),
      recordId: fields.get('warc-refers-to') ?? null,
      payloadDigest: fields.get('warc-payload-digest') ?? null,
    },
    httpStatus: readHttpMessage(record.block)?.status ?? null,
    recordId: fields.get('warc-record-id') ?? null,
  };
  return { kind: 'skipped', locator: locate(input, record.locator), detail: 'revisit', revisit };
}

function toRecord(record: WarcRecord, content: Content, place: WarcPlace): ReadRecord {
  const { input, options } = place;
  const { payload, type, httpStatus } = content;
  const url = targetUriOf(record.fields);
  if (payload.length === 0) return skip(record, place, 'empty');
  const found = pageOrKind(payload, type.mediaType, url ?? '');
  if (found.kind === 'no-page') return skip(record, place, found.detail);
  if (payload.length > MAX_PAGE_BYTES) {
    const message = `The page is larger than ${MAX_PAGE_BYTES >> 20} MB, which no page is.`;
    return reject(locate(input, record.locator), 'page-too-large', message);
  }
  const capturedAt = readMoment(record.fields.get('warc-date'));
  const facts = {
    url,
    capturedAt,
    capturedAtBasis: capturedAt === null ? null : ('warc-date' as const),
    httpStatus,
    charsetDeclared: type.charset,
    recordId: record.fields.get('warc-record-id') ?? null,
    payloadDigest: record.fields.get('warc-payload-digest') ?? null,
    diagnostics: [...record.diagnostics, ...blockFaults(record), ...content.diagnostics],
    given: options.capturedAt,
  };
  const capture = toCapture(refTo(input, record.locator), { payload, mediaType: found.mediaType }, facts);
  return { kind: 'capture', capture };
}

function skip(record: WarcRecord, { input }: WarcPlace, detail: string): ReadRecord {
  return { kind: 'skipped', locator: locate(input, record.locator), detail };
}

/** Whether a digest shows that a record is whole, though what packs it is damaged. */
function isProven({ fields, block }: WarcRecord): boolean {
  const body = readHttpMessage(block)?.body ?? block;
  const fits = (name: string, contents: Iterable<Uint8Array>): boolean =>
    fields.has(name) && fitsDigest(fields.get(name) ?? '', contents) === true;
  return fits('warc-block-digest', [block]) || fits('warc-payload-digest', [body]);
}

function blockFaults(record: WarcRecord): readonly Diagnostic[] {
  const { fields } = record;
  const truncated = fields.get('warc-truncated');
  return [
    ...(truncated === undefined
      ? []
      : [{ code: 'warc-truncated', message: `The crawler cut the page off: ${truncated.slice(0, 40)}.` }]),
    ...digestFaults(record, 'warc-block-digest', [record.block]),
  ];
}

/** What payload digests were made of: by the standard the body without transfer encoding, in practice any of these. */
function* contentsOf(...stages: readonly Uint8Array[]): Generator<Uint8Array> {
  let last: Uint8Array | null = null;
  for (const stage of stages) {
    if (stage !== last) yield stage;
    last = stage;
  }
}

function digestFaults(record: WarcRecord, name: string, contents: Iterable<Uint8Array>): readonly Diagnostic[] {
  const digest = record.fields.get(name);
  if (digest === undefined || fitsDigest(digest, contents) !== false) return [];
  return [{ code: name, message: `The content does not fit the ${name} of its record: ${digest.slice(0, 80)}.` }];
}
