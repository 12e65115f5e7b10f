import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSqliteFile } from '../../src/store/sqlite/check-file.js';
import { MIGRATIONS, migrate, versionOf } from '../../src/store/sqlite/migrations.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { batchOf, recordWith } from './records.js';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muragat-'));
  path = join(folder, 'archive.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const RUN = { toolVersion: '1.0.0', argv: ['import', 'https://me:pass@word@host.example/x'], lockTimeoutSeconds: 0 };

function run(sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

describe('openSqliteStore()', () => {
  it.each([
    ['input-missing', () => undefined, false],
    ['input-unusable', () => writeFileSync(path, 'This is a letter and no database at all.'), true],
    ['input-unusable', () => run('CREATE TABLE notes (text)'), true],
    ['newer-version', () => run('PRAGMA application_id = 0x4d555241; PRAGMA user_version = 99'), true],
    ['archive-not-created', () => mkdirSync(path), true],
  ])('throws %s and names the file (%#)', (code, prepare, create) => {
    prepare();
    expect(() => openSqliteStore(path, { create })).toThrow(expect.objectContaining({ code }));
    expect(() => openSqliteStore(path, { create })).toThrow(path);
  });

  it('throws archive-not-created where the folder is missing', () => {
    const place = join(folder, 'nowhere', 'archive.db');
    expect(() => openSqliteStore(place, { create: true })).toThrow(
      expect.objectContaining({ code: 'archive-not-created' }),
    );
  });

  it('names a damaged archive', async () => {
    await openSqliteStore(path, { create: true }).close();
    writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 7)]));
    expect(() => openSqliteStore(path, { create: true })).toThrow(expect.objectContaining({ code: 'input-unusable' }));
  });

  it('gives every table a strict schema and every foreign key an index', async () => {
    await openSqliteStore(path, { create: true }).close();
    const db = new Database(path);
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'",
      )
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('articles_fts'));
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
    const bare = tables.flatMap(({ name }) => {
      const keys = db.prepare<[string], { from: string }>('SELECT "from" FROM pragma_foreign_key_list(?)').all(name);
      // A rowid is its own index.
      const leading = db
        .prepare<[string, string], { name: string }>(
          `SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info WHERE seqno = 0
          UNION SELECT name FROM pragma_table_info(?) WHERE pk = 1`,
        )
        .all(name, name);
      return keys
        .filter((key) => !leading.some((index) => index.name === key.from))
        .map((key) => `${name}.${key.from}`);
    });
    expect(bare).toEqual([]);
    expect(db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'articles_fts'").pluck().get()).toContain(
      'content="articles"',
    );
    db.close();
  });

  it('leaves an archive as it was after a dry run, and makes none', async () => {
    const dryRun = async (): Promise<number | undefined> => {
      const store = openSqliteStore(path, { create: true, dryRun: true });
      const id = await store.beginImport(RUN);
      const [result] = await store.write(id, [batchOf('a', [recordWith({ capturedAt: '2020-01-01T00:00:00Z' })])], {
        force: false,
      });
      await store.finishImport(id, 'ok');
      await store.close();
      return result?.tally.inserted;
    };
    expect(await dryRun()).toBe(1);
    expect(existsSync(path)).toBe(false);
    await openSqliteStore(path, { create: true }).close();
    expect(await dryRun()).toBe(1);
    const store = openSqliteStore(path, { create: false });
    expect(await store.status()).toMatchObject({ articles: 0, captures: 0, imports: [] });
    await store.close();
  });
});

/** An article as the fifth version of the schema held it. */
const OLD_ROWS = `
  INSERT INTO sites (id, host) VALUES (1, 'a.example');
  INSERT INTO imports (id, started_at, status, tool_version, argv) VALUES (1, '2024-01-01T00:00:00Z', 'ok', '1', '[]');
  INSERT INTO sources (id, import_id, path, format, bytes, state) VALUES (1, 1, 'a.html', 'html', 1, 'done');
  INSERT INTO articles (id, site_id, key, headline, body, version_count, search_extra, text_sha256)
    VALUES (1, 1, 'k', 'h', 'b', 1, '', 't');
  INSERT INTO captures (id, kind, site_id, site_told, media_type, charset, content_sha256, article_id, views)
    VALUES (1, 'article', 1, 1, 'text/html', 'utf-8', 'c', 1, 7);
  INSERT INTO capture_records (capture_id, tool_version, record) VALUES (1, '1', '{"article":{"datePublished":null}}');
  INSERT INTO capture_locations (capture_id, source_id, locator) VALUES (1, 1, 'file');
`;

describe('watch()', () => {
  it('tells who verifies an archive that somebody else has written to it meanwhile', async () => {
    const [one, other] = [openSqliteStore(path, { create: true }), openSqliteStore(path, { create: false })];
    const checkUnchanged = await one.watch();
    await checkUnchanged();
    const id = await other.beginImport(RUN);
    await expect(one.watch()).rejects.toMatchObject({ code: 'locked' });
    await other.finishImport(id, 'ok');
    await expect(checkUnchanged()).rejects.toThrow('was written to meanwhile');
    await one.close();
    await other.close();
  });
});

