/** Issues a paper prints in a year, at most; a wider gap between two numbers is two runs, or a misread number. */
export const WIDEST_GAP = 366;

/** The views of an archive (design: `product.md`, "The database"). */
export const VIEWS = `
CREATE VIEW import_summary AS
SELECT id, started_at, finished_at, status, read, inserted, updated, unchanged, skipped, rejected,
  read = inserted + updated + unchanged + skipped + rejected AS balanced
FROM imports;

CREATE VIEW articles_by_month AS
SELECT sites.host AS site, substr(articles.published_on, 1, 7) AS month, count(*) AS articles
FROM articles JOIN sites ON sites.id = articles.site_id
GROUP BY 1, 2;

CREATE VIEW readings AS
SELECT article_id AS article, captured_at, views, comment_count, captured_from, captured_to
FROM captures
WHERE article_id IS NOT NULL AND (views IS NOT NULL OR comment_count IS NOT NULL);

CREATE VIEW source_names AS
SELECT canonical_name AS name, count(DISTINCT article_id) AS articles,
  count(DISTINCT CASE WHEN role = 'origin' THEN article_id END) AS origin,
  count(DISTINCT CASE WHEN role = 'relay' THEN article_id END) AS relay,
  count(DISTINCT CASE WHEN role = 'photo' THEN article_id END) AS photo,
  count(DISTINCT CASE WHEN role = 'byline' THEN article_id END) AS byline
FROM attributions
GROUP BY canonical_name
ORDER BY articles DESC, name;

-- A run: the numbers of one year whose serials run in step (serial - number is the same). A number without serial belongs to the run
-- where its year has one only.
CREATE VIEW missing_issues AS
WITH RECURSIVE
known AS (
  SELECT site_id, year, number AS first, max(coalesce(number_end, number), number) AS last, serial - number AS base
  FROM issues WHERE number IS NOT NULL AND year IS NOT NULL
),
years AS (
  SELECT site_id, year, min(base) AS base, count(DISTINCT base) AS runs FROM known GROUP BY site_id, year
),
members AS (
  SELECT known.site_id, known.year, first, last, CASE WHEN runs = 1 THEN years.base ELSE known.base END AS base
  FROM known JOIN years USING (site_id, year)
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
