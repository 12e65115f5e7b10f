import { availableParallelism } from 'node:os';
import type { Capture, ReadResult } from '../model/capture.js';
import type { StoreItem } from '../model/store.js';
import { type ReadingOptions, readPageItem } from './page-item.js';
import { PagePool } from './page-pool.js';

/** What a reader met, its captures read. */
export type PageResult = Exclude<ReadResult, { kind: 'capture' }> | { readonly kind: 'page'; readonly item: StoreItem };

/** Pages read in process before threads are started unasked: starting one costs as much as some hundred pages. */
const PAGES_ALONE = 400;
/** More workers than this wait for the writer, which takes about a third of the work. */
const MOST_JOBS = 3;
/** A portion is the pages that a thread gets at once: this many, or this many bytes. */
const PORTION_PAGES = 32;
const PORTION_BYTES = 2 << 20;
/** Results of a portion with or without pages. */
const PORTION_RESULTS = 1000;
/** Portions in hand for each worker. */
const PORTIONS_EACH = 3;

/**
 * Reads the pages among what a reader meets, in the order of the reader. `jobs`: 1 reads here, more on that many worker threads; null
 * chooses: threads where a dump is large and cores are free for them.
 */
export async function* readPages(
  results: AsyncGenerator<ReadResult>,
  options: ReadingOptions,
  jobs: number | null,
): AsyncGenerator<PageResult> {
  const workers = jobs ?? chooseJobs(availableParallelism());
  const pagesHere = workers === 1 ? Number.POSITIVE_INFINITY : jobs === null ? PAGES_ALONE : 0;
  try {
    const isEnded = yield* readHere(results, options, pagesHere);
    if (!isEnded) yield* readInThreads(results, await PagePool.open(options, { jobs: workers }), workers);
  } finally {
    await results.return(undefined);
  }
}

/** Workers where the user names no number: none on two cores, where they only wait for each other. */
export function chooseJobs(cores: number): number {
  return cores < 3 ? 1 : Math.min(cores - 1, MOST_JOBS);
}

async function* readHere(
  results: AsyncGenerator<ReadResult>,
  options: ReadingOptions,
  limit: number,
): AsyncGenerator<PageResult, boolean> {
  for (let pages = 0; pages < limit; ) {
    const next = await results.next();
    if (next.done) return true;
    if (next.value.kind === 'capture') pages += 1;
    yield next.value.kind === 'capture'
      ? { kind: 'page', item: detached(readPageItem(next.value.capture, options)) }
      : next.value;
  }
  return false;
}

/**
 * The same item without ties to its page. Pieces of a string are views that keep all of it in memory, and a transaction gathers hundreds
 * of pages; one round through JSON costs less than the garbage collector does otherwise.
 */
function detached(item: StoreItem): StoreItem {
  const { kept, ...rest } = item.kind === 'skipped' ? { ...item, kept: undefined } : item;
  const copy: StoreItem = JSON.parse(JSON.stringify(rest));
  return kept === undefined || copy.kind === 'skipped' ? copy : { ...copy, kept };
}

/** Reads in threads, some portions at a time; gives their results in order. Closes the pool. */
export async function* readInThreads(
  results: AsyncGenerator<ReadResult>,
  pool: PagePool,
  jobs: number,
): AsyncGenerator<PageResult> {
  const inHand: Promise<readonly PageResult[]>[] = [];
  try {
    for (;;) {
      const portion = await nextPortion(results);
      if (portion.length === 0) break;
      const items = readPortion(portion, pool);
      // What fails is thrown when its turn comes, not before.
      items.catch(() => undefined);
      inHand.push(items);
      if (inHand.length >= jobs * PORTIONS_EACH) yield* (await inHand.shift()) ?? [];
    }
    for (const items of inHand) yield* await items;
  } finally {
    await pool.close();
  }
}

async function nextPortion(results: AsyncGenerator<ReadResult>): Promise<readonly ReadResult[]> {
  const portion: ReadResult[] = [];
  let pages = 0;
  let bytes = 0;
  while (pages < PORTION_PAGES && bytes < PORTION_BYTES && portion.length < PORTION_RESULTS) {
    const next = await results.next();
    if (next.done) break;
    if (next.value.kind !== 'capture') {
      portion.push(next.value);
      continue;
    }
    const { capture } = next.value;
    // The reader may use the bytes again for the next capture.
    portion.push({ kind: 'capture', capture: { ...capture, payload: new Uint8Array(capture.payload) } });
    pages += 1;
    bytes += capture.payload.length;
  }
  return portion;
}

async function readPortion(portion: readonly ReadResult[], pool: PagePool): Promise<readonly PageResult[]> {
  const captures = portion.flatMap((result): Capture[] => (result.kind === 'capture' ? [result.capture] : []));
  const items = (captures.length === 0 ? [] : await pool.read(captures)).values();
  return portion.flatMap((result): PageResult[] => {
    if (result.kind !== 'capture') return [result];
    const item = items.next().value;
    return item === undefined ? [] : [{ kind: 'page', item }];
  });
}
