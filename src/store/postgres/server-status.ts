import type { Pool } from 'pg';
import type { SiteHistory } from '../../model/drift.js';
import type { SettleReport } from '../../model/settle.js';
import type { ArchiveStatus, Arrivals, ImportSummary, SiteArrivals } from '../../model/store.js';
import { STATUS_QUERIES, type StatusRows, toStatus } from '../sqlite/archive-status.js';
import { ARRIVALS_MARK, ARRIVED_IMPORTS, ARRIVED_SITES, toArrivals } from '../sqlite/arrivals.js';

/** How SQLite names the values of a query. */
const VALUE = /\?|@\w+/g;

/** What the archive holds, for `status`. */
export async function readServerStatus(pool: Pool, histories: readonly SiteHistory[]): Promise<ArchiveStatus> {
  const entries = Object.entries(STATUS_QUERIES).map(
    async ([name, sql]) => [name, (await pool.query(sql)).rows] as const,
  );
  return toStatus(Object.fromEntries(await Promise.all(entries)) as unknown as StatusRows, histories);
}

/** What the imports brought that began at a moment (ISO 8601, UTC, with milliseconds) or later. */
export async function readServerArrivals(pool: Pool, since: string): Promise<Arrivals> {
  const ask = async <R extends object>(sql: string, value: string | number): Promise<readonly R[]> =>
    (await pool.query<R>(sql.replace(VALUE, '$$1'), [value])).rows;
  const [mark] = await ask<{ mark: number | null }>(ARRIVALS_MARK, since);
  const sites = mark?.mark == null ? [] : await ask<SiteArrivals>(ARRIVED_SITES, mark.mark);
  return toArrivals(since, sites, await ask<ImportSummary>(ARRIVED_IMPORTS, since));
}

/** How many articles and issues there are. */
export async function readServerTotals(pool: Pool): Promise<{ readonly articles: number; readonly issues: number }> {
  const { rows } = await pool.query<{ articles: number; issues: number }>(
    'SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM issues) AS issues',
  );
  return rows[0] ?? { articles: 0, issues: 0 };
}

/** What the settled layer holds, where nothing has changed since it was made; else null. */
export async function readSettled(client: Pick<Pool, 'query'>): Promise<SettleReport | null> {
  const { rows } = await client.query<{ is_due: number }>('SELECT is_due FROM settling');
  if (rows[0]?.is_due !== 0) return null;
  const report = await client.query<SettleReport>(`
    SELECT (SELECT count(*) FROM story_joins) AS joins, (SELECT count(*) FROM issues WHERE inferred = 1) AS "issuesInferred",
      (SELECT count(*) FROM captures WHERE counters_swapped = 1) AS "countersSwapped",
      (SELECT count(*) FROM article_reprints) AS reprints`);
  return report.rows[0] ?? null;
}
