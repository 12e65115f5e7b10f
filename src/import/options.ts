import type { Shard } from '../model/shard.js';
import type { Store, Tally } from '../model/store.js';
import type { PageOptions } from '../page.js';
import type { FailedDump } from './report.js';

/** What a run says of its dumps and pages. */
export interface DumpOptions extends PageOptions {
  /** Name of the dumps' format, where the user says it. */
  readonly format: string | null;
  /** ISO 8601 moment or day of the fetch, for pages that carry none. */
  readonly capturedAt: string | null;
  /** Which files of folders and entries of containers are wanted, by globs. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** ISO 8601 in UTC: captures known to be older are skipped. */
  readonly since: string | null;
  /** Ends the reading after this many pages. */
  readonly limit: number | null;
  /** Minutes since the last change of a file; younger ones may still be written and wait. */
  readonly minAge: number | null;
  /** The folder in which a dump was found, for files that are named one by one. */
  readonly tops?: ReadonlyMap<string, string>;
  /** Told of each file that waits. */
  readonly onWaiting?: (path: string) => void;
  /** Read only the share of the dumps that belongs to this shard. */
  readonly shard?: Shard;
}

/** What an import asks of a store. */
export type ImportStore = Pick<
  Store,
  | 'beginImport'
  | 'knownSource'
  | 'resumePoint'
  | 'markUnchanged'
  | 'write'
  | 'settle'
  | 'finishImport'
  | 'siteHistories'
  | 'totals'
>;

export interface ImportOptions extends DumpOptions {
  readonly toolVersion: string;
  readonly argv: readonly string[];
  /** Read again what the archive holds already. */
  readonly force: boolean;
  readonly lockTimeoutSeconds: number;
  /** True where the archive keeps the pages themselves beside what was read of them. */
  readonly keepPages?: boolean;
  /** Worker threads that read pages beside the writer: 1 is none, null is what suits the dumps and the machine. */
  readonly jobs?: number | null;
  readonly collection: string | null;
  readonly rights: string | null;
  readonly note: string | null;
  /** Rejected records that still make a good run. */
  readonly maxRejects: RejectLimit;
  /** Called with each path that could not be read at all. */
  readonly onFailedDump?: (dump: FailedDump) => void;
  /** Called after each record. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run after the batch in hand. */
  readonly signal?: AbortSignal;
}

/** A number of records, or a share of all records read. */
export type RejectLimit =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'percent'; readonly percent: number };

export interface Progress {
  readonly read: number;
  readonly rejected: number;
  readonly path: string;
}

/** Whether an import rejected no more than it was allowed to. */
export function isWithin(limit: RejectLimit, { rejected, read }: Pick<Tally, 'rejected' | 'read'>): boolean {
  return limit.kind === 'count' ? rejected <= limit.count : rejected * 100 <= limit.percent * read;
}
