import type { PoolClient } from 'pg';
import { digestOf } from '../../archive/digest.js';
import type { SettleRules } from '../../model/settle.js';
import type { SiteProfile } from '../../model/site-profile.js';
import type { SourceBatch, Store, WriteResult } from '../../model/store.js';
import { contentRows, sourcePlaces } from '../sqlite/content-rows.js';
import { digestRows } from '../sqlite/digest-rows.js';
import { Forgetting } from '../sqlite/forgetting.js';
import { KeptPages } from '../sqlite/kept-pages.js';
import { RestoredTexts } from '../sqlite/restored-texts.js';
import { selfDamages } from '../sqlite/self-check.js';
import { SiteFields } from '../sqlite/site-fields.js';
import { storedRecords } from '../sqlite/stored-records.js';
import { UNFINISHED } from '../sqlite/unfinished.js';
import { openServer, type Server, toServerError } from './connect.js';
import type { JobWriteOptions, PostgresStore } from './job-writes.js';
import { aroundSeeds, articlesOf, cutSourcesAt, importOf, sourcesAt } from './loads.js';
import { migrateInside, migrateServer } from './migrations.js';
import { RunningImports } from './running-imports.js';
import { lockNames, seedsOf } from './seeds.js';
import { readServerArrivals, readServerStatus, readServerTotals, readSettled } from './server-status.js';
import { SiteMaker } from './site-maker.js';
import { readModel } from './table-model.js';
import { type Bench, Workbench } from './workbench.js';

/** How an archive is opened. */
export interface PostgresStoreOptions {
  /** Make the archive where there is none. */
  readonly create: boolean;
  /** Tell what an import would do, and leave the archive as it is. */
  readonly dryRun?: boolean;
  /** Known papers, for the rows of `sites`. */
  readonly profiles?: readonly SiteProfile[];
}

/**
 * Opens the archive on the server at `url` (`postgres://…`). Throws `ImporterError`: `server-unreachable`, `permission`, `input-missing`,
 * `input-unusable`, `newer-version`, `usage` where the client is not installed.
 */
export async function openPostgresStore(url: string, options: PostgresStoreOptions): Promise<PostgresStore> {
  const server = await openServer(url);
  try {
    const model = readModel();
    const migration = { create: options.create, name: server.name };
    const dry = options.dryRun === true ? await server.pool.connect() : null;
    if (dry === null) await migrateServer(server.pool, model, migration);
    else {
      await dry.query('BEGIN');
      await migrateInside(dry, model, migration);
    }
    const profiles = options.profiles ?? [];
    return new ServerStore(server, new Workbench(server, model, { profiles, dry }), profiles, dry);
  } catch (error) {
    await server.close();
    throw toServerError(error, server.name);
  }
}

class ServerStore implements PostgresStore {
  readonly server: Server;
  readonly #bench: Workbench;
  readonly #dry: PoolClient | null;
  readonly #imports: RunningImports;
  readonly #sites: SiteMaker;
  /** The import in hand. */
  #running: number | null = null;

  constructor(server: Server, bench: Workbench, profiles: readonly SiteProfile[], dry: PoolClient | null) {
    this.server = server;
    this.#bench = bench;
    this.#dry = dry;
    this.#imports = new RunningImports(server, bench, dry);
    this.#sites = new SiteMaker(bench, profiles);
  }

