import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveReader, ArticleFilter, TextMatch } from '../../src/model/query.js';
import { citeArticle } from '../../src/query/citation.js';
import { citationFormats } from '../../src/query/citation-formats.js';
import { searchArticles } from '../../src/query/search.js';
import { showArticle } from '../../src/query/show.js';
import { settleRules } from '../../src/settle/settle-rules.js';
import { openSqliteReader } from '../../src/store/sqlite/sqlite-reader.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { articleWith, batchOf, recordWith } from './records.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-reader-'));
const ALL: ArticleFilter = { from: null, to: null, source: null, section: null, site: null, damaged: false };
const EVERY: TextMatch = { match: null, without: null };
const FIRST = 'Көпірге 20 миллион теңге бөлінді.';
const LATER = 'Көпірге 25 миллион теңге бөлінді.';

const bridge = {
  url: 'https://steppe-news.example/kogam/7-bridge.html',
  site: 'steppe-news.example',
  article: articleWith({ nativeId: '7', articleSection: 'Қоғам', articleBody: [FIRST], views: 10 }),
  capturedAt: '2022-01-05T08:00:00Z',
  capturedAtBasis: 'warc-date',
} as const;

const records = [
  recordWith(bridge),
  recordWith({
    ...bridge,
    capturedAt: '2022-03-01T08:00:00Z',
    article: { ...bridge.article, articleBody: [LATER], views: 25 },
    repairs: [
      {
        field: 'articleBody',
        seq: 1,
        start: 0,
        before: 'ÐÓ©Ð¿',
        after: 'Көпірге',
        method: 'utf-8-as-latin-1',
        lossy: false,
        confidence: 1,
        applied: true,
      },
    ],
    attributions: [
      { name: 'Казинформ', canonicalName: 'ҚазАқпарат', role: 'origin', phrase: 'деп хабарлайды', rule: 'kk' },
    ],
  }),
  recordWith({
    site: 'lake-times.example',
    url: 'https://lake-times.example/9.html',
    article: articleWith({
      nativeId: '9',
      headline: 'Су құбыры',
      articleBody: ['Суда �� бар.'],
      datePublished: '2019-06-24',
      author: 'Асан',
    }),
    capturedBetween: ['2024-03-23', null],
    repairs: [
      {
        field: 'articleBody',
        seq: 1,
        start: 5,
        before: '��',
        after: null,
        method: 'none',
        lossy: true,
        confidence: 0,
        applied: false,
      },
    ],
  }),
];

let reader: ArchiveReader;
beforeAll(async () => {
  const store = openSqliteStore(join(folder, 'a.db'), { create: true });
  const importId = await store.beginImport({ toolVersion: '1', argv: [], lockTimeoutSeconds: 0 });
  await store.write(importId, [batchOf('dumps/a.jsonl', records)], { force: false });
  await store.settle(settleRules);
  await store.finishImport(importId, 'ok');
  await store.close();
  reader = openSqliteReader(join(folder, 'a.db'));
});
afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true });
});

const keys = async (filter: Partial<ArticleFilter>): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { key } of reader.articles(EVERY, { ...ALL, ...filter })) found.push(key);
  return found;
};

const filters: readonly (readonly [Partial<ArticleFilter>, readonly string[]])[] = [
  [{}, ['id:9', 'id:7']],
  [{ from: '2021' }, ['id:7']],
  [{ to: '2019' }, ['id:9']],
  [{ from: '2019-06', to: '2019-06' }, ['id:9']],
  [{ to: '2021-05-03' }, ['id:9']],
  [{ source: 'қазақпарат' }, ['id:7']],
  [{ source: 'казинформ' }, ['id:7']],
  [{ source: 'казак' }, ['id:7']],
  [{ source: 'жоқ' }, []],
  [{ section: 'когам' }, ['id:7']],
  [{ site: 'lake-times.example' }, ['id:9']],
  [{ damaged: true }, ['id:9']],
];

describe('openSqliteReader()', () => {
  it.each(filters)('gives the articles of %j', async (filter, expected) => {
    expect(await keys(filter)).toEqual(expected);
  });

  it('gives the records of the articles found, or all', async () => {
    const count = async (filter: Partial<ArticleFilter>): Promise<number> => {
      let found = 0;
      for await (const _ of reader.records(EVERY, { ...ALL, ...filter })) found += 1;
      return found;
    };
    expect([await count({}), await count({ site: 'steppe-news' }), await count({ site: 'none' })]).toEqual([3, 2, 0]);
  });

  it('throws in words where there is no archive', () => {
    expect(() => openSqliteReader(join(folder, 'none.db'))).toThrow(/no archive at/);
  });
});

