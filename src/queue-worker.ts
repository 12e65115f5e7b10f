import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportOptions, ImportStore } from './import/options.js';
import type { FailedDump } from './import/report.js';
import { importDumps } from './importer.js';
import { ImporterError } from './model/importer-error.js';
import type { SiteProfile } from './model/site-profile.js';
import type { Tally } from './model/store.js';
import { type DumpQueue, type LeasedJob, openQueue } from './queue/dump-queue.js';
import { hasOpenJobs } from './queue/queue-status.js';
import { ownProfiles, profileDifference } from './queued-profiles.js';
import { settleRules } from './settle/settle-rules.js';
import { inTransaction, toServerError } from './store/postgres/connect.js';
import type { PostgresStore } from './store/postgres/job-writes.js';
import { openPostgresStore } from './store/postgres/postgres-store.js';

/** How a worker works. */
export interface WorkerOptions {
  readonly toolVersion: string;
  readonly argv: readonly string[];
  readonly profiles: readonly SiteProfile[];
  /** End when no job waits or is being done by anyone; else wait for more. */
  readonly untilEmpty: boolean;
  /** Ends the worker after the pages in hand; its job is given back. */
  readonly signal: AbortSignal;
  /** Told of each job that ended. */
  readonly onJob?: (outcome: JobOutcome) => void;
  /** Told that the server is away, once each time. */
  readonly onAway?: (message: string) => void;
}

/** What became of a job in the hands of this worker. */
export interface JobOutcome {
  readonly state: 'done' | 'failed' | 'lost' | 'given-back';
  readonly paths: readonly string[];
  readonly tally: Tally | null;
  readonly reason: string | null;
}

/** What a worker did. */
export interface WorkerReport extends Tally {
  readonly jobs: Readonly<Record<JobOutcome['state'], number>>;
}

/** Milliseconds between two looks into an empty queue, and between two attempts to reach a server that is away. */
const IDLE = 1000;
const AWAY = 2000;
/** Signs of life in the time of a lease. */
const BEATS = 4;

/** The job is another's by now: what was about to be written is not. */
class LeaseLost extends Error {}

/**
 * Takes jobs from the queue on the server at `url` and imports their dumps, one after the other. The last rows of a job and its end are
 * committed together; a server that goes away is waited for. When the queue is empty the archive is settled.
 */
export async function runWorker(url: string, options: WorkerOptions): Promise<WorkerReport> {
  const worker = new QueueWorker(url, options);
  await worker.open();
  try {
    await worker.run();
    return worker.report();
  } finally {
    await worker.close();
  }
}

class QueueWorker {
  private store: PostgresStore | null = null;
  private queue: DumpQueue | null = null;
  private importId = 0;
  private readonly jobs = { done: 0, failed: 0, lost: 0, 'given-back': 0 };
  private readonly total = { read: 0, inserted: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };

  constructor(
    private readonly url: string,
    private readonly options: WorkerOptions,
  ) {}

  report(): WorkerReport {
    return { ...this.total, jobs: this.jobs };
  }

  async open(): Promise<void> {
    const { toolVersion, argv, profiles } = this.options;
    try {
      this.store = await openPostgresStore(this.url, { create: true, profiles });
      this.importId = await this.store.beginImport({ toolVersion, argv, lockTimeoutSeconds: 0 });
      this.queue = await openQueue(this.url, { watch: true });
    } catch (error) {
      await this.close();
      throw toServerError(error, this.url);
    }
  }

  async close(): Promise<void> {
    const [queue, store] = [this.queue, this.store];
    [this.queue, this.store] = [null, null];
    await queue?.close().catch(() => {});
    await store?.close().catch(() => {});
  }

  async run(): Promise<void> {
    const { signal } = this.options;
    let isAway = false;
    while (!signal.aborted) {
      try {
        if (this.store === null) await this.open();
        isAway = false;
        if (!(await this.step())) break;
      } catch (error) {
        const known = toServerError(error, this.url);
        if (!(known instanceof ImporterError) || known.code !== 'server-unreachable') throw known;
        if (!isAway) this.options.onAway?.(known.message);
        isAway = true;
        await this.close();
        await pause(AWAY, signal);
      }
    }
    await this.store?.finishImport(this.importId, signal.aborted ? 'interrupted' : 'ok');
  }

  /** Does one job, or what is to be done when there is none; false when the worker is no longer needed. */
  private async step(): Promise<boolean> {
    const { queue, store } = this;
    if (queue === null || store === null) return true;
    const job = await queue.take();
    if (job !== null) {
      await this.work(job, queue, store);
      return true;
    }
    if (!(await hasOpenJobs(store.server.pool))) {
      await store.settle(settleRules);
      if (this.options.untilEmpty) return false;
    }
    await pause(IDLE, this.options.signal);
    return true;
  }

  private async work(job: LeasedJob, queue: DumpQueue, store: PostgresStore): Promise<void> {
    const difference = profileDifference(job.data.profiles ?? [], ownProfiles(this.options.profiles));
    if (difference !== null) return this.refuse(job, queue, difference);
    const lease = new Lease(job, queue, this.options.signal);
    const options = this.importOptions(job, lease);
    try {
      store.beginSourcesAnew();
      const report = await importDumps(leasedStore(store, this.importId, lease), pathsOf(job), options);
      addTo(this.total, report);
      if (report.status === 'interrupted') {
        await inTransaction(store.server.pool, (client) => queue.giveBack(job, client));
        this.tell(job, { state: 'given-back', tally: report, reason: null });
      } else if (lease.failures.length > 0) {
        await this.takeFailures(job, queue, { failures: lease.failures, report });
      } else if (await lease.end()) this.tell(job, { state: 'done', tally: report, reason: null });
      else this.tell(job, { state: 'lost', tally: report, reason: null });
    } catch (error) {
      await this.takeError(job, queue, error);
    } finally {
      lease.release();
    }
  }

