import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { PoolClient } from 'pg';
import type { SiteProfile } from '../../model/site-profile.js';
import { BatchWriter } from '../sqlite/batch-writer.js';
import { ImportTable } from '../sqlite/imports.js';
import { inTransaction, type Server, sqlStateOf } from './connect.js';
import { Locks } from './locks.js';
import { Neighbours } from './neighbours.js';
import { keepNumbers, type Numbers, readNumbers, reserveNumbers } from './row-numbers.js';
import { ISSUES } from './seeds.js';
import { readAll, writeChanges } from './server-rows.js';
import type { ArchiveModel } from './table-model.js';
import { type TableChanges, WorkSet } from './work-set.js';

/** What works on a part of an archive: the tables of SQLite's store over it. */
export interface Bench {
  readonly db: Database;
  readonly writer: BatchWriter;
  readonly imports: ImportTable;
}

/** One piece of work on a part of an archive. It may be done more than once, and counts once. */
export interface Job<T> {
  /** What is locked from the beginning; null: all of the archive. */
  readonly names: readonly string[] | null;
  readonly load: (neighbours: Neighbours) => Promise<void>;
  readonly work: (bench: Bench) => T;
  /** New rows that the work may make at most beside those that take the place of rows at hand, by table. */
  readonly rows?: ReadonlyMap<string, number>;
  /** What else belongs to the same transaction. */
  readonly also?: ((client: PoolClient) => Promise<void>) | undefined;
}

/** The work must be done again, with more locked or more at hand. */
class Again extends Error {
  constructor(
    readonly names: readonly string[],
    readonly readings: readonly number[],
    readonly isShort = false,
  ) {
    super('again');
  }
}

/** All of an archive in a file of its own, to be removed after use. */
export interface Copy {
  readonly bench: Bench;
  readonly remove: () => Promise<void>;
}

/** A transaction that sees one moment and changes nothing. */
export const LOOK = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** Tables whose rows are made anew with their article or capture. */
const MADE_ANEW: ReadonlySet<string> = new Set([
  'article_versions',
  'attributions',
  'comments',
  'diagnostics',
  'repairs',
]);
/** Attempts, of which the last ones have the archive to themselves. */
const MOST_ATTEMPTS = 8;
const SHARED_ATTEMPTS = 5;
/** Deadlock, serialization, a row that another made meanwhile, no room for more locks. */
const PASSING = new Set(['40P01', '40001', '23505', '53200']);

/**
 * Does work on parts of an archive that lies on a server: locks what it touches, fetches it into SQLite, lets SQLite's store work on it, and
 * writes what changed, all in one transaction. Writers that touch nothing in common work side by side.
 */
export class Workbench {
  readonly #set: WorkSet;
  /** Sources that the import in hand has begun; they stand as the last transaction left them. */
  #begun: ReadonlyMap<string, number> = new Map();
  #last: Promise<unknown> = Promise.resolve();
  /** The transaction that is never committed, of a dry run. */
  readonly #dry: PoolClient | null;

  constructor(
    private readonly server: Server,
    private readonly model: ArchiveModel,
    private readonly options: { readonly profiles: readonly SiteProfile[]; readonly dry: PoolClient | null },
  ) {
    this.#set = new WorkSet(model);
    this.#dry = options.dry;
  }

  /** Does a piece of work in one transaction, as often as it takes. */
  do<T>(job: Job<T>): Promise<T> {
    return this.#inTurn(() => this.#do(job));
  }

  async #do<T>(job: Job<T>): Promise<T> {
    let [names, readings, factor]: [readonly string[] | null, readonly number[], number] = [job.names, [], 1];
    for (let attempt = 1; ; attempt += 1) {
      try {
        const isAlone = names === null || attempt > SHARED_ATTEMPTS;
        return await this.transact((client) =>
          this.#attempt(client, { ...job, names: isAlone ? null : names }, { readings, factor }),
        );
      } catch (error) {
        if (attempt >= MOST_ATTEMPTS || this.#dry !== null) throw error;
        if (error instanceof Again) {
          names = names === null ? null : [...names, ...error.names];
          readings = [...readings, ...error.readings];
          if (error.isShort) factor *= 8;
        } else if (!PASSING.has(sqlStateOf(error))) throw error;
        // No room for so many locks: take one for all.
        if (sqlStateOf(error) === '53200') names = null;
      }
    }
  }

  /** Does work on all of an archive, which no one else changes meanwhile. `spare` may give the result without the work. */
  doAll<T>(work: (bench: Bench) => T, spare?: (client: PoolClient) => Promise<T | null>): Promise<T> {
    return this.#inTurn(() => this.#doAll(work, spare));
  }

  #doAll<T>(work: (bench: Bench) => T, spare?: (client: PoolClient) => Promise<T | null>): Promise<T> {
    return this.transact(async (client) => {
      await new Locks(client, true, this.#dry !== null).take([]);
      const spared = (await spare?.(client)) ?? null;
      if (spared !== null) return spared;
      const { set, bench, remove } = await this.#copy(client);
      try {
        const result = work(bench);
        await writeChanges(client, set.changes(), true);
        await keepNumbers(client, set.nextNumbers());
        return result;
      } finally {
        await remove();
      }
    });
  }

  /** Looks at a copy of all of the archive as it stands at one moment; what `look` changes in the copy is lost. */
  async lookAtAll<T>(look: (bench: Bench) => T | Promise<T>): Promise<T> {
    const copy = await this.copy();
    try {
      return await look(copy.bench);
    } finally {
      await copy.remove();
    }
  }

