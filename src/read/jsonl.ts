import type { ReadResult } from '../model/capture.js';
import { type ByteLine, byteLines } from './byte-lines.js';
import { type DumpInput, excerptOf, MAX_RECORD_BYTES, type RecordOptions, refTo } from './dump-input.js';
import { readJsonPage } from './json-record.js';
import { toCapture } from './to-capture.js';

const FORMAT = 'jsonl';
const BYTE_ORDER_MARK = /^\ufeff/;

/** Reads JSON Lines: one object a line, each a page of a crawler or of a text corpus. */
export async function* readJsonLines(
  input: DumpInput,
  _format: string,
  options: RecordOptions,
): AsyncGenerator<ReadResult> {
  let isTruncated = false;
  for await (const line of byteLines(input.chunks, MAX_RECORD_BYTES)) {
    const result = readLine(line, input, options);
    if (result?.kind === 'unreadable' && result.code === 'truncated') isTruncated = true;
    if (result) yield result;
  }
  yield { kind: 'end', state: isTruncated ? 'truncated' : 'done' };
}

function readLine(line: ByteLine, input: DumpInput, options: RecordOptions): ReadResult | null {
  const locator = `line:${line.number}`;
  if (line.kind === 'too-long') {
    const message = `The line is longer than ${MAX_RECORD_BYTES >> 20} MB.`;
    return { kind: 'unreadable', locator, code: 'record-too-large', message, excerpt: excerptOf(line.head) };
  }
  const text = Buffer.from(line.bytes).toString('utf8').replace(BYTE_ORDER_MARK, '').trim();
  if (text === '') return null;
  const reject = (code: string, message: string): ReadResult => ({
    kind: 'unreadable',
    locator,
    code,
    message,
    excerpt: excerptOf(text),
  });
  const value = parse(text);
  if (value === undefined) {
    return line.ended
      ? reject('invalid-json', 'The line is no valid JSON.')
      : reject('truncated', 'The dump ends in the middle of this line.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return reject('no-object', 'The line is JSON, but no object.');
  }
  const page = readJsonPage(value as Readonly<Record<string, unknown>>);
  if (page === null)
    return reject('no-content', 'The object has no page: no html, text, content, raw_content or body.');
  const content = { payload: Buffer.from(page.content, 'utf8'), mediaType: page.mediaType };
  const capture = toCapture(refTo(input, FORMAT, locator), content, { ...page.facts, given: options.capturedAt });
  return { kind: 'capture', capture };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
