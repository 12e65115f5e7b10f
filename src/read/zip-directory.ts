import type { RandomAccess } from './random-access.js';

/** An entry of a zip file as its central directory lists it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflate; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** CRC-32 of the content. */
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly headerAt: number;
  /** File type bits of Unix, 0 where the entry was made elsewhere. */
  readonly unixType: number;
}

export const SYMBOLIC_LINK = 0o120000;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = Buffer.from('PK\x05\x06', 'latin1');
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const END_BYTES = 22;
const END64_LOCATOR_BYTES = 20;
const MAX_COMMENT_BYTES = 65_535;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const FULL_32 = 0xffffffff;
const FULL_16 = 0xffff;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 0x800;
const MADE_ON_UNIX = 3;
/** Entries beyond this make a directory larger than any memory budget. */
const MAX_DIRECTORY_BYTES = 64 << 20;

/** Reads the central directory; null where the file has no sound one. */
export async function readZipDirectory(zip: RandomAccess): Promise<readonly ZipEntry[] | null> {
  const end = await readEnd(zip);
  if (end === null || end.size > MAX_DIRECTORY_BYTES) return null;
  // Bytes before the first entry (a self-extracting program) shift all places.
  const shift = end.endsAt - end.size - end.at;
  if (shift < 0) return null;
  const bytes = Buffer.from(await zip.read(end.at + shift, end.size));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + CENTRAL_BYTES <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== CENTRAL_HEADER) return null;
    const [nameSize, extraSize, commentSize] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const next = at + CENTRAL_BYTES + nameSize + extraSize + commentSize;
    if (next > bytes.length) return null;
    entries.push(readEntry(bytes.subarray(at, next), { nameSize, extraSize, shift }));
    at = next;
  }
  return entries.length === end.count || end.count === FULL_16 ? entries : null;
}

/** Where the content of an entry begins, behind its local header; null where there is none. */
export async function contentAt(zip: RandomAccess, { headerAt }: ZipEntry): Promise<number | null> {
  const header = Buffer.from(await zip.read(headerAt, LOCAL_BYTES));
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_HEADER) return null;
  return headerAt + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** Reads a local header, for a file without a central directory. Sizes may be 0 where they follow the content. */
export function readLocalHeader(
  bytes: Uint8Array,
): (ZipEntry & { readonly headerSize: number; readonly isSizeKnown: boolean }) | null {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_HEADER) return null;
  const nameSize = header.readUInt16LE(26);
  const headerSize = LOCAL_BYTES + nameSize + header.readUInt16LE(28);
  if (header.length < headerSize) return null;
  const flags = header.readUInt16LE(6);
  return {
    name: nameOf(header.subarray(LOCAL_BYTES, LOCAL_BYTES + nameSize), flags),
    method: header.readUInt16LE(8),
    isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
    crc: header.readUInt32LE(14),
    packedSize: header.readUInt32LE(18),
    size: header.readUInt32LE(22),
    headerAt: 0,
    unixType: 0,
    headerSize,
    isSizeKnown: (flags & 8) === 0,
  };
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  readonly endsAt: number;
}

async function readEnd(zip: RandomAccess): Promise<End | null> {
  const tailAt = Math.max(0, zip.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = Buffer.from(await zip.read(tailAt, zip.size - tailAt));
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    if (at + END_BYTES > tail.length || at + END_BYTES + tail.readUInt16LE(at + 20) > tail.length) continue;
    const end = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      at: tail.readUInt32LE(at + 16),
      endsAt: tailAt + at,
    };
    const isLarge = end.count === FULL_16 || end.size === FULL_32 || end.at === FULL_32;
    return isLarge ? ((await readEnd64(zip, end.endsAt)) ?? end) : end;
  }
  return null;
}

async function readEnd64(zip: RandomAccess, endsAt: number): Promise<End | null> {
  const locator = Buffer.from(await zip.read(Math.max(0, endsAt - END64_LOCATOR_BYTES), END64_LOCATOR_BYTES));
  if (locator.length < END64_LOCATOR_BYTES || locator.readUInt32LE(0) !== END64_LOCATOR) return null;
  const at = Number(locator.readBigUInt64LE(8));
  const end = Buffer.from(await zip.read(at, 56));
  if (end.length < 56 || end.readUInt32LE(0) !== END64) return null;
  return {
    count: Number(end.readBigUInt64LE(32)),
    size: Number(end.readBigUInt64LE(40)),
    at: Number(end.readBigUInt64LE(48)),
    endsAt: at,
  };
}

function readEntry(
  header: Buffer,
  { nameSize, extraSize, shift }: { readonly nameSize: number; readonly extraSize: number; readonly shift: number },
): ZipEntry {
  const flags = header.readUInt16LE(8);
  const extra = header.subarray(CENTRAL_BYTES + nameSize, CENTRAL_BYTES + nameSize + extraSize);
  const small = {
    size: header.readUInt32LE(24),
    packedSize: header.readUInt32LE(20),
    headerAt: header.readUInt32LE(42),
  };
  const { size, packedSize, headerAt } = { ...small, ...readLargeSizes(extra, small) };
  const isUnix = header[5] === MADE_ON_UNIX;
  return {
    name: nameOf(header.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameSize), flags),
    method: header.readUInt16LE(10),
    isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
    crc: header.readUInt32LE(16),
    packedSize,
    size,
    headerAt: headerAt + shift,
    unixType: isUnix ? (header.readUInt32LE(38) >>> 16) & 0o170000 : 0,
  };
}

interface Sizes {
  readonly size: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

/** Zip64 sizes (field 1) of those that do not fit into 32 bits, in this order. */
function readLargeSizes(extra: Buffer, small: Sizes): Partial<Sizes> {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1 && end <= extra.length) {
      const large: Record<string, number> = {};
      let from = at + 4;
      for (const [name, value] of Object.entries(small)) {
        if (value !== FULL_32 || from + 8 > end) continue;
        large[name] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
      return large;
    }
    at = end;
  }
  return {};
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Names are UTF-8 where the flag says so or where they are valid as such; else IBM 866, the DOS charset of the region. */
function nameOf(bytes: Uint8Array, flags: number): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return flags & FLAG_UTF8 ? Buffer.from(bytes).toString('utf8') : new TextDecoder('ibm866').decode(bytes);
  }
}
