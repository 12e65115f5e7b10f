import type { Database } from 'better-sqlite3';
import type { ArticleCapture } from '../../archive/article-capture.js';
import type { MergedArticle } from '../../archive/merge-captures.js';
import type { MergedComment } from '../../archive/merge-comments.js';
import { PARAGRAPH_BREAK, paragraphsOf } from '../../archive/text-of.js';
import { ARTICLE_COLUMNS, insertSql, TEXT_COLUMNS, updateSql, type Value, valuesOf } from './rows.js';

/** The words of one version of an article. */
export interface TextRow {
  readonly text_sha256: string;
  readonly headline: string | null;
  readonly body: string;
}

/** Where an article stands: its row, if it has one, its site and key. */
export interface ArticlePlace {
  readonly id: number | null;
  readonly siteId: number;
  readonly key: string;
}

/** Columns of `TEXT_COLUMNS`, from the first, that the search index covers. */
const SEARCHED = 4;

/** Tables that hold what belongs to one article and is written anew with it. */
const CHILDREN = ['article_versions', 'attributions', 'comments', 'article_keywords', 'images', 'evidence'] as const;

/** Rows of `articles` and of the tables that hang on an article. */
export class ArticleTable {
  readonly #statements: ReturnType<typeof prepare>;
  /** Articles inserted and not yet in the search index: row id and words. */
  #unindexed: Value[][] = [];
  /** Articles to be removed: in one statement, since the index is written out before each (`search-index.ts`). */
  #removed: number[] = [];

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  find(siteId: number, key: string): number | null {
    return this.#statements.find.get(siteId, key)?.id ?? null;
  }

  /** Present and superseded texts of an article, as its captures give them. */
  texts(id: number): readonly TextRow[] {
    return this.#statements.texts.all(id, id).map(({ own_paragraphs: own, ...text }) => {
      const body = own === null ? text.body : paragraphsOf(text.body).slice(0, own).join(PARAGRAPH_BREAK);
      return { ...text, body };
    });
  }

  /** Removes an article, within `indexAfter`. */
  remove(id: number): void {
    this.#removed.push(id);
  }

  /** Runs `write`; the articles it inserts enter the search index at its end, and those it removes leave it. */
  indexAfter<T>(write: () => T): T {
    const { defer, index, remove } = this.#statements;
    this.#unindexed = [];
    this.#removed = [];
    defer.run(1);
    const result = write();
    for (const words of this.#unindexed) index.run(...words);
    defer.run(0);
    if (this.#removed.length > 0) remove.run(JSON.stringify(this.#removed));
    return result;
  }

  /** Writes an article as its captures make it, and all that hangs on it; gives its row id. `idOf` gives the row id of a capture. */
  write(place: ArticlePlace, merged: MergedArticle, idOf: (capture: ArticleCapture) => number): number {
    const { insert, update, clear } = this.#statements;
    const values = valuesOf(ARTICLE_COLUMNS, merged);
    if (place.id === null) {
      const words = valuesOf(TEXT_COLUMNS, merged);
      const id = Number(insert.run(place.siteId, place.key, ...words, ...values).lastInsertRowid);
      this.#unindexed.push([id, ...words.slice(0, SEARCHED)]);
      this.#addChildren(id, merged, idOf);
      return id;
    }
    update.run(...values, place.id);
    this.#updateText(place.id, merged);
    for (const statement of clear) statement.run(place.id);
    this.#addChildren(place.id, merged, idOf);
    return place.id;
  }

  #updateText(id: number, merged: MergedArticle): void {
    const { present, updateText } = this.#statements;
    const row = present.get(id);
    const { text, fields, ownParagraphs } = merged;
    const isWhole = row?.own_paragraphs === null && ownParagraphs === null;
    if (isWhole && row.text_sha256 === text.sha256 && row.lead === fields.lead) return;
    updateText.run(...valuesOf(TEXT_COLUMNS, merged), id);
    this.#statements.dropSketch.run(id);
  }

  #addChildren(id: number, merged: MergedArticle, idOf: (capture: ArticleCapture) => number): void {
    const { version, attribution, image, evidence } = this.#statements;
    for (const { text, lead, capture, firstCapturedAt } of merged.superseded) {
      const { headline, body, sha256 } = text;
      version.run(id, idOf(capture), capture.contentSha256, headline, lead, body, firstCapturedAt, sha256);
    }
    for (const { name, canonicalName, role, phrase, rule } of merged.attributions) {
      attribution.run(id, name, canonicalName, role, phrase, rule);
    }
    for (const [position, { url, alt }] of merged.images.entries()) image.run(id, position, url, alt);
    for (const [field, { rule, layer }] of merged.evidence) evidence.run(id, field, rule, layer);
    for (const name of merged.keywords) this.#addKeyword(id, name);
    this.#addComments(id, merged.comments);
  }

  #addKeyword(id: number, name: string): void {
    const { keyword, articleKeyword } = this.#statements;
    keyword.run(name);
    articleKeyword.run(id, name);
  }

  #addComments(articleId: number, comments: readonly MergedComment[]): void {
    const { comment, commentParent } = this.#statements;
    const ids = new Map<string, number>();
    for (const { nativeId, author, date, time, text, firstCapturedAt, lastCapturedAt } of comments) {
      const row = comment.run(articleId, nativeId, author, date, time, text, firstCapturedAt, lastCapturedAt);
      if (nativeId !== null) ids.set(nativeId, Number(row.lastInsertRowid));
    }
    for (const { nativeId, parent } of comments) {
      const id = ids.get(nativeId ?? '');
      const parentId = ids.get(parent ?? '');
      if (id !== undefined && parentId !== undefined && id !== parentId) commentParent.run(parentId, id);
    }
  }
}

