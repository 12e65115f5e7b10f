import type { Pool, PoolClient } from 'pg';
import { ImporterError } from '../../model/importer-error.js';
import { inTransaction } from './connect.js';
import { createStatements, upgradeStatements } from './ddl.js';
import { MIGRATE } from './locks.js';
import { type ArchiveModel, readModel } from './table-model.js';

/** Rows of `schema_versions`: which version of the structure the archive has, since when. */
const VERSIONS = `
CREATE TABLE IF NOT EXISTS schema_versions (
  version bigint PRIMARY KEY,
  applied_at text COLLATE "C" NOT NULL
)`;
const HAS_VERSIONS = "SELECT to_regclass('schema_versions') IS NOT NULL AS found";
/** Packs long texts faster and no worse than the older way, where the server was built with it. */
const HAS_LZ4 = "SELECT 'lz4' = ANY (enumvals) AS found FROM pg_settings WHERE name = 'default_toast_compression'";
const PACKED: readonly (readonly [table: string, column: string])[] = [
  ['articles', 'body'],
  ['article_versions', 'body'],
  ['capture_records', 'record'],
];

/** Whether an archive is made where there is none, and what the server is called. */
export interface MigrateOptions {
  readonly create: boolean;
  readonly name: string;
}

/**
 * Brings the archive on a server to the newest version: every version of SQLite's structure is one of PostgreSQL's, made from the same list.
 * Throws `ImporterError`: `input-missing` where there is none and none is wanted, `newer-version`, `input-unusable`.
 */
export async function migrateServer(pool: Pool, model: ArchiveModel, options: MigrateOptions): Promise<void> {
  if ((await versionOf(pool)) === model.version) return;
  await inTransaction(pool, (client) => migrateInside(client, model, options));
}

/** The same inside a transaction that is under way. */
export async function migrateInside(client: PoolClient, newest: ArchiveModel, options: MigrateOptions): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATE]);
  const version = await versionOf(client);
  if (version === newest.version) return;
  check(version, newest, options);
  if (version === 0) await create(client, newest, options.name);
  else for (const sql of upgradeStatements(readModel(version), newest)) await client.query(sql);
  await client.query('INSERT INTO schema_versions (version, applied_at) VALUES ($1, $2)', [
    newest.version,
    new Date().toISOString(),
  ]);
}

function check(version: number, newest: ArchiveModel, options: MigrateOptions): void {
  if (version > newest.version) {
    const message = `${options.name} was written by a newer muragat (schema ${version}; this one knows ${newest.version})`;
    throw new ImporterError('newer-version', message, 'Install the newest version of muragat.');
  }
  if (version === 0 && !options.create) {
    throw new ImporterError('input-missing', `no archive at ${options.name}`, 'Make one with `muragat import`.');
  }
}

async function create(client: PoolClient, model: ArchiveModel, name: string): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>("SELECT current_setting('server_encoding') AS encoding");
  if (rows[0]?.encoding !== 'UTF8') {
    const message = `${name} keeps its text in ${rows[0]?.encoding}`;
    throw new ImporterError('input-unusable', message, 'Create a database with ENCODING UTF8.');
  }
  await client.query(VERSIONS);
  for (const sql of createStatements(model)) await client.query(sql);
  const { rows: packing } = await client.query<{ found: boolean }>(HAS_LZ4);
  if (packing[0]?.found !== true) return;
  for (const [table, column] of PACKED) {
    await client.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET COMPRESSION lz4`);
  }
}

/** Version of the archive's structure; 0 where there is none. */
async function versionOf(client: Pick<Pool, 'query'>): Promise<number> {
  const { rows } = await client.query<{ found: boolean }>(HAS_VERSIONS);
  if (rows[0]?.found !== true) return 0;
  const versions = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM schema_versions',
  );
  return versions.rows[0]?.version ?? 0;
}
