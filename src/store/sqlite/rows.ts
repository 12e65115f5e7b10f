import type { ArticleCapture } from '../../archive/article-capture.js';
import { canonicalJson } from '../../archive/canonical-json.js';
import type { CaptureKeys } from '../../archive/identity.js';
import type { Issue } from '../../archive/issue-of.js';
import type { JoinKeys } from '../../archive/join-keys.js';
import type { MergedArticle } from '../../archive/merge-captures.js';
import type { StoredParts } from '../../archive/record-parts.js';
import { searchExtraOf } from '../../archive/search-extra.js';
import { type RecordColumns, type StoredRecord, toRecord } from '../../archive/stored-record.js';
import type { CapturedAtBasis, SourceRef } from '../../model/capture.js';
import type { CaptureRecord } from '../../model/extraction.js';
import type { PageKind } from '../../model/page.js';
import type { Repair } from '../../model/repair-step.js';
import type { KeptRecord } from './record-parts.js';

/** A value as SQLite takes it. */
export type Value = string | number | null;

/** A column and where its value comes from: here field and column names meet. */
export type Column<T> = readonly [name: string, cellOf: (value: T) => Value];

/** A record on its way into `captures` and `capture_records`. */
export interface CaptureInput {
  readonly record: CaptureRecord;
  readonly siteId: number;
  /** Null unless the record shows a story. */
  readonly keys: (CaptureKeys & JoinKeys) | null;
  readonly toolVersion: string;
  /** Version of the rules that read it; null where it came as a record. */
  readonly rulesVersion: number | null;
  /** What no column holds of it. */
  readonly parts: StoredParts;
}

/** A row of `captures` with its `capture_records`. */
export interface CaptureRow {
  readonly id: number;
  readonly kind: PageKind;
  readonly kind_detail: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly captured_at: string | null;
  readonly captured_at_basis: CapturedAtBasis | null;
  readonly captured_from: string | null;
  readonly captured_to: string | null;
  readonly http_status: number | null;
  readonly media_type: string;
  readonly charset_declared: string | null;
  readonly charset: string;
  readonly content_sha256: string;
  readonly record_id: string | null;
  readonly text_sha256: string | null;
  readonly views: number | null;
  readonly comment_count: number | null;
  /** 1 where views and comments stand the other way round than the page was read (`counter_orders`). */
  readonly counters_swapped: number;
  readonly record: string;
}

/** A row of `repairs`. */
export interface RepairRow extends Omit<Repair, 'lossy' | 'applied'> {
  readonly lossy: number;
  readonly applied: number;
}

export const CAPTURE_COLUMNS: readonly Column<CaptureInput>[] = [
  ['kind', ({ record }) => record.kind],
  ['kind_detail', ({ record }) => record.kindDetail],
  ['site_id', ({ siteId }) => siteId],
  ['site_told', ({ record }) => (record.site === null ? 0 : 1)],
  ['url', ({ record }) => record.url],
  ['captured_at', ({ record }) => record.capturedAt],
  ['captured_at_basis', ({ record }) => record.capturedAtBasis],
  ['captured_from', ({ record }) => record.capturedBetween?.[0] ?? null],
  ['captured_to', ({ record }) => record.capturedBetween?.[1] ?? null],
  ['http_status', ({ record }) => record.httpStatus],
  ['media_type', ({ record }) => record.mediaType],
  ['charset_declared', ({ record }) => record.charset.declared],
  ['charset', ({ record }) => record.charset.used],
  ['content_sha256', ({ record }) => record.contentSha256],
  ['record_id', ({ record }) => record.recordId],
  ['views', ({ record }) => record.article?.views ?? null],
  ['comment_count', ({ record }) => record.article?.commentCount ?? null],
  ['text_sha256', ({ keys }) => keys?.textSha256 ?? null],
  ['counters_swapped', () => 0],
];

export const RECORD_COLUMNS: readonly Column<CaptureInput & { readonly kept: KeptRecord }>[] = [
  ['native_id', ({ keys }) => keys?.nativeId ?? null],
  ['url_key', ({ keys }) => keys?.urlKey ?? null],
  ['headline_key', ({ keys }) => keys?.headlineKey ?? null],
  ['day', ({ keys }) => keys?.day ?? null],
  // Where there is a day, the headline key ends in it (`TITLE_KEY`).
  ['title_key', ({ keys }) => (keys?.headlineKey == null ? (keys?.titleKey ?? null) : null)],
  ['body_key', ({ keys }) => keys?.bodyKey ?? null],
  ['slugs', ({ keys }) => keys?.slugs ?? null],
  ['tool_version', ({ toolVersion }) => toolVersion],
  ['rules_version', ({ rulesVersion }) => rulesVersion],
  ['record', ({ kept }) => kept.record],
  ['reading_part', ({ kept }) => kept.readingPart],
  ['margin_part', ({ kept }) => kept.marginPart],
];

/** SQL for the folded headline of a row of `capture_records`: by itself, or behind the day. */
export const TITLE_KEY = 'coalesce(title_key, substr(headline_key, length(day) + 2))';

