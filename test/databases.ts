import pg from 'pg';
import { inject } from 'vitest';
import { profiles } from '../src/index.js';
import type { Store } from '../src/model/store.js';
import { openStore } from '../src/open-archive.js';

const server = inject('postgresUrl');

/** A database that an archive may lie in. */
export interface TestDatabase {
  readonly name: string;
  /** Runs of a law: those on a server take longer. */
  readonly numRuns: number;
  /** A new archive. */
  readonly open: () => Promise<Store>;
}

/** The databases at hand: SQLite, and PostgreSQL where it is installed. */
export const databases: readonly TestDatabase[] = [
  { name: 'SQLite', numRuns: 60, open: () => openStore(':memory:', { create: true }) },
  ...(server === null
    ? []
    : [{ name: 'PostgreSQL', numRuns: 4, open: async () => openStore(await newDatabase(), { create: true }) }]),
];

/** True where there is no server to test with. */
export const hasNoServer = server === null;

const TEMPLATE = 'muragat_template';
let made: Promise<void> | null = null;
let count = 0;

/** Address of a new database on the server that holds an empty archive. */
export async function newDatabase(): Promise<string> {
  made ??= makeTemplate();
  await made;
  count += 1;
  const name = `muragat_${process.pid}_${count}`;
  await admin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}_${process.pid}`);
  return `${server}/${name}`;
}

async function makeTemplate(): Promise<void> {
  const name = `${TEMPLATE}_${process.pid}`;
  await admin(`CREATE DATABASE ${name}`);
  await (await openStore(`${server}/${name}`, { create: true, profiles })).close();
}

/** Runs one statement beside the archives. */
export async function admin(sql: string): Promise<void> {
  await ask(`${server}/postgres`, sql);
}

/** Rows of one statement on the database at `url`. */
export async function ask<R extends object>(url: string, sql: string): Promise<readonly R[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}
