import type { Database } from 'better-sqlite3';
import type { RepairFigures, ReportFigures, ReportTotals, SiteFigures } from '../../model/report.js';
import { countRows } from './archive-status.js';
import { DAMAGED } from './queries-filter.js';
import { issueYears } from './report-issues.js';
import { viewsByAge } from './report-views.js';

/** Rows of the ranked lists. */
const TOP = 20;
/** Rows of the lists of examples. */
const FEW = 10;
/** Imports shown. */
const RECENT = 40;
/** Years of which every day is given. */
const DAY_YEARS = 12;
/** Examples of one kind of repair, and the repairs among which they are looked for. */
const SAMPLES = 3;
const SAMPLED = 500;
/** Characters kept of a text that may be as long as a page. */
const LONGEST = 300;

const SPANS = `
  SELECT (SELECT min(published_on) FROM articles) AS publishedFirst, (SELECT max(published_on) FROM articles) AS publishedLast,
    (SELECT substr(min(captured_at), 1, 10) FROM captures) AS capturedFirst,
    (SELECT substr(max(captured_at), 1, 10) FROM captures) AS capturedLast`;
/** One walk over the articles, whose rows are long. */
const ARTICLES_BY_SITE = `
  SELECT site_id, count(*) AS articles, count(*) - count(published_on) AS undated, min(published_on) AS first,
    max(published_on) AS last, sum(CASE WHEN version_count > 1 THEN 1 ELSE 0 END) AS changed
  FROM articles GROUP BY site_id`;
const SITES = `
  SELECT host, name, coalesce(articles, 0) AS articles, coalesce(undated, 0) AS undated, coalesce(changed, 0) AS changed, first, last,
    (SELECT count(*) FROM issues WHERE issues.site_id = sites.id) AS issues
  FROM sites LEFT JOIN (${ARTICLES_BY_SITE}) AS counted ON counted.site_id = sites.id
  ORDER BY coalesce(articles, 0) DESC, host`;
const MONTHS = `
  SELECT substr(published_on, 1, 7) AS month, count(*) AS articles FROM articles WHERE published_on IS NOT NULL
  GROUP BY substr(published_on, 1, 7) ORDER BY month`;
const DAYS = `
  SELECT day, sum(articles) AS articles, sum(issues) AS issues FROM (
    SELECT published_on AS day, count(*) AS articles, 0 AS issues FROM articles WHERE published_on >= @from GROUP BY published_on
    UNION ALL
    SELECT published_on, 0, count(*) FROM issues WHERE published_on >= @from AND published_on < @before GROUP BY published_on
  ) AS days GROUP BY day ORDER BY day`;
const SECTIONS = `
  SELECT substr(section, 1, ${LONGEST}) AS name, count(*) AS articles FROM articles GROUP BY section
  ORDER BY articles DESC, name LIMIT ${TOP}`;
const ORIGINS = `
  SELECT substr(canonical_name, 1, ${LONGEST}) AS name, count(DISTINCT CASE WHEN role = 'origin' THEN article_id END) AS articles,
    count(DISTINCT CASE WHEN role = 'relay' THEN article_id END) AS relays
  FROM attributions WHERE role IN ('origin', 'relay') GROUP BY canonical_name
  ORDER BY articles DESC, relays DESC, name LIMIT ${TOP}`;
const MOST_READ = `
  SELECT published_on AS publishedOn, substr(headline, 1, ${LONGEST}) AS headline, views FROM articles WHERE views IS NOT NULL
  ORDER BY views DESC, published_on, headline LIMIT ${FEW}`;
const CHARSETS = `
  SELECT lower(substr(charset_declared, 1, 40)) AS declared, charset AS used, count(*) AS captures FROM captures
  GROUP BY lower(substr(charset_declared, 1, 40)), charset ORDER BY captures DESC, declared, used LIMIT ${TOP}`;
const REPAIRS = `
  SELECT method, CASE WHEN applied = 1 THEN 'applied' WHEN after IS NULL THEN 'left' ELSE 'proposed' END AS outcome, count(*) AS count
  FROM repairs GROUP BY 1, 2 ORDER BY outcome, count DESC, method LIMIT 60`;
const REPAIR_SAMPLES = `
  SELECT before, after FROM (
    SELECT substr(before, 1, ${LONGEST}) AS before, substr(after, 1, ${LONGEST}) AS after FROM repairs
    WHERE method = @method AND applied = @applied AND (after IS NULL) = @isLeft ORDER BY id LIMIT ${SAMPLED}
  ) AS first GROUP BY before, after ORDER BY count(*) DESC, before, after LIMIT ${SAMPLES}`;
/** Only articles that a mark of damage hangs on are read. */
const DAMAGED_ARTICLES = `
  FROM articles WHERE id IN (SELECT article_id FROM repairs WHERE applied = 0) AND EXISTS (${DAMAGED})`;
const DAMAGED_SAMPLES = `
  SELECT id, published_on AS publishedOn, substr(headline, 1, ${LONGEST}) AS headline,
    (SELECT substr(before, 1, ${LONGEST}) FROM (${DAMAGED} ORDER BY field, before LIMIT 1) AS piece) AS piece
  ${DAMAGED_ARTICLES} ORDER BY id LIMIT ${FEW}`;
/** Of a source that was read more than once, what its last reading rejected. */
const STANDING_REJECTS = `
  FROM rejects JOIN sources ON sources.id = source_id
  WHERE rejects.import_id = (SELECT max(import_id) FROM import_sources WHERE import_sources.source_id = rejects.source_id)
    AND sources.rejected > 0`;
const REJECTS = `
  SELECT code, stage, count, path, locator, message
  FROM (SELECT min(rejects.id) AS id, count(*) AS count ${STANDING_REJECTS} GROUP BY code, stage) AS grouped
  JOIN rejects USING (id) JOIN sources ON sources.id = source_id ORDER BY count DESC, code, stage LIMIT ${TOP}`;
