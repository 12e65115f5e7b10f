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
const WINDOW_BYTES = 1 << 20;
const SCHEME_START = /^(?:https?|ftp|dns):/i;
const ADDRESS = /^[a-z][a-z0-9+.-]*:/i;
const IP_ADDRESS = /^(?:[\d.]{7,15}|[\da-f]*:[\da-f:.]+)$/i;
const DATE = /^\d{8,14}$/;
const LENGTH = /^\d{1,15}$/;

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
        : reject(locator, 'not-a-record', 'Here should be an ARC record; passed over up to the next one.');
      if (isCut) return TRUNCATED;
      await skipToRecord(reader);
      continue;
    }
    if (head.length > MAX_RECORD_BYTES) {
      yield reject(locator, 'record-too-large', `The record is larger than ${MAX_RECORD_BYTES >> 20} MB.`);
      // A length that leads beyond the next record is false.
      await skipToRecord(reader);
      continue;
    }
    const block = await takeBlock(reader, head.length);
    if (block === null) {
      yield reject(locator, 'truncated', CUT);
      return TRUNCATED;
    }
    yield readArcRecord(input, options, { own, head, block });
  }
}

const CUT = 'The dump ends in the middle of this record.';

function readArcLine(line: string): ArcLine | null {
  const words = line.split(' ');
  // Some crawlers left spaces in addresses; the IP address and the date behind it tell where one ends.
  const found = words.findIndex(
    (word, index) => index > 1 && DATE.test(word) && IP_ADDRESS.test(words[index - 1] ?? ''),
  );
  const at = found < 0 ? 2 : found;
  const date = words[at] ?? '';
  const [url, length] = [words.slice(0, at - 1).join(' '), words.at(-1) ?? ''];
  if (words.length < at + 3 || !ADDRESS.test(url) || !DATE.test(date) || !LENGTH.test(length)) return null;
  return { url, capturedAt: readMoment(date.padEnd(14, '0')), mediaType: words[at + 1] ?? '', length: Number(length) };
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

/** The block of a record: as long as its line says, or up to the next record where that leads beyond the end. Null where it is cut. */
async function takeBlock(reader: ByteReader, length: number): Promise<Uint8Array | null> {
  const block = await reader.peek(length);
  const size = block.length < length ? nextRecordIn(block) : length;
  return size === null ? null : reader.take(size);
}

/** Passes bytes up to the next record, or all that are left. */
async function skipToRecord(reader: ByteReader): Promise<void> {
  for (;;) {
    const window = await reader.peek(WINDOW_BYTES);
    const at = nextRecordIn(window);
    // A line may stand across the end of the window.
    const size = at ?? (window.length < WINDOW_BYTES ? window.length : WINDOW_BYTES - MAX_LINE_BYTES);
    reader.pass(size);
    if (at !== null || window.length < WINDOW_BYTES) return;
  }
}

/** Where in these bytes the line of a record begins that names a page or a note of a crawler. */
function nextRecordIn(bytes: Uint8Array): number | null {
  const window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = window.indexOf(LINE_FEED); at >= 0; at = window.indexOf(LINE_FEED, at + 1)) {
    if (!SCHEME_START.test(window.toString('latin1', at + 1, at + 9))) continue;
    const end = window.indexOf(LINE_FEED, at + 1);
    if (end > 0 && end - at < MAX_LINE_BYTES && readArcLine(window.toString('latin1', at + 1, end)) !== null)
      return at + 1;
  }
  return null;
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
