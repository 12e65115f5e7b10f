import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Advisory locks of a server that stand for all of an archive. */
export const ARCHIVE = lockOf('archive');
export const MIGRATE = lockOf('migrate');
/** First half of the locks by which a running import shows that it lives; the second is its id. */
export const IMPORT_CLASS = 0x4d555241;

/** Number of the advisory lock of that name: 64 bits, decimal. */
export function lockOf(name: string): string {
  return createHash('sha256').update(`muragat ${name}`).digest().readBigInt64BE(0).toString();
}

/**
 * What one transaction holds of an archive. Names are locked in the order of their numbers before anything else is, so that two transactions
 * never wait for each other; those that are found to be needed later are only tried.
 */
export class Locks {
  readonly #held = new Set<string>();

  constructor(
    private readonly client: PoolClient,
    readonly isExclusive: boolean,
    /** A transaction that is never committed needs none. */
    private readonly isDry: boolean,
  ) {}

  /** Waits for all of the archive, or for the names in it. */
  async take(names: Iterable<string>): Promise<void> {
    if (this.isDry) return;
    const kind = this.isExclusive ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await this.client.query(`SELECT ${kind}($1)`, [ARCHIVE]);
    if (this.isExclusive) return;
    const locks = this.#missing(names).toSorted(byNumber);
    await this.client.query('SELECT pg_advisory_xact_lock(lock) FROM unnest($1::bigint[]) AS lock', [locks]);
    for (const lock of locks) this.#held.add(lock);
  }

  /** True where all the names are held, or could be taken without waiting. */
  async tryTake(names: Iterable<string>): Promise<'held' | 'taken' | 'busy'> {
    const locks = this.isExclusive || this.isDry ? [] : this.#missing(names);
    if (locks.length === 0) return 'held';
    const { rows } = await this.client.query<{ taken: boolean }>(
      'SELECT bool_and(pg_try_advisory_xact_lock(lock)) AS taken FROM unnest($1::bigint[]) AS lock',
      [locks],
    );
    if (rows[0]?.taken !== true) return 'busy';
    for (const lock of locks) this.#held.add(lock);
    return 'taken';
  }

  #missing(names: Iterable<string>): readonly string[] {
    return [...new Set([...names].map(lockOf))].filter((lock) => !this.#held.has(lock));
  }
}

function byNumber(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
