import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { digestOf } from '../../archive/digest.js';
import type { SettleRules } from '../../model/settle.js';
import type { SiteProfile } from '../../model/site-profile.js';
import type { Store } from '../../model/store.js';
import type { Damage } from '../../model/verify.js';
import { countRows, readStatus } from './archive-status.js';
import { readArrivals } from './arrivals.js';
import { BatchWriter } from './batch-writer.js';
import { contentRows, sourcePlaces } from './content-rows.js';
import { digestRows } from './digest-rows.js';
import { Forgetting } from './forgetting.js';
import { checkFree, isHeld, releaseLock, takeLock, writtenMeanwhile } from './import-lock.js';
import { ImportTable } from './imports.js';
import { KeptPages } from './kept-pages.js';
import { MEMORY, openDatabase } from './open-database.js';
import { openForReading } from './open-for-reading.js';
import { RestoredTexts } from './restored-texts.js';
import { selfDamages } from './self-check.js';
import { SiteFields } from './site-fields.js';
import { toImporterError } from './sqlite-error.js';
import { storedRecords } from './stored-records.js';
import { unfinishedSources } from './unfinished.js';

/** How an archive is opened. */
export interface SqliteStoreOptions {
  /** Make the archive where there is none. */
  readonly create: boolean;
  /** Tell what an import would do, and leave the archive as it is. */
  readonly dryRun?: boolean;
  /** Only ask the archive, also where nothing can be written. */
  readonly readOnly?: boolean;
  /** Let what is sorted go into temporary files where it outgrows the cache: less memory for long questions to all of the archive. */
  readonly lean?: boolean;
  /** Known papers, for the rows of `sites`. */
  readonly profiles?: readonly SiteProfile[];
}

/**
 * Opens the archive at `path`; `:memory:` is one that is gone when closed, and so is `:temporary:`, which keeps what outgrows the cache in
 * a temporary file. Throws `ImporterError`: `usage` (no name), `input-missing`, `archive-not-created`, `input-unusable` (no archive, or a
 * damaged one), `newer-version`, `permission`, `io`.
 */
export function openSqliteStore(path: string, options: SqliteStoreOptions): Store {
  const isDry = options.dryRun ?? false;
  const place = isDry && !existsSync(path) ? MEMORY : path;
  const db = options.readOnly === true ? openForReading(place) : openDatabase(place, options.create);
  try {
    if (options.lean === true) db.pragma('temp_store = FILE');
    return new SqliteStore(db, isDry, options.profiles ?? []);
  } catch (error) {
    // A damaged schema shows when statements are prepared.
    db.close();
    throw error;
  }
}

class SqliteStore implements Store {
  readonly #db: Database;
  readonly #isDry: boolean;
  readonly #imports: ImportTable;
  readonly #writer: BatchWriter;
  readonly #restored: RestoredTexts;
  /** The import in hand. */
  #running: number | null = null;

  constructor(db: Database, isDry: boolean, profiles: readonly SiteProfile[]) {
    this.#db = db;
    this.#isDry = isDry;
    this.#imports = new ImportTable(db);
    this.#restored = new RestoredTexts(db);
    this.#writer = new BatchWriter(db, this.#imports, profiles);
  }

