import type { Database } from 'better-sqlite3';
import type { UnfinishedSource } from '../../model/store.js';

/** The newest source at each path, where it did not come in whole, for SQLite and PostgreSQL alike. Standard input cannot be read again. */
export const UNFINISHED = `
  SELECT path, state, rejected FROM sources WHERE id IN (SELECT max(id) FROM sources GROUP BY path)
  AND path <> '-' AND (state <> 'done' OR rejected > 0) ORDER BY id`;

/** Sources that did not come in whole. */
export function unfinishedSources(db: Database): readonly UnfinishedSource[] {
  return db.prepare<[], UnfinishedSource>(UNFINISHED).all();
}
