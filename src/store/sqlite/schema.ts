/**
 * The tables of an archive (design: `product.md`, "The database"). Every foreign key has an index; days and moments are ISO 8601 text.
 * Beyond the contract: `captures.site_told` (the capture itself tells its site; else it stands under its story's),
 * `captures.text_sha256` (the text it shows: the present one of its article, or one of `article_versions`), `capture_records` (what no
 * column holds of a record, and the keys by which captures find their story), `import_skipped`, `import_lock`.
 */
export const TABLES = `
CREATE TABLE sites (
  id INTEGER PRIMARY KEY,
  host TEXT NOT NULL UNIQUE,
  name TEXT,
  issn TEXT,
  publisher TEXT,
  language TEXT,
  time_zone TEXT,
  profile TEXT
) STRICT;

CREATE TABLE site_hosts (
  host TEXT PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES sites(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX site_hosts_site_id ON site_hosts(site_id);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'ok', 'partial', 'failed', 'interrupted')),
  tool_version TEXT NOT NULL,
  argv TEXT NOT NULL,
  read INTEGER NOT NULL DEFAULT 0,
  inserted INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE import_skipped (
  import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (import_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_lock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  process_start TEXT,
  taken_at TEXT NOT NULL
) STRICT;
CREATE INDEX import_lock_import_id ON import_lock(import_id);

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports(id),
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_at TEXT,
  sha256 TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'partial', 'done', 'truncated', 'failed')),
  resume_at TEXT,
  records INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  crawler TEXT,
  collection TEXT,
  rights TEXT,
  note TEXT
) STRICT;
CREATE INDEX sources_import_id ON sources(import_id);
CREATE INDEX sources_path ON sources(path);

CREATE TABLE import_sources (
  import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  PRIMARY KEY (import_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_sources_source_id ON import_sources(source_id);

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES sites(id),
  key TEXT NOT NULL,
  native_id TEXT,
  url TEXT,
  headline TEXT,
  lead TEXT,
  body TEXT NOT NULL,
  section TEXT,
  author TEXT,
  language TEXT,
  published_on TEXT,
  published_time TEXT,
  modified_on TEXT,
  date_text TEXT,
  views INTEGER,
  comment_count INTEGER,
  first_captured_at TEXT,
  last_captured_at TEXT,
  version_count INTEGER NOT NULL,
  search_extra TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  UNIQUE (site_id, key)
) STRICT;
CREATE INDEX articles_published_on ON articles(published_on);
CREATE INDEX articles_url ON articles(url);

CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  kind_detail TEXT,
  site_id INTEGER NOT NULL REFERENCES sites(id),
  site_told INTEGER NOT NULL,
  url TEXT,
  captured_at TEXT,
  captured_at_basis TEXT,
  captured_from TEXT,
  captured_to TEXT,
  http_status INTEGER,
  media_type TEXT NOT NULL,
  charset_declared TEXT,
  charset TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  record_id TEXT,
  article_id INTEGER REFERENCES articles(id),
  views INTEGER,
  comment_count INTEGER,
  text_sha256 TEXT
) STRICT;
CREATE INDEX captures_site_id ON captures(site_id);
CREATE INDEX captures_article_id ON captures(article_id);
CREATE UNIQUE INDEX captures_identity ON captures(
  content_sha256, coalesce(url, ''), coalesce(captured_at, ''), CASE WHEN site_told THEN site_id ELSE 0 END
);

CREATE TABLE capture_records (
  capture_id INTEGER PRIMARY KEY REFERENCES captures(id) ON DELETE CASCADE,
  native_id TEXT,
  url_key TEXT,
  headline_key TEXT,
  tool_version TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX capture_records_url_key ON capture_records(url_key) WHERE url_key IS NOT NULL;
CREATE INDEX capture_records_headline_key ON capture_records(headline_key) WHERE headline_key IS NOT NULL;

CREATE TABLE capture_locations (
  capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  locator TEXT NOT NULL,
  UNIQUE (source_id, locator)
) STRICT;
CREATE INDEX capture_locations_capture_id ON capture_locations(capture_id);

CREATE TABLE article_versions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  capture_id INTEGER NOT NULL REFERENCES captures(id),
  content_sha256 TEXT NOT NULL,
  headline TEXT,
  lead TEXT,
  body TEXT NOT NULL,
  first_captured_at TEXT,
  text_sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX article_versions_article_id ON article_versions(article_id);
CREATE INDEX article_versions_capture_id ON article_versions(capture_id);

CREATE TABLE issues (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES sites(id),
  year INTEGER,
  number INTEGER,
  number_end INTEGER,
  serial INTEGER,
  serial_end INTEGER,
  edition TEXT,
  published_on TEXT,
  label TEXT NOT NULL,
  url TEXT,
  status TEXT NOT NULL CHECK (status IN ('listed', 'page', 'file')),
  inferred INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX issues_identity ON issues(
  site_id,
  CASE WHEN number IS NULL THEN 0 ELSE coalesce(year, 0) END,
  coalesce(number, 0),
  coalesce(serial, 0),
  coalesce(edition, ''),
  CASE WHEN number IS NULL AND serial IS NULL THEN coalesce(published_on, '') ELSE '' END
);

CREATE TABLE capture_issues (
  capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  issue_id INTEGER NOT NULL REFERENCES issues(id),
  position INTEGER NOT NULL,
  PRIMARY KEY (capture_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX capture_issues_issue_id ON capture_issues(issue_id);

CREATE TABLE attributions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  canonical_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('origin', 'relay', 'photo', 'byline')),
  phrase TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX attributions_article_id ON attributions(article_id);

CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  native_id TEXT,
  author TEXT,
  posted_on TEXT,
  posted_time TEXT,
  parent_id INTEGER REFERENCES comments(id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  first_captured_at TEXT,
  last_captured_at TEXT
) STRICT;
CREATE INDEX comments_article_id ON comments(article_id);
CREATE INDEX comments_parent_id ON comments(parent_id);

CREATE TABLE keywords (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE article_keywords (
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  keyword_id INTEGER NOT NULL REFERENCES keywords(id),
  PRIMARY KEY (article_id, keyword_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_keywords_keyword_id ON article_keywords(keyword_id);

CREATE TABLE images (
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  alt TEXT,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  rule TEXT NOT NULL,
  layer TEXT NOT NULL,
  PRIMARY KEY (article_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostics (
  id INTEGER PRIMARY KEY,
  capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX diagnostics_capture_id ON diagnostics(capture_id);

CREATE TABLE repairs (
  id INTEGER PRIMARY KEY,
  capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  article_id INTEGER REFERENCES articles(id),
  field TEXT NOT NULL,
  seq INTEGER NOT NULL,
  start INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT,
  method TEXT NOT NULL,
  lossy INTEGER NOT NULL,
  confidence REAL NOT NULL,
  applied INTEGER NOT NULL
) STRICT;
CREATE INDEX repairs_capture_id ON repairs(capture_id);
CREATE INDEX repairs_article_id ON repairs(article_id);

CREATE TABLE rejects (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  locator TEXT NOT NULL,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  excerpt TEXT
) STRICT;
CREATE INDEX rejects_import_id ON rejects(import_id);
CREATE INDEX rejects_source_id ON rejects(source_id);
`;
