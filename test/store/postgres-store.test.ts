import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDumps, parseQuery, profiles, settleRules } from '../../src/index.js';
import type { CaptureRecord } from '../../src/model/extraction.js';
import type { ArticleFilter } from '../../src/model/query.js';
import type { SourceBatch, Store } from '../../src/model/store.js';
import { openForVerify, openReader, openStore } from '../../src/open-archive.js';
import { readQuery } from '../../src/query/read-query.js';
import { createStatements } from '../../src/store/postgres/ddl.js';
import { ARCHIVE, IMPORT_CLASS } from '../../src/store/postgres/locks.js';
import { readModel } from '../../src/store/postgres/table-model.js';
import { ask, hasNoServer, newDatabase } from '../databases.js';
import { articleWith, batchOf, batchOfItems, recordWith } from './records.js';

const options = {
  ...{ format: null, site: null, baseUrl: null, capturedAt: null, charset: null, include: [], exclude: [] },
  ...{ since: null, limit: null, minAge: null, profiles },
};
const ALL: ArticleFilter = { from: null, to: null, source: null, section: null, site: null, damaged: false };
const SETTINGS = { create: true, profiles };
const folder = mkdtempSync(join(tmpdir(), 'muragat-'));
const file = join(folder, 'archive.db');
let records: readonly CaptureRecord[] = [];
let url = '';

