import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ResumePoint } from '../model/capture.js';

const PIECE_BYTES = 1 << 20;
const LINE_FEED = 0x0a;

/**
 * Whether a file begins with the dump that was read before: gives the number of the line at which that reading goes on, counted from 1;
 * null where the file has another beginning.
 */
export async function beginsWith(path: string, point: ResumePoint): Promise<number | null> {
  const hash = createHash('sha256');
  let line = 1;
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES, end: point.bytes - 1 })) {
    const piece = chunk as Uint8Array;
    hash.update(piece);
    line += countLines(piece.subarray(0, Math.max(0, point.resumeAt - at)));
    at += piece.length;
  }
  return hash.digest('hex') === point.sha256 ? line : null;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
