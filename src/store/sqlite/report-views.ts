import type { Database } from 'better-sqlite3';
import type { ViewsAtAge } from '../../model/report.js';

/** First day of each span of ages; each ends before the next begins. */
const AGES = [0, 1, 8, 31, 91, 366, 1096, 1827];

/** Views of three digits are exact, larger ones cut to three, so that there are few groups however many readings there are. */
const THREE_DIGITS = `
  CASE WHEN views < 1000 THEN views WHEN views < 10000 THEN views / 10 * 10 WHEN views < 100000 THEN views / 100 * 100
    WHEN views < 1000000 THEN views / 1000 * 1000 ELSE views / 10000 * 10000 END`;
const SPAN = `CASE ${AGES.toReversed()
  .map((from, place) => `WHEN age >= ${from} THEN ${AGES.length - 1 - place}`)
  .join(' ')} END`;
const READINGS = `
  SELECT ${SPAN} AS span, ${THREE_DIGITS} AS views, count(*) AS readings FROM (
    SELECT captures.views AS views, CAST(julianday(substr(captured_at, 1, 10)) - julianday(published_on) AS INTEGER) AS age
    FROM captures JOIN articles ON articles.id = article_id
    WHERE captures.views >= 0 AND captured_at IS NOT NULL AND published_on IS NOT NULL
  ) AS aged WHERE age >= 0 GROUP BY 1, 2 ORDER BY 1, 2`;

interface Group {
  readonly span: number;
  readonly views: number;
  readonly readings: number;
}

/** Quartiles of the views of articles at each age; a reading without a day is in none. */
export function viewsByAge(db: Database): readonly ViewsAtAge[] {
  const groups = db.prepare<[], Group>(READINGS).all();
  return AGES.flatMap((from, span) => {
    const own = groups.filter((group) => group.span === span);
    const readings = own.reduce((sum, group) => sum + group.readings, 0);
    if (readings === 0) return [];
    const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantile(own, share * readings));
    const next = AGES[span + 1];
    return [
      {
        from,
        to: next === undefined ? null : next - 1,
        readings,
        lower: lower ?? 0,
        median: median ?? 0,
        upper: upper ?? 0,
      },
    ];
  });
}

/** The views of the reading at this rank, counted from the smallest. */
function quantile(groups: readonly Group[], rank: number): number {
  let seen = 0;
  for (const { views, readings } of groups) {
    seen += readings;
    if (seen >= rank) return views;
  }
  return groups.at(-1)?.views ?? 0;
}
