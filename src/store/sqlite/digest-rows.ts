import type { Database } from 'better-sqlite3';
import type { DigestRow, DigestValue } from '../../archive/digest.js';
import { WHOLE_RECORD } from './record-parts.js';

/** What tells a capture from all others; null site: it does not tell it itself. */
const CAPTURE =
  "content_sha256, coalesce(captures.url, ''), coalesce(captured_at, ''), CASE WHEN site_told THEN host ELSE '' END";
const OF_CAPTURE = 'JOIN captures ON captures.id = capture_id JOIN sites ON sites.id = captures.site_id';
const OF_ARTICLE = 'JOIN articles ON articles.id = article_id JOIN sites ON sites.id = articles.site_id';

/**
 * All content of an archive, a query a table. The rows of each come in the order of the columns of `order`, compared byte by byte; it
 * names every row, so that equal contents give equal rows in equal order in every database. Row ids, places, what belongs to imports,
 * and what `settle` infers stay out.
 */
const TABLES: readonly { readonly table: string; readonly select: string; readonly order: number }[] = [
  {
    table: 'capture',
    select: `${CAPTURE}, captures.url, captured_at, kind, kind_detail, captured_from, captured_to, charset, captures.views,
      captures.comment_count, captures.text_sha256, host, articles.key, ${WHOLE_RECORD}
      FROM captures JOIN sites ON sites.id = captures.site_id JOIN capture_records ON capture_id = captures.id
      LEFT JOIN articles ON articles.id = captures.article_id`,
    order: 4,
  },
  {
    table: 'repair',
    select: `${CAPTURE}, seq, field, start, before, coalesce(after, ''), method, lossy, confidence, applied, after IS NULL
      FROM repairs ${OF_CAPTURE} WHERE restored = 0`,
    order: 13,
  },
  { table: 'diagnostic', select: `${CAPTURE}, code, message FROM diagnostics ${OF_CAPTURE}`, order: 6 },
  {
    table: 'capture_issue',
    select: `${CAPTURE}, position, readings.year, readings.number, readings.serial, readings.published_on
      FROM capture_issues ${OF_CAPTURE} JOIN issue_readings AS readings ON readings.id = reading_id`,
    order: 5,
  },
  {
    table: 'article',
    select: `host, key, native_id, articles.url, headline, lead, body, section, author, articles.language, published_on,
      published_time, modified_on, date_text, views, comment_count, first_captured_at, last_captured_at, version_count
      FROM articles JOIN sites ON sites.id = articles.site_id`,
    order: 2,
  },
  {
    table: 'version',
    select: `host, key, article_versions.text_sha256, content_sha256, article_versions.headline, article_versions.lead,
      article_versions.body, article_versions.first_captured_at FROM article_versions ${OF_ARTICLE}`,
    order: 3,
  },
  {
    table: 'attribution',
    select: `host, key, role, attributions.name, canonical_name, phrase, rule FROM attributions ${OF_ARTICLE}`,
    order: 7,
  },
  {
    table: 'comment',
    select: `host, key, coalesce(comments.native_id, ''), coalesce(comments.author, ''), coalesce(comments.posted_on, ''),
      coalesce(comments.posted_time, ''), comments.text, coalesce(parents.native_id, ''),
      coalesce(comments.first_captured_at, ''), coalesce(comments.last_captured_at, '')
      FROM comments JOIN articles ON articles.id = comments.article_id JOIN sites ON sites.id = articles.site_id
      LEFT JOIN comments AS parents ON parents.id = comments.parent_id`,
    order: 10,
  },
  {
    table: 'keyword',
    select: `host, articles.key, keywords.name FROM article_keywords JOIN keywords ON keywords.id = keyword_id ${OF_ARTICLE}`,
    order: 3,
  },
  { table: 'image', select: `host, key, position, images.url, alt FROM images ${OF_ARTICLE}`, order: 3 },
  { table: 'evidence', select: `host, key, field, rule, layer FROM evidence ${OF_ARTICLE}`, order: 3 },
  {
    table: 'issue',
    select: `host, coalesce(year, 0), coalesce(number, 0), coalesce(serial, 0), coalesce(edition, ''),
      coalesce(published_on, ''), label, number_end, serial_end, issue_readings.url, status
      FROM issue_readings JOIN sites ON sites.id = issue_readings.site_id`,
    order: 7,
  },
];

/** Every row of content, in key order. */
export function* digestRows(db: Database): Generator<DigestRow> {
  for (const { table, select, order } of TABLES) {
    const positions = Array.from({ length: order }, (_, index) => index + 1);
    const statement = db.prepare<[], DigestValue[]>(`SELECT ${select} ORDER BY ${positions.join(', ')}`).raw();
    for (const values of statement.iterate()) yield [table, ...values];
  }
}
