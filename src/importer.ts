import { findDrift } from './archive/drift.js';
import { keptDumps } from './archive/kept-dumps.js';
import type { DumpFailure, ReadResult, ResumePoint, Source, SourceState, StoredPlace } from './model/capture.js';
import type { Drift } from './model/drift.js';
import type { CaptureRecord } from './model/extraction.js';
import type { ArchiveReader } from './model/query.js';
import type {
  ImportStatus,
  KnownSource,
  Reject,
  SourceBatch,
  Store,
  StoreItem,
  Tally,
  WriteResult,
} from './model/store.js';
import type { PageOptions } from './page.js';
import { type ReadOptions, read } from './read/read.js';
import { settleRules } from './settle/settle-rules.js';
import { BUG } from './workers/page-item.js';
import { type PageResult, readPages } from './workers/read-pages.js';

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
  /** Told of each file that waits. */
  readonly onWaiting?: (path: string) => void;
}

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
  /** At most `MAX_LISTED`. */
  readonly rejects: readonly ReportedReject[];
  readonly failedDumps: readonly FailedDump[];
  readonly truncatedSources: readonly string[];
  /** Records on which the program itself failed. */
  readonly bugs: number;
  /** Fields that sites lack far more often than in all imports before. */
  readonly drift: readonly Drift[];
  readonly seconds: number;
}

/** Sources and rejects listed in a report. */
const MAX_LISTED = 1000;
/** Records a transaction: more save a few hundredths of the time, take a quarter more memory, and are undone by a kill. */
const BATCH_RECORDS = 200;
/** Milliseconds after which signals and the progress line have their turn. */
const TURN = 25;
/** Unchanged sources that are noted at once. */
const MAX_UNCHANGED = 2000;
/** Characters of page text a transaction holds in memory. */
const BATCH_BYTES = 32 << 20;

/** Reads dumps into an archive: read, page, store in batches. */
export async function importDumps(
  store: Store,
  dumps: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  return runImport(store, options, (run) => run.readDumps(dumps));
}

/** Reads the pages again that an archive keeps; `archive` is a reader of the same. Other records of their sources stay as they are. */
export async function importKeptPages(
  store: Store,
  archive: Pick<ArchiveReader, 'sources'>,
  options: ImportOptions,
): Promise<ImportReport> {
  const results = keptDumps(archive.sources({ onlyKept: true }));
  return runImport(store, { ...options, force: true, keepPages: false }, (run) => run.readAll(results));
}

async function runImport(
  store: Store,
  options: ImportOptions,
  readAll: (run: ImportRun) => Promise<void>,
): Promise<ImportReport> {
  const started = performance.now();
  const { toolVersion, argv, lockTimeoutSeconds } = options;
  const importId = await store.beginImport({ toolVersion, argv, lockTimeoutSeconds });
  const run = new ImportRun(store, importId, options);
  try {
    await readAll(run);
  } catch (error) {
    await store.finishImport(importId, 'failed');
    throw error;
  }
  return run.finish(started);
}

/** What `parse` meets: a record, a reject, a dump that could not be read, the end of a source. */
export type ParseResult =
  | { readonly kind: 'record'; readonly record: CaptureRecord }
  | { readonly kind: 'reject'; readonly reject: ReportedReject }
  | { readonly kind: 'failed'; readonly failure: FailedDump }
  | { readonly kind: 'end'; readonly state: SourceState };

/** Reads dumps without an archive: every record, reject and failure in order. Files that are no page give nothing. */
export async function* parseDumps(dumps: readonly string[], options: DumpOptions): AsyncGenerator<ParseResult> {
  let path = '';
  for await (const result of readPages(read(dumps, options), options, 1)) {
    if (result.kind === 'source') path = result.source.path;
    else if (result.kind === 'failed') yield { kind: 'failed', failure: result };
    else if (result.kind === 'end') yield result;
    else if (result.kind !== 'unchanged') yield* toParseResult(toItem(result), path);
  }
}

function* toParseResult(item: StoreItem, path: string): Generator<ParseResult> {
  if (item.kind === 'record') yield item;
  else if (item.kind === 'reject') yield { kind: 'reject', reject: { ...item.reject, path } };
}

