import type { ByteReader } from './byte-reader.js';
import {
  DONE,
  type DumpInput,
  locate,
  MAX_PAGE_BYTES,
  MAX_RECORD_BYTES,
  type Reading,
  type ReadRecord,
  type RecordOptions,
  type RecordStream,
  refTo,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { readContentType, textOf } from './head-fields.js';
import { readHttpBody, readHttpMessage } from './http-message.js';
import { readMoment } from './json-record.js';
import { kindOfMediaType, pageOrKind } from './page-kind.js';
import { toCapture } from './to-capture.js';

/** The line before a record (ARC 1.0 and 2.0): address, IP, 14 digits, media type, …, length. */
interface ArcLine {
  readonly url: string;
  readonly capturedAt: string | null;
  readonly mediaType: string;
  readonly length: number;
}

const LINE_FEED = Buffer.from('\n');
const MAX_LINE_BYTES = 16_384;
const ARC_LINE = /^([a-z][a-z0-9+.-]*:\S*) (\S+) (\d{8,14}) (\S+)(?: .*)? (\d{1,15})$/i;

/** Reads an ARC file, the format before WARC (archive.org/web/researcher/ArcFileFormat.php). */
export async function* readArc(input: DumpInput, { options }: Reading): RecordStream {
  const { reader } = input;
  for (;;) {
    await skipEmptyLines(reader);
    const { position } = reader;
    const own = reader.framing?.locatorAt(position) ?? `offset:${position}`;
    const locator = locate(input, own);
    const line = await takeLine(reader);
    if (line === '') return reader.broken === null ? DONE : TRUNCATED;
    const head = line === null ? null : readArcLine(line);
    if (head === null) {
      const isCut = (await reader.peek(1)).length === 0;
      yield isCut
        ? reject(locator, 'truncated', CUT)
        : reject(locator, 'not-a-record', 'Here should be an ARC record.');
      if (isCut) return TRUNCATED;
      await reader.skip(1);
      continue;
    }
    if (head.length > MAX_RECORD_BYTES) {
      yield reject(locator, 'record-too-large', `The record is larger than ${MAX_RECORD_BYTES >> 20} MB.`);
      if ((await reader.skip(head.length)) < head.length) return TRUNCATED;
      continue;
    }
    const block = await reader.take(head.length);
    if (block.length < head.length) {
      yield reject(locator, 'truncated', CUT);
      return TRUNCATED;
    }
    yield readArcRecord(input, options, { own, head, block });
  }
}

const CUT = 'The dump ends in the middle of this record.';

function readArcLine(line: string): ArcLine | null {
  const [, url, , date, mediaType, length] = ARC_LINE.exec(line) ?? [];
  if (url === undefined || date === undefined) return null;
  return { url, capturedAt: readMoment(date.padEnd(14, '0')), mediaType: mediaType ?? '', length: Number(length) };
}

interface ArcRecord {
  readonly own: string;
  readonly head: ArcLine;
  readonly block: Uint8Array;
}

function readArcRecord(input: DumpInput, options: RecordOptions, { own, head, block }: ArcRecord): ReadRecord {
  const locator = locate(input, own);
  const skip = (detail: string): ReadRecord => ({ kind: 'skipped', locator, detail });
  if (/^filedesc:/i.test(head.url)) return skip('arc-filedesc');
  const message = readHttpMessage(block);
  const type = readContentType(message?.fields.get('content-type') ?? head.mediaType);
  const kind = kindOfMediaType(type.mediaType);
  if (kind !== null || !/^https?:/i.test(head.url)) return skip(kind ?? 'arc-note');
  const body = message === null ? null : readHttpBody(message);
  if (body?.kind === 'fault') return reject(locator, body.code, body.message);
  const payload = body?.bytes ?? block;
  const found = payload.length === 0 ? null : pageOrKind(payload, type.mediaType, head.url);
  if (found?.kind !== 'page') return skip(found?.detail ?? 'empty');
  if (payload.length > MAX_PAGE_BYTES) {
    return reject(locator, 'page-too-large', `The page is larger than ${MAX_PAGE_BYTES >> 20} MB, which no page is.`);
  }
  const facts = {
    url: head.url,
    capturedAt: head.capturedAt,
    capturedAtBasis: head.capturedAt === null ? null : ('record' as const),
    httpStatus: message?.status ?? null,
    charsetDeclared: type.charset,
    diagnostics: body?.diagnostics ?? [],
    given: options.capturedAt,
  };
  const capture = toCapture(refTo(input, own), { payload, mediaType: found.mediaType }, facts);
  return { kind: 'capture', capture };
}

async function skipEmptyLines(reader: ByteReader): Promise<void> {
  for (let next = await reader.peek(1); next[0] === 0x0a || next[0] === 0x0d; next = await reader.peek(1))
    reader.pass(1);
}

/** The next line without its end; empty at the end of the file, null where it is none of this format. */
async function takeLine(reader: ByteReader): Promise<string | null> {
  const bytes = Buffer.from(await reader.peek(MAX_LINE_BYTES));
  const end = bytes.indexOf(LINE_FEED);
  if (bytes.length === 0) return '';
  reader.pass(end < 0 ? bytes.length : end + 1);
  return end < 0 ? null : textOf(bytes.subarray(0, end)).replace(/\r$/, '');
}
