import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/archive/canonical-json.js';
import type { Article } from '../../src/model/article.js';
import type { CaptureRecord } from '../../src/model/extraction.js';
import { settleRules } from '../../src/settle/settle-rules.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { slugOf } from '../../src/text/slug.js';
import { articleWith, batchOf, recordWith } from './records.js';

const BODIES = [
  ['Ауыл тұрғындары өзен үстіне салынған жаңа көпірдің ашылуына жиналып, құрылысшыларға алғыс айтты деп жазады газет.'],
  [
    'Облыста егін орағы басталды, диқандар биыл былтырғыдан екі есе көп астық жинауды жоспарлап отыр дейді мамандар.',
    'Жиын-терін науқанына жүзден астам комбайн шықты, жанармай толық жеткізілді, ауа райы да қолайлы болып тұр деп хабарлады басқарма.',
  ],
];
const HEADLINES = ['Өзен үстіне салынған жаңа көпір ашылды', 'Облыста егін орағы басталды'];
const HOST = 'steppe-news.example';

const article: fc.Arbitrary<Article> = fc
  .record({
    nativeId: fc.constantFrom(null, null, '1', '2'),
    headline: fc.constantFrom(null, ...HEADLINES),
    articleBody: fc.constantFrom(...BODIES),
    datePublished: fc.constantFrom(null, '2021-05-04', '2021-05-05'),
    views: fc.constantFrom(3, 12, 40),
    commentCount: fc.constantFrom(0, 3, 20),
  })
  .map(articleWith);

const mention = fc.record({
  number: fc.constantFrom(null, 24, 25),
  numberEnd: fc.constantFrom(null, null, 26),
  serial: fc.constantFrom(null, 8735, 8736),
  serialEnd: fc.constant(null),
  datePublished: fc.constantFrom(null, '2024-03-23', '2024-03-26', '2025-01-04'),
  label: fc.constantFrom('№24', '№25 (8736)'),
  url: fc.constant(null),
});

const record: fc.Arbitrary<CaptureRecord> = fc
  .record({
    article,
    url: fc.constantFrom(
      null,
      `https://${HOST}/${slugOf(HEADLINES[0] ?? '')}.html`,
      `https://${HOST}/news/${slugOf(HEADLINES[0] ?? '')}.html`,
      `https://${HOST}/news/${slugOf(HEADLINES[1] ?? '')}/2`,
      `https://${HOST}/news/${slugOf(HEADLINES[1] ?? '')}`,
    ),
    site: fc.constantFrom(null, HOST, HOST, 'lake-news.example'),
    capturedAt: fc.constantFrom(null, '2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z'),
    mediaType: fc.constantFrom('text/html', 'text/plain'),
    kindDetail: fc.constantFrom(null, null, null, 'print', 'page-2', 'page-3'),
    contentSha256: fc.constantFrom(null, null, null, 'read-in-two-ways'),
    httpStatus: fc.constantFrom(null, 200),
    evidence: fc.constantFrom({ views: 'footer' }, {}),
    diagnostics: fc.constantFrom([], [{ code: 'counter-order-by-size', message: '3 12' }]),
    issues: fc.array(mention, { maxLength: 3 }),
  })
  .map(({ contentSha256, ...fields }) =>
    recordWith({ ...fields, ...(contentSha256 === null ? {} : { contentSha256 }) }),
  );

const records = fc.array(record, { minLength: 1, maxLength: 9 });

/** Everything an archive shows, without row ids. */
const CONTENT = [
  `SELECT host, articles.key, native_id, articles.url, headline, body, own_paragraphs, published_on, views, comment_count, version_count,
    text_sha256 FROM articles JOIN sites ON sites.id = site_id ORDER BY 1, 2`,
  `SELECT content_sha256, captures.url, captured_at, captures.views, captures.comment_count, host, articles.key, counters_swapped
    FROM captures JOIN sites ON sites.id = captures.site_id LEFT JOIN articles ON articles.id = article_id ORDER BY 1, 2, 3, 6`,
  `SELECT host, year, number, number_end, serial, serial_end, published_on, label, status, inferred
    FROM issues JOIN sites ON sites.id = site_id ORDER BY 1, 2, 3, 5, 7, 8`,
  `SELECT content_sha256, captures.url, captured_at, position, year, number, serial, published_on FROM capture_issues
    JOIN issues ON issues.id = issue_id JOIN captures ON captures.id = capture_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`,
  `SELECT sites.host, story_joins.key, targets.host, into_key, rule FROM story_joins JOIN sites ON sites.id = site_id
    JOIN sites AS targets ON targets.id = into_site_id ORDER BY 1, 2`,
  `SELECT host, counter_order, rule, votes, against FROM counter_orders JOIN sites ON sites.id = site_id ORDER BY 1`,
  `SELECT site, reprint_of_site, headline, published_on, reprint_of_published_on, shared, order_known FROM reprints ORDER BY 1, 2, 3, 4, 5, 6`,
];