  /** Read with other profiles its records would be others, and nobody would see why. */
  private async refuse(job: LeasedJob, queue: DumpQueue, reason: string): Promise<void> {
    await queue.fail(job, reason);
    this.tell(job, { state: 'failed', tally: null, reason });
  }

  /** Dumps of a list that failed go on as jobs of their own; the others are done. */
  private async takeFailures(
    job: LeasedJob,
    queue: DumpQueue,
    { failures, report }: { readonly failures: readonly FailedDump[]; readonly report: Tally },
  ): Promise<void> {
    const reason = failures.map(({ path, message }) => `${path}: ${message}`).join('; ');
    const { pool } = this.store?.server ?? {};
    if (job.data.dumps.length === 1 || pool === undefined) await queue.fail(job, reason);
    else {
      const paths = new Set(failures.map(({ path }) => path));
      await inTransaction(pool, (client) => queue.part(job, paths, client));
    }
    this.tell(job, { state: 'failed', tally: report, reason });
  }

  private async takeError(job: LeasedJob, queue: DumpQueue, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return this.tell(job, { state: 'lost', tally: null, reason: null });
    const known = toServerError(error, this.url);
    if (known instanceof ImporterError && known.code === 'server-unreachable') throw known;
    const reason = known instanceof Error ? known.message : String(known);
    await queue.fail(job, reason);
    this.tell(job, { state: 'failed', tally: null, reason });
  }

  private tell(job: LeasedJob, outcome: Omit<JobOutcome, 'paths'>): void {
    this.jobs[outcome.state] += 1;
    this.options.onJob?.({ ...outcome, paths: pathsOf(job) });
  }

  private importOptions({ data }: LeasedJob, lease: Lease): ImportOptions {
    const { toolVersion, argv, profiles } = this.options;
    return {
      ...data.options,
      toolVersion,
      argv,
      profiles,
      lockTimeoutSeconds: 0,
      jobs: 1,
      tops: new Map(data.dumps.flatMap(({ path, top }) => (top === null ? [] : [[path, top]]))),
      maxRejects: { kind: 'percent', percent: 100 },
      limit: null,
      minAge: null,
      ...(data.piece && { shard: { index: 1, count: 1, pieceBytes: data.piece.bytes, piece: data.piece.number } }),
      signal: lease.signal,
      onFailedDump: (dump) => lease.failures.push(dump),
    };
  }
}

/** The right to a job while it is worked on. */
class Lease {
  readonly failures: FailedDump[] = [];
  private readonly controller = new AbortController();
  private readonly beat: NodeJS.Timeout;
  private isEnded = false;

  constructor(
    private readonly job: LeasedJob,
    private readonly queue: DumpQueue,
    stop: AbortSignal,
  ) {
    stop.addEventListener('abort', () => this.controller.abort(), { signal: this.controller.signal });
    if (stop.aborted) this.controller.abort();
    // A sign of life that fails is followed by another; what counts is asked inside each transaction.
    const touch = (): void => void queue.touch(job).catch(() => {});
    this.beat = setInterval(touch, (job.leaseSeconds * 1000) / BEATS);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Holds the job for the transaction in hand, or ends it with the transaction. Throws where it is another's. */
  async hold(client: Parameters<DumpQueue['complete']>[1], isLast: boolean): Promise<void> {
    const isWhole = isLast && this.failures.length === 0 && !this.signal.aborted;
    const isHeld = isWhole ? await this.queue.complete(this.job, client) : await this.queue.touch(this.job, client);
    if (!isHeld) throw new LeaseLost();
    this.isEnded = isWhole;
  }

  /** Ends the job, unless its last transaction did; false where it is another's. */
  async end(): Promise<boolean> {
    return this.isEnded || this.queue.complete(this.job);
  }

  release(): void {
    clearInterval(this.beat);
    this.controller.abort();
  }
}

/** The store as an import of one job sees it: the import is the worker's, and each transaction asks whether the job still is. */
function leasedStore(store: PostgresStore, importId: number, lease: Lease): ImportStore {
  const nothing = { joins: 0, issuesInferred: 0, countersSwapped: 0, reprints: 0 };
  return {
    beginImport: async () => importId,
    knownSource: (source, keepsPages) => store.knownSource(source, keepsPages),
    resumePoint: (source) => store.resumePoint(source),
    markUnchanged: (id, known) => store.markUnchanged(id, known),
    write: (id, batches, { force, isLast = false }) =>
      store.writeWith(id, batches, { force, also: (client) => lease.hold(client, isLast) }),
    settle: async () => nothing,
    finishImport: async () => {},
    siteHistories: async () => [],
    totals: async () => ({ articles: 0, issues: 0 }),
  };
}

function pathsOf({ data }: LeasedJob): readonly string[] {
  return data.dumps.map(({ path }) => path);
}

function addTo(total: { -readonly [E in keyof Tally]: number }, more: Tally): void {
  for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += more[name];
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
