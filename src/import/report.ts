import type { DumpFailure, SourceState } from '../model/capture.js';
import type { Drift } from '../model/drift.js';
import type { ImportStatus, Reject, Tally } from '../model/store.js';

/** A path that could not be read at all. */
export interface FailedDump {
  readonly path: string;
  readonly code: DumpFailure;
  readonly message: string;
}

export interface SourceReport {
  readonly path: string;
  readonly state: SourceState | 'unchanged' | 'partial';
  readonly read: number;
}

/** A reject with the dump it came from. */
export interface ReportedReject extends Reject {
  readonly path: string;
}

/** What an import did. */
export interface ImportReport extends Tally {
  readonly import: number;
  readonly status: ImportStatus;
  /** Articles and issues the archive now holds. */
  readonly articles: number;
  readonly issues: number;
  /** Applied repairs in new captures. */
  readonly repairs: number;
  readonly sources: readonly SourceReport[];
  readonly sourceCount: number;
  readonly skippedKinds: Readonly<Record<string, number>>;
  /** At most 1,000. */
  readonly rejects: readonly ReportedReject[];
  readonly failedDumps: readonly FailedDump[];
  readonly truncatedSources: readonly string[];
  /** Records on which the program itself failed. */
  readonly bugs: number;
  /** Fields that sites lack far more often than in all imports before. */
  readonly drift: readonly Drift[];
  readonly seconds: number;
}
