import type { Pool } from 'pg';
import type { ArticleFilter, ArticleName, FoundArticle, TextMatch } from '../../model/query.js';
import { chooseNamed, NAME_FILTERS } from '../sqlite/queries-filter.js';
import { articleLookups } from '../sqlite/queries-history.js';
import { SEARCH_COLUMN } from './ddl.js';
import { searchQuery } from './search-words.js';

/** A condition on `articles`, and its values from `$1` on; `TRUE` where all articles are wanted. */
export interface ServerCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What a word counts in folded forms, body, lead and headline: as SQLite weighs them, the greatest being 1. */
const WEIGHTS = "'{0.0625, 0.125, 0.375, 1}'";
/** Damage that still stands in the words of an article, whoever found it. */
const DAMAGED = `SELECT 1 FROM repairs WHERE repairs.article_id = articles.id AND applied = 0
  AND (strpos(articles.body, before) > 0 OR strpos(coalesce(articles.headline, ''), before) > 0)`;

const COLUMNS = `articles.id AS id, sites.host AS site, articles.key AS key, articles.url AS url, articles.headline AS headline,
  articles.lead AS lead, articles.body AS body, articles.section AS section, articles.published_on AS "publishedOn"`;

const WORDS_OF_ONE = `SELECT lexeme FROM unnest((SELECT ${SEARCH_COLUMN} FROM articles WHERE ${SEARCH_COLUMN} @@ $1::tsquery LIMIT 1))
  WHERE starts_with(lexeme, $2) ORDER BY lexeme COLLATE "C" LIMIT 1`;

/** A word of the index that begins so: the beginning itself where it is a word, null where none begins so. */
export async function findWord(pool: Pool, beginning: string): Promise<string | null> {
  const quoted = `'${beginning.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  for (const query of [quoted, `${quoted}:*`]) {
    const { rows } = await pool.query<{ lexeme: string }>(WORDS_OF_ONE, [query, beginning]);
    if (rows[0] !== undefined) return rows[0].lexeme;
  }
  return null;
}

/** The articles that a filter and a text match leave. */
export async function conditionOf(
  pool: Pool,
  filter: ArticleFilter,
  { match, without }: TextMatch,
): Promise<ServerCondition> {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (value: unknown, sql: (place: string) => string): void => {
    values.push(value);
    parts.push(`(${sql(`$${values.length}`)})`);
  };
  if (filter.from !== null) add(filter.from, (place) => `articles.published_on >= ${place}`);
  // A year or a month includes all its days: `2020` ends before `2020~`.
  if (filter.to !== null) add(`${filter.to}~`, (place) => `articles.published_on <= ${place}`);
  if (filter.damaged) parts.push(`EXISTS (${DAMAGED})`);
  for (const { field, names } of NAME_FILTERS) {
    const wanted = filter[field];
    if (wanted === null) continue;
    const { rows } = await pool.query<{ value: string | number; name: string | null }>(names);
    add(chooseNamed(rows, wanted), (place) => NAMED[field](place));
  }
  if (match !== null) add(searchQuery(match), (place) => `articles.search @@ ${place}::tsquery`);
  if (without !== null) add(searchQuery(without), (place) => `NOT articles.search @@ ${place}::tsquery`);
  return { sql: parts.join(' AND ') || 'TRUE', values };
}

const NAMED = {
  source: (place: string) => `articles.id IN (SELECT article_id FROM attributions WHERE role IN ('origin', 'relay')
    AND canonical_name = ANY (${place}::text[]))`,
  section: (place: string) => `articles.section = ANY (${place}::text[])`,
  site: (place: string) => `articles.site_id = ANY (${place}::bigint[])`,
} as const;

/** Articles that match, best first; equals, and all where no word is asked for, newest first. */
export async function searchRows(
  pool: Pool,
  text: TextMatch,
  { filter, limit }: { readonly filter: ArticleFilter; readonly limit: number },
): Promise<{ readonly total: number; readonly articles: readonly FoundArticle[] }> {
  const { sql, values } = await conditionOf(pool, filter, text);
  const rank = text.match === null ? '0' : `-ts_rank(${WEIGHTS}, articles.search, $${values.length + 2}::tsquery)`;
  const given = [...values, limit, ...(text.match === null ? [] : [searchQuery(text.match)])];
  // Only ids and ranks are sorted: bodies are read for the few that are shown.
  const { rows } = await pool.query<FoundArticle>(
    `WITH found AS MATERIALIZED (
      SELECT articles.id AS found_id, ${rank} AS rank FROM articles JOIN sites ON sites.id = articles.site_id WHERE ${sql}
      ORDER BY rank, articles.published_on DESC NULLS LAST, sites.host, articles.key LIMIT $${values.length + 1}
    )
    SELECT ${COLUMNS}, rank FROM found JOIN articles ON articles.id = found_id JOIN sites ON sites.id = articles.site_id
    ORDER BY rank, articles.published_on DESC NULLS LAST, site, key`,
    given,
  );
  const total = await pool.query<{ count: number }>(`SELECT count(*) AS count FROM articles WHERE ${sql}`, [...values]);
  return { total: total.rows[0]?.count ?? 0, articles: rows };
}

/** Row id of the article of that name, or null. A story that is shown as part of another gives the other. */
export async function findArticle(pool: Pool, name: ArticleName): Promise<number | null> {
  for (const { sql, values } of articleLookups(name)) {
    let place = 0;
    const { rows } = await pool.query<{ id: number }>(`${sql.replace(/\?/g, () => `$${++place}`)} LIMIT 1`, [
      ...values,
    ]);
    if (rows[0] !== undefined) return rows[0].id;
  }
  return null;
}
