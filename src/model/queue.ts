import type { DumpFailure } from './capture.js';

/** What a job of the queue says: which dumps to read, and how. It carries names, never content. */
export interface DumpJob {
  readonly dumps: readonly QueuedDump[];
  readonly options: QueuedOptions;
  /** Of a large dump only this piece, counted from 1, and the size in bytes at which dumps are cut. */
  readonly piece?: { readonly number: number; readonly bytes: number };
  /** Profiles of one's own by which to read, in their order, where there are any: a worker with others does not. */
  readonly profiles?: readonly QueuedProfile[];
}

/** A profile that is none of the known ones: its name, and the hash of what it says. */
export interface QueuedProfile {
  readonly name: string;
  readonly sha256: string;
}

/** A dump by the path under which every worker finds it. */
export interface QueuedDump {
  readonly path: string;
  readonly bytes: number;
  /** The folder in which it was found; null where it was named itself. */
  readonly top: string | null;
}

/** What was said of the dumps when they were put into the queue. */
export interface QueuedOptions {
  readonly format: string | null;
  readonly site: string | null;
  readonly baseUrl: string | null;
  readonly capturedAt: string | null;
  readonly charset: string | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly since: string | null;
  readonly force: boolean;
  readonly keepPages: boolean;
  readonly collection: string | null;
  readonly rights: string | null;
  readonly note: string | null;
}

/** How jobs are given out. */
export interface QueueRules {
  /** Seconds after which the job of a silent worker goes to another; at least 10. */
  readonly leaseSeconds: number;
  /** How often a job that failed is tried again. */
  readonly retries: number;
  /** Seconds before the first of these; each further wait is about twice as long, five minutes at most. */
  readonly retryDelaySeconds: number;
}

/** What was put into the queue. */
export interface EnqueueReport {
  readonly jobs: number;
  readonly dumps: number;
  readonly bytes: number;
  /** Paths at which there is nothing to read. */
  readonly failed: readonly { readonly path: string; readonly code: DumpFailure; readonly message: string }[];
}

/** A job that failed for good. */
export interface DeadJob {
  readonly state: 'dead';
  readonly paths: readonly string[];
  readonly reason: string;
  /** How often it was tried. */
  readonly tries: number;
  /** ISO 8601, UTC. */
  readonly diedAt: string;
}

/** What a queue holds. */
export interface QueueStatus {
  /** Jobs by state: `waiting`, `retry` (waiting for another try), `active`, `done`, `dead`. */
  readonly states: Readonly<Record<'waiting' | 'retry' | 'active' | 'done' | 'dead', number>>;
  /** Jobs and megabytes (10^6 bytes) a minute over the last ten minutes. */
  readonly jobsPerMinute: number;
  readonly megabytesPerMinute: number;
  /** Seconds until the queue is empty at that rate; null where nothing was done lately. */
  readonly secondsLeft: number | null;
  /** Those that failed for good, oldest first. */
  readonly deadLetters: readonly DeadJob[];
}
