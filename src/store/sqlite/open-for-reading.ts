import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { ImporterError } from '../../model/importer-error.js';
import { openDatabase } from './open-database.js';

/**
 * Opens the archive at `path` to be asked. SQLite reads an archive in WAL mode only where it can write beside it; on a disc or a share that
 * is not to be written, a copy among the temporary files is asked, which is gone when it is closed. Throws as `openDatabase` does.
 */
export function openForReading(path: string): Database.Database {
  try {
    return openDatabase(path, false);
  } catch (error) {
    if (isSealed(error)) return openCopy(path);
    throw error;
  }
}

/** True where SQLite found the archive and was not let to write beside it. */
function isSealed(error: unknown): boolean {
  return error instanceof ImporterError && error.code === 'permission' && error.cause instanceof Database.SqliteError;
}

/** The copy has no name any more when it is asked: nobody else can open it, and nothing is left of it. */
function openCopy(path: string): Database.Database {
  const folder = explainedCopy(path, () => mkdtempSync(join(tmpdir(), 'muragat-')));
  try {
    const copy = explainedCopy(path, () => copyInto(folder, path));
    const db = openDatabase(copy, false);
    // Takes in the log, and needs no file beside the archive from now on.
    db.pragma('journal_mode = MEMORY');
    return db;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyInto(folder: string, path: string): string {
  const copy = join(folder, basename(path));
  for (const ending of ['', '-wal']) {
    if (!existsSync(path + ending)) continue;
    copyFileSync(path + ending, copy + ending);
    chmodSync(copy + ending, 0o600);
  }
  return copy;
}

function explainedCopy(path: string, make: () => string): string {
  try {
    return make();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = 'Make room for a copy of it among the temporary files (TMPDIR), or let its folder be written.';
    const message = `${path} lies where nothing can be written, and cannot be copied: ${why}`;
    throw new ImporterError('io', message, remedy, { cause });
  }
}
