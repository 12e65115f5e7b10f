import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import type { ReadResult, ResumePoint, Source } from '../model/capture.js';
import type { Shard } from '../model/shard.js';
import { ByteReader, readerOf } from './byte-reader.js';
import { type DumpFile, dumpFiles, failureAt } from './dump-files.js';
import { type DumpInput, MAX_PAGE_BYTES, type RecordOptions } from './dump-input.js';
import { beginsWith } from './grown-file.js';
import { pathFilter } from './path-filter.js';
import { bytesAtHand, fileAtHand } from './random-access.js';
import { readSniffed, type SniffedInput, sniffInput } from './read-input.js';
import { readPieces, toCutDump } from './read-piece.js';
import { ReusedBytes } from './reused-bytes.js';
import { ownsDump, unitOf } from './shard.js';

export { formats } from './read-input.js';

export interface ReadOptions extends RecordOptions {
  /** Name of a format, where the user says it; else it is sniffed. */
  readonly format: string | null;
  /** Told of each file before its records are read; true when they need not be. Asked before it is opened, then with its hash. */
  readonly isKnown?: (source: Omit<Source, 'format'>) => Promise<boolean>;
  /** Where an earlier reading of the same path was cut, for a dump that may have grown since. */
  readonly resumePoint?: (source: Source) => Promise<ResumePoint | null>;
  /** ISO 8601: captures known to be older are skipped. */
  readonly since?: string | null;
  /** Ends the reading after this many captures; the source in hand then has no `end`. */
  readonly limit?: number | null;
  /** Minutes since the last change of a file; younger ones may still be written and wait for the next run. */
  readonly minAge?: number | null;
  /** The folder in which a dump was found, for files that are named one by one. */
  readonly tops?: ReadonlyMap<string, string>;
  /** Told of each file that waits. */
  readonly onWaiting?: (path: string) => void;
  /** Reads only the share of the dumps that belongs to a shard. */
  readonly shard?: Shard;
  /** True for one who is done with a capture when asking for the next: small files then share their bytes. */
  readonly reusesBytes?: boolean;
}

/** Files up to this size (bytes) are taken in at once. */
const SMALL_FILE_BYTES = MAX_PAGE_BYTES;
const PIECE_BYTES = 1 << 20;
const MINUTE = 60_000;

/** Reads dumps, in the order given: files, folders, globs, `-` for standard input. Never throws for what a dump holds. */
export async function* read(dumps: readonly string[], options: ReadOptions): AsyncGenerator<ReadResult> {
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  const reused = options.reusesBytes === true ? new ReusedBytes() : null;
  for await (const result of readDumps(dumps, { ...options, reused })) {
    if (left <= 0) return;
    yield isOld(result, options.since ?? null) ? skipOld(result) : result;
    if (result.kind === 'capture') left -= 1;
  }
}

/** The options of a run, and the bytes that its small files share. */
interface Run extends ReadOptions {
  readonly reused: ReusedBytes | null;
}

type CaptureResult = Extract<ReadResult, { kind: 'capture' }>;

function isOld(result: ReadResult, since: string | null): result is CaptureResult {
  return since !== null && result.kind === 'capture' && (result.capture.capturedAt ?? since) < since;
}

function skipOld({ capture }: CaptureResult): ReadResult {
  return { kind: 'skipped', locator: capture.source.locator, detail: 'before-since' };
}

async function* readDumps(dumps: readonly string[], options: Run): AsyncGenerator<ReadResult> {
  for (const dump of dumps) {
    if (dump === '-') yield* readStandardInput(options);
    else for (const file of dumpFiles([dump], options.tops)) yield* readShare(file, options);
  }
}

/** What of a file belongs to the shard: all or nothing, or some pieces of a large one. */
async function* readShare(file: DumpFile, options: Run): AsyncGenerator<ReadResult> {
  const { shard } = options;
  const cut = shard === undefined || file.kind === 'failed' ? null : await cutOrNull(file, options, shard);
  const inside = cut === null ? null : globsInside(cut.file, cut.format, options);
  if (shard === undefined || (cut === null && ownsDump(unitOf(file), shard))) yield* readFileDump(file, options);
  else if (cut !== null && inside !== null) yield* readPieces(cut, inside, shard);
}

/** How a large dump is cut; null where it is not, or cannot even be opened, which its reading will tell. */
async function cutOrNull(file: FoundFile, { format }: ReadOptions, shard: Shard): ReturnType<typeof toCutDump> {
  try {
    return await toCutDump(file, format, shard);
  } catch {
    return null;
  }
}

