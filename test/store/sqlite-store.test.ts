import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../src/model/extraction.js';
import type { SourceBatch, Store, Tally, WriteResult } from '../../src/model/store.js';
import { WHOLE_RECORD } from '../../src/store/sqlite/record-parts.js';
import { defineFunctions } from '../../src/store/sqlite/row-hashes.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { articleWith, batchOf, batchOfItems, recordWith } from './records.js';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muragat-'));
  path = join(folder, 'archive.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function importInto(
  store: Store,
  batches: readonly SourceBatch[],
  force = false,
): Promise<readonly WriteResult[]> {
  const id = await store.beginImport({ toolVersion: '1.0.0', argv: ['import'], lockTimeoutSeconds: 0 });
  const results: WriteResult[] = [];
  for (const batch of batches) results.push(...(await store.write(id, [batch], { force })));
  await store.finishImport(id, 'ok');
  return results;
}

/** Imports each list as a dump of its own and gives the tallies. */
async function tallies(...dumps: readonly (readonly CaptureRecord[])[]): Promise<readonly Partial<Tally>[]> {
  const store = openSqliteStore(path, { create: true });
  const results = await importInto(
    store,
    dumps.map((records, index) => batchOf(`dump-${index}.jsonl`, records)),
  );
  await store.close();
  return results.map(({ tally }) => Object.fromEntries(Object.entries(tally).filter(([, count]) => count > 0)));
}

function query<T>(sql: string): readonly T[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
}

function expectSound(): void {
  const db = new Database(path);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.exec("INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)");
  db.close();
}

/** Keeps every record whole, as archives did before captures shared what they have in common. */
function keepWhole(): void {
  const db = new Database(path);
  defineFunctions(db);
  db.exec(`UPDATE capture_records SET record = ${WHOLE_RECORD}, reading_part = NULL, margin_part = NULL`);
  db.close();
}

const page = recordWith({ url: 'https://steppe-news.example/1-kopir.html', article: articleWith({ nativeId: '1' }) });
const later = (day: string, fields = {}): CaptureRecord =>
  recordWith({
    ...page,
    capturedAt: `${day}T00:00:00Z`,
    contentSha256: day,
    article: articleWith({ nativeId: '1', ...fields }),
  });

describe('write()', () => {
  it('counts a new article as inserted and its second capture as updated', async () => {
    expect(await tallies([page], [later('2024-01-01', { views: 5 })])).toEqual([
      { read: 1, inserted: 1 },
      { read: 1, updated: 1 },
    ]);
    expect(query('SELECT views, version_count FROM articles')).toEqual([{ views: 5, version_count: 1 }]);
    expect(query('SELECT count(*) AS n FROM captures')).toEqual([{ n: 2 }]);
    expectSound();
  });

  it('counts a known capture at a second place as unchanged', async () => {
    expect(await tallies([page], [page])).toEqual([
      { read: 1, inserted: 1 },
      { read: 1, unchanged: 1 },
    ]);
    expect(query('SELECT count(*) AS n FROM captures')).toEqual([{ n: 1 }]);
    expect(query('SELECT count(*) AS n FROM capture_locations')).toEqual([{ n: 2 }]);
  });

  it('keeps the text that a later capture replaced as a version', async () => {
    await tallies([later('2024-01-01')], [later('2024-02-01', { articleBody: ['Көпір жабылды.'] })]);
    expect(query('SELECT body, version_count, first_captured_at, last_captured_at FROM articles')).toEqual([
      {
        body: 'Көпір жабылды.',
        version_count: 2,
        first_captured_at: '2024-01-01T00:00:00Z',
        last_captured_at: '2024-02-01T00:00:00Z',
      },
    ]);
    expect(query('SELECT body, first_captured_at FROM article_versions')).toEqual([
      { body: 'Ауылда жаңа көпір ашылды.\n\nЖиынға тұрғындар келді.', first_captured_at: '2024-01-01T00:00:00Z' },
    ]);
    expectSound();
  });

  it('joins a text dump with the one page that has its headline and day, whichever comes first', async () => {
    const dump = recordWith({ mediaType: 'text/plain', site: null, article: articleWith({ views: 9 }) });
    expect(await tallies([dump], [page])).toEqual([
      { read: 1, inserted: 1 },
      { read: 1, updated: 1 },
    ]);
    expect(query('SELECT key, views FROM articles')).toEqual([{ key: 'id:1', views: 9 }]);
    expectSound();
  });

  it('parts the join when a second page has the same headline and day', async () => {
    const dump = recordWith({ mediaType: 'text/plain', site: null });
    const twin = recordWith({
      url: 'https://steppe-news.example/2-kopir.html',
      article: articleWith({ nativeId: '2' }),
    });
    await tallies([page, dump], [twin]);
    expect(query('SELECT host, key FROM articles JOIN sites ON sites.id = site_id ORDER BY host, key')).toEqual([
      { host: 'steppe-news.example', key: 'id:1' },
      { host: 'steppe-news.example', key: 'id:2' },
      { host: 'unknown', key: 'headline:2021-05-04 жана копир ашылды' },
    ]);
    expectSound();
  });

  it('counts what is no article as skipped by its kind', async () => {
    const listing = recordWith({ kind: 'listing', article: null, url: 'https://steppe-news.example/' });
    const store = openSqliteStore(path, { create: true });
    const image = { kind: 'skipped', locator: 'entry:a.png', detail: 'image' } as const;
    const [result] = await importInto(store, [batchOfItems('a.zip', [{ kind: 'record', record: listing }, image])]);
    await store.close();
    expect(result?.skippedKinds).toEqual({ listing: 1, image: 1 });
    expect(query('SELECT kind, article_id FROM captures')).toEqual([{ kind: 'listing', article_id: null }]);
  });
});

