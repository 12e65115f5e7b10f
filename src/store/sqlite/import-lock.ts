import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { ImporterError } from '../../model/importer-error.js';
import { sealSql } from './row-hashes.js';

/** Who holds an archive, since when. */
interface Holder {
  readonly import_id: number;
  readonly host: string;
  readonly pid: number;
  /** Start of the process in the clock of its machine; null where the system does not say. */
  readonly process_start: string | null;
  readonly taken_at: string;
}

const POLL_MILLISECONDS = 100;

/** How an import takes the archive. */
export interface LockRequest {
  readonly timeoutSeconds: number;
  /** Leave the transaction open, so that all that follows can be undone. */
  readonly stayOpen: boolean;
  /** Registers the import and gives its id. */
  readonly begin: () => number;
}

/**
 * Registers an import and takes the archive for it, one import at a time. Waits while a live process holds it; an import that a dead
 * process left is marked as interrupted. Throws `ImporterError` `locked` when the time is up.
 */
export async function takeLock(db: Database, { timeoutSeconds, stayOpen, begin }: LockRequest): Promise<number> {
  const deadline = performance.now() + timeoutSeconds * 1000;
  for (;;) {
    const result = attempt(db, begin, stayOpen);
    if (result.holder === null) return result.importId;
    if (performance.now() >= deadline) throw lockedBy(result.holder, db.name);
    await sleep(POLL_MILLISECONDS);
  }
}

/** Gives the archive back. Called inside the transaction that ends the import. */
export function releaseLock(db: Database, importId: number): void {
  db.prepare('DELETE FROM import_lock WHERE import_id = ?').run(importId);
}

/** Throws where another import has taken the archive over. Called inside each writing transaction. */
export function checkLock(db: Database, importId: number): void {
  const holder = readHolder(db);
  if (holder?.import_id === importId) return;
  const remedy = 'Run the import again.';
  throw new ImporterError('locked', `import ${importId} no longer holds ${db.name}`, remedy);
}

/** Throws `ImporterError` `locked` where a live import holds the archive. */
export function checkFree(db: Database): void {
  const holder = readHolder(db);
  if (holder !== null && isAlive(holder)) throw lockedBy(holder, db.name);
}

/** True where a live import holds the archive. */
export function isHeld(db: Database): boolean {
  const holder = readHolder(db);
  return holder !== null && isAlive(holder);
}

/** What those are told who need the archive to stand still. */
export function writtenMeanwhile(path: string): ImporterError {
  return new ImporterError('locked', `${path} was written to meanwhile`, 'Try again when no import runs.');
}

function attempt(db: Database, begin: () => number, stayOpen: boolean): Attempt {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = tryLock(db, begin);
    if (!stayOpen || result.holder !== null) db.exec('COMMIT');
    return result;
  } finally {
    if (db.inTransaction && !stayOpen) db.exec('ROLLBACK');
  }
}

type Attempt = { readonly holder: Holder } | { readonly holder: null; readonly importId: number };

function tryLock(db: Database, begin: () => number): Attempt {
  const holder = readHolder(db);
  if (holder !== null && isAlive(holder)) return { holder };
  db.prepare('DELETE FROM import_lock').run();
  const broken = db.prepare<[], number>(
    "UPDATE imports SET status = 'interrupted' WHERE status = 'running' RETURNING id",
  );
  for (const id of broken.pluck().all()) db.prepare(sealSql('imports', 'id = ?')).run(id);
  const importId = begin();
  db.prepare(
    'INSERT INTO import_lock (id, import_id, host, pid, process_start, taken_at) VALUES (1, ?, ?, ?, ?, ?)',
  ).run(importId, hostname(), process.pid, processStart(process.pid), new Date().toISOString());
  return { holder: null, importId };
}

function readHolder(db: Database): Holder | null {
  return db.prepare<[], Holder>('SELECT * FROM import_lock').get() ?? null;
}

/** A process of another machine counts as alive: nobody here can tell. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (!processExists(holder.pid)) return false;
  return holder.process_start === null || holder.process_start === processStart(holder.pid);
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Start of a process, so that a number given to another process is not mistaken for it. Linux only; elsewhere null. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[19] ?? null;
  } catch {
    return null;
  }
}

function lockedBy({ import_id, pid, host, taken_at }: Holder, path: string): ImporterError {
  const message = `${path} is held by import ${import_id} (process ${pid} on ${host}) since ${taken_at}`;
  return new ImporterError('locked', message, 'Wait for it, or let this import wait with --lock-timeout.');
}
