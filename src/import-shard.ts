import { existsSync } from 'node:fs';
import type { ImportOptions } from './import/options.js';
import type { ImportReport } from './import/report.js';
import { importDumps } from './importer.js';
import { ImporterError } from './model/importer-error.js';
import type { Shard, ShardMark } from './model/shard.js';
import { hashDumpList } from './read/shard.js';
import { isPostgresUrl } from './store/postgres/connect.js';
import { beginShardFile, readShardMark } from './store/sqlite/shard-file.js';

/** What became of a shard. */
export type ShardOutcome =
  /** The file was there already, for this share of this list. */
  | { readonly kind: 'finished'; readonly mark: ShardMark }
  /** `isPlaced` is false where a dump could not be read at all or the run was ended early: then there is no file. */
  | { readonly kind: 'imported'; readonly report: ImportReport; readonly isPlaced: boolean };

/**
 * Imports one share of a list of dumps into a file of its own, which is there whole or not at all. Shards of one list, merged, are what one
 * import of the list is. Throws `ImporterError` `archive-not-created` where something else has the name of the file.
 */
export async function importShard(
  path: string,
  dumps: readonly string[],
  options: ImportOptions & { readonly shard: Shard },
): Promise<ShardOutcome> {
  const { shard, profiles, lockTimeoutSeconds } = options;
  const { index, count } = shard;
  if (isPostgresUrl(path))
    throw new ImporterError('usage', 'a shard is a file, no archive on a server', 'Name a file with --db.');
  const mark = { shard: index, shardCount: count, listSha256: hashDumpList(dumps, options, shard) };
  if (existsSync(path) && isFinished(path, mark) && !options.force) return { kind: 'finished', mark };
  const file = await beginShardFile(path, { profiles, lockTimeoutSeconds });
  try {
    const report = await importDumps(file.store, dumps, options);
    const isPlaced = report.failedDumps.length === 0 && report.status !== 'interrupted';
    await (isPlaced ? file.finish(mark) : file.abandon());
    return { kind: 'imported', report, isPlaced };
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** True for a finished file of this very shard; any other archive in its place is left alone. */
function isFinished(path: string, wanted: ShardMark): boolean {
  const difference = differenceOf(readShardMark(path), wanted);
  if (difference === null) return true;
  const message = `cannot make shard ${nameOf(wanted)}: ${path} ${difference}`;
  throw new ImporterError('archive-not-created', message, 'Name another file with --db, or take this one away.');
}

function differenceOf(found: ShardMark | null, wanted: ShardMark): string | null {
  if (found === null) return 'is an archive, but no shard';
  if (nameOf(found) !== nameOf(wanted)) return `holds shard ${nameOf(found)}`;
  return found.listSha256 === wanted.listSha256 ? null : 'holds that shard of another list of dumps, or read otherwise';
}

function nameOf({ shard, shardCount }: ShardMark): string {
  return `${shard}/${shardCount}`;
}