  beginImport({ toolVersion, argv }: Parameters<Store['beginImport']>[0]): Promise<number> {
    return this.#explained(async () => {
      this.#bench.forgetImport();
      this.#running = await this.#imports.begin(toolVersion, argv);
      return this.#running;
    });
  }

  knownSource(source: Parameters<Store['knownSource']>[0], keepsPages = false): ReturnType<Store['knownSource']> {
    return this.#explained(async () => {
      if (!(await this.#hasPath(source.path))) return null;
      return this.#bench.look(sourcesAt(source.path), ({ imports }) => imports.known(source, keepsPages));
    });
  }

  resumePoint(source: Parameters<Store['resumePoint']>[0]): ReturnType<Store['resumePoint']> {
    return this.#explained(async () => {
      if (!(await this.#hasPath(source.path))) return null;
      return this.#bench.look(cutSourcesAt(source.path), ({ imports }) => imports.resumePoint(source));
    });
  }

  markUnchanged(importId: number, known: Parameters<Store['markUnchanged']>[1]): Promise<void> {
    const ids = known.map(({ sourceId }) => sourceId);
    const load = importOf(importId, ids);
    const work = ({ db, imports }: Bench): void => db.transaction(() => imports.markUnchanged(importId, known))();
    return this.#explained(() => this.#bench.do({ names: [], load, work }));
  }

  write(
    importId: number,
    batches: readonly SourceBatch[],
    options: { readonly force: boolean },
  ): ReturnType<Store['write']> {
    return this.writeWith(importId, batches, options);
  }

  writeWith(importId: number, batches: readonly SourceBatch[], options: JobWriteOptions): ReturnType<Store['write']> {
    const seeds = seedsOf(batches);
    const load = aroundSeeds(importId, seeds);
    const work = ({ db, writer }: Bench): readonly WriteResult[] => {
      db.prepare("INSERT INTO import_lock (id, import_id, host, pid, taken_at) VALUES (1, ?, '', 0, '')").run(importId);
      return writer.write(importId, batches, options.force);
    };
    return this.#explained(async () => {
      await this.#sites.make(batches);
      return this.#bench.do({ names: lockNames(seeds), rows: seeds.rows, load, work, also: options.also });
    });
  }

  beginSourcesAnew(): void {
    this.#bench.forgetImport();
  }

  settle(rules: SettleRules): ReturnType<Store['settle']> {
    return this.#explained(async () => {
      const settled = await readSettled(this.#dry ?? this.server.pool);
      return settled ?? this.#bench.doAll(({ writer }) => writer.settle(rules), readSettled);
    });
  }

  finishImport(importId: number, status: Parameters<Store['finishImport']>[1]): Promise<void> {
    return this.#explained(async () => {
      await this.#imports.finish(importId, status);
      this.#running = null;
    });
  }

  status(): ReturnType<Store['status']> {
    return this.#explained(async () => {
      await this.#imports.markDead();
      const latest = await this.#bench.look(
        (near) => near.siteHistories(null),
        ({ db }) => new SiteFields(db).latest(),
      );
      return readServerStatus(this.server.pool, latest);
    });
  }

  siteHistories(importId: number): ReturnType<Store['siteHistories']> {
    return this.#explained(() =>
      this.#bench.look(
        (near) => near.siteHistories(importId),
        ({ db }) => new SiteFields(db).ofImport(importId),
      ),
    );
  }

  arrivals(since: string): ReturnType<Store['arrivals']> {
    return this.#explained(() => readServerArrivals(this.server.pool, new Date(since).toISOString()));
  }

  forget(selection: Parameters<Store['forget']>[0]): ReturnType<Store['forget']> {
    return this.#alone(({ db, writer }) => {
      const count = (): number => Number(db.prepare('SELECT count(*) FROM articles').pluck().get());
      const found = new Forgetting(db).isKnown(selection);
      const before = count();
      const report = writer.forget(selection);
      return { ...report, articles: before - count(), found };
    });
  }

  articleTexts(): ReturnType<Store['articleTexts']> {
    return this.#each(({ db }) => new RestoredTexts(db).articleTexts());
  }

  restore(texts: Parameters<Store['restore']>[0]): Promise<void> {
    return this.#explained(async () => {
      await this.#imports.checkFree();
      await this.#bench.do({
        names: null,
        load: articlesOf(texts),
        work: ({ db }) => new RestoredTexts(db).put(texts),
        also: (client) => this.#imports.checkFreeWithin(client),
      });
    });
  }

  undoRestore(): Promise<number> {
    return this.#alone(({ db }) => db.transaction(() => new RestoredTexts(db).takeOffAll())());
  }

  records(): ReturnType<Store['records']> {
    return this.#each(({ db }) => storedRecords(db));
  }

  watch(): ReturnType<Store['watch']> {
    return this.#explained(() => this.#imports.watch());
  }

  damages(): ReturnType<Store['damages']> {
    return this.#each(function* ({ db }) {
      yield* selfDamages(db);
      yield* new KeptPages(db).damages();
    });
  }

  content(): ReturnType<Store['content']> {
    return this.#each(({ db }) => {
      new RestoredTexts(db).takeOffAll();
      return contentRows(db);
    });
  }

  sourcePlaces(): ReturnType<Store['sourcePlaces']> {
    return this.#each(({ db }) => sourcePlaces(db));
  }

  unfinishedSources(): ReturnType<Store['unfinishedSources']> {
    return this.#explained(async () => (await this.server.pool.query(UNFINISHED)).rows);
  }

  totals(): ReturnType<Store['totals']> {
    return this.#explained(() => readServerTotals(this.server.pool));
  }

  digest(): Promise<string> {
    return this.#explained(() =>
      this.#bench.lookAtAll(({ db, writer }) => writer.unsettled(() => digestOf(digestRows(db)))),
    );
  }

  async close(): Promise<void> {
    try {
      if (this.#dry !== null) await this.#dry.query('ROLLBACK').catch(() => {});
      else if (this.#running !== null) await this.finishImport(this.#running, 'interrupted').catch(() => {});
    } finally {
      this.#dry?.release();
      this.#imports.close();
      this.#bench.close();
      await this.server.close();
    }
  }

  /** Does work on all of the archive while no import runs. */
  #alone<T>(work: (bench: Bench) => T): Promise<T> {
    return this.#explained(async () => {
      await this.#imports.checkFree();
      return this.#bench.doAll(work, async (client) => {
        await this.#imports.checkFreeWithin(client);
        return null;
      });
    });
  }

  async #hasPath(path: string): Promise<boolean> {
    const { rowCount } = await (this.#dry ?? this.server.pool).query('SELECT 1 FROM sources WHERE path = $1 LIMIT 1', [
      path,
    ]);
    return (rowCount ?? 0) > 0;
  }

  /** Values that a copy of the whole archive gives. */
  async *#each<T>(read: (bench: Bench) => Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
    const copy = await this.#explained(() => this.#bench.copy());
    try {
      yield* read(copy.bench);
    } finally {
      await copy.remove();
    }
  }

  async #explained<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw toServerError(error, this.server.name);
    }
  }
}
