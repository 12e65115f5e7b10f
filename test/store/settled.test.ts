import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.js';
import type { CaptureRecord } from '../../src/model/extraction.js';
import { settleRules } from '../../src/settle/settle-rules.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { slugOf } from '../../src/text/slug.js';
import { articleWith, batchOf, recordWith } from './records.js';

const HOST = 'https://steppe-news.example';
const BODY = [
  'Кеше ауыл шетіндегі өзен үстіне салынған жаңа көпір пайдалануға берілді, оны жүргізушілер көптен күткен еді.',
  'Құрылысты облыстық бюджет есебінен жергілікті мердігер компания екі жылда аяқтап шықты, енді жол бес шақырымға қысқарады.',
];

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muragat-'));
  path = join(folder, 'archive.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Imports each list as a dump of its own and settles; gives the digest. */
async function settle(...lists: readonly (readonly CaptureRecord[])[]): Promise<string> {
  const store = openSqliteStore(path, { create: true });
  for (const list of lists) {
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    await store.write(id, [batchOf(JSON.stringify(list.map((one) => one.contentSha256)), list)], { force: false });
    await store.settle(settleRules);
    await store.finishImport(id, 'ok');
  }
  const digest = await store.digest();
  await store.close();
  return digest;
}

function query(sql: string): readonly unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

function page(url: string | null, article: Partial<Article> = {}, fields: Partial<CaptureRecord> = {}): CaptureRecord {
  return recordWith({ url, article: articleWith({ articleBody: BODY, ...article }), ...fields });
}

describe('settle()', () => {
  it('shows a story under two addresses once, and twice again when they turn out to be two', async () => {
    await settle([page(`${HOST}/kopir`, { views: 3 })], [page(`${HOST}/news/kopir`, { views: 5 })]);
    expect(query('SELECT key, version_count FROM articles')).toEqual([
      { key: 'url:steppe-news.example/kopir', version_count: 1 },
    ]);
    expect(query('SELECT count(DISTINCT views) AS n FROM readings')).toEqual([{ n: 2 }]);
    const moved = page(`${HOST}/news/kopir`, { nativeId: '2' }, { capturedAt: '2024-01-01T00:00:00Z' });
    const other = page(`${HOST}/kopir`, { nativeId: '1' }, { capturedAt: '2024-01-01T00:00:00Z' });
    await settle([moved, other]);
    expect(query('SELECT key FROM articles ORDER BY key')).toEqual([{ key: 'id:1' }, { key: 'id:2' }]);
  });

  it('joins more stories than it writes at once, and takes each join off again', async () => {
    const both = Array.from({ length: 210 }, (_, index) => {
      const story = { headline: `Көпір ${index}`, articleBody: [`${BODY[0]} ${index}`] };
      return [page(`${HOST}/${index}`, story), page(`${HOST}/news/${index}`, story)];
    }).flat();
    const digest = await settle(both);
    expect(query('SELECT count(*) AS n FROM articles')).toEqual([{ n: 210 }]);
    const store = openSqliteStore(join(folder, 'apart.db'), { create: true });
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    await store.write(id, [batchOf('both', both)], { force: false });
    expect(await store.totals()).toMatchObject({ articles: 420 });
    expect(await store.digest()).toBe(digest);
    await store.close();
  });

  it('joins a text without address by the slug of its headline, and parts it when a second story has it', async () => {
    const headline = 'Ауылда жаңа көпір салтанатты түрде ашылды';
    const slug = slugOf(headline);
    const story = (id: string): CaptureRecord =>
      page(`${HOST}/${id}-${slug}.html`, { nativeId: id, headline, articleBody: [...BODY, id] });
    const dump = page(
      null,
      { headline, datePublished: null, articleBody: [...BODY, 'мәтін'] },
      { site: null, mediaType: 'text/plain' },
    );
    await settle([dump], [story('7')]);
    expect(query('SELECT key FROM articles')).toEqual([{ key: 'id:7' }]);
    await settle([story('8')]);
    expect(query('SELECT count(*) AS n FROM articles')).toEqual([{ n: 3 }]);
  });

  it('reads pages 2 … n of a story on behind the first, and leaves out what comes after a gap', async () => {
    const later = (number: number, text: string): CaptureRecord =>
      page(`${HOST}/news/kopir?page=${number}`, { articleBody: [text] }, { kindDetail: `page-${number}` });
    await settle([later(2, 'Екінші бет.'), later(4, 'Төртінші бет.')], [page(`${HOST}/news/kopir`)]);
    const whole = [...BODY, 'Екінші бет.'].join('\n\n');
    expect(query('SELECT body, own_paragraphs, version_count FROM articles')).toEqual([
      { body: whole, own_paragraphs: 2, version_count: 1 },
    ]);
    expect(query("SELECT count(*) AS n FROM articles_fts WHERE articles_fts MATCH 'екінші'")).toEqual([{ n: 1 }]);
    await settle([later(3, 'Үшінші бет.')]);
    expect(query('SELECT body FROM articles')).toEqual([{ body: `${whole}\n\nҮшінші бет.\n\nТөртінші бет.` }]);
    expect(query('SELECT count(*) AS n FROM articles')).toEqual([{ n: 1 }]);
  });

  it('tells which paper printed a text first, and merges nothing', async () => {
    const body = [BODY, BODY.map((text) => text.split(' ').reverse().join(' '))].flat();
    await settle([
      page('https://lake-news.example/9.html', { nativeId: '9', articleBody: body }, { site: 'lake-news.example' }),
      page(`${HOST}/1.html`, { nativeId: '1', headline: 'Көпір', datePublished: '2021-05-06', articleBody: body }),
    ]);
    expect(
      query('SELECT site, reprint_of_site, published_on, reprint_of_published_on, order_known FROM reprints'),
    ).toEqual([
      {
        site: 'steppe-news.example',
        reprint_of_site: 'lake-news.example',
        published_on: '2021-05-06',
        reprint_of_published_on: '2021-05-04',
        order_known: 1,
      },
    ]);
    expect(query('SELECT count(*) AS n FROM articles')).toEqual([{ n: 2 }]);
  });

  it('swaps the counters of pages that were read against the order of their site', async () => {
    const counted = (id: number, views: number, commentCount: number): CaptureRecord =>
      page(
        `${HOST}/${id}.html`,
        { nativeId: String(id), views, commentCount, articleBody: [`Мәтін ${id}.`] },
        {
          evidence: { views: 'footer' },
          diagnostics: id > 1 ? [{ code: 'counter-order-by-size', message: `${commentCount} ${views}` }] : [],
        },
      );
    const pages = Array.from({ length: 12 }, (_, index) => counted(index + 1, 40 + index, 2));
    await settle(pages);
    expect(query("SELECT views, comment_count FROM articles WHERE key = 'id:1'")).toEqual([
      { views: 2, comment_count: 40 },
    ]);
    expect(query('SELECT counter_order, rule, votes, against FROM counter_orders')).toEqual([
      { counter_order: 'comments-views', rule: 'greater-counter', votes: 11, against: 1 },
    ]);
    expect(query('SELECT count(*) AS n FROM captures WHERE counters_swapped')).toEqual([{ n: 1 }]);
  });

  it('leaves the digest as it was', async () => {
    const pages = [page(`${HOST}/kopir`, { views: 3 }), page(`${HOST}/news/kopir`, { views: 5 })];
    const store = openSqliteStore(':memory:', { create: true });
    const id = await store.beginImport({ toolVersion: '1.0.0', argv: [], lockTimeoutSeconds: 0 });
    await store.write(id, [batchOf('a', pages)], { force: false });
    const before = await store.digest();
    expect(await store.settle(settleRules)).toMatchObject({ joins: 1 });
    expect(await store.digest()).toBe(before);
    expect(await store.totals()).toMatchObject({ articles: 1 });
    await store.close();
  });
});

describe('missing_issues', () => {
  const list = (...issues: readonly (readonly [number, number | null, string, number?])[]): CaptureRecord =>
    recordWith({
      kind: 'listing',
      article: null,
      issues: issues.map(([number, serial, datePublished, numberEnd]) => ({
        number,
        numberEnd: numberEnd ?? null,
        serial,
        serialEnd: null,
        datePublished,
        label: `№${number}`,
        url: null,
      })),
    });

  it('goes on over the turn of the year, whose last number the serials tell', async () => {
    await settle([list([97, 8708, '2023-12-19'], [3, 8714, '2024-01-09']), list([98, null, '2023-12-23', 99])]);
    expect(query('SELECT year, number FROM missing_issues')).toEqual([
      { year: 2023, number: 100 },
      { year: 2024, number: 1 },
      { year: 2024, number: 2 },
    ]);
    expect(query('SELECT serial, serial_end, inferred FROM issues WHERE number = 98')).toEqual([
      { serial: 8709, serial_end: 8710, inferred: 1 },
    ]);
  });

  it('does not bridge a year of which nothing is known', async () => {
    await settle([list([97, 8708, '2022-12-19'], [3, 8814, '2024-01-09'])]);
    expect(query('SELECT * FROM missing_issues')).toEqual([]);
  });

  it('keeps the mentions of an issue when its rows become one', async () => {
    await settle([list([24, null, '2024-03-23'])], [list([24, 8735, '2024-03-23'])]);
    expect(query('SELECT number, serial, inferred FROM issues')).toEqual([{ number: 24, serial: 8735, inferred: 0 }]);
    expect(query('SELECT count(*) AS n FROM capture_issues JOIN issues ON issues.id = issue_id')).toEqual([{ n: 2 }]);
  });
});
