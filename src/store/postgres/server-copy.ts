import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Damage } from '../../model/verify.js';
import { openDatabase } from '../sqlite/open-database.js';
import { inTransaction, openServer, type Server, toServerError } from './connect.js';
import { migrateServer } from './migrations.js';
import { RunningImports } from './running-imports.js';
import { readAll, unsearchable } from './server-rows.js';
import { readModel, type TableModel } from './table-model.js';
import { putSql } from './work-set.js';
import { LOOK, Workbench } from './workbench.js';

/** An archive of a server in a SQLite file, and what was found wrong on the way. */
export interface ServerCopy {
  readonly path: string;
  readonly damages: readonly Damage[];
  /** Removes the file. */
  readonly remove: () => Promise<void>;
}

/** Indexes all words in one go at the end. */
const BEFORE = 'UPDATE search_state SET is_deferred = 1; DELETE FROM settling;';
const AFTER = "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild'); UPDATE search_state SET is_deferred = 0;";

/**
 * Copies the archive of the server at `url`, as it stands at one moment, into a SQLite archive among the temporary files. Throws
 * `ImporterError` `locked` while an import runs, and as `openPostgresStore` does.
 */
export async function copyServerArchive(url: string): Promise<ServerCopy> {
  const server = await openServer(url);
  const folder = await mkdtemp(join(tmpdir(), 'muragat-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'archive.db');
    return { path, damages: await copyTo(server, path), remove };
  } catch (error) {
    await remove();
    throw toServerError(error, server.name);
  } finally {
    await server.close();
  }
}

async function copyTo(server: Server, path: string): Promise<readonly Damage[]> {
  const model = readModel();
  await migrateServer(server.pool, model, { create: false, name: server.name });
  const bench = new Workbench(server, model, { profiles: [], dry: null });
  await new RunningImports(server, bench, null).checkFree();
  bench.close();
  const db = openDatabase(path, true);
  const damages: Damage[] = [];
  try {
    db.pragma('foreign_keys = OFF');
    db.exec(BEFORE);
    await inTransaction(
      server.pool,
      async (client) => {
        for (const table of model.tables) {
          const put = db.prepare<unknown[]>(putSql(table));
          for await (const rows of readAll(client, table)) {
            db.transaction(() => {
              for (const row of rows) put.run(...row);
            })();
            damages.push(...(await unsearchable(client, table, rows)).map((id) => notFound(table, id)));
          }
        }
      },
      LOOK,
    );
    db.exec(AFTER);
    return damages;
  } finally {
    db.close();
  }
}

function notFound({ name }: TableModel, id: number): Damage {
  return { check: 'search', table: name, row: String(id), message: 'the words it is searched by are not its own' };
}
