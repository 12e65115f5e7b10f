import type { PoolClient } from 'pg';
import { digestOf } from '../../archive/digest.js';
import { UNKNOWN_SITE } from '../../archive/identity.js';
import type { SettleRules } from '../../model/settle.js';
import type { SiteProfile } from '../../model/site-profile.js';
import type { SourceBatch, Store, WriteResult } from '../../model/store.js';
import { contentRows, sourcePlaces } from '../sqlite/content-rows.js';
import { digestRows } from '../sqlite/digest-rows.js';
import { Forgetting } from '../sqlite/forgetting.js';
import { writtenMeanwhile } from '../sqlite/import-lock.js';
import { KeptPages } from '../sqlite/kept-pages.js';
import { RestoredTexts } from '../sqlite/restored-texts.js';
import { selfDamages } from '../sqlite/self-check.js';
import { SiteFields } from '../sqlite/site-fields.js';
import { SiteTable } from '../sqlite/sites.js';
import { storedRecords } from '../sqlite/stored-records.js';
import { UNFINISHED } from '../sqlite/unfinished.js';
import { openServer, type Server, toServerError } from './connect.js';
import { migrateInside, migrateServer } from './migrations.js';
import { lockNames, type Neighbours, seedsOf } from './neighbours.js';
import { RunningImports } from './running-imports.js';
import { readServerArrivals, readServerStatus, readSettled } from './server-status.js';
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

/** What else belongs to the transaction of a write, on its connection. */
export type AlsoWrite = (client: PoolClient) => Promise<void>;

/** A store on a server, with what a queue needs beside it. */
export interface PostgresStore extends Store {
  readonly server: Server;
  /** As `write`; `also` is done in the same transaction. */
  writeWith(
    importId: number,
    batches: readonly SourceBatch[],
    options: JobWriteOptions,
  ): Promise<readonly WriteResult[]>;
  /** Begins sources anew that this import has begun before: another try at them follows. */
  beginSourcesAnew(): void;
}

/** How the records of a job are written. */
export interface JobWriteOptions {
  readonly force: boolean;
  readonly also?: AlsoWrite | undefined;
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
  /** The import in hand. */
  #running: number | null = null;

  /** Hosts whose sites are there. */
  readonly #sites = new Set<string>();

  constructor(
    server: Server,
    bench: Workbench,
    private readonly profiles: readonly SiteProfile[],
    dry: PoolClient | null,
  ) {
    this.server = server;
    this.#bench = bench;
    this.#dry = dry;
    this.#imports = new RunningImports(server, bench, dry);
  }

