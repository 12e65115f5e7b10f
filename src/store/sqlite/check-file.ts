import Database from 'better-sqlite3';
import { ImporterError } from '../../model/importer-error.js';
import type { Damage } from '../../model/verify.js';
import { MIGRATIONS, migrate, versionOf } from './migrations.js';
import { MEMORY } from './open-database.js';
import { openForReading } from './open-for-reading.js';

/** One part of the structure of a database. */
interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

type Finding = Omit<Damage, 'check'>;

/** What SQLite itself can tell of a file, in the order in which it is asked; a later check may rest on an earlier one. */
const CHECKS: readonly (readonly [check: string, find: (db: Database.Database) => readonly Finding[]])[] = [
  ['structure', findStructure],
  ['integrity', findBroken],
  ['keys', findLooseKeys],
  ['search', findSearch],
];

/** Most messages that SQLite is asked for. */
const MAX_MESSAGES = 1000;

/**
 * Checks the file of an archive without trusting it: schema, pages and indexes, foreign keys, full-text index. Throws `ImporterError` where
 * there is no archive to check: `input-missing`, `input-unusable` (no SQLite database), `newer-version`, `permission`, `locked`.
 */
export function checkSqliteFile(path: string): readonly Damage[] {
  const opened = openDamaged(path);
  if (!('db' in opened)) return [opened];
  const { db } = opened;
  try {
    return CHECKS.flatMap(([check, find]) => guarded(check, () => find(db)));
  } finally {
    db.close();
  }
}

/** An archive that SQLite knows but cannot open is damage, and no wrong name. */
function openDamaged(path: string): { readonly db: Database.Database } | Damage {
  try {
    return { db: openForReading(path) };
  } catch (error) {
    const isBroken = error instanceof ImporterError && error.cause instanceof Database.SqliteError;
    if (!isBroken || error.code !== 'input-unusable') throw error;
    return { check: 'structure', table: 'archive', row: null, message: error.message };
  }
}

/** A check that SQLite breaks off has found damage. */
function guarded(check: string, find: () => readonly Finding[]): readonly Damage[] {
  try {
    return find().map((finding) => ({ check, ...finding }));
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code.startsWith('SQLITE_BUSY')) throw error;
    return [{ check, table: 'archive', row: null, message: error.message }];
  }
}

/** Tables, indexes, triggers and views that differ from those of a new archive. */
function findStructure(db: Database.Database): readonly Finding[] {
  const expected = partsOfNew();
  const found = new Map(partsOf(db).map((part) => [part.name, part]));
  const wrong = expected.flatMap(({ type, name, sql }) => {
    const present = found.get(name);
    if (present === undefined) return [{ table: name, row: null, message: `the ${type} ${name} is missing` }];
    return present.sql === sql
      ? []
      : [{ table: name, row: null, message: `the ${type} ${name} is not as it was made` }];
  });
  const version = versionOf(db);
  if (version === MIGRATIONS.length) return wrong;
  return [...wrong, { table: 'archive', row: null, message: `user_version is ${version}, not ${MIGRATIONS.length}` }];
}

function partsOfNew(): readonly Part[] {
  const fresh = new Database(MEMORY);
  try {
    migrate(fresh);
    return partsOf(fresh);
  } finally {
    fresh.close();
  }
}

function partsOf(db: Database.Database): readonly Part[] {
  return db
    .prepare<[], Part>('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
    .all();
}

function findBroken(db: Database.Database): readonly Finding[] {
  const messages = db.prepare<[], string>(`PRAGMA integrity_check(${MAX_MESSAGES})`).pluck().all();
  return messages
    .filter((message) => message !== 'ok')
    .map((message) => ({ table: 'archive', row: null, message: message.trim() }));
}

function findLooseKeys(db: Database.Database): readonly Finding[] {
  const rows = db.pragma('foreign_key_check') as readonly { table: string; rowid: number | null; parent: string }[];
  return rows.slice(0, MAX_MESSAGES).map(({ table, rowid, parent }) => ({
    table,
    row: rowid === null ? null : String(rowid),
    message: `refers to a row of ${parent} that is not there`,
  }));
}

/** The index against the words it stands for. */
function findSearch(db: Database.Database): readonly Finding[] {
  try {
    db.prepare("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)").run();
    return [];
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CORRUPT')) throw error;
    const message = 'the full-text index is not that of the articles; a search may miss some';
    return [{ table: 'articles_fts', row: null, message }];
  }
}
