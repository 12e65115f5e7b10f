/**
 * The seventh version of the schema: `sources.part` tells which piece of a large dump a source is (`2/5`), where a shard holds no more of
 * it; `shards` has one row in a finished shard file and none in any other archive.
 */
export const SHARD_TABLES = `
ALTER TABLE sources ADD COLUMN part TEXT;
CREATE TABLE shards (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  shard INTEGER NOT NULL,
  shard_count INTEGER NOT NULL,
  list_sha256 TEXT NOT NULL,
  finished_at TEXT NOT NULL
) STRICT;
`;
