import type { PoolClient } from 'pg';
import { ImporterError } from '../../model/importer-error.js';
import type { ImportStatus } from '../../model/store.js';
import { writtenMeanwhile } from '../sqlite/import-lock.js';
import type { Server } from './connect.js';
import { IMPORT_CLASS } from './locks.js';
import type { Workbench } from './workbench.js';

/**
 * Rows of `imports` while they run. Many may run at once on a server; each holds a lock of its session, which goes when its process does,
 * so that a dead one is known.
 */
export class RunningImports {
  /** The connection that holds the locks of this process. */
  #session: PoolClient | null = null;

  constructor(
    private readonly server: Server,
    private readonly bench: Workbench,
    private readonly dry: PoolClient | null,
  ) {}

  async begin(toolVersion: string, argv: readonly string[]): Promise<number> {
    await this.markDead();
    const session = this.dry === null ? await this.#openSession() : null;
    let id = 0;
    return this.bench.do({
      names: [],
      rows: new Map([['imports', 1]]),
      // A new import notes the highest capture there is.
      load: async (near) => void (await near.newestCapture()),
      work: ({ imports }) => {
        id = imports.begin(toolVersion, argv);
        return id;
      },
      // Before anyone can see the row: one without its lock is taken for dead.
      also: async () => void (await session?.query('SELECT pg_advisory_lock($1::int, $2::int)', [IMPORT_CLASS, id])),
    });
  }

  async #openSession(): Promise<PoolClient> {
    if (this.#session !== null) return this.#session;
    const session = await this.server.pool.connect();
    this.#session = session;
    // A server that went away took the locks with it.
    session.once('end', () => {
      if (this.#session !== session) return;
      this.#session = null;
      session.release(true);
    });
    return session;
  }

  async finish(id: number, status: ImportStatus): Promise<void> {
    await this.#end([id], status);
    await this.#session?.query('SELECT pg_advisory_unlock($1::int, $2::int)', [IMPORT_CLASS, id]).catch(() => {});
  }

  /** Marks imports as interrupted whose process is gone; gives those that live. */
  async markDead(): Promise<readonly number[]> {
    const client = this.dry ?? (await this.server.pool.connect());
    try {
      const { rows } = await client.query<{ id: number; dead: boolean }>(
        // Shared: two that look at the same time do not take each other for the import.
        "SELECT id, pg_try_advisory_lock_shared($1::int, id::int) AS dead FROM imports WHERE status = 'running'",
        [IMPORT_CLASS],
      );
      const dead = rows.flatMap((row) => (row.dead ? [row.id] : []));
      if (dead.length > 0) await this.#end(dead, 'interrupted');
      for (const id of dead)
        await client.query('SELECT pg_advisory_unlock_shared($1::int, $2::int)', [IMPORT_CLASS, id]);
      return rows.filter((row) => !row.dead).map(({ id }) => id);
    } finally {
      if (client !== this.dry) client.release();
    }
  }

  /** Throws `ImporterError` `locked` while an import runs. */
  async checkFree(): Promise<void> {
    this.#checkNone(await this.markDead());
  }

  /** The same inside a transaction that has the archive to itself: until it ends no import can begin. */
  async checkFreeWithin(client: PoolClient): Promise<void> {
    const { rows } = await client.query<{ id: number; dead: boolean }>(
      "SELECT id, pg_try_advisory_xact_lock_shared($1::int, id::int) AS dead FROM imports WHERE status = 'running'",
      [IMPORT_CLASS],
    );
    this.#checkNone(rows.flatMap(({ id, dead }) => (dead ? [] : [id])));
  }

  /** Gives a check that throws `ImporterError` where an import wrote since; throws `locked` while one runs. */
  async watch(): Promise<() => Promise<void>> {
    const before = await this.#standing();
    await this.checkFree();
    return async () => {
      if ((await this.#standing()) !== before) throw writtenMeanwhile(this.server.name);
    };
  }

  close(): void {
    const session = this.#session;
    this.#session = null;
    session?.release(true);
  }

  /** All imports as one text, which any of them changes. */
  async #standing(): Promise<string> {
    const sql = "SELECT coalesce(string_agg(imports::text, ' ' ORDER BY id), '') AS standing FROM imports";
    const { rows } = await this.server.pool.query<{ standing: string }>(sql);
    return rows[0]?.standing ?? '';
  }

  #checkNone([id]: readonly number[]): void {
    if (id === undefined) return;
    throw new ImporterError('locked', `import ${id} is writing to ${this.server.name}`, 'Try again when it is done.');
  }

  #end(ids: readonly number[], status: ImportStatus): Promise<void> {
    return this.bench.do({
      names: [],
      load: async (near) => void (await near.rows('imports', 'id', ids)),
      work: ({ imports }) => ids.forEach((id) => void imports.finish(id, status)),
    });
  }
}