beforeAll(async () => {
  const found: CaptureRecord[] = [];
  for await (const result of parseDumps(['samples/dumps', 'samples/pages'], options)) {
    if (result.kind === 'record') found.push(result.record);
  }
  // The same pages a month later, with other counters: captures of articles that are there.
  const again = found.slice(0, 30).map((record) => ({
    ...record,
    capturedAt: '2024-06-01T00:00:00Z',
    contentSha256: record.contentSha256.split('').toReversed().join(''),
    article: record.article === null ? null : { ...record.article, views: 7000 },
  }));
  records = [...found, ...again];
  await fill([await openStore(file, SETTINGS)], records);
  if (hasNoServer) return;
  url = await newDatabase();
  await fill([await openStore(url, SETTINGS)], records);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Imports records, dealt out to stores that write at the same time, and settles; each store is closed. */
async function fill(stores: readonly Store[], all: readonly CaptureRecord[]): Promise<void> {
  await Promise.all(
    stores.map(async (store, index) => {
      const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
      for (const batch of dealt(all, index, stores.length)) await store.write(id, [batch], { force: false });
      await store.finishImport(id, 'ok');
    }),
  );
  await stores[0]?.settle(settleRules);
  for (const store of stores) await store.close();
}

/** Batches of a few records. With several stores each record goes to two of them, from the other end. */
function dealt(all: readonly CaptureRecord[], at: number, count: number): readonly SourceBatch[] {
  const own = all.filter((_, index) => index % count === at || (index + 1) % count === at);
  const ordered = at % 2 === 0 ? own : own.toReversed();
  const size = 9;
  return Array.from({ length: Math.ceil(ordered.length / size) }, (_, index) =>
    batchOf(`dump-${at}-${index}`, ordered.slice(index * size, (index + 1) * size)),
  );
}

/** Everything that an archive shows, the settled layer included. */
async function shownBy(db: string): Promise<unknown> {
  const store = await openStore(db, { create: false, profiles });
  const rows: string[] = [];
  for await (const row of store.content()) rows.push(JSON.stringify(row));
  const damages: unknown[] = [];
  for await (const damage of store.damages()) damages.push(damage);
  const digest = await store.digest();
  await store.close();
  return { digest, rows: rows.toSorted(), damages };
}

describe.skipIf(hasNoServer)('openPostgresStore()', () => {
  it('shows what SQLite shows of the same records, settled layer included', async () => {
    expect(await shownBy(url)).toEqual(await shownBy(file));
  });

  it('shows the same after three writers at once, each record twice', async () => {
    const shared = await newDatabase();
    await fill(await Promise.all([1, 2, 3].map(() => openStore(shared, SETTINGS))), records);
    expect(await shownBy(shared)).toEqual(await shownBy(file));
  });

  it('is again what it was when an import is forgotten', async () => {
    const [one, other] = [await newDatabase(), join(folder, 'half.db')];
    const half = records.slice(0, Math.ceil(records.length / 2));
    for (const db of [one, other]) await fill([await openStore(db, SETTINGS)], half);
    const store = await openStore(one, SETTINGS);
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    await store.write(id, [batchOf('more', records)], { force: true });
    await store.finishImport(id, 'ok');
    expect(await store.forget({ importId: id })).toMatchObject({ found: true, sources: 1 });
    await store.settle(settleRules);
    await store.close();
    expect(await shownBy(one)).toEqual(await shownBy(other));
  });

  it('counts and lists what SQLite counts and lists', async () => {
    const [one, other] = await Promise.all([url, file].map((db) => openStore(db, { create: false })));
    const { imports: _, ...expected } = (await other?.status()) ?? {};
    expect(await one?.status()).toMatchObject(expected);
    const { imports: __, ...arrived } = (await other?.arrivals('2020-01-01')) ?? {};
    expect(await one?.arrivals('2020-01-01')).toMatchObject(arrived);
    expect(await one?.unfinishedSources()).toEqual(await other?.unfinishedSources());
    await Promise.all([one?.close(), other?.close()]);
  });

  it('puts restored words over an article and takes them off', async () => {
    const store = await openStore(url, { create: false });
    const texts = async (): Promise<readonly unknown[]> => {
      const found: unknown[] = [];
      for await (const text of store.articleTexts()) found.push(text);
      return found;
    };
    const before = await texts();
    const [{ site, key, ...words }] = before as [{ site: string; key: string; paragraphs: readonly string[] }];
    const repair = {
      ...{ field: 'headline', seq: 1, start: 0, before: 'К', after: 'Қ' },
      method: 'lexicon',
      lossy: true,
    };
    const restored = {
      ...words,
      site,
      key,
      headline: 'Зылиха',
      lead: null,
      repairs: [{ ...repair, confidence: 1, applied: true }],
    };
    const digest = await store.digest();
    await store.restore([restored]);
    const reader = await openReader(url);
    expect((await reader.search(parseQuery('зылиха'), ALL, 5)).total).toBe(1);
    expect(await texts()).toEqual(before);
    expect(await store.digest()).toBe(digest);
    expect(await store.undoRestore()).toBe(1);
    expect((await reader.search(parseQuery('зылиха'), ALL, 5)).total).toBe(0);
    await Promise.all([reader.close(), store.close()]);
  });

  it('leaves nothing behind after a dry run', async () => {
    const dry = await newDatabase();
    const store = await openStore(dry, { ...SETTINGS, dryRun: true });
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    const [result] = await store.write(id, [batchOf('dump', records.slice(0, 5))], { force: false });
    expect(result?.tally.read).toBe(5);
    await store.close();
    expect(await ask(dry, 'SELECT (SELECT count(*) FROM imports) + (SELECT count(*) FROM captures) AS rows')).toEqual([
      { rows: '0' },
    ]);
  });

  it('marks an import as interrupted whose process is gone, and lets nobody forget while one runs', async () => {
    const place = await newDatabase();
    const store = await openStore(place, SETTINGS);
    await store.beginImport({ toolVersion: '1.0.0', argv: ['--db', 'postgres://u:secret@h/d'], lockTimeoutSeconds: 0 });
    const other = await openStore(place, SETTINGS);
    await expect(other.forget({ importId: 1 })).rejects.toMatchObject({ code: 'locked' });
    await expect(openForVerify(place, profiles)).rejects.toMatchObject({ code: 'locked' });
    const held = `FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await ask(place, `SELECT pg_terminate_backend(pid) ${held}`);
    // The server tells a connection to end; it ends a little later.
    while ((await ask(place, `SELECT 1 ${held}`)).length > 0) await sleep(10);
    expect((await other.status()).imports).toMatchObject([{ status: 'interrupted' }]);
    expect(await ask(place, 'SELECT argv FROM imports')).toEqual([{ argv: '["--db","postgres://u:***@h/d"]' }]);
    await Promise.all([store.close(), other.close()]);
  });

  it('does not forget while an import begins that nobody could see before', async () => {
    const place = await newDatabase();
    await fill([await openStore(place, SETTINGS)], records.slice(0, 3));
    const store = await openStore(place, SETTINGS);
    const client = new pg.Client(place);
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock_shared($1), pg_advisory_lock($2::int, 99)', [
      ARCHIVE,
      IMPORT_CLASS,
    ]);
    await client.query(
      'INSERT INTO imports SELECT (jsonb_populate_record(imports, \'{"id": 99, "status": "running"}\')).* FROM imports',
    );
    const forgotten = expect(store.forget({ importId: 1 })).rejects.toMatchObject({ code: 'locked' });
    while ((await ask(place, 'SELECT 1 FROM pg_locks WHERE NOT granted')).length === 0) await sleep(10);
    await client.query('COMMIT');
    await forgotten;
    expect(await store.totals()).not.toMatchObject({ articles: 0 });
    await Promise.all([client.end(), store.close()]);
  });

  it('writes and copies rows of any size, some at a time', async () => {
    const place = await newDatabase();
    const large = (id: number): CaptureRecord =>
      recordWith({
        url: `https://steppe-news.example/${id}`,
        contentSha256: `${id}`.padStart(64, '0'),
        article: articleWith({ nativeId: `${id}`, articleBody: ['су '.repeat(id % 9 === 0 ? 900_000 : 9)] }),
      });
    const store = await openStore(place, SETTINGS);
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    await store.write(
      id,
      [
        batchOf(
          'large',
          Array.from({ length: 30 }, (_, index) => large(index + 1)),
        ),
      ],
      {
        force: false,
      },
    );
    await store.finishImport(id, 'ok');
    const bodies: number[] = [];
    for await (const { paragraphs } of store.articleTexts()) bodies.push(paragraphs.join('').length);
    expect(bodies.filter((length) => length > 1e6)).toHaveLength(3);
    expect(bodies).toHaveLength(30);
    await store.close();
  });

  it('keeps texts that are longer than an index takes, and none of U+0000', async () => {
    const place = await newDatabase();
    const long = `https://steppe-news.example/${'сөз-'.repeat(3000)}`;
    const item = {
      kind: 'reject',
      reject: { locator: 'line:1', stage: 'read', code: 'x', message: 'a\0b', excerpt: null },
    } as const;
    const store = await openStore(place, SETTINGS);
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    const record = recordWith({ url: long, article: articleWith({ keywords: ['к'.repeat(5000)] }) });
    await store.write(id, [batchOf(long, [record]), batchOfItems('b', [item])], { force: false });
    await store.write(id, [batchOf('again', [record])], { force: false });
    await store.finishImport(id, 'ok');
    expect(await store.totals()).toMatchObject({ articles: 1 });
    expect(await ask(place, 'SELECT message FROM rejects')).toEqual([{ message: 'ab' }]);
    await store.close();
  });
});

