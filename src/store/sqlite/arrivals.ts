import type { Database } from 'better-sqlite3';
import type { Arrivals, ImportSummary, SiteArrivals } from '../../model/store.js';

/** The queries of this file are understood by SQLite and PostgreSQL alike; their only value comes first. */
export const ARRIVED_IMPORTS = `
  SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", status, read, inserted, updated, unchanged, skipped, rejected
  FROM imports WHERE started_at >= ? ORDER BY id`;
/** Captures with a row above this one came in with those imports. */
export const ARRIVALS_MARK = 'SELECT min(captures_before) AS mark FROM imports WHERE started_at >= ?';
/** An article is new where all its captures are, an issue where all captures that name it are. */
export const ARRIVED_SITES = `
  WITH
  new_captures AS (SELECT site_id, count(*) AS captures FROM captures WHERE id > @mark GROUP BY site_id),
  grown AS (
    SELECT article_id, CASE WHEN min(captures.id) > @mark THEN 1 ELSE 0 END AS is_new FROM captures
    WHERE article_id IN (SELECT article_id FROM captures WHERE id > @mark) GROUP BY article_id
  ),
  new_articles AS (
    SELECT site_id, sum(is_new) AS articles, sum(1 - is_new) AS updated
    FROM grown JOIN articles ON articles.id = article_id GROUP BY site_id
  ),
  named AS (
    SELECT issue_id, CASE WHEN min(capture_id) > @mark THEN 1 ELSE 0 END AS is_new FROM capture_issues
    WHERE issue_id IN (SELECT issue_id FROM capture_issues WHERE capture_id > @mark) GROUP BY issue_id
  ),
  new_issues AS (
    SELECT site_id, sum(is_new) AS issues FROM named JOIN issues ON issues.id = issue_id GROUP BY site_id
  )
  SELECT host, name, coalesce(articles, 0) AS articles, coalesce(updated, 0) AS updated, coalesce(captures, 0) AS captures,
    coalesce(issues, 0) AS issues
  FROM sites
  LEFT JOIN new_captures ON new_captures.site_id = sites.id
  LEFT JOIN new_articles ON new_articles.site_id = sites.id
  LEFT JOIN new_issues ON new_issues.site_id = sites.id
  WHERE coalesce(captures, 0) + coalesce(articles, 0) + coalesce(updated, 0) + coalesce(issues, 0) > 0
  ORDER BY 3 DESC, host`;

/** What the imports brought that began at a moment (ISO 8601, UTC, with milliseconds) or later. */
export function readArrivals(db: Database, since: string): Arrivals {
  const mark = db.prepare<[string], number | null>(ARRIVALS_MARK).pluck().get(since) ?? null;
  const sites = mark === null ? [] : db.prepare<{ mark: number }, SiteArrivals>(ARRIVED_SITES).all({ mark });
  return toArrivals(since, sites, db.prepare<[string], ImportSummary>(ARRIVED_IMPORTS).all(since));
}

/** What came in, from the rows of the queries. */
export function toArrivals(since: string, sites: readonly SiteArrivals[], imports: readonly ImportSummary[]): Arrivals {
  const sum = (field: 'articles' | 'updated' | 'captures' | 'issues'): number =>
    sites.reduce((total, site) => total + site[field], 0);
  return {
    since,
    articles: sum('articles'),
    updated: sum('updated'),
    captures: sum('captures'),
    issues: sum('issues'),
    sites,
    imports,
  };
}
