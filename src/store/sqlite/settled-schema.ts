/**
 * What settling needs and what it leaves: the second version of the schema. What pages say stays in `capture_records` and
 * `issue_readings`; `story_joins`, `issues`, `counter_orders`, `captures.counters_swapped` and `article_reprints` are the settled layer.
 */
export const SETTLED_TABLES = `
ALTER TABLE capture_records ADD COLUMN story_site_id INTEGER REFERENCES sites(id);
ALTER TABLE capture_records ADD COLUMN story_key TEXT;
ALTER TABLE capture_records ADD COLUMN day TEXT;
ALTER TABLE capture_records ADD COLUMN title_key TEXT;
ALTER TABLE capture_records ADD COLUMN body_key TEXT;
ALTER TABLE capture_records ADD COLUMN slugs TEXT;
UPDATE capture_records SET (story_site_id, story_key) = (
  SELECT articles.site_id, articles.key FROM captures JOIN articles ON articles.id = article_id WHERE captures.id = capture_id
);
CREATE INDEX capture_records_story ON capture_records(story_site_id, story_key) WHERE story_key IS NOT NULL;

ALTER TABLE articles ADD COLUMN own_paragraphs INTEGER;
ALTER TABLE captures ADD COLUMN counters_swapped INTEGER NOT NULL DEFAULT 0;
-- What this place says of the capture, where another place says it better: stands again when the better one is forgotten.
ALTER TABLE capture_locations ADD COLUMN reading TEXT;

CREATE TABLE settling (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  is_due INTEGER NOT NULL
) STRICT;
INSERT INTO settling (id, is_due) VALUES (1, 1);

CREATE TABLE story_joins (
  site_id INTEGER NOT NULL REFERENCES sites(id),
  key TEXT NOT NULL,
  into_site_id INTEGER NOT NULL REFERENCES sites(id),
  into_key TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (site_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_joins_into ON story_joins(into_site_id, into_key);

CREATE TABLE issue_readings (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES sites(id),
  issue_id INTEGER NOT NULL REFERENCES issues(id),
  year INTEGER,
  number INTEGER,
  number_end INTEGER,
  serial INTEGER,
  serial_end INTEGER,
  edition TEXT,
  published_on TEXT,
  label TEXT NOT NULL,
  url TEXT,
  status TEXT NOT NULL CHECK (status IN ('listed', 'page', 'file'))
) STRICT;
CREATE INDEX issue_readings_site_id ON issue_readings(site_id);
CREATE INDEX issue_readings_issue_id ON issue_readings(issue_id);
INSERT INTO issue_readings (id, site_id, issue_id, year, number, number_end, serial, serial_end, edition, published_on, label, url, status)
SELECT id, site_id, id, year, number, number_end, serial, serial_end, edition, published_on, label, url, status FROM issues;
ALTER TABLE capture_issues ADD COLUMN reading_id INTEGER REFERENCES issue_readings(id);
UPDATE capture_issues SET reading_id = issue_id;
CREATE INDEX capture_issues_reading_id ON capture_issues(reading_id);

CREATE TABLE counter_orders (
  site_id INTEGER PRIMARY KEY REFERENCES sites(id),
  counter_order TEXT NOT NULL CHECK (counter_order IN ('views-comments', 'comments-views')),
  rule TEXT NOT NULL,
  votes INTEGER NOT NULL,
  against INTEGER NOT NULL
) STRICT;

CREATE TABLE article_sketches (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  sketch BLOB NOT NULL
) STRICT;

CREATE TABLE article_reprints (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  reprint_of INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  shared REAL NOT NULL,
  is_order_known INTEGER NOT NULL
) STRICT;
CREATE INDEX article_reprints_reprint_of ON article_reprints(reprint_of);
`;