describe.skipIf(hasNoServer)('openPostgresReader()', () => {
  const queries = [
    'су',
    '"таза су"',
    'казакстан OR мектеп',
    'ауыл -жол',
    '(көл OR су) ауыл',
    'музе',
    'NOT су',
    'a.b/c «',
    '"су кубыры"',
  ];
  const filters: readonly Partial<ArticleFilter>[] = [
    {},
    { from: '2020' },
    { site: 'kokzhiek' },
    { source: 'казинформ' },
    { damaged: true },
  ];

  it('finds and gives out what SQLite finds and gives out', async () => {
    const [server, sqlite] = [await openReader(url), await openReader(file)];
    const gather = async <T>(rows: AsyncIterable<T>): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const row of rows) found.push(JSON.stringify({ ...row, id: 0 }));
      return found;
    };
    for (const text of queries) {
      const [here, there] = [await readQuery(server, text), await readQuery(sqlite, text)];
      const [one, other] = [await server.search(here, ALL, 500), await sqlite.search(there, ALL, 500)];
      const keys = ({ articles }: typeof one): readonly string[] =>
        articles.map(({ site, key }) => `${site} ${key}`).toSorted();
      expect([text, one.total, keys(one)]).toEqual([text, other.total, keys(other)]);
    }
    for (const filter of filters) {
      const wanted = { ...ALL, ...filter };
      const every = { match: null, without: null };
      expect(await gather(server.articles(every, wanted))).toEqual(await gather(sqlite.articles(every, wanted)));
      expect(await gather(server.records(every, wanted))).toEqual(await gather(sqlite.records(every, wanted)));
    }
    const phrase = await server.search(await readQuery(server, '"су кубыры"'), ALL, 9);
    expect(phrase.total).toBeGreaterThan(0);
    await Promise.all([server.close(), sqlite.close()]);
  });

  it('shows an article with its history by key, address or row', async () => {
    const [server, sqlite] = [await openReader(url), await openReader(file)];
    const article = (await sqlite.search(parseQuery('су'), ALL, 1)).articles[0];
    const name = { site: article?.site ?? '', key: article?.key ?? '' };
    const withoutId = (history: unknown): string => JSON.stringify(history).replace(/"id":\d+/g, '"id":0');
    const found = await server.find(name);
    expect(withoutId(found)).toBe(withoutId(await sqlite.find(name)));
    expect(await server.find({ id: found?.article.id ?? 0 })).toEqual(found);
    expect(await server.find({ url: 'https://nobody.example/' })).toBeNull();
    await Promise.all([server.close(), sqlite.close()]);
  });

  it('gives the figures of a report and the sources for a merge', async () => {
    const [server, sqlite] = [await openReader(url), await openReader(file)];
    const [one, other] = [await server.reportFigures(), await sqlite.reportFigures()];
    expect(one.sites).toEqual(other.sites);
    const count = async (reader: typeof server): Promise<number> => {
      let items = 0;
      for await (const batch of reader.sources()) items += batch.items.length;
      return items;
    };
    expect(await count(server)).toBe(await count(sqlite));
    await Promise.all([server.close(), sqlite.close()]);
  });
});

