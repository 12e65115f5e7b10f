import type { Database } from 'better-sqlite3';
import { paragraphsOf } from '../../archive/text-of.js';
import type { Attribution } from '../../model/attribution.js';
import type { StoredArticle, StoredComment } from '../../model/query.js';
import { type Condition, DAMAGED } from './queries-filter.js';

interface ArticleRow
  extends Omit<StoredArticle, 'site' | 'paragraphs' | 'keywords' | 'images' | 'attributions' | 'comments'> {
  readonly host: string;
  readonly name: string | null;
  readonly issn: string | null;
  readonly publisher: string | null;
  readonly body: string;
}

/** Articles read at once: rows are handed out while the archive is free for others. */
const PORTION = 200;

/** The capture whose text stands in an article: the one on which its repairs hang. */
export const SHOWN_CAPTURE = `(SELECT min(captures.id) FROM captures
  WHERE captures.article_id = articles.id AND captures.text_sha256 = articles.text_sha256)`;

const SELECT = `
  SELECT articles.id AS id, host, name, issn, publisher, key, text_sha256 AS textSha256, native_id AS nativeId, url, headline, lead, body,
    section, author, articles.language AS language, published_on AS publishedOn, published_time AS publishedTime,
    modified_on AS modifiedOn, date_text AS dateText, views, comment_count AS commentCount, first_captured_at AS firstCapturedAt,
    last_captured_at AS lastCapturedAt, version_count AS versionCount,
    (SELECT count(*) FROM repairs WHERE repairs.article_id = articles.id AND applied = 1
      AND (restored = 1 OR capture_id = ${SHOWN_CAPTURE})) AS repairCount,
    (SELECT count(*) FROM (${DAMAGED})) AS damageCount
  FROM articles JOIN sites ON sites.id = articles.site_id`;

/** Articles with all that hangs on them. */
export class ArticleQueries {
  readonly #db: Database;
  readonly #parts: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#parts = prepare(db);
  }

  byId(id: number): StoredArticle | null {
    const row = this.#db.prepare<[number], ArticleRow>(`${SELECT} WHERE articles.id = ?`).get(id);
    return row === undefined ? null : this.#whole(row);
  }

  /** The articles for which the condition holds, by site and key. */
  *all({ sql, values }: Condition): Generator<StoredArticle> {
    const portion = this.#db.prepare<object, ArticleRow>(`
      ${SELECT} WHERE (host, key) > (@afterHost, @afterKey) AND ${sql} ORDER BY host, key LIMIT ${PORTION}`);
    let after = { host: '', key: '' };
    for (;;) {
      const rows = portion.all({ ...values, afterHost: after.host, afterKey: after.key });
      for (const row of rows) yield this.#whole(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PORTION) return;
      after = last;
    }
  }

  #whole(row: ArticleRow): StoredArticle {
    const { host, name, issn, publisher, body, ...fields } = row;
    const { keywords, images, attributions, comments } = this.#parts;
    return {
      ...fields,
      site: { host, name, issn, publisher },
      paragraphs: paragraphsOf(body),
      keywords: keywords.all(row.id).map((keyword) => keyword.name),
      images: images.all(row.id),
      attributions: attributions.all(row.id),
      comments: comments.all(row.id),
    };
  }
}

function prepare(db: Database) {
  return {
    keywords: db.prepare<[number], { name: string }>(
      'SELECT name FROM article_keywords JOIN keywords ON keywords.id = keyword_id WHERE article_id = ? ORDER BY name',
    ),
    images: db.prepare<[number], StoredArticle['images'][number]>(
      'SELECT url, alt FROM images WHERE article_id = ? ORDER BY position',
    ),
    attributions: db.prepare<[number], Attribution>(`
      SELECT name, canonical_name AS canonicalName, role, phrase, rule FROM attributions WHERE article_id = ? ORDER BY id`),
    comments: db.prepare<[number], StoredComment>(`
      SELECT author, posted_on AS postedOn, posted_time AS postedTime, text FROM comments
      WHERE article_id = ? ORDER BY posted_on, posted_time, id`),
  };
}
