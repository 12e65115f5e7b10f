import type { Database } from 'better-sqlite3';
import type { IssueYear } from '../../model/report.js';

/** Years of newspapers, at most; the latest are given. */
const MOST_YEARS = 400;
/** Runs of missing numbers shown of one year. */
const MOST_RUNS = 40;

const KNOWN = `
  SELECT host AS site, year, sum(CASE WHEN inferred = 0 THEN 1 ELSE 0 END) AS known,
    sum(CASE WHEN inferred = 1 THEN 1 ELSE 0 END) AS inferred
  FROM issues JOIN sites ON sites.id = site_id GROUP BY host, year`;
const MISSING = 'SELECT site, year, number FROM missing_issues ORDER BY site, year, number';

type Counted = { -readonly [Name in keyof Omit<IssueYear, 'missingRuns'>]: IssueYear[Name] } & {
  readonly missingRuns: [number, number][];
};

/** Issues known, deduced and missing, by newspaper and year; the year that is not known comes last. */
export function issueYears(db: Database): readonly IssueYear[] {
  const years = new Map<string, Counted>();
  for (const row of db.prepare<[], Omit<IssueYear, 'missing' | 'missingRuns'>>(KNOWN).iterate()) {
    years.set(`${row.site} ${row.year}`, { ...row, missing: 0, missingRuns: [] });
  }
  for (const { site, year, number } of db
    .prepare<[], { site: string; year: number; number: number }>(MISSING)
    .iterate()) {
    const counted = years.get(`${site} ${year}`) ?? { site, year, known: 0, inferred: 0, missing: 0, missingRuns: [] };
    years.set(`${site} ${year}`, counted);
    counted.missing += 1;
    addToRuns(counted.missingRuns, number);
  }
  return [...years.values()].sort(byYear).slice(-MOST_YEARS);
}

function addToRuns(runs: [number, number][], number: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last[1] === number - 1) last[1] = number;
  else if (runs.length < MOST_RUNS) runs.push([number, number]);
}

function byYear(a: Counted, b: Counted): number {
  const bySite = a.site < b.site ? -1 : Number(a.site > b.site);
  return (a.year ?? Number.MAX_SAFE_INTEGER) - (b.year ?? Number.MAX_SAFE_INTEGER) || bySite;
}
