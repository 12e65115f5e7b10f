import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDumps } from '../../src/importer.js';
import type { ReportFigures } from '../../src/model/report.js';
import type { Store } from '../../src/model/store.js';
import type { ReportOptions } from '../../src/report/to-report.js';
import { settleRules } from '../../src/settle/settle-rules.js';
import { openSqliteReader } from '../../src/store/sqlite/sqlite-reader.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { articleWith, batchOf, batchOfItems, recordWith } from '../store/records.js';

const samples = new URL('../../samples/', import.meta.url).pathname;

/** What stands on a report of a test besides its figures. */
export const head: ReportOptions = {
  ...{ archive: 'news.db', madeAt: '2024-03-24T10:00:00Z', version: '9.9.9', language: 'en' },
};

/** Figures of a new archive after something was written into it. */
async function figuresOf(write: (store: Store) => Promise<unknown>): Promise<ReportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-report-'));
  try {
    const path = join(folder, 'a.db');
    const store = openSqliteStore(path, { create: true });
    await write(store).finally(() => store.close());
    const reader = openSqliteReader(path);
    return await reader.reportFigures().finally(() => reader.close());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Figures of an archive of the samples, whole and broken. */
export function sampleFigures(): Promise<ReportFigures> {
  return figuresOf((store) =>
    importDumps(
      store,
      ['pages', 'dumps', 'broken', 'containers/broken'].map((name) => join(samples, name)),
      {
        ...{ format: null, site: null, baseUrl: null, capturedAt: null, charset: null, profiles: [] },
        ...{ include: [], exclude: [], since: null, limit: null, minAge: null },
        ...{ toolVersion: '0.0.0', argv: [], force: false, lockTimeoutSeconds: 0, jobs: 1 },
        ...{ collection: null, rights: null, note: null, maxRejects: { kind: 'count', count: 99 } },
      },
    ),
  );
}

/** Figures of an archive that holds nothing. */
export function emptyFigures(): Promise<ReportFigures> {
  return figuresOf(async () => {});
}

/** A text that would do harm where it is taken for anything but text. */
export const HOSTILE =
  '</style></title>--><script>alert(1)</script><img src=x onerror="alert(2)">\' onload=alert(3) \u202e\u0007\ud800&lt;b&gt;';
const LONG = 'Ұ'.repeat(5000);

/** Figures of an archive all of whose texts are hostile, endless, or both. */
export function hostileFigures(): Promise<ReportFigures> {
  const texts = [HOSTILE, LONG, HOSTILE + LONG, '\u0301'.repeat(900), '«»'.repeat(400), 'a\nb\u2028c', '\u05d0\u0627'];
  const repair = { field: 'headline', start: 0, lossy: true, confidence: 0 };
  const records = texts.map((text, n) =>
    recordWith({
      url: `https://steppe-news.example/${n}.html`,
      capturedAt: '2024-01-05T08:00:00Z',
      capturedAtBasis: 'warc-date',
      charset: { used: 'utf-8', declared: text, evidence: 'valid-utf-8' },
      article: articleWith({ nativeId: String(n), headline: text, articleSection: text, views: 10 ** (n * 2) }),
      attributions: [{ name: text, canonicalName: text, role: 'origin', phrase: text, rule: 'kk' }],
      repairs: [
        { ...repair, seq: 1, before: text, after: null, method: 'none', applied: false },
        { ...repair, seq: 2, before: text, after: `${text}!`, method: text, applied: true },
      ],
    }),
  );
  const rejects = texts.map((text, n) => ({
    kind: 'reject' as const,
    reject: { locator: text, stage: text, code: `${n}${text}`, message: text, excerpt: text },
  }));
  return figuresOf(async (store) => {
    const id = await store.beginImport({ toolVersion: HOSTILE, argv: [HOSTILE], lockTimeoutSeconds: 0 });
    await store.write(id, [batchOf(HOSTILE, records), batchOfItems(`${HOSTILE}2`, rejects)], { force: false });
    await store.settle(settleRules);
    await store.finishImport(id, 'partial');
  });
}