describe('knownSource()', () => {
  const reject = {
    kind: 'reject',
    reject: { locator: 'line:2', stage: 'read', code: 'bad-json', message: 'x', excerpt: null },
  } as const;

  it('knows a source that was read whole, and no other', async () => {
    const store = openSqliteStore(path, { create: true });
    const whole = batchOf('a.jsonl', [page]);
    const cut = { ...batchOf('b.jsonl', [page]), end: 'truncated' } as const;
    const spoilt = batchOfItems('c.jsonl', [{ kind: 'record', record: page }, reject]);
    await importInto(store, [whole, cut, spoilt]);
    expect(await store.knownSource(whole.source)).toMatchObject({ records: 1 });
    expect(await store.knownSource({ ...whole.source, sha256: 'other' })).toBeNull();
    expect(await store.knownSource(cut.source)).toBeNull();
    expect(await store.knownSource(spoilt.source)).toBeNull();
    await store.close();
  });

  it('goes by size and time where there is no hash, and never for standard input', async () => {
    const store = openSqliteStore(path, { create: true });
    const batch = batchOf('a.jsonl', [page]);
    const source = { ...batch.source, sha256: null };
    const stdin = { ...source, path: '-', modifiedAt: null };
    await importInto(store, [
      { ...batch, source },
      { ...batch, source: stdin },
    ]);
    expect(await store.knownSource(source)).toMatchObject({ records: 1 });
    expect(await store.knownSource({ ...source, bytes: 1001 })).toBeNull();
    expect(await store.knownSource(stdin)).toBeNull();
    await store.close();
  });

  it('counts the records of an unchanged source as read and unchanged', async () => {
    const store = openSqliteStore(path, { create: true });
    await importInto(store, [batchOf('a.jsonl', [page])]);
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    const known = await store.knownSource(batchOf('a.jsonl', [page]).source);
    if (known !== null) await store.markUnchanged(id, [known]);
    await store.finishImport(id, 'ok');
    await store.close();
    expect(query('SELECT read, unchanged, balanced FROM import_summary ORDER BY id')).toEqual([
      { read: 1, unchanged: 0, balanced: 1 },
      { read: 1, unchanged: 1, balanced: 1 },
    ]);
  });
});

describe('status()', () => {
  it('lists rejects by code, those of the last reading only', async () => {
    const store = openSqliteStore(path, { create: true });
    const reject = { locator: 'line:2', stage: 'read', code: 'bad-json', message: 'no object', excerpt: null };
    const batch = batchOfItems('c.jsonl', [{ kind: 'reject', reject }]);
    await importInto(store, [batch]);
    await importInto(store, [batch]);
    expect((await store.status()).rejects).toEqual([
      { code: 'bad-json', count: 1, example: 'c.jsonl line:2: no object' },
    ]);
    await store.close();
  });
});

