import type { Database } from 'better-sqlite3';
import { canonicalUrl } from '../../archive/canonical-url.js';
import { paragraphsOf } from '../../archive/text-of.js';
import type { ArticleHistory, ArticleName, ArticleReading, ArticleVersion, StoredArticle } from '../../model/query.js';
import { SHOWN_CAPTURE } from './queries-articles.js';
import { REPAIR_COLUMNS, type RepairRow, rowToRepair } from './rows.js';

interface ReadingRow extends Omit<ArticleReading, 'locations'> {
  readonly id: number;
}

interface VersionRow {
  readonly textSha256: string;
  readonly headline: string | null;
  readonly body: string;
}

/** A statement that gives the `id` of an article. */
export interface ArticleLookup {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * How an article of that name is looked for, one statement after the other until one finds it; understood by SQLite and PostgreSQL alike. A
 * story that is shown as part of another gives the other.
 */
export function articleLookups(name: ArticleName): readonly ArticleLookup[] {
  if ('id' in name) return [{ sql: 'SELECT id FROM articles WHERE id = ?', values: [name.id] }];
  if ('url' in name) return [BY_URL(name.url), BY_PAGE(canonicalUrl(name.url))];
  const values = [name.site, name.key];
  return [
    { sql: 'SELECT articles.id FROM articles JOIN sites ON sites.id = site_id WHERE host = ? AND key = ?', values },
    {
      sql: `SELECT articles.id FROM story_joins JOIN sites ON sites.id = story_joins.site_id
        JOIN articles ON articles.site_id = into_site_id AND articles.key = into_key WHERE host = ? AND story_joins.key = ?`,
      values,
    },
  ];
}

const BY_URL = (url: string): ArticleLookup => ({
  sql: 'SELECT id FROM articles WHERE url = ? ORDER BY id',
  values: [url],
});
const BY_PAGE = (key: string): ArticleLookup => ({
  sql: `SELECT article_id AS id FROM capture_records JOIN captures ON captures.id = capture_id
    WHERE url_key = ? AND article_id IS NOT NULL ORDER BY coalesce(captured_at, captured_from, '') DESC, captures.id`,
  values: [key],
});

/** Row id of the article of that name, or null. */
export function findArticle(db: Database, name: ArticleName): number | null {
  for (const { sql, values } of articleLookups(name)) {
    const row = db.prepare<unknown[], { id: number }>(`${sql} LIMIT 1`).get(...values);
    if (row !== undefined) return row.id;
  }
  return null;
}

/** What lies behind an article: versions, readings with their places, repairs, evidence. */
export function historyOf(db: Database, article: StoredArticle): ArticleHistory {
  const readings = readingsOf(db, article.id);
  return {
    article,
    readings,
    versions: versionsOf(db, article, readings),
    repairs: repairsOf(db, article.id),
    evidence: db
      .prepare<[number], ArticleHistory['evidence'][number]>(
        'SELECT field, rule, layer FROM evidence WHERE article_id = ? ORDER BY field',
      )
      .all(article.id),
    reprintOf:
      db
        .prepare<[number], NonNullable<ArticleHistory['reprintOf']>>(`
          SELECT host AS site, key, headline FROM article_reprints JOIN articles ON articles.id = reprint_of
          JOIN sites ON sites.id = site_id WHERE article_id = ?`)
        .get(article.id) ?? null,
  };
}

function readingsOf(db: Database, articleId: number): readonly ArticleReading[] {
  const rows = db.prepare<[number], ReadingRow>(`
    SELECT id, captured_at AS capturedAt, captured_at_basis AS capturedAtBasis, captured_from AS capturedFrom,
      captured_to AS capturedTo, url, http_status AS httpStatus, charset, content_sha256 AS contentSha256,
      text_sha256 AS textSha256, views, comment_count AS commentCount
    FROM captures WHERE article_id = ? ORDER BY coalesce(captured_at, captured_from, ''), content_sha256, id`);
  const locations = db.prepare<[number], ArticleReading['locations'][number]>(`
    SELECT path, format, locator, collection, rights, note FROM capture_locations JOIN sources ON sources.id = source_id
    WHERE capture_id = ? ORDER BY path, locator, sources.id`);
  return rows.all(articleId).map(({ id, ...reading }) => ({ ...reading, locations: locations.all(id) }));
}

/** The present text and those before it, in the order in which they were first seen; one whose day is not known first. */
function versionsOf(
  db: Database,
  article: StoredArticle,
  readings: readonly ArticleReading[],
): readonly ArticleVersion[] {
  const superseded = db
    .prepare<[number], VersionRow>(
      'SELECT text_sha256 AS textSha256, headline, body FROM article_versions WHERE article_id = ? ORDER BY text_sha256',
    )
    .all(article.id);
  const { textSha256, headline, paragraphs } = article;
  const versions: readonly ArticleVersion[] = [
    ...superseded.map((row) => ({
      textSha256: row.textSha256,
      isPresent: false,
      headline: row.headline,
      paragraphs: paragraphsOf(row.body),
      firstCapturedAt: firstSeen(readings, row.textSha256),
    })),
    { textSha256, isPresent: true, headline, paragraphs, firstCapturedAt: firstSeen(readings, textSha256) },
  ];
  return versions.toSorted((a, b) => compare(a.firstCapturedAt ?? '', b.firstCapturedAt ?? ''));
}

function firstSeen(readings: readonly ArticleReading[], textSha256: string): string | null {
  const seen = readings
    .filter((reading) => reading.textSha256 === textSha256)
    .flatMap(({ capturedAt }) => capturedAt ?? []);
  return seen.toSorted()[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Repairs of the text that stands: those of the capture it was taken from, and what was restored. */
function repairsOf(db: Database, articleId: number): ArticleHistory['repairs'] {
  const names = REPAIR_COLUMNS.map(([name]) => name).join(', ');
  const rows = db.prepare<[number], RepairRow & { readonly restored: number }>(`
    SELECT ${names}, restored FROM repairs JOIN articles ON articles.id = repairs.article_id
    WHERE articles.id = ? AND (restored = 1 OR capture_id = ${SHOWN_CAPTURE}) ORDER BY restored, seq, repairs.id`);
  return rows.all(articleId).map((row) => ({ ...rowToRepair(row), restored: row.restored === 1 }));
}