/** Formats whose entries have names of their own for `include` and `exclude`. */
const TREES: ReadonlySet<string> = new Set(['zip', 'wacz', 'tar']);

/** What of the globs is left to test inside a file: null where the file is not wanted, no `include` where it is wanted itself. */
function globsInside({ tree }: FoundFile, format: string, options: ReadOptions): ReadOptions | null {
  if (tree === null) return options;
  const { include = [], exclude = [] } = options;
  if (!pathFilter({ exclude })(tree.path)) return null;
  if (include.length > 0 && pathFilter({ include })(tree.path)) return { ...options, include: [] };
  return include.length === 0 || TREES.has(format) ? options : null;
}

type FoundFile = Extract<DumpFile, { kind: 'file' }>;

async function* readFileDump(file: DumpFile, options: Run): AsyncGenerator<ReadResult> {
  if (file.kind === 'failed') {
    yield file;
    return;
  }
  if (options.minAge && Date.now() - Date.parse(file.modifiedAt) < options.minAge * MINUTE) {
    options.onWaiting?.(file.path);
    return;
  }
  const { path, bytes, modifiedAt, fingerprint } = file;
  const unread = { path, bytes, modifiedAt, fingerprint, sha256: null };
  // Globs may pass over a file that another import read.
  const isWhole = !options.include?.length && !options.exclude?.length;
  let input: OpenDump | null = null;
  try {
    if (isWhole && (await options.isKnown?.(unread))) {
      yield { kind: 'unchanged', path };
      return;
    }
    input = openFile(file, options.reused);
    const sniffed = await sniffInput(input, options.format);
    const { format } = sniffed;
    const inside = globsInside(file, format, options);
    if (inside === null) return;
    const sha256 = await input.hash();
    input.reader.sha256 = sha256;
    const source: Source = { ...unread, format, sha256 };
    if (await options.isKnown?.(source)) {
      yield { kind: 'unchanged', path };
      return;
    }
    const point = (await options.resumePoint?.(source)) ?? null;
    const firstLine = point === null ? null : await beginsWith(file.path, point);
    if (point === null || firstLine === null) {
      yield { kind: 'source', source };
      yield* readRecords(sniffed, inside);
      return;
    }
    await input.reader.close();
    input = { ...input, reader: readFrom(file.path, point.resumeAt), firstLine };
    yield { kind: 'source', source, resumed: point };
    yield* readRecords(await sniffInput(input, point.format), inside);
  } catch (error) {
    yield failureAt(file.path, error);
  } finally {
    await input?.reader.close();
  }
}

async function* readStandardInput(options: ReadOptions): AsyncGenerator<ReadResult> {
  const input = {
    path: '-',
    name: '-',
    tree: null,
    prefix: null,
    depth: 0,
    reader: new ByteReader(process.stdin),
    random: null,
  };
  const sniffed = await sniffInput(input, options.format);
  const bytes = (await input.reader.peek(1)).length;
  yield { kind: 'source', source: { path: '-', format: sniffed.format, bytes, modifiedAt: null, sha256: null } };
  yield* readRecords(sniffed, options);
}

async function* readRecords(sniffed: SniffedInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const end = yield* readSniffed(sniffed, sniffed.format, options);
  yield { kind: 'end', ...end, resumeAt: sniffed.isAddressable ? end.resumeAt : null };
}

type OpenDump = Omit<DumpInput, 'format'> & {
  /** SHA-256 of the whole file, lower-case hexadecimal. */
  readonly hash: () => Promise<string>;
};

/** Opens a file; a small one is read once for all that follows. */
function openFile({ path, bytes, tree }: FoundFile, reused: ReusedBytes | null): OpenDump {
  const place = { path, name: path, tree, prefix: null, depth: 0 };
  if (bytes <= SMALL_FILE_BYTES) {
    // Asking other threads for a small file costs several times what reading it does.
    const content = reused?.read(path) ?? readFileSync(path);
    const hash = async (): Promise<string> => createHash('sha256').update(content).digest('hex');
    return { ...place, reader: readerOf(content), random: bytesAtHand(content), hash };
  }
  return { ...place, reader: readFrom(path, 0), random: fileAtHand(path, bytes), hash: () => hashOf(path) };
}

function readFrom(path: string, start: number): ByteReader {
  return new ByteReader(createReadStream(path, { highWaterMark: PIECE_BYTES, start }), null, [], start);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
