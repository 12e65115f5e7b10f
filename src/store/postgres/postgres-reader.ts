import type { ArchiveReader, ArticleFilter, ArticleName, TextMatch } from '../../model/query.js';
import type { ReportFigures, ReportReader } from '../../model/report.js';
import { readReportFigures } from '../sqlite/report-figures.js';
import { SqliteReader } from '../sqlite/sqlite-reader.js';
import { storedSources } from '../sqlite/stored-sources.js';
import { openServer, type Server, toServerError } from './connect.js';
import { migrateServer } from './migrations.js';
import { conditionOf, findArticle, findWord, searchRows } from './server-queries.js';
import { readModel } from './table-model.js';
import { Workbench } from './workbench.js';

/** Articles and captures read at once. */
const PORTION = 200;

/** Opens the archive on the server at `url` to be asked. Throws `ImporterError` as `openPostgresStore` does. */
export async function openPostgresReader(url: string): Promise<ArchiveReader & ReportReader> {
  const server = await openServer(url);
  try {
    const model = readModel();
    await migrateServer(server.pool, model, { create: false, name: server.name });
    return new ServerReader(server, new Workbench(server, model, { profiles: [], dry: null }));
  } catch (error) {
    await server.close();
    throw toServerError(error, server.name);
  }
}

/** Finds rows on the server; what they mean is read by SQLite's reader from the part of the archive around them. */
class ServerReader implements ArchiveReader, ReportReader {
  readonly #server: Server;
  readonly #bench: Workbench;

  constructor(server: Server, bench: Workbench) {
    this.#server = server;
    this.#bench = bench;
  }

  search(text: TextMatch, filter: ArticleFilter, limit: number): ReturnType<ArchiveReader['search']> {
    return this.#explained(() => searchRows(this.#server.pool, text, { filter, limit }));
  }

  firstWord(beginning: string): Promise<string | null> {
    return this.#explained(() => findWord(this.#server.pool, beginning));
  }

  find(name: ArticleName): ReturnType<ArchiveReader['find']> {
    return this.#explained(async () => {
      const id = await findArticle(this.#server.pool, name);
      if (id === null) return null;
      return this.#bench.look(
        async (near) => {
          await near.articles([id]);
          await near.originals([id]);
          await near.finish(false);
        },
        ({ db }) => new SqliteReader(db).find({ id }),
      );
    });
  }

  async *articles(text: TextMatch, filter: ArticleFilter): ReturnType<ArchiveReader['articles']> {
    for await (const ids of this.#portions('articles', text, filter)) {
      const found = await this.#explained(() =>
        this.#bench.look(
          async (near) => {
            await near.articles(ids);
            await near.finish(false);
          },
          ({ db }) => new SqliteReader(db).byIds(ids),
        ),
      );
      yield* found;
    }
  }

  async *records(text: TextMatch, filter: ArticleFilter): ReturnType<ArchiveReader['records']> {
    for await (const ids of this.#portions('captures', text, filter)) {
      const found = await this.#explained(() =>
        this.#bench.look(
          async (near) => {
            await near.captures(ids);
            await near.finish(false);
          },
          ({ db }) => new SqliteReader(db).recordsOf(ids),
        ),
      );
      yield* found;
    }
  }

  async *sources({ onlyKept } = { onlyKept: false }): ReturnType<ArchiveReader['sources']> {
    const copy = await this.#explained(() => this.#bench.copy());
    try {
      yield* storedSources(copy.bench.db, onlyKept);
    } finally {
      await copy.remove();
    }
  }

  reportFigures(): Promise<ReportFigures> {
    return this.#explained(() => this.#bench.lookAtAll(({ db }) => readReportFigures(db)));
  }

  async close(): Promise<void> {
    this.#bench.close();
    await this.#server.close();
  }

  /** Ids of what is wanted, in the order in which it is given out. */
  async *#portions(
    kind: 'articles' | 'captures',
    text: TextMatch,
    filter: ArticleFilter,
  ): AsyncGenerator<readonly number[]> {
    const ids = await this.#explained(async () => {
      const { sql, values } = await conditionOf(this.#server.pool, filter, text);
      const { rows } = await this.#server.pool.query<{ id: number }>(SELECTIONS[kind](sql), [...values]);
      return rows.map(({ id }) => id);
    });
    for (let at = 0; at < ids.length; at += PORTION) yield ids.slice(at, at + PORTION);
  }

  async #explained<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw toServerError(error, this.#server.name);
    }
  }
}

/** Ids in key order: articles by site and key, captures by content, address, moment and site. */
const SELECTIONS = {
  articles: (condition: string) =>
    `SELECT articles.id FROM articles JOIN sites ON sites.id = articles.site_id WHERE ${condition} ORDER BY host, key`,
  captures: (condition: string) =>
    `SELECT captures.id FROM captures JOIN sites ON sites.id = captures.site_id
    ${condition === 'TRUE' ? '' : `WHERE article_id IN (SELECT id FROM articles WHERE ${condition})`}
    ORDER BY content_sha256, coalesce(captures.url, ''), coalesce(captured_at, ''), CASE WHEN site_told = 1 THEN host ELSE '' END`,
} as const;
