import { findDrift } from '../archive/drift.js';
import type { ReadResult, ResumePoint, Source, StoredPlace } from '../model/capture.js';
import type { CaptureRecord } from '../model/extraction.js';
import type { ImportStatus, KnownSource, SourceBatch, StoreItem } from '../model/store.js';
import { type ReadOptions, read } from '../read/read.js';
import { settleRules } from '../settle/settle-rules.js';
import { type PageResult, readPages } from '../workers/read-pages.js';
import { ImportTally } from './import-tally.js';
import { type ImportOptions, type ImportStore, isWithin } from './options.js';
import type { FailedDump, ImportReport } from './report.js';
import { toItem } from './to-item.js';

/** Records a transaction: more save a few hundredths of the time, take a quarter more memory, and are undone by a kill. */
const BATCH_RECORDS = 200;
/** Milliseconds after which signals and the progress line have their turn. */
const TURN = 25;
/** Unchanged sources that are noted at once. */
const MAX_UNCHANGED = 2000;
/** Characters of page text a transaction holds in memory. */
const BATCH_BYTES = 32 << 20;

/** The source in hand, and what came of it since the last batch. */
interface OpenSource {
  readonly source: Source;
  readonly resumed: ResumePoint | null;
  readonly keepsPages: boolean;
  readonly row?: number;
  readonly items: StoreItem[];
}

type SourceEnd = Omit<Extract<ReadResult, { kind: 'end' }>, 'kind'>;

/** One import: batches on their way to the store, and the tally of those that arrived. */
export class ImportRun {
  private open: OpenSource | null = null;
  private batches: SourceBatch[] = [];
  private unchanged: KnownSource[] = [];
  private pending = { records: 0, bytes: 0 };
  private readonly tally = new ImportTally();
  private turned = performance.now();

  constructor(
    private readonly store: ImportStore,
    private readonly importId: number,
    private readonly options: ImportOptions,
  ) {}

  async readDumps(dumps: readonly string[]): Promise<void> {
    const isKnown: ReadOptions['isKnown'] = (source) => this.isUnchanged(source);
    const resumePoint = async (source: Source): Promise<ResumePoint | null> =>
      this.options.force ? null : this.store.resumePoint(source);
    await this.readAll(read(dumps, { ...this.options, isKnown, resumePoint, reusesBytes: true }));
  }

  async readAll(results: AsyncGenerator<ReadResult>): Promise<void> {
    for await (const result of readPages(results, this.options, this.options.jobs ?? null)) {
      await this.take(result);
      await this.giveTurn();
      if (this.options.signal?.aborted) break;
    }
    await this.flush(true);
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
      ...this.tally.counted(),
      ...(await this.store.totals()),
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
    this.tally.addUnchanged(records);
    this.tally.noteSource(source.path, 'partial', records);
  }

  private takeItem(item: StoreItem): void {
    if (!this.open) return;
    this.open.items.push(item);
    this.pending.records += 1;
    if (item.kind === 'record') this.pending.bytes += sizeOf(item.record);
    if (item.kind !== 'skipped') this.pending.bytes += item.kept?.payload.length ?? 0;
    this.options.onProgress?.(this.tally.see(item, this.open.source.path));
  }

  /** A dump that fails while it is read keeps what was read of it, and is no whole source. */
  private takeFailure(failure: FailedDump): void {
    if (this.open) this.close({ state: 'failed', resumeAt: null, crawler: null });
    this.tally.noteFailure(failure);
    this.options.onFailedDump?.(failure);
  }

  private close({ state, resumeAt, crawler }: SourceEnd): void {
    if (!this.open) return;
    if (state === 'truncated') this.tally.noteTruncated(this.open.source.path);
    this.enqueue({ end: state, resumeAt, crawler });
    this.open = null;
  }

  private enqueue(ending: Pick<SourceBatch, 'end' | 'resumeAt' | 'crawler'>): void {
    if (!this.open) return;
    const { collection, rights, note } = this.options;
    this.batches.push({ ...this.open, collection, rights, note, ...ending });
    this.open = { ...this.open, items: [] };
  }

  private async flush(isLast = false): Promise<void> {
    if (this.open && this.open.items.length > 0) this.enqueue({ end: null });
    if (this.unchanged.length > 0) await this.store.markUnchanged(this.importId, this.unchanged);
    this.unchanged = [];
    const batches = this.batches;
    this.batches = [];
    this.pending = { records: 0, bytes: 0 };
    if (batches.length === 0) return;
    const results = await this.store.write(this.importId, batches, { force: this.options.force, isLast });
    for (const [index, result] of results.entries()) {
      const batch = batches[index];
      this.tally.addWritten(result);
      if (batch) this.tally.noteSource(batch.source.path, batch.end ?? 'partial', result.tally.read);
    }
  }

  private async isUnchanged(source: Omit<Source, 'format'>): Promise<boolean> {
    const known = this.options.force ? null : await this.store.knownSource(source, this.options.keepPages);
    if (known === null) return false;
    this.unchanged.push(source.sha256 === null ? known : { ...known, fingerprint: source.fingerprint ?? null });
    this.tally.addUnchanged(known.records);
    this.tally.noteSource(source.path, 'unchanged', known.records);
    return true;
  }

  private status(): ImportStatus {
    if (this.options.signal?.aborted) return 'interrupted';
    return this.tally.isWhole() && isWithin(this.options.maxRejects, this.tally.total) ? 'ok' : 'partial';
  }
}

function sizeOf(record: CaptureRecord): number {
  return (record.article?.articleBody ?? []).reduce((sum, paragraph) => sum + paragraph.length, 0);
}
