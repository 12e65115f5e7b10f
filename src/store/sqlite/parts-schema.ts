/**
 * The eighth version of the schema: `record_parts` holds once what many captures have in common of what `capture_records.record` said
 * until then; what has no `reading_part` is kept whole.
 */
export const PARTS_TABLES = `
CREATE TABLE record_parts (
  hash INTEGER PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;
ALTER TABLE capture_records ADD COLUMN reading_part INTEGER REFERENCES record_parts(hash);
ALTER TABLE capture_records ADD COLUMN margin_part INTEGER REFERENCES record_parts(hash);
CREATE INDEX capture_records_reading_part ON capture_records(reading_part);
CREATE INDEX capture_records_margin_part ON capture_records(margin_part) WHERE margin_part IS NOT NULL;
`;
