import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ImporterError } from '../../model/importer-error.js';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from './migrations.js';
import { defineFunctions } from './row-hashes.js';
import { explained } from './sqlite-error.js';

/** Path of an archive that lives in memory. */
export const MEMORY = ':memory:';
/** Path of an archive in a temporary file that has no name: it is gone when closed, and no other program can open it. */
const TEMPORARY = ':temporary:';
const NAMELESS: readonly string[] = [MEMORY, TEMPORARY];
const MAGIC = 'SQLite format 3\0';
/** Milliseconds that a statement waits for another writer. */
const BUSY_TIMEOUT = 60_000;
const PAGE_BYTES = 2048;
/** The log goes into the archive when it is this large. */
const LOG_BYTES = 8 << 20;

/** Opens the archive at `path` (`:memory:` or `:temporary:` for one that is gone when closed), makes or migrates it where needed. */
export function openDatabase(path: string, create: boolean): Database.Database {
  if (!NAMELESS.includes(path)) checkFile(path, create);
  return explained(path, () => {
    const db = openFile(path);
    try {
      checkContent(db, path);
      prepareConnection(db);
      migrate(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Says in words what SQLite would say in codes: no such file, no such folder, no database. */
function checkFile(path: string, create: boolean): void {
  // SQLite would take it for a temporary file.
  if (path === '') throw new ImporterError('usage', 'the archive has no name', 'Name a file with --db.');
  if (!existsSync(path)) {
    if (!create) throw new ImporterError('input-missing', `no archive at ${path}`, 'Make one with `muragat import`.');
    if (!existsSync(dirname(path))) throw notCreated(path, `there is no folder ${dirname(path)}`);
    return;
  }
  if (!statSync(path).isFile()) throw notCreated(path, 'something that is no file has this name');
  if (statSync(path).size > 0 && headOf(path) !== MAGIC) {
    throw new ImporterError('input-unusable', `${path} is no SQLite database`, 'Name an archive that muragat wrote.');
  }
}

function notCreated(path: string, why: string, cause?: unknown): ImporterError {
  return new ImporterError('archive-not-created', `cannot create ${path}: ${why}`, 'Name another place with --db.', {
    cause,
  });
}

function headOf(path: string): string {
  const head = Buffer.alloc(MAGIC.length);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new ImporterError('permission', `${path} cannot be read`, 'Check the rights of the file.', { cause: error });
  }
  return head.toString('latin1');
}

function openFile(path: string): Database.Database {
  const isNew = !NAMELESS.includes(path) && !existsSync(path);
  try {
    return new Database(path === TEMPORARY ? '' : path, { timeout: BUSY_TIMEOUT });
  } catch (error) {
    if (isNew) throw notCreated(path, error instanceof Error ? error.message : String(error), error);
    throw error;
  }
}

function checkContent(db: Database.Database, path: string): void {
  const application = Number(db.pragma('application_id', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (application !== APPLICATION_ID && tables > 0) {
    throw new ImporterError(
      'input-unusable',
      `${path} is a database of another program`,
      'Name another file with --db.',
    );
  }
  const version = versionOf(db);
  if (application === APPLICATION_ID && version > MIGRATIONS.length) {
    const message = `${path} was written by a newer muragat (schema ${version}; this one knows ${MIGRATIONS.length})`;
    throw new ImporterError('newer-version', message, 'Install the newest version of muragat.');
  }
}

/**
 * What can only be said of an empty file. Articles lie in small pages with less room left over; pages that the search index leaves empty
 * when it is merged can be given back.
 */
function shapeFile(db: Database.Database): void {
  db.pragma(`page_size = ${PAGE_BYTES}`);
  db.pragma('auto_vacuum = INCREMENTAL');
}

function prepareConnection(db: Database.Database): void {
  if (db.pragma('page_count', { simple: true }) === 0) shapeFile(db);
  if (!db.readonly && db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -16384');
  db.pragma(`wal_autocheckpoint = ${LOG_BYTES / PAGE_BYTES}`);
  db.pragma('temp_store = MEMORY');
  defineFunctions(db);
}
