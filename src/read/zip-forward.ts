import { BrokenStream, ByteReader } from './byte-reader.js';
import { type DumpInput, locate, type Reading, type RecordStream, reject, TRUNCATED } from './dump-input.js';
import { EntryLocators, isSafeName } from './entry-name.js';
import { inflateFrom } from './inflate.js';
import { piecesOf, type RandomAccess } from './random-access.js';
import { zipFault } from './zip-content.js';
import { readLocalHeader } from './zip-directory.js';

const MAX_HEADER_BYTES = 131_072;
const NEXT_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const SCAN_BYTES = 65_536;

/** Reads what is left of a zip file whose directory is cut off or damaged: entry by entry from the beginning. */
export async function* readZipForward(input: DumpInput, reading: Reading, zip: RandomAccess): RecordStream {
  const packed = new ByteReader(piecesOf(zip, 0, zip.size));
  const locators = new EntryLocators();
  let count = 0;
  while (await skipToHeader(packed)) {
    const header = readLocalHeader(await packed.peek(MAX_HEADER_BYTES));
    if (header === null) {
      packed.pass(1);
      continue;
    }
    count += 1;
    packed.pass(header.headerSize);
    const { name } = header;
    const locator = locate(input, locators.next(name));
    const fault = isSafeName(name) ? zipFault(header) : UNSAFE;
    if (fault !== null) yield reject(locator, fault.code, fault.message);
    if (fault !== null || name.endsWith('/') || !reading.isWanted(name)) continue;
    const reader = new ByteReader(contentOf(packed, header));
    const inner = {
      ...input,
      name,
      tree: { top: null, path: name },
      prefix: locator,
      depth: input.depth + 1,
      reader,
      random: null,
    };
    yield* reading.readEntry(inner);
    await reader.skip(Number.POSITIVE_INFINITY);
  }
  if (count === 0) yield reject(locate(input, 'file'), 'truncated', 'The zip file holds no whole entry.');
  return TRUNCATED;
}

const UNSAFE = { code: 'unsafe-name', message: 'The entry has a name that leads out of the container.' };

async function skipToHeader(packed: ByteReader): Promise<boolean> {
  for (;;) {
    const bytes = Buffer.from(await packed.peek(SCAN_BYTES));
    const at = bytes.indexOf(NEXT_HEADER);
    if (at >= 0) packed.pass(at);
    if (at >= 0 || bytes.length < SCAN_BYTES) return at >= 0;
    packed.pass(bytes.length - NEXT_HEADER.length + 1);
  }
}

async function* contentOf(
  packed: ByteReader,
  { method, packedSize, isSizeKnown }: NonNullable<ReturnType<typeof readLocalHeader>>,
): AsyncGenerator<Uint8Array> {
  if (method === 8) return yield* inflateFrom(packed);
  if (!isSizeKnown)
    throw new BrokenStream('corrupt', 'The size of the entry is known only to the directory, which is lost.');
  for (let left = packedSize; left > 0; ) {
    const bytes = await packed.take(Math.min(left, SCAN_BYTES));
    if (bytes.length === 0) throw new BrokenStream('truncated', 'The zip file ends in the middle of this entry.');
    left -= bytes.length;
    yield bytes;
  }
}
