import { ByteReader } from './byte-reader.js';
import { MAX_RECORD_BYTES } from './dump-input.js';
import { gunzip } from './gzip.js';
import { piecesOf, type RandomAccess } from './random-access.js';
import type { SniffedInput } from './read-input.js';
import { WarcRecords } from './warc-records.js';

/** How a large dump can be cut: between the records of a WARC, the members of a packed one, or the lines of JSON Lines. */
export type Cut = 'warc' | 'warc-members' | 'lines';

/** A run of bytes of a dump that begins and ends between two records. */
export interface Piece {
  readonly from: number;
  /** The first byte behind it. */
  readonly to: number;
}

/** The first place from `start` on at which a record begins, the size of the dump where there is none; asked upwards. */
type Finder = (start: number) => Promise<number>;

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const VERSION = Buffer.from('WARC/');
const LINE_FEED = 0x0a;
const WINDOW_BYTES = 1 << 20;

const finders: Readonly<Record<Cut, (dump: RandomAccess) => Finder>> = {
  warc: findRecords,
  'warc-members': findMembers,
  lines: findLines,
};

/** How a dump can be cut into pieces; null where its records can only be read from its beginning. */
export function cutOf({ found, isAddressable, packings }: SniffedInput): Cut | null {
  if (found.kind !== 'dump' || !isAddressable) return null;
  if (found.format === 'warc') return packings.length === 0 ? 'warc' : 'warc-members';
  return found.format === 'jsonl' && packings.length === 0 ? 'lines' : null;
}

/**
 * The piece of this number (counted from 1) where a dump is cut every `pieceBytes`: each end moves on to the next place at which a record
 * begins, so that the pieces of a dump hold each record once, whoever computes them.
 */
export async function pieceOf(
  dump: RandomAccess,
  cut: Cut,
  { number, pieceBytes }: { readonly number: number; readonly pieceBytes: number },
): Promise<Piece> {
  const find = finders[cut](dump);
  const from = number === 1 ? 0 : await find((number - 1) * pieceBytes);
  return { from, to: await find(number * pieceBytes) };
}

/** Number of line feeds before a place. */
export async function linesBefore(dump: RandomAccess, end: number): Promise<number> {
  let lines = 0;
  for await (const bytes of piecesOf(dump, 0, end))
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

function findLines(dump: RandomAccess): Finder {
  return async (start) => {
    const found = await findMark(dump, Buffer.from([LINE_FEED]), start - 1);
    return found === null ? dump.size : found + 1;
  };
}

/** Walks the records from the first on, as reading does: a page may quote records, and nothing about a place alone tells. */
function findRecords(dump: RandomAccess): Finder {
  const reader = new ByteReader(piecesOf(dump, 0, dump.size));
  const records = new WarcRecords(reader);
  let at = 0;
  return async (start) => {
    while (at < start) {
      const unit = await records.next();
      if (unit === null || unit.kind === 'cut') return dump.size;
      if (unit.kind === 'record') at = unit.position;
    }
    return at;
  };
}

/** A packed record need not be unpacked from the beginning of the dump: its member is known by what follows. */
function findMembers(dump: RandomAccess): Finder {
  return async (start) => {
    for (let from = start; ; ) {
      const found = await findMark(dump, GZIP_MAGIC, from);
      if (found === null) return dump.size;
      const { isRow, last } = await followMembers(dump, found);
      if (isRow) return found;
      from = last + 1;
    }
  };
}

async function findMark(dump: RandomAccess, mark: Buffer, from: number): Promise<number | null> {
  for (let at = Math.max(0, from); at < dump.size; at += WINDOW_BYTES) {
    const found = Buffer.from(await dump.read(at, WINDOW_BYTES + mark.length - 1)).indexOf(mark);
    if (found >= 0) return at + found;
  }
  return null;
}

/**
 * Whether members with sound records follow each other from a place, for longer than a record may be or to the end. A packed WARC that
 * lies in a record looks so as well, but for the end of that record. `last` is where the last sound record begins.
 */
async function followMembers(dump: RandomAccess, place: number): Promise<{ isRow: boolean; last: number }> {
  const packed = new ByteReader(piecesOf(dump, place, dump.size - place), null, [], place);
  const reader = gunzip(packed);
  const { framing } = reader;
  let last = place;
  try {
    if (!VERSION.equals(await reader.peek(VERSION.length))) return { isRow: false, last };
    const records = new WarcRecords(reader);
    while (packed.position - place <= MAX_RECORD_BYTES) {
      const unit = await records.next();
      const isSound = (framing?.untold().length ?? 0) === 0 && reader.broken?.code !== 'corrupt';
      if (unit === null || (unit.kind === 'cut' && last > place)) return { isRow: isSound, last };
      if (!isSound || unit.kind !== 'record' || unit.diagnostics.length > 0) return { isRow: false, last };
      last = framing?.offsetAt(unit.position) ?? last;
    }
    return { isRow: true, last };
  } finally {
    await reader.close();
    await packed.close();
  }
}
