import type { Piscina } from 'piscina';
import type { Capture } from '../model/capture.js';
import type { StoreItem } from '../model/store.js';
import { keepPage, type ReadingOptions, rejectPage } from './page-item.js';

/** How the worker threads are run. */
export interface PoolOptions {
  /** Worker threads. */
  readonly jobs: number;
  /** Longest time (milliseconds) that a portion of pages may take before its pages are read one by one. */
  readonly pageTimeout?: number;
  /** Longest time that one page may take by itself: work is bounded by its own count, so only a page that would never end meets it. */
  readonly careTimeout?: number;
  /** The module that the threads run; it exports `readPages`. */
  readonly worker?: URL;
}

const PAGE_TIMEOUT = 30_000;
const CARE_TIMEOUT = 300_000;
const WORKER = new URL('./page-worker.js', import.meta.url);
/** Portions that wait in a thread while it works: the writer keeps this thread busy for some tenths of a second. */
const PORTIONS_WAITING = 2;
/** Heap of a worker in MB; the largest page that is read takes a tenth of it. */
const HEAP = 1024;

/**
 * Worker threads that read pages. A portion whose thread dies or hangs is read again page by page in a thread apart, so that exactly the
 * page that did it is rejected.
 */
export class PagePool {
  readonly #fast: Piscina;
  readonly #open: (jobs: number) => Piscina;
  readonly #timeout: number;
  readonly #careTimeout: number;
  readonly #options: ReadingOptions;
  #careful: Piscina | null = null;
  #isClosed = false;
  /** Ends with the last page that is read with care: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    open: (jobs: number) => Piscina,
    options: ReadingOptions,
    { jobs, pageTimeout = PAGE_TIMEOUT, careTimeout = CARE_TIMEOUT }: PoolOptions,
  ) {
    this.#open = open;
    this.#options = options;
    this.#timeout = pageTimeout;
    this.#careTimeout = careTimeout;
    this.#fast = open(jobs);
  }

  /** Starts the threads. The pool must be closed. */
  static async open(options: ReadingOptions, pool: PoolOptions): Promise<PagePool> {
    const { Piscina } = await import('piscina');
    const open = (jobs: number): Piscina =>
      new Piscina({
        filename: (pool.worker ?? WORKER).href,
        name: 'readPages',
        minThreads: jobs,
        maxThreads: jobs,
        concurrentTasksPerWorker: jobs > 1 ? PORTIONS_WAITING + 1 : 1,
        resourceLimits: { maxOldGenerationSizeMb: HEAP },
        workerData: cloneable(options),
      });
    return new PagePool(open, options, pool);
  }

  /** One item a capture, in order. */
  async read(captures: readonly Capture[]): Promise<readonly StoreItem[]> {
    try {
      return await this.#run(this.#fast, captures, this.#timeout);
    } catch {
      return this.#isClosed ? [] : this.#inTurn(captures);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([this.#fast.destroy(), this.#careful?.destroy()]);
  }

  #inTurn(captures: readonly Capture[]): Promise<readonly StoreItem[]> {
    const items = this.#turn.then(async () => {
      const read: StoreItem[] = [];
      for (const capture of captures) read.push(await this.#readWithCare(capture));
      return read;
    });
    this.#turn = items;
    return items;
  }

  async #readWithCare(capture: Capture): Promise<StoreItem> {
    this.#careful ??= this.#open(1);
    const limit = this.#careTimeout;
    try {
      const [item] = await this.#run(this.#careful, [capture], limit);
      return item ?? this.#reject(capture, 'worker-died', 'The worker gave nothing for this page.');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return isAbort(error)
        ? this.#reject(capture, 'timeout', `The page was not read after ${limit / 1000} seconds.`)
        : this.#reject(capture, 'worker-died', `The worker that read this page died: ${why.slice(0, 200)}`);
    }
  }

  #reject(capture: Capture, code: string, message: string): StoreItem {
    return keepPage(rejectPage(capture, code, message), capture, this.#options);
  }

  async #run(pool: Piscina, captures: readonly Capture[], limit: number): Promise<readonly StoreItem[]> {
    const sent = captures.map((capture) => ({ ...capture, payload: new Uint8Array(capture.payload) }));
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), limit);
    try {
      return await pool.run(sent, { transferList: sent.map(({ payload }) => payload.buffer), signal: stop.signal });
    } finally {
      clearTimeout(timer);
    }
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** What of the options of a run may go to a thread: functions may not. */
function cloneable({ charset, site, baseUrl, profiles, keepPages = false, mostWork }: ReadingOptions): ReadingOptions {
  return { charset, site, baseUrl, profiles, keepPages, ...(mostWork === undefined ? {} : { mostWork }) };
}
