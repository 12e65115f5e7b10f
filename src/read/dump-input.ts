import type { ReadResult, SourceRef, SourceState } from '../model/capture.js';
import type { ByteReader } from './byte-reader.js';
import type { RandomAccess } from './random-access.js';

/** Something to read: a dump, or an entry of a container; its bytes come once, from the beginning. */
export interface DumpInput {
  /** Path of the dump as the user named it, or `-`. */
  readonly path: string;
  /** Format of the dump, the same for all that lies in it. */
  readonly format: string;
  /** Its own name, for what the content does not tell: path of a file, name of an entry. */
  readonly name: string;
  /** Where it lies in a folder or a container, which may tell the address of a page. Null for a dump named itself. */
  readonly tree: TreePath | null;
  /** Where in the dump it lies; null for the dump itself. */
  readonly prefix: string | null;
  /** How many containers it lies in. */
  readonly depth: number;
  readonly reader: ByteReader;
  /** The same bytes at any place, where that is possible. */
  readonly random: RandomAccess | null;
  /** Number of its first line, where reading goes on within a dump. */
  readonly firstLine?: number;
}

/** A path below a folder or in a container, and the name of that folder, which may be that of a host. */
export interface TreePath {
  readonly top: string | null;
  readonly path: string;
}

/** What a run says of all its dumps. */
export interface RecordOptions {
  /** ISO 8601 moment or day of the fetch, for records that carry none. */
  readonly capturedAt: string | null;
  /** Address of the folder or container whose paths are the rest of the addresses; null where paths say nothing. */
  readonly baseUrl?: string | null;
  /** Globs of the paths (or names of entries) to read; all where there are none. */
  readonly include?: readonly string[];
  /** Globs of the paths (or names of entries) to pass over. */
  readonly exclude?: readonly string[];
}

/** One record, as a reader meets it. */
export type ReadRecord = Extract<ReadResult, { kind: 'capture' | 'skipped' | 'unreadable' }>;

/** How the reading of an input ended. */
export interface ReadEnd {
  readonly state: SourceState;
  /** Byte of the dump at which the next run may go on when it has grown; null where it must begin anew. */
  readonly resumeAt: number | null;
  /** Software that made the dump, as it says itself. */
  readonly crawler: string | null;
}

/** The records of an input, then how it ended. */
export type RecordStream = AsyncGenerator<ReadRecord, ReadEnd>;

/** What a reader of containers gets besides its input. */
export interface Reading {
  readonly options: RecordOptions;
  /** Reads what lies in a container, whatever it is. */
  readonly readEntry: (entry: DumpInput) => RecordStream;
  /** Whether the user wants the entry of this name. */
  readonly isWanted: (name: string) => boolean;
}

export type Reader = (input: DumpInput, reading: Reading) => RecordStream;

export const DONE: ReadEnd = { state: 'done', resumeAt: null, crawler: null };
export const FAILED: ReadEnd = { state: 'failed', resumeAt: null, crawler: null };
export const TRUNCATED: ReadEnd = { state: 'truncated', resumeAt: null, crawler: null };

/** A page may be this large (bytes); a record of a container may be four times that. */
export const MAX_PAGE_BYTES = 8 << 20;
export const MAX_RECORD_BYTES = 32 << 20;
/** Unpacking may give more than this, or more than `MAX_RATIO` times the packed bytes, but not both. */
export const MAX_EXPANSION_BYTES = 64 << 20;
export const MAX_RATIO = 200;
/** Containers inside containers: the dump, and four inside it. */
export const MAX_DEPTH = 4;
/** A container that needs random access and comes as a stream (standard input, inside another) is held whole up to this size. */
export const MAX_HELD_BYTES = 64 << 20;

/** Excerpts in rejects and messages are this long at most (code units). */
const MAX_EXCERPT = 200;

/** The place of a record, below the place of its input. `file` is the input itself. */
export function locate(input: Pick<DumpInput, 'prefix'>, own: string): string {
  if (input.prefix === null) return own;
  return own === 'file' ? input.prefix : `${input.prefix}!${own}`;
}

/** A reference to a place in a dump. */
export function refTo(input: DumpInput, own: string): SourceRef {
  return { path: input.path, format: input.format, locator: locate(input, own) };
}

/** A record that could not be read. */
export function reject(locator: string, code: string, message: string, excerpt: string | null = null): ReadRecord {
  return { kind: 'unreadable', locator, code, message, excerpt };
}

/** The beginning of a record, for a person to recognise it. */
export function excerptOf(bytes: Uint8Array | string): string {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes.subarray(0, MAX_EXCERPT * 2)).toString('utf8');
  return text.slice(0, MAX_EXCERPT);
}
