import { isArticleCapture } from '../../archive/article-capture.js';
import { canonicalUrl } from '../../archive/canonical-url.js';
import { keysOf, storyOf, UNKNOWN_SITE } from '../../archive/identity.js';
import { storable } from '../../archive/storable.js';
import type { CaptureRecord } from '../../model/extraction.js';
import type { SourceBatch, StoreItem } from '../../model/store.js';

/** What records on their way into an archive may have to do with what is there. */
export interface Seeds {
  readonly hosts: readonly string[];
  readonly contents: readonly string[];
  readonly urlKeys: readonly string[];
  readonly headlineKeys: readonly string[];
  /** Of those, the keys of records that have no address. */
  readonly homeless: readonly string[];
  /** Stories by host and key. */
  readonly stories: readonly (readonly [host: string, key: string])[];
  /** Paths of sources, and places in them. */
  readonly paths: readonly string[];
  readonly places: readonly (readonly [path: string, locator: string])[];
  readonly hasIssues: boolean;
  /** Contents of pages that are to be kept. */
  readonly kept: readonly string[];
  /** Rows of sources that the archive holds. */
  readonly sources: readonly number[];
  /** New rows that the records may make at most, by table. */
  readonly rows: ReadonlyMap<string, number>;
}

/** What the records of batches touch. */
export function seedsOf(batches: readonly SourceBatch[]): Seeds {
  const items = batches.flatMap(({ items }) => items);
  const records = items.flatMap((item) => (item.kind === 'record' ? [storable(item.record)] : []));
  const keys = records.filter(isArticleCapture).map(keysOf);
  const urls = items.flatMap(revisitedUrls);
  const paths = [...new Set(batches.map(({ source }) => source.path))];
  return {
    hosts: [...new Set([UNKNOWN_SITE, ...records.flatMap(({ site }) => site ?? [])])],
    contents: [...new Set(records.map(({ contentSha256 }) => contentSha256))],
    urlKeys: [...new Set([...keys.flatMap(({ urlKey }) => urlKey ?? []), ...urls.map(canonicalUrl)])],
    headlineKeys: [...new Set(keys.flatMap(({ headlineKey }) => headlineKey ?? []))],
    homeless: keys.flatMap(({ nativeId, urlKey, headlineKey }) =>
      nativeId === null && urlKey === null ? (headlineKey ?? []) : [],
    ),
    stories: keys.map((key) => storyOf(key, [])).map(({ site, key }) => [site, key]),
    paths,
    places: batches.flatMap(({ source, items: found }) => found.flatMap((item) => placeOf(source.path, item))),
    hasIssues: records.some(({ issues }) => issues.length > 0),
    kept: items.flatMap((item) =>
      item.kind !== 'skipped' && item.kept !== undefined ? [item.kept.contentSha256] : [],
    ),
    sources: batches.flatMap(({ row }) => row ?? []),
    rows: rowsOf(batches, records),
  };
}

function rowsOf(batches: readonly SourceBatch[], records: readonly CaptureRecord[]): ReadonlyMap<string, number> {
  const items = batches.reduce((sum, batch) => sum + batch.items.length, 0);
  const count = (listOf: (record: CaptureRecord) => readonly unknown[]): number =>
    records.reduce((sum, record) => sum + listOf(record).length, 0);
  const issues = new Set(records.flatMap((record) => record.issues.map((issue) => JSON.stringify(issue)))).size;
  const parts: Readonly<Record<string, number>> = {
    sources: batches.length,
    attributions: count(({ attributions }) => attributions),
    comments: count(({ article }) => article?.comments ?? []),
    keywords: count(({ article }) => article?.keywords ?? []),
    repairs: count(({ repairs }) => repairs),
    diagnostics: count(({ diagnostics }) => diagnostics),
    issues,
    issue_readings: issues,
  };
  const whole = ['captures', 'articles', 'article_versions', 'rejects', 'revisits', 'kept_pages'];
  return new Map([...Object.entries(parts), ...whole.map((table): [string, number] => [table, items])]);
}

function revisitedUrls(item: StoreItem): readonly string[] {
  return item.kind === 'skipped' && item.revisit?.url != null ? [item.revisit.url] : [];
}

function placeOf(path: string, item: StoreItem): readonly (readonly [string, string])[] {
  if (item.kind === 'record') return [[path, item.record.source.locator]];
  if (item.kind === 'reject') return item.kept === undefined ? [] : [[path, item.reject.locator]];
  return item.revisit === undefined ? [] : [[path, item.locator]];
}

/** Names under which what these records touch is locked. */
export function lockNames({ urlKeys, headlineKeys, stories, paths, contents, kept }: Seeds): readonly string[] {
  return [
    ...urlKeys.map((key) => `url ${key}`),
    ...headlineKeys.map((key) => `headline ${key}`),
    ...stories.map(([host, key]) => `story ${host} ${key}`),
    ...paths.map((path) => `source ${path}`),
    // Pages that show no story have no other name.
    ...(urlKeys.length === 0 ? contents : kept).map((content) => `content ${content}`),
  ];
}

/** The name under which the issues of a site are locked, for who makes or changes one. */
export const ISSUES = 'issues';