describe('arrivals()', () => {
  it('tells new articles, captures and issues from what was there, also of a dump that grew', async () => {
    const page = (nativeId: string, capturedAt: string, fields: Partial<CaptureRecord> = {}): CaptureRecord =>
      recordWith({ article: articleWith({ nativeId }), capturedAt, ...fields });
    const issue = { number: 5, numberEnd: null, serial: null, serialEnd: null, label: '№5', url: null };
    const issues = [{ ...issue, datePublished: '2021-02-03' }];
    const store = openSqliteStore(path, { create: true });
    const first = batchOf('a.jsonl', [
      page('1', '2021-05-04T00:00:00Z', { issues }),
      page('2', '2021-05-04T00:00:00Z'),
    ]);
    await importInto(store, [{ ...first, end: 'truncated' }]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const since = new Date().toISOString();
    const more = [page('2', '2022-01-01T00:00:00Z', { issues }), page('3', '2022-01-01T00:00:00Z')];
    const resumed = { sourceId: 1, format: 'jsonl', bytes: 1, sha256: '', resumeAt: 0, records: 2 };
    const grown = batchOf('a.jsonl', more);
    const places = grown.items.map((item, index) =>
      item.kind === 'record'
        ? { ...item, record: { ...item.record, source: { ...item.record.source, locator: `line:${index + 3}` } } }
        : item,
    );
    await importInto(store, [{ ...grown, items: places, resumed }]);
    const all = await store.arrivals('2000-01-01');
    expect(all).toMatchObject({ articles: 3, updated: 0, captures: 4, issues: 1, imports: [{ id: 1 }, { id: 2 }] });
    expect(await store.arrivals(since)).toMatchObject({ since, articles: 1, updated: 1, captures: 2, issues: 0 });
    expect((await store.arrivals(since)).sites).toMatchObject([{ host: 'steppe-news.example', articles: 1 }]);
    expect(await store.arrivals('2999-01-01')).toMatchObject({ articles: 0, captures: 0, sites: [], imports: [] });
    await store.close();
  });
});

describe('missing_issues', () => {
  const listing = (numbers: readonly (readonly [number, number | null, number | null])[]): CaptureRecord =>
    recordWith({
      kind: 'issue',
      article: null,
      issues: numbers.map(([number, numberEnd, serial]) => ({
        number,
        numberEnd,
        serial,
        serialEnd: null,
        datePublished: '2023-06-01',
        label: `№${number}`,
        url: null,
      })),
    });

  it.each([
    [
      'finds the gap between two numbers',
      [
        [3, null, 103],
        [6, null, 106],
      ],
      [4, 5],
    ],
    [
      'lets a double number cover both',
      [
        [3, 4, 103],
        [5, null, 105],
      ],
      [],
    ],
    ['does not call open ends missing', [[50, null, 150]], []],
    [
      'keeps two runs of serials apart',
      [
        [3, null, 103],
        [6, null, 906],
      ],
      [],
    ],
    [
      'takes a number without serial into the only run',
      [
        [3, null, 103],
        [5, null, null],
        [7, null, 107],
      ],
      [4, 6],
    ],
    [
      'takes a wild number for no gap',
      [
        [3, null, null],
        [90000, null, null],
      ],
      [],
    ],
  ] as const)('%s', async (_, numbers, missing) => {
    await tallies([listing(numbers)]);
    const rows = query<{ site: string; year: number; number: number }>('SELECT * FROM missing_issues');
    expect(rows).toEqual(missing.map((number) => ({ site: 'steppe-news.example', year: 2023, number })));
  });
});

describe('search', () => {
  it.each(['казакстан', 'Қазақстан', 'ҚАЗАҚСТАН'])(
    'finds «Қазақстан» by «%s», also after the text changed',
    async (word) => {
      await tallies([later('2024-01-01')], [later('2024-02-01', { articleBody: ['Бүгін Қазақстан күні.'] })]);
      const hits = query(
        `SELECT key FROM articles_fts JOIN articles ON id = articles_fts.rowid WHERE articles_fts MATCH '${word}'`,
      );
      expect(hits).toEqual([{ key: 'id:1' }]);
      expect(query("SELECT 1 FROM articles_fts WHERE articles_fts MATCH 'тұрғындар'")).toEqual([]);
    },
  );
});

describe('record_parts', () => {
  const listed = (day: string): CaptureRecord => ({
    ...later(day),
    calendar: { month: '2024-01', day: null, daysWithNews: [] },
  });
  const counts =
    'SELECT (SELECT count(*) FROM capture_records) AS records, (SELECT count(*) FROM record_parts) AS parts';

  it('holds once what captures have in common, and nothing that only forgotten ones had', async () => {
    const store = openSqliteStore(path, { create: true });
    await importInto(store, [batchOf('a.jsonl', [page, later('2024-01-01')])]);
    await importInto(store, [batchOf('b.jsonl', [listed('2024-01-02'), listed('2024-01-03')])]);
    expect(query(counts)).toEqual([{ records: 4, parts: 2 }]);
    await store.forget({ sourcePath: 'b.jsonl' });
    await store.close();
    expect(query(counts)).toEqual([{ records: 2, parts: 1 }]);
    expectSound();
  });

  it('does not show in an archive whose records were kept whole', async () => {
    const dump = [page, { ...listed('2024-01-02'), contentSha256: 'a'.repeat(64) }];
    const store = openSqliteStore(path, { create: true });
    await importInto(store, [batchOf('a.jsonl', dump)]);
    const digest = await store.digest();
    await store.close();
    keepWhole();
    const again = openSqliteStore(path, { create: false });
    expect(await again.digest()).toBe(digest);
    for await (const damage of again.damages()) expect(damage).toBeNull();
    const [result] = await importInto(again, [batchOf('a.jsonl', dump)], true);
    expect(result?.tally).toMatchObject({ read: 2, unchanged: 2 });
    expect(await again.digest()).toBe(digest);
    await again.close();
  });
});

describe('forget()', () => {
  it('gives the room back that nothing needs any more', async () => {
    const store = openSqliteStore(path, { create: true });
    const words = Array.from({ length: 20_000 }, (_, index) => `сөз${index}`).join(' ');
    await importInto(store, [batchOf('small.jsonl', [page])]);
    await importInto(store, [batchOf('large.jsonl', [later('2024-01-01', { articleBody: [words] })])]);
    await store.forget({ sourcePath: 'large.jsonl' });
    await store.close();
    expect(query('PRAGMA freelist_count')).toEqual([{ freelist_count: 0 }]);
    expectSound();
  });
});
