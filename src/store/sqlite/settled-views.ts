import { WIDEST_GAP } from './views.js';

/** Views over the settled layer. */
export const SETTLED_VIEWS = `
CREATE VIEW reprints AS
SELECT articles.id AS article, originals.id AS reprint_of, sites.host AS site, original_sites.host AS reprint_of_site,
  articles.headline, articles.published_on, originals.published_on AS reprint_of_published_on, shared,
  is_order_known AS order_known
FROM article_reprints
JOIN articles ON articles.id = article_id JOIN sites ON sites.id = articles.site_id
JOIN articles AS originals ON originals.id = reprint_of JOIN sites AS original_sites ON original_sites.id = originals.site_id;

DROP VIEW missing_issues;
-- A run: the numbers of one year whose serials run in step (serial - number is the same). A number without serial belongs to the run
-- where its year has one only. Where the next year has one run too, serials go on from year to year: the difference of the two bases is
-- the last number of the year, and number 1 of the next one is known to have been.
CREATE VIEW missing_issues AS
WITH RECURSIVE
known AS (
  SELECT site_id, year, number AS first, max(coalesce(number_end, number), number) AS last, serial - number AS base
  FROM issues WHERE number IS NOT NULL AND year IS NOT NULL
),
years AS (
  SELECT site_id, year, min(base) AS base, count(DISTINCT base) AS runs, max(last) AS last
  FROM known GROUP BY site_id, year
),
turns AS (
  SELECT site_id, years.year, years.base, next.base AS next_base
  FROM years JOIN years AS next USING (site_id)
  WHERE next.year = years.year + 1 AND years.runs = 1 AND next.runs = 1
    AND next.base - years.base BETWEEN years.last AND ${WIDEST_GAP}
),
members AS (
  SELECT known.site_id, known.year, first, known.last, CASE WHEN runs = 1 THEN years.base ELSE known.base END AS base
  FROM known JOIN years USING (site_id, year)
  UNION ALL SELECT site_id, year, next_base - base + 1, next_base - base + 1, base FROM turns
  UNION ALL SELECT site_id, year + 1, 0, 0, next_base FROM turns
),
gaps AS (
  SELECT site_id, year, 1 + max(last) OVER (
      PARTITION BY site_id, year, base ORDER BY first, last ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS first, first - 1 AS last
  FROM members
),
missing(site_id, year, number, last) AS (
  SELECT site_id, year, first, last FROM gaps WHERE first <= last AND last - first < ${WIDEST_GAP}
  UNION
  SELECT site_id, year, number + 1, last FROM missing WHERE number < last
)
SELECT DISTINCT sites.host AS site, year, number
FROM missing JOIN sites ON sites.id = missing.site_id
WHERE NOT EXISTS (
  SELECT 1 FROM known
  WHERE known.site_id = missing.site_id AND known.year = missing.year AND known.base IS NULL
    AND missing.number BETWEEN known.first AND known.last
)
ORDER BY site, year, number;
`;