describe.skipIf(hasNoServer)('openForVerify()', () => {
  it('finds an archive on a server sound, and words that are not found by search', async () => {
    const { checkFile, close } = await openForVerify(url, profiles);
    expect(checkFile()).toEqual([]);
    await close();
    const place = await newDatabase();
    await fill([await openStore(place, SETTINGS)], records.slice(0, 3));
    await ask(place, "UPDATE articles SET search = 'x' WHERE id = (SELECT min(id) FROM articles)");
    const damaged = await openForVerify(place, profiles);
    expect(damaged.checkFile()).toMatchObject([{ check: 'search', table: 'articles' }]);
    await damaged.close();
  });
});

describe.skipIf(hasNoServer)('the archive on a server', () => {
  it('is not made by who only asks, and not read by an older program', async () => {
    const empty = await newDatabase();
    await ask(empty, 'DROP TABLE schema_versions');
    await expect(openReader(empty)).rejects.toMatchObject({ code: 'input-missing' });
    const newer = await newDatabase();
    await ask(newer, "INSERT INTO schema_versions VALUES (9999, '')");
    await expect(openStore(newer, SETTINGS)).rejects.toMatchObject({ code: 'newer-version' });
  });
});

describe.skipIf(hasNoServer)('upgradeStatements()', () => {
  /** Columns, keys, references and indexes of an archive, in one order. */
  const structureOf = async (place: string): Promise<readonly unknown[]> => [
    await ask(
      place,
      `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY 1, 2`,
    ),
    await ask(
      place,
      `SELECT conrelid::regclass::text AS place, conname, pg_get_constraintdef(oid) AS rule FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'c' ORDER BY 1, 2`,
    ),
    await ask(place, "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"),
  ];

  it.each([5, 7])('makes of an archive of version %i what a new one is', async (version) => {
    const [old, fresh] = [await newDatabase(), await newDatabase()];
    await ask(old, 'DROP SCHEMA public CASCADE');
    await ask(old, 'CREATE SCHEMA public');
    await ask(old, 'CREATE TABLE schema_versions (version bigint PRIMARY KEY, applied_at text COLLATE "C" NOT NULL)');
    await ask(old, `INSERT INTO schema_versions VALUES (${version}, '')`);
    for (const sql of createStatements(readModel(version))) await ask(old, sql);
    await fill([await openStore(old, SETTINGS)], records.slice(0, 3));
    expect(await structureOf(old)).toEqual(await structureOf(fresh));
  });
});

describe('openStore()', () => {
  it('says that a server cannot be reached, without the password', async () => {
    const opened = openStore('postgres://user:secret@127.0.0.1:9/x', { create: true });
    await expect(opened).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.not.stringContaining('secret'),
    });
  });
});
