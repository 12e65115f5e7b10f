import { type ByteLine, byteLines } from './byte-lines.js';
import {
  DONE,
  type DumpInput,
  excerptOf,
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
import { readJsonPage } from './json-record.js';
import { isOwnRecord, readOwnRecord } from './own-record.js';
import { payloadOf, toRecordText } from './record-text.js';
import { toCapture } from './to-capture.js';

/** Before an object: a byte order mark, the record separator of RFC 7464, the NULs that a lost block leaves; behind it the comma of a list. */
const AHEAD = /^(?:\ufeff|\u00ef\u00bb\u00bf)?[\s\u0000\u001e]+|^\ufeff|^\u00ef\u00bb\u00bf/;
const LIST_COMMA = /,\s*$/;
/** RFC 8259 wants controls in strings escaped; programs that glue JSON together leave tabs. */
const CONTROL = /[\u0000-\u001f]/;
/** What opens or closes a string, what escapes the next sign, and what should be escaped. */
const STRING_SIGN = /["\\\u0000-\u001f]/g;

/** Reads JSON Lines: one object a line, each a page of a crawler or of a text corpus. */
export async function* readJsonLines(input: DumpInput, { options }: Reading): RecordStream {
  const { reader } = input;
  let cutAt: number | null = null;
  for await (const line of byteLines(reader.chunks(), MAX_RECORD_BYTES, input.firstLine)) {
    const result = readLine(line, input, options);
    // Only the last line can be cut: the stream ends with it.
    const isCut = line.kind === 'line' && result?.kind === 'unreadable' && result.code === 'truncated';
    if (isCut) cutAt = reader.position - line.bytes.length;
    if (result) yield result;
  }
  const { broken } = reader;
  if (broken !== null && broken.code !== 'truncated') yield reject(locate(input, 'file'), broken.code, broken.message);
  if (broken?.code === 'truncated' || (cutAt !== null && reader.framing !== null)) return TRUNCATED;
  return cutAt === null ? DONE : { ...TRUNCATED, resumeAt: input.prefix === null ? cutAt : null };
}

function readLine(line: ByteLine, input: DumpInput, options: RecordOptions): ReadRecord | null {
  const locator = `line:${line.number}`;
  if (line.kind === 'too-long') {
    const message = `The line is longer than ${MAX_RECORD_BYTES >> 20} MB.`;
    return reject(locate(input, locator), 'record-too-large', message, excerptOf(line.head));
  }
  const { text: raw, isBytes } = toRecordText(line.bytes);
  const text = raw.replace(AHEAD, '').trimEnd();
  return text === '' ? null : readJsonText(text, { input, options, locator, isWhole: line.ended, isBytes });
}

/** Where a JSON text stands. `isWhole` is false where the dump ends with it, so that it may be cut. */
export interface JsonPlace {
  readonly input: DumpInput;
  readonly options: RecordOptions;
  readonly locator: string;
  readonly isWhole: boolean;
  /** True where each sign of the text stands for a byte. */
  readonly isBytes?: boolean;
}

/** Makes a capture or a reject of the JSON text of one record. */
export function readJsonText(text: string, place: JsonPlace): ReadRecord {
  const fault = (code: string, message: string): ReadRecord =>
    reject(locate(place.input, place.locator), code, message, excerptOf(text));
  const value = parseJson(text) ?? parseBentJson(text);
  if (value === undefined) {
    return place.isWhole
      ? fault('invalid-json', 'The record is no valid JSON.')
      : fault('truncated', 'The dump ends in the middle of this record.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault('no-object', 'The record is JSON, but no object.');
  }
  return readJsonObject(value as Readonly<Record<string, unknown>>, place) ?? fault('no-content', NO_CONTENT);
}

/** The value of a JSON text behind which the comma of a list stands, or in whose strings tabs and other controls stand as they are. */
function parseBentJson(text: string): unknown {
  const bare = LIST_COMMA.test(text.slice(-20)) ? text.replace(LIST_COMMA, '') : text;
  return parseJson(bare) ?? (CONTROL.test(bare) ? parseJson(escapedControls(bare)) : undefined);
}

function escapedControls(json: string): string {
  let isString = false;
  let escaped = -1;
  return json.replace(STRING_SIGN, (sign, at: number) => {
    if (at === escaped) return sign;
    if (sign === '\\') escaped = at + 1;
    else if (sign === '"') isString = !isString;
    else if (isString) return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return sign;
  });
}

const NO_CONTENT = 'The object has no page: no html, text, content, raw_content or body.';

/** Makes the capture of a record; null where it holds no page. */
export function readJsonObject(
  value: Readonly<Record<string, unknown>>,
  { input, options, locator, isBytes = false }: Omit<JsonPlace, 'isWhole'>,
): ReadRecord | null {
  if (isOwnRecord(value)) return readRecord(value, { input, locator });
  const page = readJsonPage(value);
  if (page === null) return null;
  const payload = payloadOf(page.content, isBytes);
  if (payload.length > MAX_PAGE_BYTES) {
    const message = `The page is larger than ${MAX_PAGE_BYTES >> 20} MB, which no page is.`;
    return reject(locate(input, locator), 'page-too-large', message);
  }
  const facts = { ...page.facts, given: options.capturedAt };
  return { kind: 'capture', capture: toCapture(refTo(input, locator), { payload, mediaType: page.mediaType }, facts) };
}

/** A record that Muragat printed: a capture that was read before. */
function readRecord(
  value: Readonly<Record<string, unknown>>,
  { input, locator }: Pick<JsonPlace, 'input' | 'locator'>,
): ReadRecord {
  const record = readOwnRecord(value);
  if (record === null) {
    const message = 'The object looks like a record of Muragat, but is not whole.';
    return reject(locate(input, locator), 'invalid-record', message);
  }
  const payload = Buffer.from(JSON.stringify(record), 'utf8');
  const { url, capturedAt, contentSha256, mediaType } = record;
  const capture = toCapture(refTo(input, locator), { payload, mediaType }, { url, capturedAt, given: null });
  return { kind: 'capture', capture: { ...capture, contentSha256, isRecord: true } };
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
