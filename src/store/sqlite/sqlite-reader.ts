import type { Database } from 'better-sqlite3';
import type { CaptureRecord } from '../../model/extraction.js';
import type { ArchiveReader, ArticleFilter, ArticleName, StoredArticle, TextMatch } from '../../model/query.js';
import type { ReportFigures, ReportReader } from '../../model/report.js';
import { openForReading } from './open-for-reading.js';
import { ArticleQueries } from './queries-articles.js';
import { conditionOf } from './queries-filter.js';
import { findArticle, historyOf } from './queries-history.js';
import { searchRows, wordLookup } from './queries-search.js';
import { readReportFigures } from './report-figures.js';
import { explained } from './sqlite-error.js';
import { recordsOf, storedRecords } from './stored-records.js';
import { storedSources } from './stored-sources.js';

/** Opens the archive at `path` to be asked. Throws `ImporterError` as `openSqliteStore` does. */
export function openSqliteReader(path: string): ArchiveReader & ReportReader {
  return new SqliteReader(openForReading(path));
}

/** Asks an open archive, or a part of one. */
export class SqliteReader implements ArchiveReader, ReportReader {
  readonly #db: Database;
  readonly #articles: ArticleQueries;
  #words: ReturnType<typeof wordLookup> | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.#articles = new ArticleQueries(db);
  }

  async search(text: TextMatch, filter: ArticleFilter, limit: number): ReturnType<ArchiveReader['search']> {
    return explained(this.#db.name, () => searchRows(this.#db, text, { filter, limit }));
  }

  async firstWord(beginning: string): Promise<string | null> {
    return explained(this.#db.name, () => {
      this.#words ??= wordLookup(this.#db);
      return this.#words(beginning);
    });
  }

  async find(name: ArticleName): ReturnType<ArchiveReader['find']> {
    return explained(this.#db.name, () => {
      const id = findArticle(this.#db, name);
      const article = id === null ? null : this.#articles.byId(id);
      return article === null ? null : historyOf(this.#db, article);
    });
  }

  /** The articles of these rows. */
  byIds(ids: readonly number[]): readonly StoredArticle[] {
    return ids.flatMap((id) => this.#articles.byId(id) ?? []);
  }

  /** The records of these captures. */
  recordsOf(ids: readonly number[]): readonly CaptureRecord[] {
    return recordsOf(this.#db, ids);
  }

  async *articles(text: TextMatch, filter: ArticleFilter): ReturnType<ArchiveReader['articles']> {
    yield* this.#articles.all(conditionOf(this.#db, filter, text));
  }

  records(text: TextMatch, filter: ArticleFilter): ReturnType<ArchiveReader['records']> {
    const { sql, values } = conditionOf(this.#db, filter, text);
    if (sql === '1') return storedRecords(this.#db);
    return storedRecords(this.#db, { sql: `article_id IN (SELECT id FROM articles WHERE ${sql})`, values });
  }

  sources(choice: Parameters<ArchiveReader['sources']>[0] = { onlyKept: false }): ReturnType<ArchiveReader['sources']> {
    return storedSources(this.#db, choice.onlyKept);
  }

  async reportFigures(): Promise<ReportFigures> {
    return explained(this.#db.name, () => readReportFigures(this.#db));
  }

  async close(): Promise<void> {
    this.#db.close();
  }
}
