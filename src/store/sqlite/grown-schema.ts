/**
 * The fourth version of the schema: `sources.fingerprint` tells without reading that a file is untouched; `revisits` holds the pages that
 * a crawler fetched again unchanged, `capture_locations.payload_digest` the hash by which such a record names the page it saw.
 */
export const GROWN_TABLES = `
ALTER TABLE sources ADD COLUMN fingerprint TEXT;
ALTER TABLE capture_locations ADD COLUMN payload_digest TEXT;
CREATE TABLE revisits (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  locator TEXT NOT NULL,
  url TEXT NOT NULL,
  url_key TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  target_captured_at TEXT,
  payload_digest TEXT,
  http_status INTEGER,
  record_id TEXT,
  capture_id INTEGER REFERENCES captures(id) ON DELETE SET NULL,
  UNIQUE (source_id, locator)
) STRICT;
CREATE INDEX revisits_url_key ON revisits(url_key);
CREATE INDEX revisits_capture_id ON revisits(capture_id) WHERE capture_id IS NOT NULL;
`;
