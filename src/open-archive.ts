import type { ArchiveReader } from './model/query.js';
import type { ReportReader } from './model/report.js';
import type { ShardMark } from './model/shard.js';
import type { SiteProfile } from './model/site-profile.js';
import type { Store } from './model/store.js';
import type { Damage } from './model/verify.js';
import { isPostgresUrl, shownUrl } from './store/postgres/connect.js';
import { checkSqliteFile } from './store/sqlite/check-file.js';
import { type CopiedArchive, copyLargestArchive } from './store/sqlite/copy-archive.js';
import { readShardMark } from './store/sqlite/shard-file.js';
import { openSqliteReader } from './store/sqlite/sqlite-reader.js';
import { openSqliteStore } from './store/sqlite/sqlite-store.js';

/** How an archive is opened. */
export interface OpenOptions {
  /** Make the archive where there is none. */
  readonly create: boolean;
  /** Only ask the archive, also where nothing can be written. */
  readonly readOnly?: boolean;
  /** Tell what an import would do, and leave the archive as it is. */
  readonly dryRun?: boolean;
  /** Known papers, for the rows of `sites`. */
  readonly profiles?: readonly SiteProfile[];
}

/** An archive that is to be verified, in a file. */
export interface VerifiedFile {
  /** Checks the file without trusting it. */
  readonly checkFile: () => readonly Damage[];
  readonly open: () => Store;
  readonly close: () => Promise<void>;
}

/** How an archive is called where people read it: an address without its password. */
export function shownArchive(db: string): string {
  return isPostgresUrl(db) ? shownUrl(db) : db;
}

/** Opens the archive that `db` names: a SQLite file, or a PostgreSQL server, whose client is loaded only then. */
export async function openStore(db: string, options: OpenOptions): Promise<Store> {
  if (!isPostgresUrl(db)) return openSqliteStore(db, options);
  const { openPostgresStore } = await import('./store/postgres/postgres-store.js');
  return openPostgresStore(db, options);
}

/** Begins a new archive in a file with a copy of the largest of those in files; null where there is none, or where it cannot be. */
export function beginWithCopy(archives: readonly string[], out: string): CopiedArchive | null {
  if (isPostgresUrl(out)) return null;
  const files = archives.filter((archive) => !isPostgresUrl(archive));
  return copyLargestArchive(files, out);
}

/** What a finished shard file says of itself; null for every other archive. */
export function shardMarkOf(db: string): ShardMark | null {
  return isPostgresUrl(db) ? null : readShardMark(db);
}

/** Opens the archive that `db` names to be asked. */
export async function openReader(db: string): Promise<ArchiveReader & ReportReader> {
  if (!isPostgresUrl(db)) return openSqliteReader(db);
  const { openPostgresReader } = await import('./store/postgres/postgres-reader.js');
  return openPostgresReader(db);
}

/** The archive that `db` names as a file that can be verified: itself, or a copy of what a server holds. */
export async function openForVerify(db: string, profiles: readonly SiteProfile[]): Promise<VerifiedFile> {
  if (!isPostgresUrl(db)) return { ...fileAt(db, profiles), close: async () => {} };
  const { copyServerArchive } = await import('./store/postgres/server-copy.js');
  const { path, damages, remove } = await copyServerArchive(db);
  const file = fileAt(path, profiles);
  return { ...file, checkFile: () => [...damages, ...file.checkFile()], close: remove };
}

function fileAt(path: string, profiles: readonly SiteProfile[]): Omit<VerifiedFile, 'close'> {
  return {
    checkFile: () => checkSqliteFile(path),
    open: () => openSqliteStore(path, { create: false, readOnly: true, lean: true, profiles }),
  };
}
