import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { ARRIVALS_COLUMN } from './arrivals-schema.js';
import { GROWN_TABLES } from './grown-schema.js';
import { PARTS_TABLES } from './parts-schema.js';
import { RESTORED_TABLES } from './restored-schema.js';
import { defineFunctions, sealUnsealed } from './row-hashes.js';
import { TABLES } from './schema.js';
import { DEFERRED_SEARCH, SEARCH } from './search-index.js';
import { SETTLED_TABLES } from './settled-schema.js';
import { SETTLED_VIEWS } from './settled-views.js';
import { SHARD_TABLES } from './shard-schema.js';
import { TRUSTED_TABLES } from './trusted-schema.js';
import { VIEWS } from './views.js';

/** "MURA", the mark of an archive in the head of the file. */
export const APPLICATION_ID = 0x4d555241;

/** One step forward for each version of the schema: entry 0 makes version 1 of an empty file. Never changed, only added to. */
export const MIGRATIONS: readonly string[] = [
  `${TABLES}${SEARCH}${VIEWS}`,
  `${SETTLED_TABLES}${SETTLED_VIEWS}${DEFERRED_SEARCH}`,
  RESTORED_TABLES,
  GROWN_TABLES,
  ARRIVALS_COLUMN,
  TRUSTED_TABLES,
  SHARD_TABLES,
  PARTS_TABLES,
];

/** The version of the schema that has all facts of which hashes are made. */
const HASHED_VERSION = 8;

/**
 * Brings an archive to the newest version, in one transaction. An archive that held something is copied first
 * (`archive.db` → `archive.db.v1.bak`).
 */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  const before = versionOf(db);
  if (before >= migrations.length) return;
  if (before > 0 && !db.memory) copyTo(db, copyName(db.name, before));
  defineFunctions(db);
  db.transaction(() => {
    for (const step of migrations.slice(versionOf(db))) db.exec(step);
    if (migrations.length >= HASHED_VERSION) sealUnsealed(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

/** Copies an archive into a new file that nobody can read who cannot read the archive. */
function copyTo(db: Database, path: string): void {
  closeSync(openSync(path, 'wx', statSync(db.name).mode & 0o666));
  db.prepare('VACUUM INTO ?').run(path);
}

/** Version of the schema of an open file; 0 for an empty one. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** A name that is still free: an earlier copy is never overwritten. */
function copyName(path: string, version: number): string {
  for (let attempt = 1; ; attempt += 1) {
    const name = `${path}.v${version}${attempt === 1 ? '' : `-${attempt}`}.bak`;
    if (!existsSync(name)) return name;
  }
}
