import type { Database } from 'better-sqlite3';
import { findDrift } from '../../archive/drift.js';
import { RULES_VERSION } from '../../model/rules-version.js';
import type { ArchiveStatus, ImportSummary } from '../../model/store.js';
import { SiteFields } from './site-fields.js';

const IMPORTS = `
  SELECT id, started_at AS startedAt, finished_at AS finishedAt, status, read, inserted, updated, unchanged, skipped, rejected
  FROM imports ORDER BY id DESC`;
const SITES = `
  SELECT host, name, count(articles.id) AS articles FROM sites LEFT JOIN articles ON articles.site_id = sites.id
  GROUP BY sites.id ORDER BY articles DESC, host`;
/** Of a source that was read more than once, what its last reading rejected. */
const REJECTS = `
  SELECT code, count(*) AS count, min(path || ' ' || locator || ': ' || message) AS example
  FROM rejects JOIN sources ON sources.id = source_id
  WHERE rejects.import_id = (SELECT max(import_id) FROM import_sources WHERE import_sources.source_id = rejects.source_id)
    AND sources.rejected > 0
  GROUP BY code ORDER BY count DESC, code`;
const SOURCE_NAMES = `
  SELECT canonical_name AS name, count(DISTINCT article_id) AS articles FROM attributions WHERE role = 'origin'
  GROUP BY canonical_name ORDER BY articles DESC, name LIMIT ?`;
/** SQLite takes the bare columns from the row with the smallest id. */
const REPAIR_METHODS = `
  SELECT method, applied, count(*) AS count, before, after, min(id) FROM repairs
  GROUP BY method, applied ORDER BY applied DESC, count DESC, method`;
const MOST_READ = `
  SELECT published_on AS publishedOn, headline, views FROM articles WHERE views IS NOT NULL
  ORDER BY views DESC, published_on, headline LIMIT ?`;
/** Rows of the lists that show the first of many. */
const FEW = 8;
const TABLES = ['articles', 'issues', 'captures', 'sources'] as const;

/** What the archive holds, for `status`. */
export function readStatus(db: Database): ArchiveStatus {
  const [articles, issues, captures, sources] = TABLES.map((table) => countRows(db, table));
  const repairMethods = readRepairMethods(db);
  return {
    articles: articles ?? 0,
    issues: issues ?? 0,
    captures: captures ?? 0,
    sources: sources ?? 0,
    repairs: repairMethods.filter(({ applied }) => applied).reduce((sum, { count }) => sum + count, 0),
    sites: db.prepare<[], ArchiveStatus['sites'][number]>(SITES).all(),
    sourceStates: countBy(db, 'sources', 'state'),
    imports: db.prepare<[], ImportSummary>(IMPORTS).all(),
    rejects: db.prepare<[], ArchiveStatus['rejects'][number]>(REJECTS).all(),
    captureKinds: countBy(db, 'captures', 'kind'),
    drift: findDrift(new SiteFields(db).latest()),
    rules: { version: RULES_VERSION, olderCaptures: countOlder(db) },
    keptPages: readKeptPages(db),
    sourceNames: db.prepare<[number], ArchiveStatus['sourceNames'][number]>(SOURCE_NAMES).all(FEW),
    repairMethods,
    mostRead: db.prepare<[number], ArchiveStatus['mostRead'][number]>(MOST_READ).all(FEW),
    missingIssues: readMissingIssues(db),
  };
}

/** Captures that an older version of the rules read; what came as a record was read elsewhere. */
function countOlder(db: Database): number {
  const sql = 'SELECT count(*) FROM capture_records WHERE rules_version < ?';
  return Number(db.prepare(sql).pluck().get(RULES_VERSION));
}

function readKeptPages(db: Database): ArchiveStatus['keptPages'] {
  const sql = 'SELECT count(*) AS pages, coalesce(sum(bytes), 0) AS bytes, coalesce(sum(length(payload)), 0) AS packed';
  const none = { pages: 0, bytes: 0, packed: 0 };
  return db.prepare<[], ArchiveStatus['keptPages']>(`${sql} FROM kept_pages`).get() ?? none;
}

/** Rows of a table. */
export function countRows(db: Database, table: (typeof TABLES)[number]): number {
  return Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

function countBy(db: Database, table: string, column: string): Readonly<Record<string, number>> {
  const rows = db.prepare<[], { name: string; count: number }>(
    `SELECT ${column} AS name, count(*) AS count FROM ${table} GROUP BY ${column} ORDER BY count DESC, name`,
  );
  return Object.fromEntries(rows.all().map(({ name, count }) => [name, count]));
}

function readRepairMethods(db: Database): ArchiveStatus['repairMethods'] {
  type Row = Omit<ArchiveStatus['repairMethods'][number], 'applied'> & { readonly applied: number };
  const rows = db.prepare<[], Row>(REPAIR_METHODS).all();
  return rows.map(({ method, applied, count, before, after }) => ({
    method,
    applied: applied === 1,
    count,
    before,
    after,
  }));
}

function readMissingIssues(db: Database): ArchiveStatus['missingIssues'] {
  const rows = db.prepare<[], { site: string; year: number; number: number }>(
    'SELECT site, year, number FROM missing_issues ORDER BY site, year, number',
  );
  const years = new Map<string, { host: string; year: number; numbers: number[] }>();
  for (const { site, year, number } of rows.all()) {
    const entry = years.get(`${site} ${year}`) ?? { host: site, year, numbers: [] };
    entry.numbers.push(number);
    years.set(`${site} ${year}`, entry);
  }
  return [...years.values()];
}
