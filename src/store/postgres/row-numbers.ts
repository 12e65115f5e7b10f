import type { Pool, PoolClient } from 'pg';

/** Numbers for new rows of a table: from `first` up to, without, `end`. */
export interface Numbers {
  readonly first: number;
  readonly end: number;
}

/** Takes numbers for new rows, for good: whoever else asks gets higher ones. By table. */
export async function reserveNumbers(
  pool: Pool,
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, Numbers>> {
  const { rows } = await pool.query<{ name: string; next: number; count: number }>(
    `UPDATE row_numbers SET next = next + given.count FROM unnest($1::text[], $2::bigint[]) AS given (name, count)
      WHERE row_numbers.name = given.name RETURNING row_numbers.name, next, given.count`,
    [[...counts.keys()], [...counts.values()]],
  );
  return new Map(rows.map(({ name, next, count }) => [name, { first: next - count, end: next }]));
}

/** The numbers that follow, for who has the archive alone. */
export async function readNumbers(client: PoolClient): Promise<ReadonlyMap<string, Numbers>> {
  const { rows } = await client.query<{ name: string; next: number }>('SELECT name, next FROM row_numbers');
  return new Map(rows.map(({ name, next }) => [name, { first: next, end: Number.MAX_SAFE_INTEGER }]));
}

/** Notes up to where the numbers were used. */
export async function keepNumbers(client: PoolClient, next: ReadonlyMap<string, number>): Promise<void> {
  await client.query(
    `UPDATE row_numbers SET next = greatest(row_numbers.next, given.next) FROM unnest($1::text[], $2::bigint[]) AS given (name, next)
      WHERE row_numbers.name = given.name`,
    [[...next.keys()], [...next.values()]],
  );
}
