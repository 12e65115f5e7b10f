import {
  DONE,
  type DumpInput,
  excerptOf,
  locate,
  MAX_RECORD_BYTES,
  type Reading,
  type RecordStream,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { type JsonElement, jsonElements } from './json-elements.js';
import { readJsonPage } from './json-record.js';
import { parseJson, readJsonText } from './jsonl.js';
import { toRecordText } from './record-text.js';

/** Reads one JSON object that is a page, a list of such objects, or a row of them that are printed over several lines each. A file whose first object holds no page is no dump. */
export async function* readJson(input: DumpInput, { options }: Reading): RecordStream {
  let isFirst = true;
  for await (const element of jsonElements(input.reader.chunks(), MAX_RECORD_BYTES)) {
    const locator = element.number === null ? 'file' : `item:${element.number}`;
    if (element.kind === 'too-long') {
      const message = `The object is larger than ${MAX_RECORD_BYTES >> 20} MB.`;
      yield reject(locate(input, locator), 'record-too-large', message, excerptOf(element.head));
    } else if (element.kind === 'cut') {
      const message = 'The dump ends in the middle of this record.';
      if (element.bytes.length > 0)
        yield reject(locate(input, locator), 'truncated', message, excerptOf(element.bytes));
      return TRUNCATED;
    } else if (isFirst && !holdsPage(element)) {
      yield { kind: 'skipped', locator: locate(input, 'file'), detail: 'json' };
      return DONE;
    } else {
      const { text, isBytes } = toRecordText(element.bytes);
      yield readJsonText(text, { input, options, locator, isWhole: true, isBytes });
    }
    isFirst = false;
  }
  const { broken } = input.reader;
  if (broken !== null && broken.code !== 'truncated') yield reject(locate(input, 'file'), broken.code, broken.message);
  return broken?.code === 'truncated' ? TRUNCATED : DONE;
}

function holdsPage({ bytes }: Extract<JsonElement, { kind: 'element' }>): boolean {
  const value = parseJson(Buffer.from(bytes).toString('utf8'));
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && readJsonPage({ ...value }) !== null;
}
