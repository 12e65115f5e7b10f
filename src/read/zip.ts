import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.js';
import { ByteReader } from './byte-reader.js';
import {
  DONE,
  type DumpInput,
  FAILED,
  locate,
  MAX_HELD_BYTES,
  MAX_PAGE_BYTES,
  type Reading,
  type RecordStream,
  reject,
} from './dump-input.js';
import { EntryLocators, isSafeName } from './entry-name.js';
import { bytesAtHand, type RandomAccess } from './random-access.js';
import { type DataPackage, readDataPackage } from './wacz-package.js';
import { zipContent, zipFault } from './zip-content.js';
import { contentAt, readZipDirectory, SYMBOLIC_LINK, type ZipEntry } from './zip-directory.js';
import { readZipForward } from './zip-forward.js';

/** Reads a zip file, or a WACZ, by its central directory; what its names say is never followed, nothing is written. */
export async function* readZip(input: DumpInput, reading: Reading): RecordStream {
  const zip = input.random ?? (await hold(input));
  if (zip === null) {
    const message = `A zip file that comes as a stream may have ${MAX_HELD_BYTES >> 20} MB; save it as a file first.`;
    yield reject(locate(input, 'file'), 'container-too-large', message);
    return FAILED;
  }
  try {
    const entries = await readZipDirectory(zip);
    if (entries !== null) return yield* readEntries(input, reading, { zip, entries });
    return yield* readZipForward(input, reading, zip);
  } finally {
    await zip.close();
  }
}

async function hold({ reader }: DumpInput): Promise<RandomAccess | null> {
  const bytes = await reader.gather(MAX_HELD_BYTES);
  return bytes === null ? null : bytesAtHand(bytes);
}

interface OpenZip {
  readonly zip: RandomAccess;
  readonly entries: readonly ZipEntry[];
}

async function* readEntries(input: DumpInput, reading: Reading, { zip, entries }: OpenZip): RecordStream {
  const locators = new EntryLocators();
  const wacz = await readDataPackage(entries, (entry) => gatherEntry(zip, entry));
  for (const { entry, code, message } of wacz?.faults ?? [])
    yield reject(locate(input, `entry:${entry}`), code, message);
  let end = DONE;
  for (const entry of entries) {
    const own = locators.next(entry.name);
    const inner = yield* readOne(input, reading, { zip, entry, own, wacz });
    end = {
      ...end,
      state: inner.state === 'truncated' ? 'truncated' : end.state,
      crawler: end.crawler ?? inner.crawler,
    };
  }
  return { ...end, crawler: end.crawler ?? wacz?.software ?? null };
}

async function gatherEntry(zip: RandomAccess, entry: ZipEntry): Promise<Uint8Array | null> {
  const at = zipFault(entry) === null ? await contentAt(zip, entry) : null;
  if (at === null) return null;
  const reader = new ByteReader(zipContent(zip, { entry, at, notes: [] }));
  const bytes = await reader.gather(MAX_PAGE_BYTES);
  await reader.close();
  return reader.broken === null ? bytes : null;
}

interface OpenEntry {
  readonly zip: RandomAccess;
  readonly entry: ZipEntry;
  readonly own: string;
  readonly wacz: DataPackage | null;
}

async function* readOne(input: DumpInput, reading: Reading, { zip, entry, own, wacz }: OpenEntry): RecordStream {
  const { name } = entry;
  const locator = locate(input, own);
  if (name.endsWith('/') && entry.size === 0) return DONE;
  if (entry.unixType === SYMBOLIC_LINK) {
    yield { kind: 'skipped', locator, detail: 'link' };
    return DONE;
  }
  const fault = isSafeName(name) ? zipFault(entry) : UNSAFE;
  if (fault !== null) {
    yield reject(locator, fault.code, fault.message);
    return DONE;
  }
  if (!reading.isWanted(name)) return DONE;
  const at = await contentAt(zip, entry);
  if (at === null) {
    yield reject(locator, 'zip-entry', 'The entry is not where the directory of the zip file says.');
    return DONE;
  }
  const notes: Diagnostic[] = [];
  const hash = new EntryHash(wacz?.hashOf(name) ?? null);
  const reader = new ByteReader(hash.over(zipContent(zip, { entry, at, notes })), null, notes);
  const inner = {
    ...input,
    name,
    tree: { top: null, path: name },
    prefix: locator,
    depth: input.depth + 1,
    reader,
    random: null,
  };
  const part = wacz?.partOf(name) ?? null;
  if (part !== null) yield { kind: 'skipped', locator, detail: part };
  const end = part === null ? yield* reading.readEntry(inner) : DONE;
  if (await hash.differs(reader))
    yield reject(locator, 'wacz-hash', 'The entry does not fit its hash in datapackage.json.');
  await reader.close();
  return end;
}

/** The SHA-256 of an entry, taken while it is read, against the one that a WACZ lists. */
class EntryHash {
  private readonly hash = createHash('sha256');

  constructor(private readonly expected: string | null) {}

  async *over(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (this.expected !== null) this.hash.update(chunk);
      yield chunk;
    }
  }

  /** Reads what is left of the entry, then compares. */
  async differs(reader: ByteReader): Promise<boolean> {
    if (this.expected === null) return false;
    await reader.skip(Number.POSITIVE_INFINITY);
    return this.hash.digest('hex') !== this.expected;
  }
}

const UNSAFE = { code: 'unsafe-name', message: 'The entry has a name that leads out of the container.' };
