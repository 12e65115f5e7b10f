/**
 * The fifth version of the schema: `imports.captures_before`, the highest row of `captures` when an import began. Rows are numbered
 * upwards, so that all above it came with this import or later. For imports of before, the captures of earlier sources stand for it.
 */
export const ARRIVALS_COLUMN = `
ALTER TABLE imports ADD COLUMN captures_before INTEGER NOT NULL DEFAULT 0;
UPDATE imports SET captures_before = coalesce((
  SELECT max(capture_id) FROM capture_locations JOIN sources ON sources.id = source_id WHERE sources.import_id < imports.id
), 0);
`;
