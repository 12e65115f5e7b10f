import { ImporterError } from '../model/importer-error.js';
import type { SettleRules } from '../model/settle.js';
import type { SourceBatch, Store } from '../model/store.js';
import type { Damage } from '../model/verify.js';
import { checkSources, type DumpReader, type SourceCheck } from './check-sources.js';
import { compareContent } from './compare-content.js';
import { replayRepairs } from './replay.js';

/** The archive to be verified, and what is needed for it. */
export interface VerifyOptions {
  /** Checks the file without trusting it. */
  readonly checkFile: () => readonly Damage[];
  /** Opens the archive. */
  readonly open: () => Store;
  /** Opens an empty archive that is gone when closed: all is computed anew in it. */
  readonly openScratch: () => Store;
  readonly rules: SettleRules;
  /** Reads dumps again; null where they need not be there. */
  readonly readDump: DumpReader | null;
}

/** What verifying found. */
export interface VerifyReport {
  readonly ok: boolean;
  /** SHA-256 over all content; null where damage keeps it from being computed. */
  readonly digest: string | null;
  /** Captures whose records were read, and articles computed from them. */
  readonly captures: number;
  readonly articles: number;
  /** Repairs of headlines and bodies that were taken back and replayed; `status` counts those of every field. */
  readonly repairs: number;
  /** Null where dumps were not read again. */
  readonly sources: Omit<SourceCheck, 'damages'> | null;
  readonly damageCount: number;
  /** At most `MAX_LISTED`. */
  readonly damages: readonly Damage[];
}

/** Damages listed in a report. */
const MAX_LISTED = 1000;
/** Records a transaction. */
const BATCH = 200;
/** The one source of an archive computed anew. */
const SCRATCH = { path: 'verify', format: 'archive', bytes: 0, modifiedAt: null, sha256: null };

type Found = Pick<VerifyReport, 'digest' | 'captures' | 'articles' | 'repairs' | 'sources'>;
const NOTHING: Found = { digest: null, captures: 0, articles: 0, repairs: 0, sources: null };

/**
 * Checks an archive against itself, and against its dumps where `readDump` is given. Nothing in it is changed. Throws `ImporterError` where
 * there is none, or where an import holds it.
 */
export async function verifyArchive(options: VerifyOptions): Promise<VerifyReport> {
  const damages = [...options.checkFile()];
  const found = await guarded(damages, () => verifyOpened(options, damages));
  const ok = damages.length === 0;
  return { ...(found ?? NOTHING), ok, damageCount: damages.length, damages: damages.slice(0, MAX_LISTED) };
}

/** An archive that is written to while it is read would look damaged: then nothing is said of it. */
async function verifyOpened(options: VerifyOptions, damages: Damage[]): Promise<Found> {
  const store = options.open();
  try {
    const checkUnchanged = await store.watch();
    const found = await guarded(damages, () => verifyContent(store, options, damages));
    await checkUnchanged();
    return found ?? NOTHING;
  } finally {
    await store.close();
  }
}

async function verifyContent(store: Store, options: VerifyOptions, damages: Damage[]): Promise<Found> {
  for await (const damage of store.damages()) damages.push(damage);
  const computed = await guarded(damages, () => computeAnew(store, options, damages));
  const broken = new Set(damages.flatMap(({ table, row }) => (table === 'kept_pages' && row !== null ? [row] : [])));
  const { readDump } = options;
  const checked = readDump === null ? null : await checkSources(store.sourcePlaces(), readDump, broken);
  damages.push(...(checked?.damages ?? []));
  return { ...NOTHING, ...computed, sources: checked === null ? null : withoutDamages(checked) };
}

function withoutDamages({ damages: _, ...counts }: SourceCheck): Omit<SourceCheck, 'damages'> {
  return counts;
}

/** Computes an archive from the captures of `store`; what differs is damage. */
async function computeAnew(
  store: Store,
  { openScratch, rules }: VerifyOptions,
  damages: Damage[],
): Promise<Omit<Found, 'sources'>> {
  const scratch = openScratch();
  try {
    const importId = await scratch.beginImport({ toolVersion: '', argv: [], lockTimeoutSeconds: 0 });
    const copied = await copyRecords(store, { scratch, importId }, damages);
    await scratch.settle(rules);
    damages.push(...(await compareContent(store.content(), scratch.content())));
    const [digest, computed] = [await store.digest(), await scratch.digest()];
    if (digest !== computed && damages.length === 0) damages.push(otherDigest(computed));
    return { digest, ...copied, articles: (await scratch.totals()).articles };
  } finally {
    await scratch.close();
  }
}

function otherDigest(computed: string): Damage {
  const message = `the digest of what its captures give is ${computed}`;
  return { check: 'content', table: 'archive', row: null, message };
}

async function copyRecords(
  store: Store,
  { scratch, importId }: { readonly scratch: Store; readonly importId: number },
  damages: Damage[],
): Promise<{ readonly captures: number; readonly repairs: number }> {
  const total = { captures: 0, repairs: 0 };
  let items: SourceBatch['items'][number][] = [];
  const flush = async (end: SourceBatch['end']): Promise<void> => {
    const batch = { source: SCRATCH, collection: null, rights: null, note: null, items, end };
    await scratch.write(importId, [batch], { force: false });
    items = [];
  };
  for await (const record of store.records()) {
    total.captures += 1;
    for (const { field, repairs, broken } of replayRepairs(record)) {
      total.repairs += repairs;
      if (broken !== null) damages.push(brokenRepair(record.contentSha256, field, broken.seq));
    }
    const source = { ...record.source, locator: `item:${total.captures}` };
    items.push({ kind: 'record', record: { ...record, source } });
    if (items.length >= BATCH) await flush(null);
  }
  await flush('done');
  return total;
}

function brokenRepair(contentSha256: string, field: string, seq: number): Damage {
  const message = `step ${seq} of ${field} does not lead from its before to its after`;
  return { check: 'repairs', table: 'repairs', row: contentSha256, message };
}

/** What breaks off a check lies in the rows that it read: damage, unless the archive cannot be used now. */
async function guarded<T>(damages: Damage[], action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof ImporterError && error.code !== 'input-unusable') throw error;
    damages.push({ check: 'records', table: 'archive', row: null, message: `cannot be computed anew: ${error}` });
    return null;
  }
}
