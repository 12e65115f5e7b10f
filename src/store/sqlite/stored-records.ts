import type { Database } from 'better-sqlite3';
import type { CaptureRecord } from '../../model/extraction.js';
import { ArticleTable, type TextRow } from './articles.js';
import { CaptureTable } from './captures.js';
import type { Condition } from './queries-filter.js';

const ALL: Condition = { sql: '1', values: {} };

/** Captures in key order, some contents at a time: between two portions the archive is free for others. */
const portionSql = (condition: string): string => `
  SELECT captures.id, article_id FROM captures JOIN sites ON sites.id = captures.site_id
  WHERE content_sha256 > @after AND ${condition} AND content_sha256 <= coalesce(
    (SELECT content_sha256 FROM captures WHERE content_sha256 > @after AND ${condition}
      ORDER BY content_sha256 LIMIT 1 OFFSET 199), '~')
  ORDER BY content_sha256, coalesce(captures.url, ''), coalesce(captured_at, ''), CASE WHEN site_told THEN host ELSE '' END`;

/** The records of all captures (or of those wanted) as their pages were read, in key order: by content, address, moment and site. */
export async function* storedRecords(db: Database, { sql, values } = ALL): AsyncGenerator<CaptureRecord> {
  const captures = new CaptureTable(db);
  const articles = new ArticleTable(db);
  const portion = db.prepare<object, { id: number; article_id: number | null }>(portionSql(sql));
  for (let after = '', rows = portion.all({ ...values, after }); rows.length > 0; ) {
    const records = rows.map(({ id, article_id }) =>
      load(captures, id, article_id === null ? [] : articles.texts(article_id)),
    );
    yield* records;
    after = records.at(-1)?.contentSha256 ?? '~';
    rows = portion.all({ ...values, after });
  }
}

/** The records of these captures, in their order. */
export function recordsOf(db: Database, ids: readonly number[]): readonly CaptureRecord[] {
  const captures = new CaptureTable(db);
  const articles = new ArticleTable(db);
  return ids.map((id) => {
    const articleId = captures.articleOf(id);
    return load(captures, id, articleId === null ? [] : articles.texts(articleId));
  });
}

function load(captures: CaptureTable, id: number, texts: readonly TextRow[]): CaptureRecord {
  const row = captures.row(id);
  if (row === null) throw new Error(`capture ${id} has no record`);
  return captures.load(row, (sha256) => texts.find((text) => text.text_sha256 === sha256) ?? null);
}
