import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.js';
import { BrokenStream, ByteReader } from './byte-reader.js';
import { MAX_PAGE_BYTES } from './dump-input.js';
import { inflateAtHand, inflateFrom } from './inflate.js';
import { piecesOf, type RandomAccess } from './random-access.js';
import type { ZipEntry } from './zip-directory.js';

const STORED = 0;
const DEFLATE = 8;
/** Packed entries up to this size are unpacked at once. */
const SMALL_BYTES = 1 << 20;

const methods: Readonly<Record<number, string>> = {
  9: 'deflate64',
  12: 'bzip2',
  14: 'lzma',
  93: 'zstd',
  95: 'xz',
  98: 'ppmd',
};

/** Why the content of an entry cannot be read at all; null where it can. */
export function zipFault({ isEncrypted, method }: ZipEntry): Diagnostic | null {
  if (isEncrypted) return { code: 'encrypted', message: 'The entry is encrypted; unpack it with its password first.' };
  if (method === STORED || method === DEFLATE) return null;
  const name = methods[method] ?? `method ${method}`;
  return { code: 'unsupported-format', message: `The entry is packed with ${name}; unpack it first: unzip or 7z.` };
}

const CHECKSUM: Diagnostic = {
  code: 'zip-checksum',
  message: 'The checksum of the zip entry does not fit its content.',
};
const SIZE: Diagnostic = {
  code: 'zip-size',
  message: 'The size that the zip file gives is wrong; by its checksum the content is whole.',
};

/** Where the content of an entry lies, and a list for what is found wrong with it. */
export interface ZipPlace {
  readonly entry: ZipEntry;
  readonly at: number;
  readonly notes: Diagnostic[];
}

/** The content of an entry. What does not fit its checksum is noted; throws `BrokenStream` where it is cut or damaged. */
export async function* zipContent(zip: RandomAccess, { entry, at, notes }: ZipPlace): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let size = 0;
  const check = (): void => {
    if (sum !== entry.crc) notes.push(CHECKSUM);
    else if (size !== entry.size) notes.push(SIZE);
  };
  for await (const bytes of unpacked(zip, entry, at)) {
    sum = crc32(bytes, sum);
    size += bytes.length;
    // A reader that has all it wants does not come back, so what can be known is noted before the last piece.
    if (size >= entry.size) check();
    yield bytes;
  }
  if (size < entry.size) check();
}

async function* unpacked(zip: RandomAccess, entry: ZipEntry, at: number): AsyncGenerator<Uint8Array> {
  const { method, packedSize } = entry;
  if (at + packedSize > zip.size) throw new BrokenStream('truncated', 'The zip file ends in the middle of this entry.');
  if (method === STORED) return yield* piecesOf(zip, at, packedSize);
  if (packedSize <= SMALL_BYTES) {
    const inflated = inflateAtHand(await zip.read(at, packedSize), MAX_PAGE_BYTES);
    if (inflated.kind === 'whole') return yield inflated.bytes;
  }
  yield* inflateFrom(new ByteReader(piecesOf(zip, at, packedSize)));
}
