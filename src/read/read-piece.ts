import { createReadStream } from 'node:fs';
import type { ReadResult } from '../model/capture.js';
import type { Shard } from '../model/shard.js';
import { ByteReader } from './byte-reader.js';
import { type DumpFile, failureAt } from './dump-files.js';
import type { RecordOptions } from './dump-input.js';
import { type Cut, cutOf, linesBefore, pieceOf } from './pieces.js';
import { fileAtHand } from './random-access.js';
import { readSniffed, sniffInput } from './read-input.js';
import { ownsPiece, unitOf } from './shard.js';

type FoundFile = Extract<DumpFile, { kind: 'file' }>;

/** A large dump that is read in pieces. */
export interface CutDump {
  readonly file: FoundFile;
  readonly cut: Cut;
  readonly format: string;
}

const CHUNK_BYTES = 1 << 20;
const formats: Readonly<Record<Cut, string>> = { warc: 'warc', 'warc-members': 'warc', lines: 'jsonl' };

/** How a large dump is cut; null where it is small or can only be read whole. `given` is its format where the user says it. */
export async function toCutDump(file: FoundFile, given: string | null, shard: Shard): Promise<CutDump | null> {
  if (file.bytes <= shard.pieceBytes) return null;
  const reader = new ByteReader(createReadStream(file.path, { highWaterMark: CHUNK_BYTES }));
  try {
    const place = { path: file.path, name: file.path, tree: file.tree, prefix: null, depth: 0 };
    const cut = cutOf(await sniffInput({ ...place, reader, random: null }, given));
    return cut === null ? null : { file, cut, format: formats[cut] };
  } finally {
    await reader.close();
  }
}

/** Reads those pieces of a large dump that belong to a shard; each is a source of its own. */
export async function* readPieces(dump: CutDump, options: RecordOptions, shard: Shard): AsyncGenerator<ReadResult> {
  const count = Math.ceil(dump.file.bytes / shard.pieceBytes);
  for (let number = 1; number <= count; number += 1) {
    if (!ownsPiece(unitOf(dump.file), number, shard)) continue;
    const random = fileAtHand(dump.file.path, dump.file.bytes);
    try {
      const piece = await pieceOf(random, dump.cut, { number, pieceBytes: shard.pieceBytes });
      const firstLine = dump.cut === 'lines' ? 1 + (await linesBefore(random, piece.from)) : 1;
      yield* readPiece(dump, { ...piece, part: `${number}/${count}`, firstLine }, options);
    } catch (error) {
      yield failureAt(dump.file.path, error);
    } finally {
      await random.close();
    }
  }
}

/** Reads a run of bytes as if it were a dump, at the places of the whole one. */
async function* readPiece(
  { file, format }: CutDump,
  piece: { readonly from: number; readonly to: number; readonly part: string; readonly firstLine: number },
  options: RecordOptions,
): AsyncGenerator<ReadResult> {
  const { path, bytes, modifiedAt, tree } = file;
  yield { kind: 'source', source: { path, format, bytes, modifiedAt, sha256: null, part: piece.part } };
  if (piece.from < piece.to) {
    const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, start: piece.from, end: piece.to - 1 });
    const reader = new ByteReader(stream, null, [], piece.from, piece.to < bytes);
    try {
      const place = { path, name: path, tree, prefix: null, depth: 0, random: null, firstLine: piece.firstLine };
      const end = yield* readSniffed(await sniffInput({ ...place, reader }, format), format, options);
      yield { kind: 'end', ...end, resumeAt: null };
    } finally {
      await reader.close();
    }
  } else yield { kind: 'end', state: 'done', resumeAt: null, crawler: null };
}
