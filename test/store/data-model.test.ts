import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/sqlite/migrations.js';

const page = readFileSync(new URL('../../docs/data-model.md', import.meta.url), 'utf8');

/** Tables of the search index belong to SQLite. */
const OF_SQLITE = /^sqlite_|^articles_fts/;

describe('docs/data-model.md', () => {
  const db = new Database(':memory:');
  migrate(db);
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    .pluck()
    .all()
    .filter((name) => !OF_SQLITE.test(name));

  it.each(tables)('names %s and its columns', (table) => {
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const missing = [table, ...columns].filter((name) => !page.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });
});
