import type { Database } from 'better-sqlite3';
import type { UnfinishedSource } from '../../model/store.js';

/**
 * Each path whose newest reading did not come in whole, for SQLite and PostgreSQL alike; of a dump that was read in pieces, all pieces since
 * it was last read as a whole are that reading. Standard input cannot be read again.
 */
export const UNFINISHED = `
  WITH unfinished AS (SELECT id, path, state, rejected FROM sources WHERE path <> '-' AND (state <> 'done' OR rejected > 0))
  SELECT path, state, rejected FROM unfinished WHERE id IN (SELECT max(id) FROM unfinished GROUP BY path)
  AND NOT EXISTS (SELECT 1 FROM sources AS later WHERE later.path = unfinished.path AND later.id > unfinished.id AND later.part IS NULL)
  ORDER BY id`;

/** Sources that did not come in whole. */
export function unfinishedSources(db: Database): readonly UnfinishedSource[] {
  return db.prepare<[], UnfinishedSource>(UNFINISHED).all();
}
