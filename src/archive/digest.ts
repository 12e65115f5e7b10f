import { createHash } from 'node:crypto';

/** A value of a database row. */
export type DigestValue = string | number | null;

/** One row of content: the name of its table and its values, without row ids. */
export type DigestRow = readonly [table: string, ...values: DigestValue[]];

/**
 * SHA-256 over rows in the order given, lower-case hexadecimal. Each row is a line of JSON, so that every database that gives the same
 * rows in the same order (by key, compared byte by byte) gives the same digest.
 */
export function digestOf(rows: Iterable<DigestRow>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}
