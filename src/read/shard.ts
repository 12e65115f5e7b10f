import { createHash } from 'node:crypto';
import type { Shard } from '../model/shard.js';
import { type DumpFile, dumpFiles } from './dump-files.js';
import type { RecordOptions } from './dump-input.js';

/** What decides, beside the dumps, what is read of them. */
export interface ListOptions extends RecordOptions {
  readonly format: string | null;
  readonly since?: string | null;
  readonly site?: string | null;
  readonly charset?: string | null;
}

const SUM_BITS = 256;
/** Hexadecimal digits of a hash that choose the shard: 48 bits, which a number holds. */
const CHOOSING_DIGITS = 12;

/** What names a dump on every machine: its path below the folder that was named, else the path as it was named. */
export function unitOf(file: DumpFile): string {
  return file.kind === 'file' && file.tree !== null ? file.tree.path : file.path;
}

/** Whether a unit belongs to a shard: its SHA-256 modulo their number. */
export function isInShard(unit: string, { index, count }: Shard): boolean {
  return Number.parseInt(sha256(unit).slice(0, CHOOSING_DIGITS), 16) % count === index - 1;
}

/** Whether a dump that is not cut belongs to a shard. */
export function ownsDump(unit: string, shard: Shard): boolean {
  return shard.piece === undefined ? isInShard(unit, shard) : shard.piece === 1;
}

/** Whether a piece of a dump, counted from 1, belongs to a shard. */
export function ownsPiece(unit: string, number: number, shard: Shard): boolean {
  return shard.piece === undefined ? isInShard(`${unit}\0${number}`, shard) : shard.piece === number;
}

/**
 * A hash by which shards of one list know each other: over the name and size of every dump, in any order, and over what decides how they
 * are read. Lower-case hexadecimal.
 */
export function hashDumpList(dumps: readonly string[], options: ListOptions, { count, pieceBytes }: Shard): string {
  let sum = 0n;
  for (const file of dumpFiles(dumps)) {
    const bytes = file.kind === 'file' ? file.bytes : null;
    sum = BigInt.asUintN(SUM_BITS, sum + BigInt(`0x${sha256(JSON.stringify([unitOf(file), bytes]))}`));
  }
  const { format, since, site, charset, capturedAt, baseUrl, include, exclude } = options;
  const told = [format, since, site, charset, capturedAt, baseUrl, include, exclude].map((value) => value ?? null);
  return sha256(JSON.stringify([sum.toString(16), count, pieceBytes, told]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
