import type { Database } from 'better-sqlite3';
import type { ArticleFilter, FoundArticle, TextMatch } from '../../model/query.js';
import { conditionOf } from './queries-filter.js';

/** What a word counts in headline, lead, body and folded forms. */
const WEIGHTS = '8.0, 3.0, 1.0, 0.5';

const COLUMNS = `articles.id AS id, sites.host AS site, articles.key AS key, articles.url AS url, articles.headline AS headline,
  articles.lead AS lead, articles.body AS body, articles.section AS section, articles.published_on AS publishedOn`;

/** Articles that match, best first; equals, and all where no word is asked for, newest first. */
export function searchRows(
  db: Database,
  text: TextMatch,
  { filter, limit }: { readonly filter: ArticleFilter; readonly limit: number },
): { readonly total: number; readonly articles: readonly FoundArticle[] } {
  const { sql, values } = conditionOf(db, filter, { match: null, without: text.without });
  const isRanked = text.match !== null;
  const from = isRanked
    ? 'articles_fts JOIN articles ON articles.id = articles_fts.rowid JOIN sites ON sites.id = articles.site_id'
    : 'articles JOIN sites ON sites.id = articles.site_id';
  const where = isRanked ? `articles_fts MATCH @match AND ${sql}` : sql;
  const rank = isRanked ? `bm25(articles_fts, ${WEIGHTS})` : '0';
  const given = { ...values, ...(text.match === null ? {} : { match: text.match }) };
  // Only ids and ranks are sorted: bodies are read for the few that are shown.
  const articles = db
    .prepare<object, FoundArticle>(`
      WITH found AS MATERIALIZED (
        SELECT articles.id AS found_id, ${rank} AS rank FROM ${from} WHERE ${where}
        ORDER BY rank, articles.published_on DESC, sites.host, articles.key LIMIT @limit
      )
      SELECT ${COLUMNS}, rank FROM found JOIN articles ON articles.id = found_id JOIN sites ON sites.id = articles.site_id
      ORDER BY rank, articles.published_on DESC, site, key`)
    .all({ ...given, limit });
  const total = db
    .prepare<object, { count: number }>(`SELECT count(*) AS count FROM ${from} WHERE ${where}`)
    .get(given);
  return { total: total?.count ?? 0, articles };
}

/** Looks words up in the search index by their beginning. */
export function wordLookup(db: Database): (beginning: string) => string | null {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_words USING fts5vocab('main', 'articles_fts', 'row')");
  const first = db.prepare<[string], string>('SELECT term FROM temp.index_words WHERE term >= ? LIMIT 1').pluck();
  return (beginning) => {
    const word = first.get(beginning);
    return word?.startsWith(beginning) ? word : null;
  };
}
