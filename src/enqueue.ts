import { resolve } from 'node:path';
import type { DumpJob, EnqueueReport, QueuedDump, QueuedOptions, QueueRules } from './model/queue.js';
import { PIECE_BYTES } from './model/shard.js';
import type { SiteProfile } from './model/site-profile.js';
import { openQueue } from './queue/dump-queue.js';
import { ownProfiles } from './queued-profiles.js';
import { type DumpFile, dumpFiles } from './read/dump-files.js';
import { toServerError } from './store/postgres/connect.js';
import { openPostgresStore } from './store/postgres/postgres-store.js';

/** Small dumps in one job, however small. */
const MOST_DUMPS = 2000;
/** Milliseconds. */
const MINUTE = 60_000;

type FoundFile = Extract<DumpFile, { kind: 'file' }>;

/** How dumps are put into a queue. */
export interface EnqueueOptions extends QueuedOptions, QueueRules {
  /** Bytes of small dumps that go into one job; 0: every dump is a job of its own. */
  readonly packBytes: number;
  /** Bytes above which a dump is cut into pieces, a job each, where its format allows it. */
  readonly pieceBytes?: number;
  /** Profiles by which the dumps are to be read; workers must have the same ones. */
  readonly profiles?: readonly SiteProfile[];
  /** Minutes since the last change of a file; younger ones may still be written and wait. */
  readonly minAge?: number | null;
  /** Told of each file that waits. */
  readonly onWaiting?: (path: string) => void;
}

/** Puts dumps (files, folders, globs) into the queue of the archive on a server: a job a dump, small ones packed. */
export async function enqueueDumps(
  url: string,
  dumps: readonly string[],
  options: EnqueueOptions,
): Promise<EnqueueReport> {
  const { leaseSeconds, retries, retryDelaySeconds, packBytes, pieceBytes = PIECE_BYTES, ...rest } = options;
  const { profiles = [], minAge, onWaiting, ...queued } = rest;
  const files: QueuedDump[] = [];
  const failed: EnqueueReport['failed'][number][] = [];
  for (const file of dumpFiles(dumps)) {
    if (file.kind === 'file' && isYoung(file, minAge ?? 0)) onWaiting?.(file.path);
    else if (file.kind === 'file') files.push(queuedDump(file));
    else failed.push({ path: file.path, code: file.code, message: file.message });
  }
  const own = ownProfiles(profiles);
  const how = { options: queued, ...(own.length > 0 && { profiles: own }) };
  const jobs = packed(files, packBytes).flatMap((list) => inPieces({ dumps: list, ...how }, pieceBytes));
  // The archive is made before the first worker needs it, by one who may.
  await (await openPostgresStore(url, { create: true })).close();
  await withQueue(url, (queue) => queue.add(jobs, { leaseSeconds, retries, retryDelaySeconds }));
  return { jobs: jobs.length, dumps: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), failed };
}

/** Sends the jobs again that failed for good; gives how many. */
export function redriveDumps(url: string): Promise<number> {
  return withQueue(url, (queue) => queue.redrive());
}

async function withQueue<T>(
  url: string,
  action: (queue: Awaited<ReturnType<typeof openQueue>>) => Promise<T>,
): Promise<T> {
  try {
    const queue = await openQueue(url, { watch: false });
    try {
      return await action(queue);
    } finally {
      await queue.close();
    }
  } catch (error) {
    throw toServerError(error, url);
  }
}

function isYoung({ modifiedAt }: FoundFile, minutes: number): boolean {
  return Date.now() - Date.parse(modifiedAt) < minutes * MINUTE;
}

function queuedDump({ path, bytes, tree }: FoundFile): QueuedDump {
  const place = resolve(path);
  return { path: place, bytes, top: tree?.path == null ? null : place.slice(0, -tree.path.length - 1) };
}

/** A job for each piece of a large dump. One that cannot be cut is read by the first of them, and the others find nothing to do. */
function inPieces(job: DumpJob, bytes: number): readonly DumpJob[] {
  const [dump] = job.dumps;
  if (dump === undefined || job.dumps.length > 1 || dump.bytes <= bytes) return [job];
  const count = Math.ceil(dump.bytes / bytes);
  const dumps = [{ ...dump, bytes: Math.ceil(dump.bytes / count) }];
  return Array.from({ length: count }, (_, index) => ({ ...job, dumps, piece: { number: index + 1, bytes } }));
}

/** Lists of small dumps, in their order; a dump that is larger than a list is one of its own. */
export function packed(files: readonly QueuedDump[], packBytes: number): readonly (readonly QueuedDump[])[] {
  const lists: QueuedDump[][] = [];
  let room = 0;
  for (const file of files) {
    const last = lists.at(-1);
    if (last === undefined || packBytes === 0 || file.bytes > room || last.length >= MOST_DUMPS) {
      lists.push([file]);
      room = packBytes - file.bytes;
    } else {
      last.push(file);
      room -= file.bytes;
    }
  }
  return lists;
}
