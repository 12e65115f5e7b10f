/**
 * The sixth version of the schema: what an archive needs to prove itself. `row_hash` tells whether the facts of a row are those that were
 * written (`row-hashes.ts`); `kept_pages` and `kept_places` hold the pages themselves, where they are to be kept, and what their dumps say
 * of them; `capture_records.rules_version` is the version of the rules that read a capture (0: before versions were told, null: it came as
 * a record); `import_sites` counts what each import found of each site.
 */
export const TRUSTED_TABLES = `
ALTER TABLE captures ADD COLUMN row_hash TEXT;
ALTER TABLE capture_locations ADD COLUMN row_hash TEXT;
ALTER TABLE diagnostics ADD COLUMN row_hash TEXT;
ALTER TABLE imports ADD COLUMN row_hash TEXT;
ALTER TABLE import_skipped ADD COLUMN row_hash TEXT;
ALTER TABLE import_sources ADD COLUMN row_hash TEXT;
ALTER TABLE rejects ADD COLUMN row_hash TEXT;
ALTER TABLE repairs ADD COLUMN row_hash TEXT;
ALTER TABLE restored_texts ADD COLUMN row_hash TEXT;
ALTER TABLE revisits ADD COLUMN row_hash TEXT;
ALTER TABLE sites ADD COLUMN row_hash TEXT;
ALTER TABLE site_hosts ADD COLUMN row_hash TEXT;
ALTER TABLE sources ADD COLUMN row_hash TEXT;

ALTER TABLE capture_records ADD COLUMN rules_version INTEGER DEFAULT 0;
CREATE INDEX capture_records_rules_version ON capture_records(rules_version);

ALTER TABLE sources ADD COLUMN keeps_pages INTEGER NOT NULL DEFAULT 0;
CREATE TABLE kept_pages (
  id INTEGER PRIMARY KEY,
  content_sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  payload BLOB NOT NULL
) STRICT;
CREATE TABLE kept_places (
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  locator TEXT NOT NULL,
  page_id INTEGER NOT NULL REFERENCES kept_pages(id),
  facts TEXT NOT NULL,
  row_hash TEXT,
  PRIMARY KEY (source_id, locator)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_places_page_id ON kept_places(page_id);

CREATE TABLE import_sites (
  import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL REFERENCES sites(id) ON DELETE CASCADE,
  articles INTEGER NOT NULL DEFAULT 0,
  without_date INTEGER NOT NULL DEFAULT 0,
  without_views INTEGER NOT NULL DEFAULT 0,
  without_body INTEGER NOT NULL DEFAULT 0,
  row_hash TEXT,
  PRIMARY KEY (import_id, site_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_sites_site_id ON import_sites(site_id);
INSERT INTO import_sites (import_id, site_id, articles, without_date, without_views, without_body)
SELECT import_id, captures.site_id, count(*), sum(json_extract(record, '$.article.datePublished') IS NULL), sum(captures.views IS NULL),
  sum(articles.body = '')
FROM (SELECT capture_id, min(import_id) AS import_id FROM capture_locations JOIN sources ON sources.id = source_id GROUP BY capture_id)
JOIN captures ON captures.id = capture_id JOIN capture_records USING (capture_id) JOIN articles ON articles.id = article_id
WHERE kind_detail IS NULL GROUP BY 1, 2;
`;