function prepare(db: Database) {
  return {
    find: db.prepare<[number, string], { id: number }>('SELECT id FROM articles WHERE site_id = ? AND key = ?'),
    texts: db.prepare<[number, number], TextRow & { readonly own_paragraphs: number | null }>(`
      SELECT text_sha256, CASE WHEN article_id IS NULL THEN articles.headline ELSE restored_texts.headline END AS headline,
        coalesce(restored_texts.body, articles.body) AS body, own_paragraphs
      FROM articles LEFT JOIN restored_texts ON article_id = id WHERE id = ?
      UNION ALL SELECT text_sha256, headline, body, NULL FROM article_versions WHERE article_id = ?`),
    remove: db.prepare<[string]>('DELETE FROM articles WHERE id IN (SELECT value FROM json_each(?))'),
    insert: db.prepare<Value[]>(insertSql('articles', ['site_id', 'key'], [...TEXT_COLUMNS, ...ARTICLE_COLUMNS])),
    update: db.prepare<Value[]>(updateSql('articles', 'id', ARTICLE_COLUMNS)),
    updateText: db.prepare<Value[]>(updateSql('articles', 'id', TEXT_COLUMNS)),
    present: db.prepare<[number], { text_sha256: string; lead: string | null; own_paragraphs: number | null }>(
      'SELECT text_sha256, lead, own_paragraphs FROM articles WHERE id = ?',
    ),
    defer: db.prepare<[number]>('UPDATE search_state SET is_deferred = ?'),
    index: db.prepare<Value[]>(
      'INSERT INTO articles_fts (rowid, headline, lead, body, search_extra) VALUES (?, ?, ?, ?, ?)',
    ),
    dropSketch: db.prepare<[number]>('DELETE FROM article_sketches WHERE article_id = ?'),
    clear: CHILDREN.map((table) => db.prepare<[number]>(`DELETE FROM ${table} WHERE article_id = ?`)),
    version: db.prepare<Value[]>(`
      INSERT INTO article_versions (article_id, capture_id, content_sha256, headline, lead, body, first_captured_at, text_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    attribution: db.prepare<Value[]>(
      'INSERT INTO attributions (article_id, name, canonical_name, role, phrase, rule) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    image: db.prepare<Value[]>('INSERT INTO images (article_id, position, url, alt) VALUES (?, ?, ?, ?)'),
    evidence: db.prepare<Value[]>('INSERT INTO evidence (article_id, field, rule, layer) VALUES (?, ?, ?, ?)'),
    keyword: db.prepare<[string]>('INSERT OR IGNORE INTO keywords (name) VALUES (?)'),
    articleKeyword: db.prepare<[number, string]>(
      'INSERT INTO article_keywords (article_id, keyword_id) SELECT ?, id FROM keywords WHERE name = ?',
    ),
    comment: db.prepare<Value[]>(`
      INSERT INTO comments (article_id, native_id, author, posted_on, posted_time, text, first_captured_at, last_captured_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    commentParent: db.prepare<[number, number]>('UPDATE comments SET parent_id = ? WHERE id = ?'),
  };
}
