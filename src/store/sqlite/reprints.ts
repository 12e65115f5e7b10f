import type { Database } from 'better-sqlite3';
import { UNKNOWN_SITE } from '../../archive/identity.js';
import type { SettleRules, SketchedArticle } from '../../model/settle.js';

interface ArticleRow {
  readonly id: number;
  readonly body: string;
}

interface SketchRow extends Omit<SketchedArticle, 'sketch'> {
  readonly sketch: Buffer;
}

/** Articles read at once. */
const PORTION = 500;

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

  /** Sketches the articles whose words are new; the sketch of an article goes when its words change. */
  #sketch(sketchOf: SettleRules['sketchOf']): void {
    const put = this.#db.prepare<[number, Buffer]>('INSERT INTO article_sketches (article_id, sketch) VALUES (?, ?)');
    const missing = this.#db.prepare<[number], ArticleRow>(`
      SELECT id, body FROM articles WHERE id > ? AND id NOT IN (SELECT article_id FROM article_sketches)
      ORDER BY id LIMIT ${PORTION}`);
    for (let rows = missing.all(0); rows.length > 0; rows = missing.all(rows.at(-1)?.id ?? 0)) {
      for (const { id, body } of rows) put.run(id, Buffer.from(Uint32Array.from(sketchOf(body)).buffer));
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