/** Turns what a reader met into what a store takes. */
function toItem(result: Extract<PageResult, { kind: 'page' | 'skipped' | 'unreadable' }>): StoreItem {
  if (result.kind === 'page') return result.item;
  if (result.kind === 'skipped') return result;
  const { kind: _, ...reject } = result;
  return { kind: 'reject', reject: { stage: 'read', ...reject } };
}

/** The source in hand, and what came of it since the last batch. */
interface OpenSource {
  readonly source: Source;
  readonly resumed: ResumePoint | null;
  readonly keepsPages: boolean;
  readonly row?: number;
  readonly items: StoreItem[];
}

type SourceEnd = Omit<Extract<ReadResult, { kind: 'end' }>, 'kind'>;

/** The state of one import: batches on their way to the store, and the tallies of those that arrived. */
class ImportRun {
  private open: OpenSource | null = null;
  private batches: SourceBatch[] = [];
  private unchanged: KnownSource[] = [];
  private pending = { records: 0, bytes: 0 };
  private readonly total = { read: 0, inserted: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  private readonly skippedKinds: Record<string, number> = {};
  private readonly sources = new Map<string, SourceReport>();
  private sourceCount = 0;
  private readonly rejects: ReportedReject[] = [];
  private readonly failedDumps: FailedDump[] = [];
  private readonly truncatedSources: string[] = [];
  private repairs = 0;
  private bugs = 0;
  private turned = performance.now();
  private seen = { read: 0, rejected: 0 };

  constructor(
    private readonly store: Store,
    private readonly importId: number,
    private readonly options: ImportOptions,
  ) {}

  async readDumps(dumps: readonly string[]): Promise<void> {
    const isKnown: ReadOptions['isKnown'] = (source) => this.isUnchanged(source);
    const resumePoint = async (source: Source): Promise<ResumePoint | null> =>
      this.options.force ? null : this.store.resumePoint(source);
    await this.readAll(read(dumps, { ...this.options, isKnown, resumePoint }));
  }

  async readAll(results: AsyncGenerator<ReadResult>): Promise<void> {
    for await (const result of readPages(results, this.options, this.options.jobs ?? null)) {
      await this.take(result);
      await this.giveTurn();
      if (this.options.signal?.aborted) break;
    }
    await this.flush();
  }

  /** Files are read and rows are written without waiting, so that a signal and the progress line must be given their turn. */
  private async giveTurn(): Promise<void> {
    if (performance.now() - this.turned < TURN) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.turned = performance.now();
  }

  async finish(started: number): Promise<ImportReport> {
    const status = this.status();
    if (status !== 'interrupted') await this.store.settle(settleRules);
    await this.store.finishImport(this.importId, status);
    return {
      import: this.importId,
      status,
      ...this.total,
      ...(await this.store.totals()),
      repairs: this.repairs,
      sources: [...this.sources.values()],
      sourceCount: this.sourceCount,
      skippedKinds: this.skippedKinds,
      rejects: this.rejects,
      failedDumps: this.failedDumps,
      truncatedSources: this.truncatedSources,
      bugs: this.bugs,
      drift: findDrift(await this.store.siteHistories(this.importId)),
      seconds: Math.round(performance.now() - started) / 1000,
    };
  }

  private async take(result: PageResult): Promise<void> {
    if (result.kind === 'source') this.begin(result);
    else if (result.kind === 'failed') this.takeFailure(result);
    else if (result.kind === 'end') this.close(result);
    else if (result.kind !== 'unchanged') this.takeItem(toItem(result));
    if (
      this.unchanged.length >= MAX_UNCHANGED ||
      this.pending.records >= BATCH_RECORDS ||
      this.pending.bytes >= BATCH_BYTES
    )
      await this.flush();
  }

  /** Records before the place where a dump was cut are read and unchanged. */
  private begin({ source, resumed, stored }: Extract<ReadResult, { kind: 'source' }>): void {
    const { row, keepsPages }: Partial<StoredPlace> = stored ?? { keepsPages: this.options.keepPages ?? false };
    this.open = { source, resumed: resumed ?? null, items: [], keepsPages, ...(row === undefined ? {} : { row }) };
    if (resumed === undefined) return;
    const { sourceId, records } = resumed;
    this.unchanged.push({ sourceId, records });
    addTo(this.total, { read: records, unchanged: records });
    this.noteSource(source.path, 'partial', records);
  }

  private takeItem(item: StoreItem): void {
    if (!this.open) return;
    this.open.items.push(item);
    this.pending.records += 1;
    if (item.kind === 'record') this.pending.bytes += sizeOf(item.record);
    if (item.kind !== 'skipped') this.pending.bytes += item.kept?.payload.length ?? 0;
    if (item.kind === 'reject') this.noteReject(item.reject, this.open.source.path);
    this.noteProgress(item, this.open.source.path);
  }

  private noteReject(reject: Reject, path: string): void {
    if (reject.code === BUG) this.bugs += 1;
    if (this.rejects.length < MAX_LISTED) this.rejects.push({ ...reject, path });
  }

  private noteProgress(item: StoreItem, path: string): void {
    this.seen.read += 1;
    if (item.kind === 'reject') this.seen.rejected += 1;
    this.options.onProgress?.({ ...this.seen, path });
  }

  /** A dump that fails while it is read keeps what was read of it, and is no whole source. */
  private takeFailure(failure: FailedDump): void {
    if (this.open) this.close({ state: 'failed', resumeAt: null, crawler: null });
    this.failedDumps.push({ path: failure.path, code: failure.code, message: failure.message });
  }

  private close({ state, resumeAt, crawler }: SourceEnd): void {
    if (!this.open) return;
    if (state === 'truncated') this.truncatedSources.push(this.open.source.path);
    this.enqueue({ end: state, resumeAt, crawler });
    this.open = null;
  }

  private enqueue(ending: Pick<SourceBatch, 'end' | 'resumeAt' | 'crawler'>): void {
    if (!this.open) return;
    const { collection, rights, note } = this.options;
    this.batches.push({ ...this.open, collection, rights, note, ...ending });
    this.open = { ...this.open, items: [] };
  }

  private async flush(): Promise<void> {
    if (this.open && this.open.items.length > 0) this.enqueue({ end: null });
    if (this.unchanged.length > 0) await this.store.markUnchanged(this.importId, this.unchanged);
    this.unchanged = [];
    const batches = this.batches;
    this.batches = [];
    this.pending = { records: 0, bytes: 0 };
    if (batches.length === 0) return;
    const results = await this.store.write(this.importId, batches, { force: this.options.force });
    results.forEach((result, index) => {
      const batch = batches[index];
      if (batch) this.count(batch, result);
    });
  }

  private count({ source, end }: SourceBatch, { tally, skippedKinds, repairs }: WriteResult): void {
    addTo(this.total, tally);
    addTo(this.skippedKinds, skippedKinds);
    this.repairs += repairs;
    this.noteSource(source.path, end ?? 'partial', tally.read);
  }

  private noteSource(path: string, state: SourceReport['state'], read: number): void {
    const known = this.sources.get(path);
    if (!known) this.sourceCount += 1;
    if (!known && this.sources.size >= MAX_LISTED) return;
    this.sources.set(path, { path, state, read: (known?.state === 'partial' ? known.read : 0) + read });
  }

  private async isUnchanged(source: Omit<Source, 'format'>): Promise<boolean> {
    const known = this.options.force ? null : await this.store.knownSource(source, this.options.keepPages);
    if (known === null) return false;
    this.unchanged.push(source.sha256 === null ? known : { ...known, fingerprint: source.fingerprint ?? null });
    addTo(this.total, { read: known.records, unchanged: known.records });
    this.noteSource(source.path, 'unchanged', known.records);
    return true;
  }

  private status(): ImportStatus {
    if (this.options.signal?.aborted) return 'interrupted';
    const isWhole = this.failedDumps.length + this.truncatedSources.length + this.bugs === 0;
    return isWhole && isWithin(this.options.maxRejects, this.total) ? 'ok' : 'partial';
  }
}

/** Whether an import rejected no more than it was allowed to. */
export function isWithin(limit: RejectLimit, { rejected, read }: Pick<Tally, 'rejected' | 'read'>): boolean {
  return limit.kind === 'count' ? rejected <= limit.count : rejected * 100 <= limit.percent * read;
}

function sizeOf(record: CaptureRecord): number {
  return (record.article?.articleBody ?? []).reduce((sum, paragraph) => sum + paragraph.length, 0);
}

function addTo(total: Record<string, number>, more: Readonly<Record<string, number>> | Partial<Tally>): void {
  for (const [key, count] of Object.entries(more)) total[key] = (total[key] ?? 0) + count;
}
