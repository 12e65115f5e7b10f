import {
  DONE,
  type DumpInput,
  FAILED,
  locate,
  MAX_PAGE_BYTES,
  type Reading,
  type ReadRecord,
  type RecordOptions,
  type RecordStream,
  refTo,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { addressOfPath } from './page-path.js';
import { readSavedFacts } from './saved-page.js';
import { type RecordFacts, toCapture } from './to-capture.js';

/** What is noted of a packed page whose content is not the one that was packed. */
const DAMAGE: ReadonlySet<string> = new Set(['gzip-checksum', 'zip-checksum']);

/** Reads an input that is one text. */
export function readTextFile(input: DumpInput, { options }: Reading): RecordStream {
  return readPageFile(input, (payload) => toPage(input, payload, { mediaType: 'text/plain', facts: {} }, options));
}

/** Reads an input that is one HTML page, with the address and the date that saving left in it. */
export function readHtmlFile(input: DumpInput, { options }: Reading): RecordStream {
  return readPageFile(input, (payload) => {
    const saved = readSavedFacts(payload);
    const byPath = input.tree === null ? null : addressOfPath(input.tree, options.baseUrl ?? null, payload);
    const facts: RecordFacts = {
      url: saved.url ?? byPath,
      capturedAt: saved.capturedAt,
      capturedAtBasis: saved.capturedAt === null ? null : 'saved-page',
    };
    return toPage(input, payload, { mediaType: 'text/html', facts }, options);
  });
}

/** Gathers an input of at most `MAX_PAGE_BYTES` and makes one record of it; what is larger or broken is rejected. */
async function* readPageFile(input: DumpInput, toRecord: (payload: Uint8Array) => ReadRecord): RecordStream {
  const payload = await input.reader.gather(MAX_PAGE_BYTES);
  const { broken } = input.reader;
  if (broken !== null && payload !== null) {
    yield reject(locate(input, 'file'), broken.code, broken.message);
    return broken.code === 'truncated' ? TRUNCATED : FAILED;
  }
  if (payload === null) {
    const message = `The page is larger than ${MAX_PAGE_BYTES >> 20} MB, which no page is.`;
    yield reject(locate(input, 'file'), 'page-too-large', message);
    return FAILED;
  }
  const damage = input.reader.notes.find(({ code }) => DAMAGE.has(code));
  if (damage !== undefined) {
    yield reject(locate(input, 'file'), damage.code, damage.message);
    return FAILED;
  }
  yield toRecord(payload);
  return DONE;
}

function toPage(
  input: DumpInput,
  payload: Uint8Array,
  { mediaType, facts }: { readonly mediaType: string; readonly facts: RecordFacts },
  options: RecordOptions,
): ReadRecord {
  const about = { ...facts, diagnostics: input.reader.notes, given: options.capturedAt };
  return {
    kind: 'capture',
    capture: toCapture(refTo(input, 'file'), { payload, mediaType, sha256: input.reader.sha256 }, about),
  };
}
