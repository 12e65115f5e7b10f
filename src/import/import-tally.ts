import type { Reject, StoreItem, Tally, WriteResult } from '../model/store.js';
import { BUG } from '../workers/page-item.js';
import type { Progress } from './options.js';
import type { FailedDump, ImportReport, ReportedReject, SourceReport } from './report.js';

/** Sources and rejects listed in a report. */
const MAX_LISTED = 1000;

/** What an import counts of itself; the store adds what it knows. */
export type CountedReport = Omit<ImportReport, 'import' | 'status' | 'articles' | 'issues' | 'drift' | 'seconds'>;

/** Counts what became of every record and source of an import. */
export class ImportTally {
  readonly total = { read: 0, inserted: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  private readonly skippedKinds: Record<string, number> = {};
  private readonly sources = new Map<string, SourceReport>();
  private sourceCount = 0;
  private readonly rejects: ReportedReject[] = [];
  private readonly failedDumps: FailedDump[] = [];
  private readonly truncatedSources: string[] = [];
  private repairs = 0;
  private bugs = 0;
  private seen = { read: 0, rejected: 0 };

  /** A record on its way to the store; what is seen of the run so far. */
  see(item: StoreItem, path: string): Progress {
    if (item.kind === 'reject') this.noteReject(item.reject, path);
    this.seen.read += 1;
    if (item.kind === 'reject') this.seen.rejected += 1;
    return { ...this.seen, path };
  }

  /** Records that the archive holds already. */
  addUnchanged(records: number): void {
    addTo(this.total, { read: records, unchanged: records });
  }

  /** What a store made of a run of records of one source. */
  addWritten({ tally, skippedKinds, repairs }: WriteResult): void {
    addTo(this.total, tally);
    addTo(this.skippedKinds, skippedKinds);
    this.repairs += repairs;
  }

  noteFailure({ path, code, message }: FailedDump): void {
    this.failedDumps.push({ path, code, message });
  }

  noteTruncated(path: string): void {
    this.truncatedSources.push(path);
  }

  noteSource(path: string, state: SourceReport['state'], read: number): void {
    const known = this.sources.get(path);
    if (!known) this.sourceCount += 1;
    if (!known && this.sources.size >= MAX_LISTED) return;
    this.sources.set(path, { path, state, read: (known?.state === 'partial' ? known.read : 0) + read });
  }

  /** True where every dump was read to its end and the program did not fail on any record. */
  isWhole(): boolean {
    return this.failedDumps.length + this.truncatedSources.length + this.bugs === 0;
  }

  counted(): CountedReport {
    const { total, repairs, sourceCount, skippedKinds, rejects, failedDumps, truncatedSources, bugs } = this;
    const sources = [...this.sources.values()];
    return { ...total, repairs, sources, sourceCount, skippedKinds, rejects, failedDumps, truncatedSources, bugs };
  }

  private noteReject(reject: Reject, path: string): void {
    if (reject.code === BUG) this.bugs += 1;
    if (this.rejects.length < MAX_LISTED) this.rejects.push({ ...reject, path });
  }
}

function addTo(total: Record<string, number>, more: Readonly<Record<string, number>> | Partial<Tally>): void {
  for (const [key, count] of Object.entries(more)) total[key] = (total[key] ?? 0) + count;
}
