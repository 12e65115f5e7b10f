import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetteQueries, datasetteTables, toDatasetteYaml } from '../../src/export/datasette.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-datasette-'));
const path = join(folder, 'a.db');
await openSqliteStore(path, { create: true }).close();
const db = new Database(path);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

describe('toDatasetteYaml()', () => {
  it.each(Object.entries(datasetteTables))(
    'names columns that %s has',
    (table, { label, facets, sortDesc, columns }) => {
      const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
      const named = [
        ...(facets ?? []),
        ...Object.keys(columns ?? {}),
        ...[label, sortDesc].filter((name) => name !== undefined),
      ];
      expect(names).toEqual(expect.arrayContaining(named));
      expect(names.length).toBeGreaterThan(0);
    },
  );

  it.each(Object.entries(datasetteQueries))('asks %s in words that SQLite knows', (_name, { sql }) => {
    expect(() => db.prepare(sql).all({ article: '1' })).not.toThrow();
  });

  it('is YAML with the file name as the name of the database', () => {
    const text = toDatasetteYaml('my archive');
    expect(text).toContain('databases:\n  "my archive":\n    tables:\n      articles:\n        description: "');
    expect(text).toContain('sql: |-\n          select site, year,');
  });
});
