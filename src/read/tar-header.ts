/** Size of a header and unit of all else in a tar file (POSIX.1-2001, pax). */
export const TAR_BLOCK = 512;

/** One header of a tar file. */
export interface TarHeader {
  readonly name: string;
  /** Bytes of content, which fill whole blocks. */
  readonly size: number;
  /** `0` file, `1` link, `2` symbolic link, `3`, `4` device, `5` folder, `6` pipe, `x`, `g`, `L`, `K` notes on the next one. */
  readonly type: string;
}

const CHECKSUM_AT = 148;
const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** Whether a block is the header of a tar file by its checksum. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < TAR_BLOCK || block[0] === 0) return false;
  let sum = 0;
  for (let index = 0; index < TAR_BLOCK; index += 1) {
    const isChecksum = index >= CHECKSUM_AT && index < CHECKSUM_AT + 8;
    sum += isChecksum ? SPACE : (block[index] ?? 0);
  }
  return readNumber(block.subarray(CHECKSUM_AT, CHECKSUM_AT + 8)) === sum;
}

/** Reads a header; null where the checksum says that it is none. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  if (!isTarHeader(block)) return null;
  const size = readNumber(block.subarray(124, 136));
  if (size === null) return null;
  const prefix = textOf(block.subarray(257, 262)) === 'ustar' ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] || 0x30);
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, type: type === '7' ? '0' : type };
}

/** Reads the notes of a pax header: lines of `length key=value`. */
export function readPaxNotes(bytes: Uint8Array): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const length = space < 0 || space - at > 10 ? Number.NaN : Number(textOf(bytes.subarray(at, space)));
    if (!Number.isInteger(length) || length < 5 || bytes[at + length - 1] !== LINE_FEED) break;
    const [key = '', ...value] = Buffer.from(bytes.subarray(space + 1, at + length - 1))
      .toString('utf8')
      .split('=');
    notes.set(key, value.join('='));
    at += length;
  }
  return notes;
}

/** Octal digits, or a binary number where the first bit is set (GNU). */
function readNumber(field: Uint8Array): number | null {
  const [first = 0] = field;
  if (first & 0x80) return field.subarray(1).reduce((number, byte) => number * 256 + byte, first & 0x7f);
  const digits = /^[ \0]*([0-7]+)[ \0]*$/.exec(Buffer.from(field).toString('latin1'))?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 8);
}

/** Text up to the first NUL. */
function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('utf8');
}
