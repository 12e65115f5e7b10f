import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { ImporterError } from '../../model/importer-error.js';
import type { ShardMark } from '../../model/shard.js';
import type { Store } from '../../model/store.js';
import { openDatabase } from './open-database.js';
import { explained } from './sqlite-error.js';
import { openSqliteStore, type SqliteStoreOptions } from './sqlite-store.js';

/** A shard file in the making: `archive.db.part`, which becomes `archive.db` in one step. */
export interface ShardFile {
  readonly store: Store;
  /** Puts the file in its place, as a finished shard. */
  finish(mark: ShardMark): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

const ENDINGS = ['', '-wal', '-shm'] as const;

/** The mark of a finished shard file; null where the archive is none. Throws `ImporterError` where there is no archive. */
export function readShardMark(path: string): ShardMark | null {
  const db = openDatabase(path, false);
  try {
    const mark = db.prepare<[], ShardMark>(
      'SELECT shard, shard_count AS shardCount, list_sha256 AS listSha256 FROM shards',
    );
    return explained(path, () => mark.get() ?? null);
  } finally {
    db.close();
  }
}

/**
 * Begins a shard file beside its place; what a dead process left there is taken away. Throws `ImporterError` `locked` where a live one is
 * at work, or one of another machine, of which nobody here can tell.
 */
export async function beginShardFile(
  path: string,
  options: Pick<SqliteStoreOptions, 'profiles'> & { readonly lockTimeoutSeconds: number },
): Promise<ShardFile> {
  const part = `${path}.part`;
  if (existsSync(part)) await takeAway(part, options.lockTimeoutSeconds);
  const store = openSqliteStore(part, { ...options, create: true });
  // A connection of its own from the first on: at the end the name may be that of another file.
  const db = openDatabase(part, false);
  const { ino } = statSync(part);
  return {
    store,
    finish: async (mark) => {
      await store.close();
      writeMark(db, mark);
      putInPlace({ part, ino }, path);
    },
    abandon: async () => {
      await store.close();
      db.close();
      if (inodeOf(part) === ino) remove(part);
    },
  };
}

async function takeAway(part: string, lockTimeoutSeconds: number): Promise<void> {
  const left = openSqliteStore(part, { create: true });
  try {
    await left.beginImport({ toolVersion: '', argv: [], lockTimeoutSeconds });
    remove(part);
  } finally {
    await left.close();
  }
}

function writeMark(db: Database, { shard, shardCount, listSha256 }: ShardMark): void {
  explained(db.name, () => {
    const insert = 'INSERT INTO shards (id, shard, shard_count, list_sha256, finished_at) VALUES (1, ?, ?, ?, ?)';
    db.prepare(insert).run(shard, shardCount, listSha256, new Date().toISOString());
    // All of it in one file, which can then be renamed and copied.
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  });
}

/**
 * Renames the file that was written, and no other: where the same shard was begun once more elsewhere, that process has the name now.
 * The step aside makes sure of it, because a name can change hands between looking and renaming.
 */
function putInPlace({ part, ino }: { readonly part: string; readonly ino: number }, path: string): void {
  const aside = `${part}.${process.pid}`;
  try {
    sync(part);
    renameSync(part, aside);
    if (inodeOf(aside) === ino) {
      renameSync(aside, path);
      sync(dirname(path));
      return;
    }
    renameSync(aside, part);
  } catch (error) {
    const message = `${path} cannot be put in its place (${error instanceof Error ? error.message : String(error)})`;
    throw new ImporterError('io', message, 'Check the disk and run the import again.', { cause: error });
  }
  throw new ImporterError('locked', `${part} was begun anew by another process`, 'Wait for that one to end.');
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

function remove(part: string): void {
  for (const ending of ENDINGS) rmSync(part + ending, { force: true });
}
