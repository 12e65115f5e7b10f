import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.js';
import type { CaptureRecord } from '../../src/model/extraction.js';
import type { Store, Tally } from '../../src/model/store.js';
import { openStore } from '../../src/open-archive.js';
import { databases, type TestDatabase } from '../databases.js';
import { articleWith, batchOf, recordWith } from './records.js';

/** Few values each, so that captures meet: same story, same day, same headline. */
const article: fc.Arbitrary<Article> = fc
  .record({
    nativeId: fc.constantFrom(null, '1', '2'),
    headline: fc.constantFrom(null, 'Көпір ашылды', 'КӨПІР АШЫЛДЫ!', 'Егін орағы'),
    articleBody: fc.constantFrom([], ['Бірінші сөз.'], ['Бірінші сөз.', 'Екінші сөз.'], ['Үшінші сөз.']),
    lead: fc.constantFrom(null, 'Бірінші сөз.'),
    datePublished: fc.constantFrom(null, '2021-05-04', '2021-05-05'),
    views: fc.constantFrom(null, 3, 12),
    keywords: fc.constantFrom([], ['көпір'], ['жол', 'көпір']),
    comments: fc.constantFrom(
      [],
      [{ nativeId: null, author: 'Асан', date: '2021-05-06', time: null, parent: null, text: 'Рақмет' }],
      [
        { nativeId: '7', author: 'Асан', date: '2021-05-06', time: '10:00', parent: null, text: 'Рақмет' },
        { nativeId: '8', author: 'Үсен', date: '2021-05-07', time: '10:00', parent: '7', text: 'Дұрыс' },
      ],
    ),
  })
  .map(articleWith);

const mention = fc
  .record({
    number: fc.constantFrom(null, 24, 25),
    serial: fc.constantFrom(null, 8735),
    datePublished: fc.constantFrom(null, '2024-03-23'),
  })
  .map((known) => ({
    ...known,
    numberEnd: null,
    serialEnd: null,
    label: `№${known.number} (${known.serial})`,
    url: null,
  }));

const lossy = {
  field: 'headline',
  seq: 1,
  start: 0,
  before: 'Ê',
  after: 'К',
  method: 'page-copy',
  lossy: true,
  confidence: 1,
  applied: true,
};

const record: fc.Arbitrary<CaptureRecord> = fc
  .record({
    article,
    isArticle: fc.constantFrom(true, true, true, false),
    url: fc.constantFrom(
      null,
      'https://steppe-news.example/a.html',
      'http://www.steppe-news.example/b.html?utm_source=x',
    ),
    site: fc.constantFrom(null, 'steppe-news.example', 'lake-news.example'),
    capturedAt: fc.constantFrom(null, '2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z'),
    mediaType: fc.constantFrom('text/html', 'text/plain'),
    kindDetail: fc.constantFrom(null, null, null, 'print', 'page-2'),
    contentSha256: fc.constantFrom(null, null, 'read-in-two-ways'),
    httpStatus: fc.constantFrom(null, 200),
    repairs: fc.constantFrom([], [lossy], [{ ...lossy, after: null, method: 'none', applied: false }]),
    issues: fc.array(mention, { maxLength: 2 }),
  })
  .map(({ isArticle, contentSha256, ...fields }) =>
    recordWith({
      ...fields,
      ...(contentSha256 === null ? {} : { contentSha256 }),
      ...(isArticle ? {} : { kind: 'listing', article: null }),
    }),
  );

const dumps = fc.array(fc.array(record, { maxLength: 5 }), { minLength: 1, maxLength: 4 });

async function fill(
  store: Store,
  lists: readonly (readonly CaptureRecord[])[],
  force = false,
): Promise<readonly Tally[]> {
  const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
  const found: Tally[] = [];
  for (const [index, list] of lists.entries()) {
    const results = await store.write(id, [batchOf(`dump-${index}`, list)], { force });
    found.push(...results.map(({ tally }) => tally));
  }
  await store.finishImport(id, 'ok');
  return found;
}

/** Digest of a new archive after one import of the lists. */
async function digestAfter({ open }: TestDatabase, lists: readonly (readonly CaptureRecord[])[]): Promise<string> {
  const store = await open();
  try {
    await fill(store, lists);
    return await store.digest();
  } finally {
    await store.close();
  }
}

const shuffled = <T>(values: readonly T[], seed: number): T[] =>
  values
    .map((value, index) => ({ value, at: Math.sin(seed + index * 7.3) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);

const SQLITE: TestDatabase = { name: 'SQLite', numRuns: 1, open: () => openStore(':memory:', { create: true }) };

describe.each(databases)('digest() of $name', (database) => {
  const RUNS = { numRuns: database.numRuns };

  it('is the same for every order and size of batches', async () => {
    await fc.assert(
      fc.asyncProperty(dumps, fc.nat(1000), async (lists, seed) => {
        const each = lists.flat().map((one) => [one]);
        // One archive decides for all databases.
        const expected = await digestAfter(SQLITE, lists);
        expect(await digestAfter(database, shuffled(each, seed))).toBe(expected);
        expect(await digestAfter(database, [shuffled(lists.flat(), seed + 1)])).toBe(expected);
      }),
      RUNS,
    );
  });

  it('is the same after the same import again', async () => {
    await fc.assert(
      fc.asyncProperty(dumps, async (lists) => {
        const store = await database.open();
        await fill(store, lists);
        const once = await store.digest();
        await fill(store, lists);
        expect(await store.digest()).toBe(once);
        await store.close();
      }),
      RUNS,
    );
  });

  it('tells archives apart that differ in one capture', async () => {
    const first = recordWith({ url: 'https://steppe-news.example/a.html' });
    const other = recordWith({ url: 'https://steppe-news.example/a.html', article: articleWith({ views: 1 }) });
    expect(await digestAfter(database, [[first]])).not.toBe(await digestAfter(database, [[first], [other]]));
  });
});

describe.each(databases)('write() to $name', ({ open, numRuns }) => {
  const RUNS = { numRuns };

  it('puts every record into one tally', async () => {
    await fc.assert(
      fc.asyncProperty(dumps, fc.boolean(), async (lists, force) => {
        const store = await open();
        for (const tally of [...(await fill(store, lists)), ...(await fill(store, lists, force))]) {
          const { read, inserted, updated, unchanged, skipped, rejected } = tally;
          expect(inserted + updated + unchanged + skipped + rejected).toBe(read);
        }
        await store.close();
      }),
      RUNS,
    );
  });

  it('finds everything unchanged when forced to read the same again', async () => {
    await fc.assert(
      fc.asyncProperty(dumps, async (lists) => {
        const store = await open();
        await fill(store, lists);
        const before = await store.digest();
        const again = await fill(store, lists, true);
        expect(again.map(({ read, unchanged }) => read - unchanged)).toEqual(lists.map(() => 0));
        expect(await store.digest()).toBe(before);
        await store.close();
      }),
      RUNS,
    );
  });
});