  beginImport({ toolVersion, argv, lockTimeoutSeconds }: Parameters<Store['beginImport']>[0]): Promise<number> {
    return this.#explained(async () => {
      const begin = () => this.#imports.begin(toolVersion, argv);
      const importId = await takeLock(this.#db, { timeoutSeconds: lockTimeoutSeconds, stayOpen: this.#isDry, begin });
      this.#running = importId;
      return importId;
    });
  }

  knownSource(source: Parameters<Store['knownSource']>[0], keepsPages = false): ReturnType<Store['knownSource']> {
    return this.#explained(() => this.#imports.known(source, keepsPages));
  }

  resumePoint(source: Parameters<Store['resumePoint']>[0]): ReturnType<Store['resumePoint']> {
    return this.#explained(() => this.#imports.resumePoint(source));
  }

  markUnchanged(importId: number, known: Parameters<Store['markUnchanged']>[1]): Promise<void> {
    return this.#explained(() => this.#db.transaction(() => this.#imports.markUnchanged(importId, known)).immediate());
  }

  write(
    importId: number,
    batches: Parameters<Store['write']>[1],
    options: Parameters<Store['write']>[2],
  ): ReturnType<Store['write']> {
    return this.#explained(() => this.#writer.write(importId, batches, options.force));
  }

  settle(rules: SettleRules): ReturnType<Store['settle']> {
    return this.#explained(() => {
      // An import that began meanwhile remembers rows, and settles at its end.
      const isOthers = (): boolean => this.#running === null && isHeld(this.#db);
      return this.#locked(() => (isOthers() ? this.#writer.settled() : this.#writer.settle(rules)));
    });
  }

  finishImport(importId: number, status: Parameters<Store['finishImport']>[1]): Promise<void> {
    return this.#explained(() => {
      this.#durably(() => {
        this.#imports.finish(importId, status);
        this.#shrink();
        releaseLock(this.#db, importId);
      });
      this.#running = null;
    });
  }

  status(): ReturnType<Store['status']> {
    return this.#explained(() => readStatus(this.#db));
  }

  arrivals(since: string): ReturnType<Store['arrivals']> {
    return this.#explained(() => readArrivals(this.#db, new Date(since).toISOString()));
  }

  forget(selection: Parameters<Store['forget']>[0]): ReturnType<Store['forget']> {
    return this.#whileFree(() => {
      const found = new Forgetting(this.#db).isKnown(selection);
      const before = countRows(this.#db, 'articles');
      const report = this.#writer.forget(selection);
      this.#shrink();
      return { ...report, articles: before - countRows(this.#db, 'articles'), found };
    });
  }

  articleTexts(): ReturnType<Store['articleTexts']> {
    return inTurn(this.#restored.articleTexts());
  }

  restore(texts: Parameters<Store['restore']>[0]): Promise<void> {
    return this.#whileFree(() => this.#restored.put(texts));
  }

  undoRestore(): Promise<number> {
    return this.#whileFree(() => this.#restored.takeOffAll());
  }

  watch(): ReturnType<Store['watch']> {
    return this.#explained(() => {
      const version = (): unknown => this.#db.pragma('data_version', { simple: true });
      const before = version();
      checkFree(this.#db);
      return async () => {
        if (version() !== before) throw writtenMeanwhile(this.#db.name);
      };
    });
  }

  records(): ReturnType<Store['records']> {
    return storedRecords(this.#db);
  }

  damages(): ReturnType<Store['damages']> {
    return inTurn(this.#damages());
  }

  content(): ReturnType<Store['content']> {
    const rows = this.#restored.isOn() ? this.#unrestored(() => contentRows(this.#db)) : contentRows(this.#db);
    return inTurn(this.#explainedRows(rows));
  }

  sourcePlaces(): ReturnType<Store['sourcePlaces']> {
    return inTurn(sourcePlaces(this.#db));
  }

  unfinishedSources(): ReturnType<Store['unfinishedSources']> {
    return this.#explained(() => unfinishedSources(this.#db));
  }

  totals(): ReturnType<Store['totals']> {
    return this.#explained(() => ({
      articles: countRows(this.#db, 'articles'),
      issues: countRows(this.#db, 'issues'),
    }));
  }

  siteHistories(importId: number): ReturnType<Store['siteHistories']> {
    return this.#explained(() => new SiteFields(this.#db).ofImport(importId));
  }

  digest(): Promise<string> {
    return this.#explained(() => this.#writer.unsettled(() => digestOf(digestRows(this.#db))));
  }

  async close(): Promise<void> {
    if (!this.#db.open) return;
    try {
      if (this.#isDry && this.#db.inTransaction) this.#db.exec('ROLLBACK');
      else if (this.#running !== null) await this.finishImport(this.#running, 'interrupted');
    } finally {
      this.#db.close();
    }
  }

  *#damages(): Generator<Damage> {
    yield* selfDamages(this.#db);
    yield* new KeptPages(this.#db).damages();
  }

  /** Rows of the archive without restored words; nobody else writes meanwhile, and the words are there again afterwards. */
  *#unrestored<T>(rows: () => Iterable<T>): Generator<T> {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      this.#restored.takeOffAll();
      yield* rows();
    } finally {
      this.#db.exec('ROLLBACK');
    }
  }

  /** Rows whose sorting may fill a disk, which is no damage of the archive. */
  *#explainedRows<T>(rows: Iterable<T>): Generator<T> {
    try {
      yield* rows;
    } catch (error) {
      throw toImporterError(error, this.#db.name);
    }
  }

  /** Gives room back that nothing needs any more; an archive of an older version keeps it for later. */
  #shrink(): void {
    if (!this.#isDry) this.#db.pragma('incremental_vacuum');
  }

  /** Runs `action` in a transaction that no import can come between. */
  #whileFree<T>(action: () => T): Promise<T> {
    return this.#explained(() =>
      this.#durably(() => {
        checkFree(this.#db);
        return action();
      }),
    );
  }

  /** A transaction that syncs the log with all earlier ones in it: what is reported as done survives a power cut. */
  #durably<T>(action: () => T): T {
    if (this.#db.inTransaction) return this.#locked(action);
    this.#db.pragma('synchronous = FULL');
    try {
      return this.#locked(action);
    } finally {
      this.#db.pragma('synchronous = NORMAL');
    }
  }

  #locked<T>(action: () => T): T {
    return this.#db.transaction(action).immediate();
  }

  async #explained<T>(action: () => T | Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw toImporterError(error, this.#db.name);
    }
  }
}

/** An iterable of values at hand, for those who wait for each. */
async function* inTurn<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