describe('the rights of new files', () => {
  const rights = (name: string): string => (statSync(join(folder, name)).mode & 0o777).toString(8);

  it.each([
    [0o022, '644'],
    [0o027, '640'],
    [0o077, '600'],
  ])('of an archive and its log follow umask %o', async (mask, expected) => {
    const before = process.umask(mask);
    try {
      const store = openSqliteStore(path, { create: true });
      expect(['archive.db', 'archive.db-wal', 'archive.db-shm'].map(rights)).toEqual([expected, expected, expected]);
      await store.close();
    } finally {
      process.umask(before);
    }
  });

  it('of a copy before a migration are no wider than those of the archive', async () => {
    await openSqliteStore(path, { create: true }).close();
    chmodSync(path, 0o600);
    const db = new Database(path);
    migrate(db, [...MIGRATIONS, 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT']);
    db.close();
    expect(rights(`archive.db.v${MIGRATIONS.length}.bak`)).toBe('600');
  });
});

describe('what is reported as done', () => {
  it('is in the files at once: an archive copied at that instant, with its log, has it', async () => {
    const store = openSqliteStore(path, { create: true });
    const id = await store.beginImport(RUN);
    await store.write(id, [batchOf('a.jsonl', [recordWith({})])], { force: false });
    await store.finishImport(id, 'ok');
    for (const ending of ['', '-wal']) copyFileSync(path + ending, join(folder, `copy.db${ending}`));
    await store.close();
    const copy = openSqliteStore(join(folder, 'copy.db'), { create: false });
    expect(await copy.status()).toMatchObject({ captures: 1, imports: [{ status: 'ok' }] });
    await copy.close();
  });
});

describe('migrate()', () => {
  it('copies an archive before it changes it', async () => {
    await openSqliteStore(path, { create: true }).close();
    const db = new Database(path);
    migrate(db, [...MIGRATIONS, 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT']);
    expect(versionOf(db)).toBe(MIGRATIONS.length + 1);
    db.close();
    const copy = new Database(join(folder, `archive.db.v${MIGRATIONS.length}.bak`), { readonly: true });
    expect(versionOf(copy)).toBe(MIGRATIONS.length);
    copy.close();
  });

  it('gives the rows of an older archive their hashes and counts what its imports found', async () => {
    const old = new Database(path);
    migrate(old, MIGRATIONS.slice(0, 5));
    old.exec(OLD_ROWS);
    old.close();
    await openSqliteStore(path, { create: false }).close();
    const db = new Database(path, { readonly: true });
    const ask = (sql: string) => db.prepare(sql).get();
    expect(ask('SELECT rules_version FROM capture_records')).toEqual({ rules_version: 0 });
    expect(ask('SELECT row_hash FROM captures')).toEqual({ row_hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const counts = { import_id: 1, site_id: 1, articles: 1, without_date: 1, without_views: 0, without_body: 0 };
    expect(ask('SELECT * FROM import_sites')).toMatchObject(counts);
    db.close();
    expect(checkSqliteFile(path)).toEqual([]);
  });

  it('undoes a step that fails', async () => {
    await openSqliteStore(path, { create: true }).close();
    const db = new Database(path);
    expect(() => migrate(db, [...MIGRATIONS, 'CREATE TABLE more (id); CREATE TABLE more (id)'])).toThrow('more');
    expect(versionOf(db)).toBe(MIGRATIONS.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").pluck().get()).toBe(0);
    db.close();
    expect(readdirSync(folder)).toContain('archive.db');
  });
});

describe('beginImport()', () => {
  it('says who holds the archive since when', async () => {
    const first = openSqliteStore(path, { create: true });
    const id = await first.beginImport(RUN);
    const second = openSqliteStore(path, { create: true });
    await expect(second.beginImport(RUN)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(new RegExp(`import ${id} \\(process ${process.pid} on .*since 20`)),
    });
    await first.finishImport(id, 'ok');
    expect(await second.beginImport(RUN)).toBe(id + 1);
    await second.close();
    await first.close();
  });

  it('waits for the archive as long as it may', async () => {
    const first = openSqliteStore(path, { create: true });
    const id = await first.beginImport(RUN);
    const second = openSqliteStore(path, { create: true });
    const waiting = second.beginImport({ ...RUN, lockTimeoutSeconds: 10 });
    await first.finishImport(id, 'ok');
    expect(await waiting).toBe(id + 1);
    await second.close();
    await first.close();
  });

  it('takes over from a dead process and marks its import as interrupted', async () => {
    await openSqliteStore(path, { create: true }).close();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    run(`INSERT INTO imports (id, started_at, status, tool_version, argv) VALUES (1, '2024-01-01T00:00:00Z', 'running', '1', '[]');
      INSERT INTO import_lock VALUES (1, 1, '${hostname()}', ${pid}, NULL, '2024-01-01T00:00:00Z')`);
    const store = openSqliteStore(path, { create: false });
    expect(await store.beginImport(RUN)).toBe(2);
    expect((await store.status()).imports.map(({ status }) => status)).toEqual(['running', 'interrupted']);
    await store.close();
  });

  it('marks an import that was not finished as interrupted when the archive is closed', async () => {
    const store = openSqliteStore(path, { create: true });
    await store.beginImport(RUN);
    await store.close();
    const again = openSqliteStore(path, { create: false });
    expect((await again.status()).imports[0]?.status).toBe('interrupted');
    await again.close();
  });

  it('stores no password', async () => {
    const store = openSqliteStore(path, { create: true });
    await store.beginImport(RUN);
    await store.close();
    const db = new Database(path);
    expect(db.prepare('SELECT argv FROM imports').pluck().get()).toBe('["import","https://me:***@host.example/x"]');
    db.close();
  });
});
