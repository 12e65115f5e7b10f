import type { ReadResult } from '../model/capture.js';
import { type DumpInput, gather, MAX_PAGE_BYTES, type RecordOptions, refTo } from './dump-input.js';
import { toCapture } from './to-capture.js';

const mediaTypes: Readonly<Record<string, string>> = { html: 'text/html', text: 'text/plain' };

/** Reads a dump that is one page: an HTML file or a text. */
export async function* readPageFile(
  input: DumpInput,
  format: string,
  options: RecordOptions,
): AsyncGenerator<ReadResult> {
  const payload = await gather(input.chunks, MAX_PAGE_BYTES);
  if (payload === null) {
    const message = `larger than ${MAX_PAGE_BYTES >> 20} MB, which no page is`;
    yield { kind: 'unreadable', locator: 'file', code: 'page-too-large', message, excerpt: null };
  } else {
    const content = { payload, mediaType: mediaTypes[format] ?? 'text/plain' };
    yield { kind: 'capture', capture: toCapture(refTo(input, format, 'file'), content, { given: options.capturedAt }) };
  }
  yield { kind: 'end', state: payload === null ? 'failed' : 'done' };
}
