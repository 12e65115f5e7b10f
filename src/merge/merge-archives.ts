import type { ArchiveReader } from '../model/query.js';
import type { SettleRules } from '../model/settle.js';
import type { SourceBatch, Store, Tally } from '../model/store.js';

/** An archive that is read from. */
export interface MergedArchive {
  readonly path: string;
  readonly reader: Pick<ArchiveReader, 'sources' | 'close'>;
}

export interface MergeOptions {
  readonly toolVersion: string;
  readonly argv: readonly string[];
  readonly lockTimeoutSeconds: number;
  readonly rules: SettleRules;
  /** Called after each batch. */
  readonly onProgress?: (progress: { readonly read: number; readonly path: string }) => void;
  /** Ends the merge after the batch in hand. */
  readonly signal?: AbortSignal;
}

/** What a merge did: the tally of each archive, as of an import. */
export interface MergeReport {
  readonly status: 'ok' | 'interrupted';
  readonly archives: readonly (Tally & { readonly path: string })[];
  /** Articles and issues that the archive now holds. */
  readonly articles: number;
  readonly issues: number;
}

/** Records a transaction. */
const BATCH_RECORDS = 500;

/**
 * Takes the sources of other archives into one, an import each, by the same rules by which dumps are imported: the order does not matter,
 * and an archive that is merged twice changes nothing. `open` is called for one archive after the other.
 */
export async function mergeArchives(
  store: Store,
  archives: readonly { readonly path: string; readonly open: () => Promise<MergedArchive['reader']> }[],
  options: MergeOptions,
): Promise<MergeReport> {
  const tallies: (Tally & { readonly path: string })[] = [];
  for (const [index, { path, open }] of archives.entries()) {
    const reader = await open();
    try {
      const isLast = index === archives.length - 1;
      tallies.push({ path, ...(await mergeOne(store, { path, reader }, { ...options, isLast })) });
    } finally {
      await reader.close();
    }
    if (options.signal?.aborted) break;
  }
  if (archives.length === 0) await store.settle(options.rules);
  const status = options.signal?.aborted ? 'interrupted' : 'ok';
  return { status, archives: tallies, ...(await store.totals()) };
}

async function mergeOne(
  store: Store,
  { path, reader }: MergedArchive,
  options: MergeOptions & { readonly isLast: boolean },
): Promise<Tally> {
  const importId = await store.beginImport(options);
  const total = { read: 0, inserted: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  const write = async (batches: readonly SourceBatch[]): Promise<void> => {
    if (batches.length === 0) return;
    for (const { tally } of await store.write(importId, batches, { force: false })) addTo(total, tally);
    options.onProgress?.({ read: total.read, path });
  };
  try {
    for await (const batches of inPortions(reader.sources())) {
      await write(batches);
      if (options.signal?.aborted) break;
    }
    const isInterrupted = options.signal?.aborted === true;
    if (options.isLast && !isInterrupted) await store.settle(options.rules);
    await store.finishImport(importId, isInterrupted ? 'interrupted' : 'ok');
  } catch (error) {
    await store.finishImport(importId, 'failed');
    throw error;
  }
  return total;
}

/** Batches by some hundred records: small sources share a transaction. */
async function* inPortions(batches: AsyncIterable<SourceBatch>): AsyncGenerator<readonly SourceBatch[]> {
  let portion: SourceBatch[] = [];
  let records = 0;
  for await (const batch of batches) {
    portion.push(batch);
    records += batch.items.length;
    if (records < BATCH_RECORDS && portion.length < BATCH_RECORDS) continue;
    yield portion;
    portion = [];
    records = 0;
  }
  yield portion;
}

function addTo(total: { -readonly [E in keyof Tally]: number }, more: Tally): void {
  for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += more[name];
}
