import type { Database } from 'better-sqlite3';
import { UNKNOWN_SITE } from '../../archive/identity.js';
import type { SettleRules, SketchedArticle } from '../../model/settle.js';

interface ArticleRow {
  readonly id: number;
  readonly text_key: string;
  readonly body: string;
}

interface SketchRow extends Omit<SketchedArticle, 'sketch'> {
  readonly sketch: Buffer;
}

const TEXT_KEY = "text_sha256 || ' ' || length(body)";

/** Rows of `article_sketches` and `article_reprints`. */
export class ReprintTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Finds the articles that papers of other sites printed before. An archive of one site has none. */
  settle({ sketchOf, findReprints }: SettleRules): void {
    this.#db.exec('DELETE FROM article_reprints');
    const sites = this.#db
      .prepare(
        'SELECT count(*) FROM sites WHERE host <> ? AND EXISTS (SELECT 1 FROM articles WHERE site_id = sites.id)',
      )
      .pluck()
      .get(UNKNOWN_SITE);
    if (Number(sites) < 2) return;
    this.#sketch(sketchOf);
    const insert = this.#db.prepare<[number, number, number, number]>(
      'INSERT INTO article_reprints (article_id, reprint_of, shared, is_order_known) VALUES (?, ?, ?, ?)',
    );
    for (const { article, reprintOf, shared, isOrderKnown } of findReprints(this.#read())) {
      insert.run(article, reprintOf, shared, Number(isOrderKnown));
    }
  }

  /** Sketches the articles whose words are new or others than before. */
  #sketch(sketchOf: SettleRules['sketchOf']): void {
    const put = this.#db.prepare<[number, string, Buffer]>(
      'INSERT OR REPLACE INTO article_sketches (article_id, text_key, sketch) VALUES (?, ?, ?)',
    );
    const changed = this.#db.prepare<[], ArticleRow>(`
      SELECT articles.id, ${TEXT_KEY} AS text_key, body FROM articles
      LEFT JOIN article_sketches ON article_id = articles.id AND article_sketches.text_key = ${TEXT_KEY}
      WHERE article_id IS NULL LIMIT 1000`);
    for (let rows = changed.all(); rows.length > 0; rows = changed.all()) {
      for (const { id, text_key, body } of rows) {
        put.run(id, text_key, Buffer.from(Uint32Array.from(sketchOf(body)).buffer));
      }
    }
  }

  #read(): readonly SketchedArticle[] {
    const rows = this.#db.prepare<[string], SketchRow>(`
      SELECT articles.id, host AS site, key, published_on AS publishedOn, published_time AS publishedTime, sketch
      FROM article_sketches JOIN articles ON articles.id = article_id JOIN sites ON sites.id = site_id
      WHERE host <> ? AND length(sketch) > 0`);
    return rows.all(UNKNOWN_SITE).map(({ sketch, ...article }) => ({ ...article, sketch: toNumbers(sketch) }));
  }
}

function toNumbers(sketch: Buffer): readonly number[] {
  return Array.from({ length: sketch.length / 4 }, (_, index) => sketch.readUInt32LE(index * 4));
}
