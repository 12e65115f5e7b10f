import type { ConstructorOptions, Db, PgBoss } from 'pg-boss';
import { ImporterError } from '../model/importer-error.js';
import type { DumpJob, QueueRules } from '../model/queue.js';

/** Names of the queue of dumps and of that of dumps that failed for good. */
export const DUMPS = 'muragat-dumps';
export const DEAD = 'muragat-dead';
/** Schema in which pg-boss keeps its tables. */
export const SCHEMA = 'pgboss';

/** Longest wait between two tries, seconds. */
const LONGEST_DELAY = 300;
/** Seconds that a job may take with a worker that shows signs of life. */
const LONGEST_JOB = 24 * 3600;
/** Seconds that jobs are kept: those waiting, and those done. */
const KEPT = 180 * 24 * 3600;
/** Seconds between two looks for jobs of silent workers. */
const WATCH = 5;

/** A connection inside a transaction. */
export interface Transaction {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A job that this worker has for now: nobody else gets it as long as it is touched. */
export interface LeasedJob {
  readonly id: string;
  /** Which try it is, counted from 0; names the lease. */
  readonly retryCount: number;
  readonly data: DumpJob;
  readonly leaseSeconds: number;
}

/** The queue of dumps on a server. */
export class DumpQueue {
  readonly #boss: PgBoss;

  constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /** Puts jobs into the queue. */
  async add(jobs: readonly DumpJob[], { leaseSeconds, retries, retryDelaySeconds }: QueueRules): Promise<void> {
    const rules = {
      heartbeatSeconds: leaseSeconds,
      retryLimit: retries,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: LONGEST_DELAY,
    };
    await this.#boss.updateQueue(DUMPS, rules);
    for (let at = 0; at < jobs.length; at += 1000) {
      await this.#boss.insert(
        DUMPS,
        jobs.slice(at, at + 1000).map((data) => ({ data, ...rules })),
      );
    }
  }

  /** Takes the next job, if there is one that may begin. */
  async take(): Promise<LeasedJob | null> {
    const [job] = await this.#boss.fetch<DumpJob>(DUMPS, { includeMetadata: true });
    if (job === undefined) return null;
    return {
      id: job.id,
      retryCount: job.retryCount,
      data: job.data,
      leaseSeconds: job.heartbeatSeconds ?? LONGEST_JOB,
    };
  }

  /** Shows a sign of life; false where the job is another's by now. */
  async touch(job: LeasedJob, transaction?: Transaction): Promise<boolean> {
    return isDone(await this.#boss.touch(DUMPS, attemptOf(job), within(transaction)));
  }

  /** Ends a job; false where it is another's by now. With a transaction it ends when that is committed. */
  async complete(job: LeasedJob, transaction?: Transaction): Promise<boolean> {
    return isDone(await this.#boss.complete(DUMPS, attemptOf(job), null, within(transaction)));
  }

  /** Gives a job back that could not be done: it is tried again later, or is dead after its last try. */
  async fail(job: LeasedJob, reason: string): Promise<void> {
    await this.#boss.fail(DUMPS, attemptOf(job), { reason });
  }

  /** Ends a job and puts those of its dumps into the queue as jobs of their own that are named. */
  async part(job: LeasedJob, paths: ReadonlySet<string>, transaction: Transaction): Promise<void> {
    if (!(await this.complete(job, transaction))) return;
    const { dumps, ...rest } = job.data;
    const jobs = dumps.filter(({ path }) => paths.has(path)).map((dump) => ({ data: { ...rest, dumps: [dump] } }));
    await this.#boss.insert(DUMPS, jobs, within(transaction));
  }

  /** Gives a job back that was not tried to its end: another worker may take it at once, and it costs no try. */
  async giveBack(job: LeasedJob, transaction: Transaction): Promise<void> {
    const { data, leaseSeconds } = job;
    if (!isDone(await this.#boss.deleteJob(DUMPS, attemptOf(job), within(transaction)))) return;
    await this.#boss.insert(DUMPS, [{ data, heartbeatSeconds: leaseSeconds }], within(transaction));
  }

  /** Sends the dead jobs again; gives how many. */
  async redrive(): Promise<number> {
    let total = 0;
    for (let moved = -1; moved !== 0; total += moved) moved = await this.#boss.redrive(DEAD, { destination: DUMPS });
    return total;
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

/**
 * Opens the queue on the server at `url`, made where there is none; `watch` looks for jobs of workers that fell silent. Throws
 * `ImporterError` `usage` where pg-boss is not installed; errors of the server come as they are.
 */
export async function openQueue(url: string, { watch }: { readonly watch: boolean }): Promise<DumpQueue> {
  const { PgBoss } = await loadBoss();
  const options: ConstructorOptions = {
    connectionString: url,
    application_name: 'muragat queue',
    schema: SCHEMA,
    max: 3,
    schedule: false,
    supervise: watch,
    superviseIntervalSeconds: WATCH,
    monitorIntervalSeconds: WATCH,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  };
  const boss = new PgBoss(options);
  // What goes wrong between two calls goes wrong in the next one too, and is told there.
  boss.on('error', () => {});
  try {
    await boss.start();
    await boss.createQueue(DEAD, { retentionSeconds: KEPT, deleteAfterSeconds: KEPT });
    await boss.createQueue(DUMPS, {
      deadLetter: DEAD,
      expireInSeconds: LONGEST_JOB,
      retentionSeconds: KEPT,
      deleteAfterSeconds: KEPT,
    });
    return new DumpQueue(boss);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
}

async function loadBoss(): Promise<typeof import('pg-boss')> {
  try {
    return await import('pg-boss');
  } catch (cause) {
    const message = 'the queue needs the packages pg and pg-boss, which are not installed';
    throw new ImporterError('usage', message, 'Install them: npm install pg pg-boss', { cause });
  }
}

function attemptOf({ id, retryCount }: LeasedJob): { readonly id: string; readonly retryCount: number } {
  return { id, retryCount };
}

function within(transaction: Transaction | undefined): { db?: Db } {
  if (transaction === undefined) return {};
  return { db: { executeSql: (text, values) => transaction.query(text, values) } };
}

function isDone(response: object): boolean {
  return 'affected' in response && response.affected === 1;
}