/** Imports the lists one after the other, forgets some of the imports; what the archive then shows, and its digest. */
async function archiveAfter(
  lists: readonly (readonly CaptureRecord[])[],
  forgotten: readonly number[] = [],
): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-'));
  const path = join(folder, 'archive.db');
  try {
    const store = openSqliteStore(path, { create: true });
    for (const [index, list] of lists.entries()) {
      const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
      await store.write(id, [batchOf(`dump-${index}`, list)], { force: false });
      await store.settle(settleRules);
      await store.finishImport(id, 'ok');
    }
    for (const importId of forgotten) await store.forget({ importId });
    await store.settle(settleRules);
    const digest = await store.digest();
    await store.close();
    const db = new Database(path, { readonly: true });
    const content = CONTENT.map((sql) => db.prepare(sql).all());
    const faults = db.pragma('foreign_key_check');
    db.close();
    return { digest, content, faults };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('settle()', () => {
  it('gives the same archive for every order of captures and every split over imports', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(1000), async (all, seed) => {
        const expected = await archiveAfter([all]);
        const shuffled = all
          .map((one, index) => ({ one, at: Math.sin(seed + index * 7.3) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(await archiveAfter(shuffled.map((one) => [one]))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('forget()', () => {
  it('leaves the archive as if the import had never been', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (kept, gone) => {
        const expected = await archiveAfter([kept]);
        expect(await archiveAfter([gone, kept], [1])).toEqual(expected);
        expect(await archiveAfter([kept, gone], [2])).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('forget(), where two dumps read one capture in two ways', () => {
  const reading = fc
    .record({ article, httpStatus: fc.constantFrom(null, 200), kind: fc.constantFrom('article', 'article', 'listing') })
    .map(({ kind, article: story, httpStatus }) =>
      recordWith({
        url: `https://${HOST}/a.html`,
        contentSha256: 'read-in-two-ways',
        httpStatus,
        ...(kind === 'article' ? { article: story } : { kind: 'listing', article: null }),
      }),
    );

  it('lets the reading stand that was there without the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { minLength: 2, maxLength: 4 }), fc.nat(3), async (readings, at) => {
        const gone = at % readings.length;
        const lists = readings.map((one) => [one]);
        const expected = await archiveAfter(lists.filter((_, index) => index !== gone));
        expect(await archiveAfter(lists, [gone + 1])).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('records()', () => {
  it('gives every record back as it was read', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        const store = openSqliteStore(':memory:', { create: true });
        const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
        await store.write(id, [batchOf('dump', all)], { force: false });
        await store.settle(settleRules);
        const found: CaptureRecord[] = [];
        for await (const one of store.records()) found.push(one);
        await store.close();
        const given = new Set(all.map((one) => JSON.stringify(stripped(one))));
        expect(found.map((one) => given.has(JSON.stringify(stripped(one))))).toEqual(found.map(() => true));
        expect(new Set(found.map(nameOf))).toEqual(new Set(all.map(nameOf)));
        expect(found.map((one) => one.contentSha256)).toEqual(found.map((one) => one.contentSha256).sort());
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** What tells a capture from all others. */
function nameOf({ contentSha256, url, capturedAt, site }: CaptureRecord): string {
  return JSON.stringify([contentSha256, url, capturedAt, site]);
}

/** A record without its place and without layers of evidence, its names in order. */
function stripped({ source: _, ...record }: CaptureRecord): unknown {
  return JSON.parse(canonicalJson(record));
}
