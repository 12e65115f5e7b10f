import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFigures } from '../../src/model/report.js';
import { settleRules } from '../../src/settle/settle-rules.js';
import { openSqliteReader } from '../../src/store/sqlite/sqlite-reader.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { articleWith, batchOf, batchOfItems, recordWith } from './records.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const issue = (number: number, day: string) => ({
  ...{ number, numberEnd: null, serial: null, serialEnd: null, edition: null, label: `№${number}`, url: null },
  ...{ year: 2021, datePublished: day, status: 'listed' as const },
});
/** A story read on the day it came out and a year later; one from elsewhere, damaged; one without a date. */
const records = [
  ...[
    ['2021-05-04T08:00:00Z', 100],
    ['2022-05-04T08:00:00Z', 12_345],
  ].map(([capturedAt, views]) =>
    recordWith({
      ...{ url: 'https://steppe-news.example/kogam/7-bridge.html', capturedAt: String(capturedAt) },
      capturedAtBasis: 'warc-date',
      article: articleWith({ nativeId: '7', articleSection: 'Қоғам', views: Number(views) }),
      charset: { used: 'utf-8', declared: 'Windows-1251', evidence: 'valid-utf-8' },
      issues: [issue(18, '2021-05-04'), issue(21, '2021-05-25')],
    }),
  ),
  recordWith({
    ...{ url: 'https://lake-times.example/9.html', site: 'lake-times.example' },
    article: articleWith({ nativeId: '9', headline: 'Су', articleBody: ['Суда �� бар.'], datePublished: '2019-06-24' }),
    attributions: [
      { name: 'Казинформ', canonicalName: 'ҚазАқпарат', role: 'origin', phrase: 'деп хабарлайды', rule: 'kk' },
      { name: 'Көл', canonicalName: 'Көл', role: 'relay', phrase: 'деп хабарлайды', rule: 'kk' },
    ],
    repairs: [
      {
        ...{ field: 'articleBody', seq: 1, start: 5, before: '��', after: null, method: 'none' },
        ...{ lossy: true, confidence: 0, applied: false },
      },
      {
        ...{ field: 'articleBody', seq: 2, start: 0, before: 'Ð¡Ñ', after: 'Су', method: 'utf-8-as-latin-1' },
        ...{ lossy: false, confidence: 1, applied: true },
      },
    ],
  }),
  recordWith({
    url: 'https://lake-times.example/10.html',
    site: 'lake-times.example',
    article: articleWith({ nativeId: '10', headline: 'Күнсіз', datePublished: null, dateText: null }),
  }),
];
const reject = {
  locator: 'line:9',
  stage: 'read',
  code: 'invalid-json',
  message: 'The record is no valid JSON.',
  excerpt: null,
};

async function figuresOf(name: string, isEmpty: boolean): Promise<ReportFigures> {
  const path = join(folder, name);
  const store = openSqliteStore(path, { create: true });
  if (!isEmpty) {
    const id = await store.beginImport({ toolVersion: '1', argv: [], lockTimeoutSeconds: 0 });
    const batches = [batchOf('a.jsonl', records), batchOfItems('b.jsonl', [{ kind: 'reject', reject }])];
    await store.write(id, batches, { force: false });
    await store.settle(settleRules);
    await store.finishImport(id, 'partial');
  }
  await store.close();
  const reader = openSqliteReader(path);
  return reader.reportFigures().finally(() => reader.close());
}

describe('reportFigures()', () => {
  let figures: ReportFigures;
  beforeAll(async () => {
    figures = await figuresOf('a.db', false);
  });

  it('counts what the archive holds and lacks', () => {
    expect(figures.totals).toEqual({
      ...{ sources: 2, unfinishedSources: 0, captures: 4, articles: 3, undatedArticles: 1, changedArticles: 0 },
      ...{ attributedArticles: 1, damagedArticles: 1, sites: 2, sections: 1, origins: 2 },
      ...{ issues: 2, inferredIssues: 0, missingIssues: 2, repairs: 1, rejects: 1, imports: 1 },
    });
    expect(figures.published).toEqual({ first: '2019-06-24', last: '2021-05-04' });
    expect(figures.captured).toEqual({ first: '2021-05-04', last: '2022-05-04' });
    expect(figures.sites.map(({ host, articles, undated, issues }) => [host, articles, undated, issues])).toEqual([
      ['lake-times.example', 2, 1, 0],
      ['steppe-news.example', 1, 0, 2],
    ]);
  });

  it('places articles and issues by day, month and year', () => {
    expect(figures.days).toEqual([
      { day: '2019-06-24', articles: 1, issues: 0 },
      { day: '2021-05-04', articles: 1, issues: 1 },
      { day: '2021-05-25', articles: 0, issues: 1 },
    ]);
    expect(figures.years.map(({ year, months }) => [year, months.indexOf(1)])).toEqual([
      [2019, 5],
      [2021, 4],
    ]);
    expect(figures.issueYears).toEqual([
      { ...{ site: 'steppe-news.example', year: 2021, known: 2, inferred: 0 }, missing: 2, missingRuns: [[19, 20]] },
    ]);
  });

  it('tells sections, sources, encodings, repairs and rejects', () => {
    expect(figures.sections).toEqual([
      { name: null, articles: 2 },
      { name: 'Қоғам', articles: 1 },
    ]);
    expect(figures.origins).toEqual([
      { name: 'ҚазАқпарат', articles: 1, relays: 0 },
      { name: 'Көл', articles: 0, relays: 1 },
    ]);
    expect(figures.charsets).toEqual([
      { declared: null, used: 'utf-8', captures: 2 },
      { declared: 'windows-1251', used: 'utf-8', captures: 2 },
    ]);
    expect(figures.repairs).toEqual([
      { ...{ method: 'utf-8-as-latin-1', outcome: 'applied', count: 1 }, samples: [{ before: 'Ð¡Ñ', after: 'Су' }] },
      { ...{ method: 'none', outcome: 'left', count: 1 }, samples: [{ before: '��', after: null }] },
    ]);
    expect(figures.damaged).toEqual([
      { id: expect.any(Number), publishedOn: '2019-06-24', headline: 'Су', piece: '��' },
    ]);
    expect(figures.rejects).toEqual([
      {
        ...{ code: 'invalid-json', stage: 'read', count: 1, path: 'b.jsonl' },
        locator: 'line:9',
        message: reject.message,
      },
    ]);
    expect(figures.imports).toMatchObject([{ status: 'partial', read: 5, rejected: 1 }]);
  });

  it('gives the views of an article by its age, large ones to three digits', () => {
    expect(figures.viewsByAge).toEqual([
      { ...{ from: 0, to: 0, readings: 1 }, ...{ lower: 100, median: 100, upper: 100 } },
      { ...{ from: 91, to: 365, readings: 1 }, ...{ lower: 12_300, median: 12_300, upper: 12_300 } },
    ]);
    expect(figures.mostRead).toEqual([{ publishedOn: '2021-05-04', headline: 'Жаңа көпір ашылды', views: 12_345 }]);
  });

  it('gives nothing of an empty archive', async () => {
    const empty = await figuresOf('empty.db', true);
    expect(new Set(Object.values(empty.totals))).toEqual(new Set([0]));
    expect(empty).toMatchObject({ published: { first: null }, days: [], years: [], issueYears: [], viewsByAge: [] });
  });
});