describe('searchArticles()', () => {
  it('marks hits in headline and body and counts all that match', async () => {
    const { total, hits } = await searchArticles(reader, 'копир', { ...ALL, limit: 1 });
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({
      articleId: 'steppe-news.example/id:7',
      headline: [
        { text: 'Жаңа ', isHit: false },
        { text: 'көпір', isHit: true },
        { text: ' ашылды', isHit: false },
      ],
      snippet: [
        { text: 'Көпірге', isHit: true },
        { text: ' 25 миллион теңге бөлінді.', isHit: false },
      ],
    });
  });

  it('gives everything, newest first, where nothing is asked, and nothing where no word is', async () => {
    const { hits } = await searchArticles(reader, '', { ...ALL, limit: 9 });
    expect(hits.map(({ publishedOn }) => publishedOn)).toEqual(['2021-05-04', '2019-06-24']);
    expect(await searchArticles(reader, '?!', { ...ALL, limit: 9 })).toEqual({ total: 0, hits: [] });
  });
});

describe('showArticle()', () => {
  it.each(['steppe-news.example/id:7', 'http://www.steppe-news.example/kogam/7-bridge.html'])(
    'finds %s',
    async (name) => {
      expect((await showArticle(reader, name)).article.nativeId).toBe('7');
    },
  );

  it('shows versions, readings, dumps and repairs', async () => {
    const shown = await showArticle(reader, 'steppe-news.example/id:7');
    expect(shown.changes.map(({ body }) => body?.filter(({ kind }) => kind !== 'same') ?? null)).toEqual([
      null,
      [
        { kind: 'gone', text: '20 ' },
        { kind: 'new', text: '25 ' },
      ],
    ]);
    expect(shown.versions.map(({ isPresent }) => isPresent)).toEqual([false, true]);
    expect(shown.readings.map(({ views, locations }) => [views, locations[0]?.locator])).toEqual([
      [10, 'line:1'],
      [25, 'line:2'],
    ]);
    expect(shown.bodyParts).toEqual([
      [
        { text: 'Көпірге', repair: 0 },
        { text: ' 25 миллион теңге бөлінді.', repair: null },
      ],
    ]);
  });

  it('says when there is no such article', async () => {
    await expect(showArticle(reader, '999')).rejects.toThrow(/holds no article 999/);
    await expect(showArticle(reader, 'су')).rejects.toThrow(/names no article/);
  });
});

describe('citeArticle()', () => {
  it('names the capture of the text cited, its dump and its repairs', async () => {
    expect(await citeArticle(reader, 'steppe-news.example/id:7')).toMatchObject({
      id: expect.stringMatching(/^steppe-news\.example\/id:7@[0-9a-f]{12}$/),
      capturedAt: '2022-03-01T08:00:00Z',
      dump: 'dumps/a.jsonl',
      locator: 'line:2',
      repairs: { applied: 1, lossy: 0, damaged: 0, methods: ['utf-8-as-latin-1'] },
    });
  });

  const forms: readonly (readonly [string, readonly string[]])[] = [
    ['text', ['«Су құбыры»', 'lake-times.example', 'captured on or after 2024-03-23', 'damaged in 1 place']],
    ['csl-json', ['"type": "article-newspaper"', '"archive_location": "dumps/a.jsonl (line:3)"', '"literal": "Асан"']],
    ['bibtex', ['@article{lake-times.example-id:9-', 'title = {{Су құбыры}}', 'date = {2019-06-24}']],
    ['ris', ['TY  - NEWS\r\n', 'DA  - 2019/06/24\r\n', 'ER  - \r\n']],
  ];

  it.each(forms)('writes %s', async (format, pieces) => {
    const citation = await citeArticle(reader, 'lake-times.example/id:9');
    const text = citationFormats.get(format)?.(citation) ?? '';
    for (const piece of pieces) expect(text).toContain(piece);
  });

  it('lets no sign of a title out of its field', async () => {
    const citation = {
      ...(await citeArticle(reader, 'lake-times.example/id:9')),
      title: '50 % {жеңілдік}\nTY  - X \\ $5',
    };
    expect(citationFormats.get('bibtex')?.(citation)).toContain(
      '{{50 \\% \\{жеңілдік\\} TY - X \\textbackslash{} \\$5}}',
    );
    expect(citationFormats.get('ris')?.(citation)).toContain('TI  - 50 % {жеңілдік} TY - X \\ $5\r\n');
  });
});
