import { BrokenStream, ByteReader } from './byte-reader.js';
import {
  DONE,
  type DumpInput,
  locate,
  type ReadEnd,
  type Reading,
  type ReadRecord,
  type RecordStream,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { EntryLocators, isSafeName } from './entry-name.js';
import { isTarHeader, readPaxNotes, readTarHeader, TAR_BLOCK, type TarHeader } from './tar-header.js';

/** Types of entries that hold nothing to read, and the kind under which they are tallied; folders say nothing at all. */
const noFiles: Readonly<Record<string, string>> = {
  '1': 'link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '6': 'pipe',
};
/** A file with holes, of which only the rest is packed (GNU). */
const SPARSE = 'S';
const MAX_NOTES_BYTES = 1 << 20;
const CUT = 'The tar file ends in the middle of this entry.';

/** Reads a tar file entry by entry; what its names or links say is never followed, nothing is written. */
export async function* readTar(input: DumpInput, reading: Reading): RecordStream {
  const { reader } = input;
  const locators = new EntryLocators();
  let notes: Partial<TarHeader> = {};
  let end: ReadEnd = DONE;
  for (;;) {
    const block = await reader.take(TAR_BLOCK);
    if (block.every((byte) => byte === 0)) {
      if (block.length < TAR_BLOCK) return yield* endOf(input, TRUNCATED);
      // Behind its end may come another tar file (`cat`, `tar -A`); and what packs it is checked at its last byte.
      if (await skipToHeader(reader)) continue;
      await reader.skip(Number.POSITIVE_INFINITY);
      return yield* endOf(input, end);
    }
    const header = readTarHeader(block);
    if (header === null) {
      if (block.length < TAR_BLOCK) return yield* endOf(input, TRUNCATED);
      yield reject(
        locate(input, 'file'),
        'tar-header',
        `The tar file is damaged at byte ${reader.position - TAR_BLOCK}.`,
      );
      if (!(await skipToHeader(reader))) return yield* endOf(input, end);
      continue;
    }
    const padded = Math.ceil(header.size / TAR_BLOCK) * TAR_BLOCK;
    if (/^[xgLK]$/.test(header.type)) {
      const bytes = await reader.take(Math.min(padded, MAX_NOTES_BYTES));
      await reader.skip(padded - bytes.length);
      notes = { ...notes, ...notesOf(header, bytes.subarray(0, header.size)) };
      continue;
    }
    const entry = { ...header, ...notes };
    notes = {};
    const own = locators.next(entry.name);
    const from = reader.position;
    const size = Math.ceil(entry.size / TAR_BLOCK) * TAR_BLOCK;
    const state = yield* readEntry(input, reading, { ...entry, own });
    await reader.skip(from + size - reader.position);
    if (reader.position < from + size) return yield* endOf(input, TRUNCATED);
    if (state.state === 'truncated') end = TRUNCATED;
  }
}

async function* readEntry(
  input: DumpInput,
  reading: Reading,
  entry: TarHeader & { readonly own: string },
): RecordStream {
  const { name, own, type, size } = entry;
  const locator = locate(input, own);
  if (type === '5' || (type === '0' && name.endsWith('/'))) return DONE;
  const unread = unreadable(locator, name, type);
  if (unread !== null) yield unread;
  if (unread !== null || !reading.isWanted(name)) return DONE;
  const reader = new ByteReader(part(input.reader, size));
  const inner = {
    ...input,
    name,
    tree: { top: null, path: name },
    prefix: locator,
    depth: input.depth + 1,
    reader,
    random: null,
  };
  return yield* reading.readEntry(inner);
}

function unreadable(locator: string, name: string, type: string): ReadRecord | null {
  const kind = noFiles[type];
  if (kind !== undefined) return { kind: 'skipped', locator, detail: kind };
  if (type === SPARSE) {
    const message = 'The entry is packed as a file with holes, which cannot be read.';
    return reject(locator, 'unsupported-format', message);
  }
  if (type !== '0') return { kind: 'skipped', locator, detail: 'special' };
  return isSafeName(name)
    ? null
    : reject(locator, 'unsafe-name', 'The entry has a name that leads out of the container.');
}

/** The next `size` bytes of a reader as a stream of their own. */
async function* part(reader: ByteReader, size: number): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0; ) {
    const bytes = await reader.take(Math.min(left, 65_536));
    if (bytes.length === 0) throw reader.broken ?? new BrokenStream('truncated', CUT);
    left -= bytes.length;
    yield bytes;
  }
}

/** Notes on the entry that follows: a long name or a large size. */
function notesOf(header: TarHeader, bytes: Uint8Array): Partial<TarHeader> {
  if (header.type === 'L') return { name: Buffer.from(bytes).toString('utf8').replace(/\0.*$/s, '') };
  if (header.type !== 'x') return {};
  const notes = readPaxNotes(bytes);
  const name = notes.get('GNU.sparse.name') ?? notes.get('path');
  const isSparse = notes.has('GNU.sparse.major') || notes.has('GNU.sparse.map');
  const size = Number(notes.get('size') ?? Number.NaN);
  const type = isSparse ? { type: SPARSE } : {};
  return { ...type, ...(name ? { name } : {}), ...(Number.isSafeInteger(size) && size >= 0 ? { size } : {}) };
}

/** Passes damaged blocks up to the next header; false where none comes. */
async function skipToHeader(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const block = await reader.peek(TAR_BLOCK);
    if (block.length < TAR_BLOCK) return false;
    if (isTarHeader(block)) return true;
    reader.pass(TAR_BLOCK);
  }
}

async function* endOf({ reader, ...input }: DumpInput, end: ReadEnd): RecordStream {
  const { broken } = reader;
  if (broken === null || broken.code === 'truncated') return broken === null ? end : TRUNCATED;
  yield reject(locate(input, 'file'), broken.code, broken.message);
  return end;
}
