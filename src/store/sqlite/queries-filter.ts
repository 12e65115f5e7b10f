import type { Database } from 'better-sqlite3';
import { titleKeyOf } from '../../archive/identity.js';
import type { ArticleFilter, TextMatch } from '../../model/query.js';

/** A condition on `articles`, and the values it names. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A filter on names that people type: where the names stand, and what of `articles` has them. */
interface NameFilter {
  readonly field: 'source' | 'section' | 'site';
  /** Each row is one thing: `value`, by which articles are found, and `name`, one of its names. */
  readonly names: string;
  readonly sql: string;
}

/** Filters on names; `names` is understood by SQLite and PostgreSQL alike. */
export const NAME_FILTERS: readonly NameFilter[] = [
  {
    field: 'source',
    names: `SELECT DISTINCT canonical_name AS value, canonical_name AS name FROM attributions
      UNION SELECT canonical_name, name FROM attributions`,
    sql: `articles.id IN (SELECT article_id FROM attributions WHERE role IN ('origin', 'relay')
      AND canonical_name IN (SELECT value FROM json_each(@source)))`,
  },
  {
    field: 'section',
    names: 'SELECT DISTINCT section AS value, section AS name FROM articles WHERE section IS NOT NULL',
    sql: 'articles.section IN (SELECT value FROM json_each(@section))',
  },
  {
    field: 'site',
    names: `SELECT id AS value, host AS name FROM sites UNION SELECT id, name FROM sites UNION SELECT id, profile FROM sites
      UNION SELECT site_id, host FROM site_hosts`,
    sql: 'articles.site_id IN (SELECT value FROM json_each(@site))',
  },
];

/** Damage that still stands in the words of an article, whoever found it. */
export const DAMAGED = `SELECT DISTINCT field, before FROM repairs WHERE repairs.article_id = articles.id AND applied = 0
  AND (instr(articles.body, before) OR instr(coalesce(articles.headline, ''), before))`;

/** The articles that a filter and a text match leave; `1` where they leave all. */
export function conditionOf(db: Database, filter: ArticleFilter, { match, without }: TextMatch): Condition {
  const parts: Condition[] = [];
  const { from, to, damaged } = filter;
  if (from !== null) parts.push({ sql: 'articles.published_on >= @from', values: { from } });
  // A year or a month includes all its days: `2020` ends before `2020~`.
  if (to !== null) parts.push({ sql: 'articles.published_on <= @to', values: { to: `${to}~` } });
  if (damaged) parts.push({ sql: `EXISTS (${DAMAGED})`, values: {} });
  for (const names of NAME_FILTERS) {
    const wanted = filter[names.field];
    if (wanted !== null) parts.push({ sql: names.sql, values: { [names.field]: valuesNamed(db, names, wanted) } });
  }
  if (match !== null) parts.push({ sql: `articles.id IN (${MATCHING('match')})`, values: { match } });
  if (without !== null) parts.push({ sql: `articles.id NOT IN (${MATCHING('without')})`, values: { without } });
  return {
    sql: parts.map(({ sql }) => `(${sql})`).join(' AND ') || '1',
    values: Object.assign({}, ...parts.map(({ values }) => values)),
  };
}

const MATCHING = (name: string): string => `SELECT rowid FROM articles_fts WHERE articles_fts MATCH @${name}`;

/** JSON list of the things that are wanted. */
function valuesNamed(db: Database, { names }: NameFilter, wanted: string): string {
  return JSON.stringify(chooseNamed(db.prepare<[], NamedRow>(names).all(), wanted));
}

interface NamedRow {
  readonly value: string | number;
  readonly name: string | null;
}

/** The things whose name is the wanted one, letters folded; where there is none, those whose name holds it. */
export function chooseNamed(rows: readonly NamedRow[], wanted: string): readonly (string | number)[] {
  const key = titleKeyOf(wanted) ?? '';
  const keyed = rows.map(({ value, name }) => ({ value, key: titleKeyOf(name) ?? '' }));
  const same = keyed.filter((row) => row.key === key);
  const found = same.length > 0 ? same : keyed.filter((row) => key !== '' && row.key.includes(key));
  return [...new Set(found.map(({ value }) => value))];
}
