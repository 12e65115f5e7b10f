import {
  DONE,
  type DumpInput,
  FAILED,
  locate,
  MAX_RECORD_BYTES,
  type Reading,
  type RecordStream,
  refTo,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { type ContentType, endOfHead, type Fields, readContentType, readFields } from './head-fields.js';
import { toCapture } from './to-capture.js';

/** One part of a message. */
interface Part {
  readonly fields: Fields;
  readonly type: ContentType;
  readonly body: Uint8Array;
}

const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;
const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
const MAX_PARTS = 10_000;
const MAX_NESTED = 3;
const PAGE_END = /<\/html>[\s\u0000]*$/i;

/** Reads a page that a browser saved as one file (RFC 2557): its main part is the page, pictures and styles are left. */
export async function* readMhtml(input: DumpInput, { options }: Reading): RecordStream {
  const bytes = await input.reader.gather(MAX_RECORD_BYTES);
  const locator = locate(input, 'file');
  if (bytes === null) {
    yield reject(locator, 'record-too-large', `The file is larger than ${MAX_RECORD_BYTES >> 20} MB.`);
    return FAILED;
  }
  const message = toPart(bytes);
  const { parts, isWhole } = partsOf(message);
  const pages = parts.filter(isPage);
  const address = addressOf(message.fields.get('snapshot-content-location'));
  // Frames may come before the page that holds them.
  const page =
    pages.find(({ fields }) => address !== null && addressOf(fields.get('content-location')) === address) ?? pages[0];
  if (page === undefined) {
    yield isWhole
      ? reject(locator, 'no-content', 'The file has no part that is a page.')
      : reject(locator, 'truncated', 'The dump ends before its page does.');
    return isWhole ? FAILED : TRUNCATED;
  }
  const capturedAt = readMailDate(message.fields.get('date'));
  const facts = {
    url: addressOf(page.fields.get('content-location')) ?? address,
    capturedAt,
    capturedAtBasis: capturedAt === null ? null : ('saved-page' as const),
    charsetDeclared: page.type.charset,
    diagnostics: input.reader.notes,
    given: options.capturedAt,
  };
  const content = { payload: decodeBody(page), mediaType: 'text/html' };
  yield { kind: 'capture', capture: toCapture(refTo(input, 'file'), content, facts) };
  return isWhole ? DONE : TRUNCATED;
}

function toPart(bytes: Uint8Array): Part {
  const end = endOfHead(bytes) ?? bytes.length;
  const fields = readFields(bytes.subarray(0, end));
  return { fields, type: readContentType(fields.get('content-type')), body: bytes.subarray(end) };
}

/** Parts that are whole: each ends where the next boundary begins, or with the page that it is. */
function partsOf(message: Part, depth = 0): { readonly parts: readonly Part[]; readonly isWhole: boolean } {
  const [, quoted, plain] = BOUNDARY.exec((message.fields.get('content-type') ?? '').slice(0, 2000)) ?? [];
  const boundary = Buffer.from(`--${quoted ?? plain ?? ''}`, 'latin1');
  const body = Buffer.from(message.body.buffer, message.body.byteOffset, message.body.length);
  const parts: Part[] = [];
  let at = (quoted ?? plain) ? body.indexOf(boundary) : -1;
  while (at >= 0 && parts.length < MAX_PARTS) {
    const from = at + boundary.length;
    if (body.subarray(from, from + 2).toString('latin1') === '--') return { parts, isWhole: true };
    at = body.indexOf(boundary, from);
    const start = body.indexOf(0x0a, from) + 1;
    if (start === 0) break;
    const end = at < 0 ? body.length : Math.max(start, withoutLineEnd(body, at));
    const part = toPart(body.subarray(start, end));
    if (at >= 0 || isEnded(part)) parts.push(...(depth < MAX_NESTED ? innerParts(part, depth) : [part]));
  }
  return { parts, isWhole: false };
}

/** A part, or what it holds where it is itself one of several parts: mail programs put the page beside its text. */
function innerParts(part: Part, depth: number): readonly Part[] {
  return part.type.mediaType?.startsWith('multipart/') ? partsOf(part, depth + 1).parts : [part];
}

function isPage({ type }: Part): boolean {
  return type.mediaType !== null && PAGE_TYPES.has(type.mediaType);
}

/** Whether the last part of a file without its last boundary is a page that came to its end. */
function isEnded(part: Part): boolean {
  return isPage(part) && PAGE_END.test(Buffer.from(decodeBody(part).subarray(-256)).toString('latin1'));
}

function withoutLineEnd(body: Buffer, end: number): number {
  if (body[end - 1] !== 0x0a) return end;
  return body[end - 2] === 0x0d ? end - 2 : end - 1;
}

function decodeBody({ fields, body }: Part): Uint8Array {
  const encoding = fields.get('content-transfer-encoding')?.trim().toLowerCase();
  const text = (): string => Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  if (encoding === 'base64') return Buffer.from(text(), 'base64');
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(text()) : body;
}

/** RFC 2045, section 6.7. */
function decodeQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  const decoded = joined.replace(/=([0-9A-F]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

function addressOf(value: string | undefined): string | null {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : null;
}

/** A date of RFC 5322, which names its zone. */
function readMailDate(value: string | undefined): string | null {
  const moment = new Date(/[+-]\d{4}\b|\b(?:GMT|UTC?)\b/.test(value ?? '') ? (value ?? '') : Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
