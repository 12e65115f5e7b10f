import type { Database } from 'better-sqlite3';
import { isArticleCapture, isCompanion } from '../../archive/article-capture.js';
import type { FieldCounts, SiteHistory } from '../../model/drift.js';
import type { CaptureRecord } from '../../model/extraction.js';
import { sealSql } from './row-hashes.js';

type Counts = { -readonly [Name in keyof FieldCounts]: number };
type Row = FieldCounts & { readonly importId: number; readonly siteId: number; readonly site: string };

const SUMS = `sum(articles) AS articles, sum(without_date) AS withoutDate, sum(without_views) AS withoutViews,
  sum(without_body) AS withoutBody`;
const NOTHING: FieldCounts = { articles: 0, withoutDate: 0, withoutViews: 0, withoutBody: 0 };

/** Rows of `import_sites`: how many articles of a site an import found, and what they lacked. */
export class SiteFields {
  readonly #statements: ReturnType<typeof prepare>;
  /** What the transaction in hand counted, by row id of the site. */
  #counted = new Map<number, Counts>();

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Counts a capture that was new, or read otherwise than before; only pages that show a whole story count. */
  count(siteId: number, record: CaptureRecord): void {
    if (!isArticleCapture(record) || isCompanion(record)) return;
    const counts = this.#counted.get(siteId) ?? { ...NOTHING };
    counts.articles += 1;
    counts.withoutDate += Number(record.article.datePublished === null);
    counts.withoutViews += Number(record.article.views === null);
    counts.withoutBody += Number(record.article.articleBody.length === 0);
    this.#counted.set(siteId, counts);
  }

  /** Adds what was counted to the rows of an import. */
  write(importId: number): void {
    for (const [siteId, { articles, withoutDate, withoutViews, withoutBody }] of this.#counted) {
      this.#statements.add.run(importId, siteId, articles, withoutDate, withoutViews, withoutBody);
      this.#statements.seal.run(importId, siteId);
    }
    this.reset();
  }

  reset(): void {
    this.#counted = new Map();
  }

  /** What an import found of each site, beside all imports before it. */
  ofImport(importId: number): readonly SiteHistory[] {
    return this.#statements.ofImport.all(importId).map((row) => this.#historyOf(row));
  }

  /** The same of the last import of each site. */
  latest(): readonly SiteHistory[] {
    return this.#statements.latest.all().map((row) => this.#historyOf(row));
  }

  #historyOf({ importId, siteId, site, ...now }: Row): SiteHistory {
    const before = this.#statements.before.get(siteId, importId);
    return { site, before: before?.articles ? before : NOTHING, now };
  }
}

function prepare(db: Database) {
  const rows = `
    SELECT import_id AS importId, site_id AS siteId, host AS site, articles, without_date AS withoutDate, without_views AS withoutViews,
      without_body AS withoutBody FROM import_sites AS found JOIN sites ON sites.id = site_id`;
  return {
    add: db.prepare<number[]>(`
      INSERT INTO import_sites (import_id, site_id, articles, without_date, without_views, without_body) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (import_id, site_id) DO UPDATE SET articles = articles + excluded.articles,
        without_date = without_date + excluded.without_date, without_views = without_views + excluded.without_views,
        without_body = without_body + excluded.without_body`),
    seal: db.prepare<[number, number]>(sealSql('import_sites', 'import_id = ? AND site_id = ?')),
    ofImport: db.prepare<[number], Row>(`${rows} WHERE import_id = ? ORDER BY host`),
    latest: db.prepare<[], Row>(`
      ${rows} WHERE import_id = (SELECT max(import_id) FROM import_sites WHERE site_id = found.site_id) ORDER BY host`),
    before: db.prepare<[number, number], FieldCounts>(
      `SELECT ${SUMS} FROM import_sites WHERE site_id = ? AND import_id < ?`,
    ),
  };
}
