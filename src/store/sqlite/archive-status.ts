import type { Database } from 'better-sqlite3';
import { findDrift } from '../../archive/drift.js';
import type { SiteHistory } from '../../model/drift.js';
import { RULES_VERSION } from '../../model/rules-version.js';
import type { ArchiveStatus } from '../../model/store.js';
import { SiteFields } from './site-fields.js';

/** Rows of the lists that show the first of many. */
const FEW = 8;
const TABLES = ['articles', 'issues', 'captures', 'sources'] as const;

const countBy = (table: string, column: string): string =>
  `SELECT ${column} AS name, count(*) AS count FROM ${table} GROUP BY ${column} ORDER BY count DESC, name`;

/** What `status` asks an archive, in words that SQLite and PostgreSQL understand alike. */
export const STATUS_QUERIES = {
  counts: `SELECT ${TABLES.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ')}`,
  imports: `SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", status, read, inserted, updated, unchanged, skipped,
    rejected FROM imports ORDER BY id DESC`,
  sites: `SELECT host, name, count(articles.id) AS articles FROM sites LEFT JOIN articles ON articles.site_id = sites.id
    GROUP BY sites.id ORDER BY articles DESC, host`,
  // Of a source that was read more than once, what its last reading rejected.
  rejects: `SELECT code, count(*) AS count, min(path || ' ' || locator || ': ' || message) AS example
    FROM rejects JOIN sources ON sources.id = source_id
    WHERE rejects.import_id = (SELECT max(import_id) FROM import_sources WHERE import_sources.source_id = rejects.source_id)
      AND sources.rejected > 0
    GROUP BY code ORDER BY count DESC, code`,
  sourceNames: `SELECT canonical_name AS name, count(DISTINCT article_id) AS articles FROM attributions WHERE role = 'origin'
    GROUP BY canonical_name ORDER BY articles DESC, name LIMIT ${FEW}`,
  repairMethods: `WITH methods AS (
      SELECT method, applied, count(*) AS count, min(id) AS first_id FROM repairs GROUP BY method, applied
    )
    SELECT methods.method, methods.applied, count, before, after FROM methods JOIN repairs ON repairs.id = first_id
    ORDER BY methods.applied DESC, count DESC, methods.method`,
  mostRead: `SELECT published_on AS "publishedOn", headline, views FROM articles WHERE views IS NOT NULL
    ORDER BY views DESC, published_on NULLS FIRST, headline LIMIT ${FEW}`,
  missingIssues: 'SELECT site, year, number FROM missing_issues ORDER BY site, year, number',
  sourceStates: countBy('sources', 'state'),
  captureKinds: countBy('captures', 'kind'),
  // Captures that an older version of the rules read; what came as a record was read elsewhere.
  olderCaptures: `SELECT count(*) AS count FROM capture_records WHERE rules_version < ${RULES_VERSION}`,
  keptPages: `SELECT count(*) AS pages, coalesce(sum(bytes), 0) AS bytes, coalesce(sum(length(payload)), 0) AS packed
    FROM kept_pages`,
} as const;

/** Rows of each of the queries. */
export type StatusRows = { readonly [N in keyof typeof STATUS_QUERIES]: readonly object[] };

/** What the archive holds, for `status`. */
export function readStatus(db: Database): ArchiveStatus {
  const rowsOf = ([name, sql]: readonly [string, string]) => [name, db.prepare<[], object>(sql).all()];
  return toStatus(Object.fromEntries(Object.entries(STATUS_QUERIES).map(rowsOf)), new SiteFields(db).latest());
}

/** The status that the rows of the queries make, and what the last import of each site found. */
export function toStatus(rows: StatusRows, histories: readonly SiteHistory[]): ArchiveStatus {
  const typed = rows as unknown as Omit<
    ArchiveStatus,
    'sourceStates' | 'captureKinds' | 'drift' | 'rules' | 'keptPages'
  >;
  const repairMethods = typed.repairMethods.map((row) => ({ ...row, applied: Number(row.applied) === 1 }));
  const [older] = rows.olderCaptures as readonly { readonly count: number }[];
  const [kept] = rows.keptPages as readonly ArchiveStatus['keptPages'][];
  const [counts] = rows.counts as readonly Record<(typeof TABLES)[number], number>[];
  return {
    ...(counts ?? { articles: 0, issues: 0, captures: 0, sources: 0 }),
    repairs: repairMethods.filter(({ applied }) => applied).reduce((sum, { count }) => sum + count, 0),
    sites: typed.sites,
    sourceStates: tally(rows.sourceStates),
    imports: typed.imports,
    rejects: typed.rejects,
    captureKinds: tally(rows.captureKinds),
    drift: findDrift(histories),
    rules: { version: RULES_VERSION, olderCaptures: older?.count ?? 0 },
    keptPages: kept ?? { pages: 0, bytes: 0, packed: 0 },
    sourceNames: typed.sourceNames,
    repairMethods,
    mostRead: typed.mostRead,
    missingIssues: runsOf(rows.missingIssues as readonly MissingRow[]),
  };
}

/** Rows of a table. */
export function countRows(db: Database, table: (typeof TABLES)[number]): number {
  return Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

function tally(rows: readonly object[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    (rows as readonly { name: string; count: number }[]).map(({ name, count }) => [name, count]),
  );
}

interface MissingRow {
  readonly site: string;
  readonly year: number;
  readonly number: number;
}

function runsOf(rows: readonly MissingRow[]): ArchiveStatus['missingIssues'] {
  const years = new Map<string, { host: string; year: number; numbers: number[] }>();
  for (const { site, year, number } of rows) {
    const entry = years.get(`${site} ${year}`) ?? { host: site, year, numbers: [] };
    entry.numbers.push(number);
    years.set(`${site} ${year}`, entry);
  }
  return [...years.values()];
}