export const REPAIR_COLUMNS: readonly Column<Repair>[] = [
  ['field', (repair) => repair.field],
  ['seq', (repair) => repair.seq],
  ['start', (repair) => repair.start],
  ['before', (repair) => repair.before],
  ['after', (repair) => repair.after],
  ['method', (repair) => repair.method],
  ['lossy', (repair) => Number(repair.lossy)],
  ['confidence', (repair) => repair.confidence],
  ['applied', (repair) => Number(repair.applied)],
];

/** The columns that the search index covers; folding and indexing them costs more than all else. */
export const TEXT_COLUMNS: readonly Column<MergedArticle>[] = [
  ['headline', ({ text }) => text.headline],
  ['lead', ({ fields }) => fields.lead],
  ['body', ({ text }) => text.body],
  ['search_extra', searchExtraOf],
  ['text_sha256', ({ text }) => text.sha256],
  ['own_paragraphs', ({ ownParagraphs }) => ownParagraphs],
];

export const ARTICLE_COLUMNS: readonly Column<MergedArticle>[] = [
  ['native_id', ({ fields }) => fields.nativeId],
  ['url', ({ url }) => url],
  ['section', ({ fields }) => fields.articleSection],
  ['author', ({ fields }) => fields.author],
  ['language', ({ fields }) => fields.inLanguage],
  ['published_on', ({ fields }) => fields.datePublished],
  ['published_time', ({ fields }) => fields.timePublished],
  ['modified_on', ({ fields }) => fields.dateModified],
  ['date_text', ({ fields }) => fields.dateText],
  ['views', ({ fields }) => fields.views],
  ['comment_count', ({ fields }) => fields.commentCount],
  ['first_captured_at', ({ firstCapturedAt }) => firstCapturedAt],
  ['last_captured_at', ({ lastCapturedAt }) => lastCapturedAt],
  ['version_count', ({ superseded }) => superseded.length + 1],
];

export const ISSUE_COLUMNS: readonly Column<Issue>[] = [
  ['year', (issue) => issue.year],
  ['number', (issue) => issue.number],
  ['number_end', (issue) => issue.numberEnd],
  ['serial', (issue) => issue.serial],
  ['serial_end', (issue) => issue.serialEnd],
  ['edition', (issue) => issue.edition],
  ['published_on', (issue) => issue.publishedOn],
  ['label', (issue) => issue.label],
  ['url', (issue) => issue.url],
  ['status', (issue) => issue.status],
];

/** `INSERT INTO table (own…, columns…) VALUES (?, …)`: the values are those of `own`, then `valuesOf(columns, …)`. */
export function insertSql<T>(table: string, own: readonly string[], columns: readonly Column<T>[]): string {
  const names = [...own, ...columns.map(([name]) => name)];
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

/** `UPDATE table SET columns… WHERE key = ?`. */
export function updateSql<T>(table: string, key: string, columns: readonly Column<T>[]): string {
  return `UPDATE ${table} SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE ${key} = ?`;
}

/** The values of a row, in the order of its columns. */
export function valuesOf<T>(columns: readonly Column<T>[], value: T): Value[] {
  return columns.map(([, cellOf]) => cellOf(value));
}

/** A whole record as JSON, without the place where it was found. */
export function readingJson({ source: _, ...record }: CaptureRecord): string {
  return canonicalJson(record);
}

/** The record that `readingJson` wrote. */
export function readingOf(json: string): CaptureRecord {
  const record: Omit<CaptureRecord, 'source'> = JSON.parse(json);
  return { ...record, source: { path: '', format: '', locator: '' } };
}

/** What stands beside a capture's row when its record is put together again. */
export interface RecordParts {
  readonly source: SourceRef;
  readonly repairs: readonly Repair[];
  readonly diagnostics: RecordColumns['diagnostics'];
  readonly text: RecordColumns['text'];
}

/** The record of a capture, from its row and what other tables hold of it. */
export function rowToRecord(row: CaptureRow, parts: RecordParts): CaptureRecord {
  const stored: StoredRecord = JSON.parse(row.record);
  const { captured_from: from, captured_to: to } = row;
  return toRecord(stored, {
    ...parts,
    url: row.url,
    capturedAt: row.captured_at,
    capturedAtBasis: row.captured_at_basis,
    capturedBetween: from === null && to === null ? null : [from, to],
    httpStatus: row.http_status,
    mediaType: row.media_type,
    contentSha256: row.content_sha256,
    recordId: row.record_id,
    kind: row.kind,
    kindDetail: row.kind_detail,
    site: row.site,
    charsetUsed: row.charset,
    charsetDeclared: row.charset_declared,
  });
}

export function rowToRepair(row: RepairRow): Repair {
  return { ...row, lossy: row.lossy === 1, applied: row.applied === 1 };
}

/** The record of a capture with its counters as they were settled. */
export function withCounters(record: CaptureRecord, row: CaptureRow): CaptureRecord {
  const { article } = record;
  if (article === null || row.counters_swapped === 0) return record;
  return { ...record, article: { ...article, views: article.commentCount, commentCount: article.views } };
}

/** Narrows a record known to show a story. */
export function asArticleCapture(record: CaptureRecord): ArticleCapture | null {
  const { article } = record;
  return article === null ? null : { ...record, article };
}