  /** A copy of all of the archive as it stands at one moment. */
  copy(): Promise<Copy> {
    return this.transact((client) => this.#copy(client), LOOK);
  }

  /** Looks at a part of the archive. */
  look<T>(load: Job<T>['load'], look: (bench: Bench) => T): Promise<T> {
    return this.#inTurn(() => this.#look(load, look));
  }

  #look<T>(load: Job<T>['load'], look: (bench: Bench) => T): Promise<T> {
    return this.transact(async (client) => {
      this.#set.clear();
      await load(new Neighbours(client, this.#set));
      return look(this.#bench(this.#set));
    }, LOOK);
  }

  /** One transaction; in a dry run all are one. */
  async transact<T>(action: (client: PoolClient) => Promise<T>, begin = 'BEGIN'): Promise<T> {
    return this.#dry === null ? inTransaction(this.server.pool, action, begin) : action(this.#dry);
  }

  /** There is one work set: who asks for it while it is in use waits. */
  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#last.then(action);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Forgets what the last import has begun. */
  forgetImport(): void {
    this.#begun = new Map();
  }

  close(): void {
    this.#set.close();
  }

  async #attempt<T>(
    client: PoolClient,
    job: Job<T>,
    { readings, factor }: { readonly readings: readonly number[]; readonly factor: number },
  ): Promise<T> {
    const set = this.#set;
    const isAlone = job.names === null || this.#dry !== null;
    const locks = new Locks(client, job.names === null, this.#dry !== null);
    await locks.take(job.names ?? []);
    await this.#load(client, locks, { job, readings });
    const numbers = isAlone ? await readNumbers(client) : await this.#reserve(job.rows ?? new Map(), factor);
    set.begin(firstOf(numbers));
    const bench = this.#bench(set);
    const result = job.work(bench);
    const changes = set.changes();
    if (!isAlone) checkNumbers(set, numbers);
    await this.#check(client, { locks, readings, changes });
    await writeChanges(client, changes, isAlone);
    if (isAlone) await keepNumbers(client, set.nextNumbers());
    await job.also?.(client);
    this.#begun = bench.imports.begun;
    return result;
  }

  /** Loads what the work touches until all of it is locked. */
  async #load(
    client: PoolClient,
    locks: Locks,
    { job, readings }: { readonly job: Pick<Job<unknown>, 'load'>; readonly readings: readonly number[] },
  ): Promise<void> {
    for (;;) {
      this.#set.clear();
      const neighbours = new Neighbours(client, this.#set);
      await job.load(neighbours);
      await neighbours.mentions(readings);
      const found = neighbours.lockNames();
      const state = await locks.tryTake(found);
      if (state === 'busy') throw new Again(found, []);
      if (state === 'held') return;
    }
  }

  /** Numbers for as many new rows as the work may make; `factor` is more than 1 where they did not suffice. */
  #reserve(rows: ReadonlyMap<string, number>, factor: number): Promise<ReadonlyMap<string, Numbers>> {
    const counts = [...this.#set.counts()].map(([table, count]): [string, number] => {
      const again = factor > 1 || MADE_ANEW.has(table) ? count : 0;
      return [table, ((rows.get(table) ?? 0) + again) * factor];
    });
    return reserveNumbers(this.server.pool, new Map(counts));
  }

  /** Whether the work touched more than was locked and loaded for it. */
  async #check(
    client: PoolClient,
    {
      locks,
      readings,
      changes,
    }: { readonly locks: Locks; readonly readings: readonly number[]; readonly changes: readonly TableChanges[] },
  ): Promise<void> {
    const changed = new Set(changes.map(({ table }) => table.name));
    const isBusy =
      changed.has('issue_readings') || changed.has('issues') ? (await locks.tryTake([ISSUES])) !== 'held' : false;
    const lost = changes.find(({ table }) => table.name === 'capture_issues');
    const captures = [...(lost?.gone ?? []), ...(lost?.updated ?? [])].map(([capture]) => capture ?? null);
    if (captures.length === 0 && !isBusy) return;
    const { rows } = await client.query<{ reading_id: number }>(
      'SELECT DISTINCT reading_id FROM capture_issues WHERE capture_id = ANY ($1::bigint[])',
      [captures],
    );
    const known = new Set(readings);
    const missing = rows.map(({ reading_id }) => reading_id).filter((id) => !known.has(id));
    if (isBusy || missing.length > 0) throw new Again(isBusy ? [ISSUES] : [], missing);
  }

  #bench(set: WorkSet): Bench {
    const imports = new ImportTable(set.db);
    imports.goOn(this.#begun);
    return { db: set.db, imports, writer: new BatchWriter(set.db, imports, this.options.profiles) };
  }

  async #copy(client: PoolClient): Promise<Copy & { readonly set: WorkSet }> {
    const folder = await mkdtemp(join(tmpdir(), 'muragat-'));
    const set = new WorkSet(this.model, join(folder, 'copy.db'));
    const remove = async (): Promise<void> => {
      set.close();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      for (const table of this.model.tables) {
        for await (const rows of readAll(client, table)) set.put(table, rows);
      }
      set.begin(firstOf(await readNumbers(client)));
      return { set, bench: this.#bench(set), remove };
    } catch (error) {
      await remove();
      throw error;
    }
  }
}

function firstOf(numbers: ReadonlyMap<string, Numbers>): ReadonlyMap<string, number> {
  return new Map([...numbers].map(([table, { first }]) => [table, first]));
}

function checkNumbers(set: WorkSet, first: ReadonlyMap<string, Numbers>): void {
  const next = set.nextNumbers();
  const isShort = [...first].some(([table, { end }]) => (next.get(table) ?? 0) > end);
  if (isShort) throw new Again([], [], true);
}
