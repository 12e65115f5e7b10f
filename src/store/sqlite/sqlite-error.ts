import Database from 'better-sqlite3';
import { ImporterError, type ImporterErrorCode } from '../../model/importer-error.js';

interface Meaning {
  readonly code: ImporterErrorCode;
  readonly what: string;
  readonly remedy: string;
}

/** SQLite's primary result codes and what they mean to a user. Extended codes (`SQLITE_IOERR_WRITE`) begin with the primary one. */
const MEANINGS: readonly (readonly [prefix: string, meaning: Meaning])[] = [
  [
    'SQLITE_BUSY',
    { code: 'locked', what: 'is being written by another program', remedy: 'Try again when it is done.' },
  ],
  [
    'SQLITE_LOCKED',
    { code: 'locked', what: 'is being written by another program', remedy: 'Try again when it is done.' },
  ],
  ['SQLITE_FULL', { code: 'io', what: 'cannot grow: the disk is full', remedy: 'Free some space and try again.' }],
  ['SQLITE_IOERR', { code: 'io', what: 'cannot be read or written', remedy: 'Check the disk and try again.' }],
  [
    'SQLITE_NOTADB',
    { code: 'input-unusable', what: 'is no SQLite database', remedy: 'Name an archive that muragat wrote.' },
  ],
  [
    'SQLITE_CORRUPT',
    { code: 'input-unusable', what: 'is damaged', remedy: 'Restore it from a backup, or import the dumps again.' },
  ],
  [
    'SQLITE_READONLY',
    { code: 'permission', what: 'must not be written', remedy: 'Check the rights of the file and its folder.' },
  ],
  [
    'SQLITE_PERM',
    { code: 'permission', what: 'must not be read', remedy: 'Check the rights of the file and its folder.' },
  ],
  [
    'SQLITE_CANTOPEN',
    { code: 'permission', what: 'cannot be opened', remedy: 'Check the rights of the file and its folder.' },
  ],
];

/** What a SQLite error means to the user of the archive at `path`; any other error as it is. */
export function toImporterError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const meaning = MEANINGS.find(([prefix]) => error.code.startsWith(prefix))?.[1];
  if (meaning === undefined) return error;
  const { code, what, remedy } = meaning;
  return new ImporterError(code, `${path === '' ? 'a temporary file' : path} ${what} (${error.message})`, remedy, {
    cause: error,
  });
}

/** Runs `action`; what SQLite throws comes out in words for the user of the archive at `path`. */
export function explained<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw toImporterError(error, path);
  }
}
