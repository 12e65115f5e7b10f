import { createHash } from 'node:crypto';
import type { Article } from '../../src/model/article.js';
import type { CaptureRecord } from '../../src/model/extraction.js';
import type { SourceBatch, StoreItem } from '../../src/model/store.js';

const ARTICLE: Article = {
  nativeId: null,
  headline: 'Жаңа көпір ашылды',
  lead: null,
  articleBody: ['Ауылда жаңа көпір ашылды.', 'Жиынға тұрғындар келді.'],
  datePublished: '2021-05-04',
  timePublished: null,
  dateModified: null,
  dateText: '4 мамыр 2021 ж.',
  articleSection: null,
  author: null,
  inLanguage: 'kk',
  keywords: [],
  views: null,
  commentCount: null,
  comments: [],
  images: [],
};

const RECORD: Omit<CaptureRecord, 'contentSha256'> = {
  source: { path: 'dump.html', format: 'html', locator: 'file' },
  url: null,
  capturedAt: null,
  capturedAtBasis: null,
  capturedBetween: null,
  httpStatus: null,
  mediaType: 'text/html',
  recordId: null,
  kind: 'article',
  kindDetail: null,
  site: 'steppe-news.example',
  profile: 'generic',
  charset: { used: 'utf-8', declared: null, evidence: 'valid-utf-8' },
  article: ARTICLE,
  issues: [],
  calendar: null,
  attributions: [],
  repairs: [],
  evidence: { headline: 'h1' },
  evidenceLayers: { headline: 'heuristic' },
  diagnostics: [],
};

/** An article with the fields given. */
export function articleWith(fields: Partial<Article> = {}): Article {
  return { ...ARTICLE, ...fields };
}

/** A capture of an article with the fields given; its content is what it says, so that equal records have equal hashes. */
export function recordWith(fields: Partial<CaptureRecord> = {}): CaptureRecord {
  const { source: _, ...content } = { ...RECORD, ...fields };
  const contentSha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { ...RECORD, contentSha256, ...fields };
}

/** One dump that holds the records, at `line:1` and so on, read to its end. */
export function batchOf(path: string, records: readonly CaptureRecord[]): SourceBatch {
  const items = records.map((record, index): StoreItem => {
    const source = { path, format: 'jsonl', locator: `line:${index + 1}` };
    return { kind: 'record', record: { ...record, source } };
  });
  return batchOfItems(path, items);
}

/** One dump with whatever items. */
export function batchOfItems(path: string, items: readonly StoreItem[]): SourceBatch {
  const sha256 = createHash('sha256')
    .update(JSON.stringify([path, items]))
    .digest('hex');
  const source = { path, format: 'jsonl', bytes: 1000, modifiedAt: '2024-01-01T00:00:00Z', sha256 };
  return { source, collection: null, rights: null, note: null, items, end: 'done' };
}