const FORMATS = `
  SELECT format, count(*) AS sources, sum(records) AS records, sum(rejected) AS rejected,
    sum(CASE WHEN state IN ('truncated', 'failed') THEN 1 ELSE 0 END) AS unfinished
  FROM sources GROUP BY format ORDER BY sources DESC, format LIMIT ${TOP}`;
const IMPORTS = `
  SELECT id, started_at AS startedAt, finished_at AS finishedAt, status, tool_version AS toolVersion, read, inserted, updated, unchanged,
    skipped, rejected FROM imports ORDER BY id DESC LIMIT ${RECENT}`;
const COUNTS = `
  SELECT
    (SELECT count(*) FROM sources WHERE state IN ('truncated', 'failed')) AS unfinishedSources,
    (SELECT count(DISTINCT article_id) FROM attributions WHERE role = 'origin') AS attributedArticles,
    (SELECT count(*) ${DAMAGED_ARTICLES}) AS damagedArticles,
    (SELECT count(DISTINCT section) FROM articles) AS sections,
    (SELECT count(DISTINCT canonical_name) FROM attributions WHERE role IN ('origin', 'relay')) AS origins,
    (SELECT count(*) FROM issues WHERE inferred = 1) AS inferredIssues,
    (SELECT count(*) FROM missing_issues) AS missingIssues,
    (SELECT count(*) FROM repairs WHERE applied = 1) AS repairs,
    (SELECT count(*) ${STANDING_REJECTS}) AS rejects,
    (SELECT count(*) FROM imports) AS imports`;

type SiteRow = Omit<SiteFigures, 'published'> & {
  readonly changed: number;
  readonly first: string | null;
  readonly last: string | null;
};

/** Counts an archive for its report, in one view of it however long that takes. */
export function readReportFigures(db: Database): ReportFigures {
  return db.transaction(() => figuresOf(db))();
}

function figuresOf(db: Database): ReportFigures {
  const rows = <T>(sql: string): readonly T[] => db.prepare<[], T>(sql).all();
  const [span] = rows<Readonly<Record<string, string | null>>>(SPANS);
  const sites = rows<SiteRow>(SITES);
  return {
    totals: totalsOf(db, sites),
    published: { first: span?.publishedFirst ?? null, last: span?.publishedLast ?? null },
    captured: { first: span?.capturedFirst ?? null, last: span?.capturedLast ?? null },
    sites: sites.slice(0, TOP).map(({ first, last, changed: _, ...site }) => ({ ...site, published: { first, last } })),
    years: yearsOf(rows(MONTHS)),
    days: daysOf(db),
    issueYears: issueYears(db),
    sections: rows(SECTIONS),
    origins: rows(ORIGINS),
    viewsByAge: viewsByAge(db),
    mostRead: rows(MOST_READ),
    charsets: rows(CHARSETS),
    repairs: repairsOf(db),
    damaged: rows(DAMAGED_SAMPLES),
    rejects: rows(REJECTS),
    formats: rows(FORMATS),
    imports: rows(IMPORTS),
  };
}

function totalsOf(db: Database, sites: readonly SiteRow[]): ReportTotals {
  type Counts = Omit<
    ReportTotals,
    'sources' | 'captures' | 'articles' | 'undatedArticles' | 'changedArticles' | 'sites' | 'issues'
  >;
  const sum = (count: (site: SiteRow) => number): number => sites.reduce((all, site) => all + count(site), 0);
  const counts = db.prepare<[], Counts>(COUNTS).get();
  if (counts === undefined) throw new Error('counting gives one row');
  return {
    ...counts,
    sources: countRows(db, 'sources'),
    captures: countRows(db, 'captures'),
    articles: sum(({ articles }) => articles),
    undatedArticles: sum(({ undated }) => undated),
    changedArticles: sum(({ changed }) => changed),
    sites: sites.filter(({ articles, issues }) => articles + issues > 0).length,
    issues: countRows(db, 'issues'),
  };
}

function yearsOf(months: readonly { readonly month: string; readonly articles: number }[]): ReportFigures['years'] {
  const years = new Map<number, number[]>();
  for (const { month, articles } of months) {
    const [year = 0, number = 1] = month.split('-').map(Number);
    const counts = years.get(year) ?? Array<number>(12).fill(0);
    counts[number - 1] = articles;
    years.set(year, counts);
  }
  return [...years].map(([year, counts]) => ({ year, months: counts }));
}

/** The latest years that have articles; the issues of those years too. */
function daysOf(db: Database): ReportFigures['days'] {
  const years = db
    .prepare<[], string>(
      'SELECT DISTINCT substr(published_on, 1, 4) FROM articles WHERE published_on IS NOT NULL ORDER BY 1 DESC',
    )
    .pluck()
    .all()
    .slice(0, DAY_YEARS);
  const [last, first] = [years[0], years.at(-1)];
  if (last === undefined || first === undefined) return [];
  const days = db.prepare<object, ReportFigures['days'][number]>(DAYS).all({ from: first, before: `${last}~` });
  return days.filter(({ day }) => years.includes(day.slice(0, 4)));
}

function repairsOf(db: Database): readonly RepairFigures[] {
  const samples = db.prepare<object, RepairFigures['samples'][number]>(REPAIR_SAMPLES);
  return db
    .prepare<[], Omit<RepairFigures, 'samples'>>(REPAIRS)
    .all()
    .map(({ method, outcome, count }) => ({
      method,
      outcome,
      count,
      samples: samples.all({ method, applied: Number(outcome === 'applied'), isLeft: Number(outcome === 'left') }),
    }));
}