  beginImport({ toolVersion, argv }: Parameters<Store['beginImport']>[0]): Promise<number> {
    return this.#explained(async () => {
      this.#bench.forgetImport();
      this.#running = await this.#imports.begin(toolVersion, argv);
      return this.#running;
    });
  }

  knownSource(source: Parameters<Store['knownSource']>[0], keepsPages = false): ReturnType<Store['knownSource']> {
    const load = async (near: Neighbours): Promise<void> => void (await near.rows('sources', 'path', [source.path]));
    return this.#explained(async () => {
      if (!(await this.#hasPath(source.path))) return null;
      return this.#bench.look(load, ({ imports }) => imports.known(source, keepsPages));
    });
  }

  resumePoint(source: Parameters<Store['resumePoint']>[0]): ReturnType<Store['resumePoint']> {
    const load = async (near: Neighbours): Promise<void> => {
      const sources = await near.rows('sources', 'path', [source.path]);
      const ids = sources.flatMap(({ id, state }) => (state === 'truncated' ? [id ?? null] : []));
      await near.rows('rejects', 'source_id', ids);
      await near.rows('import_sources', 'source_id', ids);
    };
    return this.#explained(async () => {
      if (!(await this.#hasPath(source.path))) return null;
      return this.#bench.look(load, ({ imports }) => imports.resumePoint(source));
    });
  }

  markUnchanged(importId: number, known: Parameters<Store['markUnchanged']>[1]): Promise<void> {
    const ids = known.map(({ sourceId }) => sourceId);
    const load = async (near: Neighbours): Promise<void> => {
      await near.rows('imports', 'id', [importId]);
      await near.rows('sources', 'id', ids);
      await near.rows('import_sources', 'source_id', ids);
    };
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
    const load = async (near: Neighbours): Promise<void> => {
      await near.rows('imports', 'id', [importId]);
      await near.rows('import_skipped', 'import_id', [importId]);
      await near.rows('import_sites', 'import_id', [importId]);
      await near.rows('settling', 'id', [1]);
      await near.around(seeds);
    };
    const work = ({ db, writer }: Bench): readonly WriteResult[] => {
      db.prepare("INSERT INTO import_lock (id, import_id, host, pid, taken_at) VALUES (1, ?, '', 0, '')").run(importId);
      return writer.write(importId, batches, options.force);
    };
    return this.#explained(async () => {
      await this.#makeSites(batches);
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
      const load = (near: Neighbours): Promise<void> => near.siteHistories(null);
      return readServerStatus(this.server.pool, await this.#bench.look(load, ({ db }) => new SiteFields(db).latest()));
    });
  }

  siteHistories(importId: number): ReturnType<Store['siteHistories']> {
    const load = (near: Neighbours): Promise<void> => near.siteHistories(importId);
    return this.#explained(() => this.#bench.look(load, ({ db }) => new SiteFields(db).ofImport(importId)));
  }

  arrivals(since: string): ReturnType<Store['arrivals']> {
    return this.#explained(() => readServerArrivals(this.server.pool, new Date(since).toISOString()));
  }

  forget(selection: Parameters<Store['forget']>[0]): ReturnType<Store['forget']> {
    return this.#explained(async () => {
      await this.#imports.checkFree();
      return this.#bench.doAll(({ db, writer }) => {
        const count = (): number => Number(db.prepare('SELECT count(*) FROM articles').pluck().get());
        const found = new Forgetting(db).isKnown(selection);
        const before = count();
        const report = writer.forget(selection);
        return { ...report, articles: before - count(), found };
      });
    });
  }

  articleTexts(): ReturnType<Store['articleTexts']> {
    return this.#each(({ db }) => new RestoredTexts(db).articleTexts());
  }

  restore(texts: Parameters<Store['restore']>[0]): Promise<void> {
    const stories = texts.map(({ site, key }): readonly [string, string] => [site, key]);
    return this.#explained(async () => {
      await this.#imports.checkFree();
      const load = async (near: Neighbours): Promise<void> => {
        await near.sites(texts.map(({ site }) => site));
        await near.stories(stories);
        await near.finish(false);
      };
      await this.#bench.do({ names: null, load, work: ({ db }) => new RestoredTexts(db).put(texts) });
    });
  }

  undoRestore(): Promise<number> {
    return this.#explained(async () => {
      await this.#imports.checkFree();
      return this.#bench.doAll(({ db }) => db.transaction(() => new RestoredTexts(db).takeOffAll())());
    });
  }

  records(): ReturnType<Store['records']> {
    return this.#each(({ db }) => storedRecords(db));
  }

  watch(): ReturnType<Store['watch']> {
    const imports = async (): Promise<string> => {
      const sql = "SELECT coalesce(string_agg(imports::text, ' ' ORDER BY id), '') AS standing FROM imports";
      const { rows } = await this.server.pool.query<{ standing: string }>(sql);
      return rows[0]?.standing ?? '';
    };
    return this.#explained(async () => {
      const before = await imports();
      await this.#imports.checkFree();
      return async () => {
        if ((await imports()) !== before) throw writtenMeanwhile(this.server.name);
      };
    });
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
    return this.#explained(async () => {
      const { rows } = await this.server.pool.query<{ articles: number; issues: number }>(
        'SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM issues) AS issues',
      );
      return rows[0] ?? { articles: 0, issues: 0 };
    });
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

  async #hasPath(path: string): Promise<boolean> {
    const { rowCount } = await (this.#dry ?? this.server.pool).query('SELECT 1 FROM sources WHERE path = $1 LIMIT 1', [
      path,
    ]);
    return (rowCount ?? 0) > 0;
  }

  /** Makes the sites that records name, before what stands under them: whoever comes second finds them. */
  async #makeSites(batches: readonly SourceBatch[]): Promise<void> {
    const records = batches.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'record' ? [item.record] : [])),
    );
    const fresh = new Map(records.map(({ site, profile }) => [site ?? UNKNOWN_SITE, profile] as const).toReversed());
    if (!this.#sites.has(UNKNOWN_SITE)) fresh.set(UNKNOWN_SITE, 'generic');
    const hosts = [...fresh].filter(([host]) => !this.#sites.has(host));
    if (hosts.length === 0) return;
    await this.#bench.do({
      names: ['sites'],
      rows: new Map([['sites', hosts.length]]),
      load: (near) => near.sites(hosts.map(([host]) => host)),
      work: ({ db }) => {
        const sites = new SiteTable(db, this.profiles);
        for (const [host, profile] of hosts) sites.idOf(host, profile);
      },
    });
    for (const [host] of hosts) this.#sites.add(host);
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
