import type { Database } from 'better-sqlite3';
import { searchExtraOfWords } from '../../archive/search-extra.js';
import { PARAGRAPH_BREAK, paragraphsOf } from '../../archive/text-of.js';
import type { ArticleText, RestoredText } from '../../model/restore.js';
import { sealSql } from './row-hashes.js';
import { insertSql, REPAIR_COLUMNS, type Value, valuesOf } from './rows.js';

interface Words {
  readonly headline: string | null;
  readonly lead: string | null;
  readonly body: string;
}

interface ArticleRow extends Words {
  readonly site: string;
  readonly key: string;
}

/** Articles read at once: rows are handed out while others are written. */
const PAGE = 500;

/** The layer of restored words over what the captures of articles give. */
export class RestoredTexts {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  /** Words of every article without the layer, in key order. */
  *articleTexts(): Generator<ArticleText> {
    let last = { site: '', key: '' };
    for (;;) {
      const rows = this.#statements.found.all(last.site, last.key, PAGE);
      for (const { site, key, headline, lead, body } of rows) {
        yield { site, key, headline, lead, paragraphs: paragraphsOf(body) };
      }
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end;
    }
  }

  /** Puts restored words into articles. Words that changed since they were read are left alone. */
  put(texts: readonly RestoredText[]): void {
    this.#db.transaction(() => texts.forEach((text) => void this.#putOne(text))).immediate();
  }

  /** Gives an article the words of its captures again; true where it had others. */
  takeOff(articleId: number): boolean {
    const { original, forget, dropRepairs } = this.#statements;
    dropRepairs.run(articleId);
    const words = original.get(articleId);
    if (words === undefined) return false;
    this.#write(articleId, words);
    forget.run(articleId);
    return true;
  }

  /** Takes the whole layer off; gives how many articles had a part in it. */
  takeOffAll(): number {
    const ids = this.#statements.layered.all();
    for (const { id } of ids) this.takeOff(id);
    return ids.length;
  }

  /** True where an article shows restored words. */
  isOn(): boolean {
    return this.#statements.isOn.get()?.isOn === 1;
  }

  #putOne({ site, key, headline, lead, paragraphs, repairs }: RestoredText): void {
    const { article, remember, seal, insertRepair, sealRepairs } = this.#statements;
    const place = article.get(site, key);
    if (place === undefined) return;
    this.takeOff(place.id);
    if (repairs.some(({ applied }) => applied)) {
      remember.run(place.id);
      seal.run(place.id);
      this.#write(place.id, { headline, lead, body: paragraphs.join(PARAGRAPH_BREAK) });
    }
    const capture = place.capture;
    if (capture === null) return;
    for (const repair of repairs) insertRepair.run(capture, place.id, 1, ...valuesOf(REPAIR_COLUMNS, repair));
    sealRepairs.run(place.id);
  }

  #write(articleId: number, { headline, lead, body }: Words): void {
    this.#statements.write.run(headline, lead, body, searchExtraOfWords({ headline, lead, body }), articleId);
  }
}

function prepare(db: Database) {
  return {
    found: db.prepare<[string, string, number], ArticleRow>(`
      SELECT host AS site, key,
        CASE WHEN restored_texts.article_id IS NULL THEN articles.headline ELSE restored_texts.headline END AS headline,
        CASE WHEN restored_texts.article_id IS NULL THEN articles.lead ELSE restored_texts.lead END AS lead,
        CASE WHEN restored_texts.article_id IS NULL THEN articles.body ELSE restored_texts.body END AS body
      FROM articles JOIN sites ON sites.id = articles.site_id LEFT JOIN restored_texts ON article_id = articles.id
      WHERE (host, key) > (?, ?) ORDER BY host, key LIMIT ?`),
    article: db.prepare<[string, string], { id: number; capture: number | null }>(`
      SELECT articles.id AS id, coalesce(
        (SELECT min(captures.id) FROM captures WHERE article_id = articles.id AND captures.text_sha256 = articles.text_sha256),
        (SELECT min(captures.id) FROM captures WHERE article_id = articles.id)
      ) AS capture
      FROM articles JOIN sites ON sites.id = articles.site_id WHERE host = ? AND key = ?`),
    original: db.prepare<[number], Words>('SELECT headline, lead, body FROM restored_texts WHERE article_id = ?'),
    remember: db.prepare<[number]>(
      'INSERT INTO restored_texts (article_id, headline, lead, body) SELECT id, headline, lead, body FROM articles WHERE id = ?',
    ),
    seal: db.prepare<[number]>(sealSql('restored_texts', 'article_id = ?')),
    sealRepairs: db.prepare<[number]>(sealSql('repairs', 'article_id = ? AND restored = 1')),
    forget: db.prepare<[number]>('DELETE FROM restored_texts WHERE article_id = ?'),
    dropRepairs: db.prepare<[number]>('DELETE FROM repairs WHERE article_id = ? AND restored = 1'),
    insertRepair: db.prepare<Value[]>(insertSql('repairs', ['capture_id', 'article_id', 'restored'], REPAIR_COLUMNS)),
    layered: db.prepare<[], { id: number }>(`
      SELECT article_id AS id FROM restored_texts
      UNION SELECT article_id FROM repairs WHERE restored = 1 AND article_id IS NOT NULL ORDER BY id`),
    isOn: db.prepare<[], { isOn: number }>(
      'SELECT EXISTS (SELECT 1 FROM restored_texts) OR EXISTS (SELECT 1 FROM repairs WHERE restored = 1) AS isOn',
    ),
    write: db.prepare<[string | null, string | null, string, string, number]>(
      'UPDATE articles SET headline = ?, lead = ?, body = ?, search_extra = ? WHERE id = ?',
    ),
  };
}
