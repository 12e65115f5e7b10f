/** What a record begins with. */
export const VERSION = Buffer.from('WARC/');
/** The first line of a record. */
const VERSION_LINE = /^WARC\/\d\.\d+[ \t]*\r?\n/;
/** Bytes looked at behind a block: line ends, and the version of the next record. */
export const AFTER_BYTES = 24;
const CR = 0x0d;
/** The byte that ends a line. */
export const LINE_FEED = 0x0a;

/** Line ends, and the zeros with which some writers fill a block. */
export function isFiller(byte: number | undefined): boolean {
  return byte === CR || byte === LINE_FEED || byte === 0;
}

/** Whether line ends and a record, or the end of the file, follow a block of this size. `isEnd`: the bytes are all there are. */
export function isFollowed(bytes: Uint8Array, size: number, isEnd: boolean): boolean {
  if (bytes.length < size) return false;
  let at = size;
  while (at < bytes.length && isFiller(bytes[at])) at += 1;
  const rest = bytes.subarray(at, at + VERSION.length);
  const isVersion = rest.every((byte, index) => byte === VERSION[index]);
  return isVersion && (rest.length === VERSION.length || isEnd || at - size >= AFTER_BYTES - VERSION.length);
}

/** Size of the block up to the next record in a window: a version line behind an empty line, with the fields of a head. */
export function nextRecordIn(window: Uint8Array): number | null {
  const at = nextVersionIn(window);
  return at === null ? null : withoutLineEnds(window, at);
}

/** Where the next record begins in a window. */
export function nextVersionIn(window: Uint8Array): number | null {
  const bytes = Buffer.from(window.buffer, window.byteOffset, window.length);
  for (let at = bytes.indexOf('\nWARC/1.'); at >= 0; at = bytes.indexOf('\nWARC/1.', at + 1)) {
    const head = bytes.subarray(at + 1, at + 1 + 4096).toString('latin1');
    if (VERSION_LINE.test(head) && (head.length < 4096 || /^WARC-Type:/im.test(head))) return at + 1;
  }
  return null;
}

/** The end of a block before the line ends that follow it (two at most). */
export function withoutLineEnds(bytes: Uint8Array, end: number): number {
  let at = end;
  for (let count = 0; count < 2 && bytes[at - 1] === LINE_FEED; count += 1) at -= bytes[at - 2] === CR ? 2 : 1;
  return at;
}
