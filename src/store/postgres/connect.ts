import type { Pool, PoolClient, PoolConfig } from 'pg';
import { ImporterError, type ImporterErrorCode } from '../../model/importer-error.js';
import { withoutPassword } from '../sqlite/imports.js';

/** A pool of connections, and the address of its server as it may be shown. */
export interface Server {
  readonly pool: Pool;
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** Types of numbers, as PostgreSQL names them: bigint and numeric. Row ids, counts and sums stay far below 2^53. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700]);
/** Seconds that a connection may take. */
const CONNECT_TIMEOUT = 15;

interface Meaning {
  readonly code: ImporterErrorCode;
  readonly what: string;
  readonly remedy: string;
}

/** SQLSTATE classes and codes of Node that say that nobody answers, and what the user can do. First match counts. */
const MEANINGS: readonly (readonly [code: RegExp, meaning: Meaning])[] = [
  [
    /^(?:28|3D|42501)/,
    { code: 'permission', what: 'refuses this user', remedy: 'Check user, password and name of the database.' },
  ],
  [/^53100/, { code: 'io', what: 'cannot grow: its disk is full', remedy: 'Free some space on the server.' }],
  [/^(?:58|XX)/, { code: 'io', what: 'cannot read or write its files', remedy: 'Look into the log of the server.' }],
  [
    /^(?:08|57P|53300|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENETUNREACH|EPIPE|ENOENT|gone)/,
    {
      code: 'server-unreachable',
      what: 'cannot be reached',
      remedy: 'Check that the server runs and that the address is right, then try again.',
    },
  ],
];
/** What the client says, without a code, of a connection that is no more. */
const GONE =
  /Connection terminated|connection timeout|timeout exceeded|Client has encountered a connection error|Cannot use a pool after/i;

/** True for the address of a PostgreSQL server. */
export function isPostgresUrl(db: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(db);
}

/** The address without its password. */
export function shownUrl(url: string): string {
  return withoutPassword(url);
}

/** Opens a pool; nobody is called yet. Throws `ImporterError` `usage` where the client is not installed. */
export async function openServer(url: string, options: PoolConfig = {}): Promise<Server> {
  const { Pool, types } = await loadClient();
  const name = shownUrl(url);
  const parserOf = (oid: number, format?: 'text' | 'binary') =>
    NUMBERS.has(oid) ? Number : types.getTypeParser(oid, format as 'text');
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT * 1000,
    application_name: 'muragat',
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
    ...options,
  });
  // A connection that breaks while nobody uses it is replaced; one in use fails its query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, name, close: () => pool.end() };
}

async function loadClient(): Promise<typeof import('pg').default> {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    const message = 'PostgreSQL needs the packages pg and pg-boss, which are not installed';
    throw new ImporterError('usage', message, 'Install them: npm install pg pg-boss', { cause });
  }
}

/** What an error of the client means to the user of the server; any other error as it is. */
export function toServerError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof ImporterError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : GONE.test(error.message) ? 'gone' : '';
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
  if (meaning === undefined) return error;
  return new ImporterError(
    meaning.code,
    `${name} ${meaning.what} (${shownUrl(error.message || code)})`,
    meaning.remedy,
    {
      cause: error,
    },
  );
}

/** SQLSTATE of an error, or ''. */
export function sqlStateOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Runs `action` with a connection of its own, in one transaction. */
export async function inTransaction<T>(
  pool: Pool,
  action: (client: PoolClient) => Promise<T>,
  begin = 'BEGIN',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await action(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
