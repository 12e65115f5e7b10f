import type { ShardMark } from '../model/shard.js';

/** An archive that should be a shard, and what it says of itself; null where it is none. */
export interface NamedShard {
  readonly path: string;
  readonly mark: ShardMark | null;
}

/** Faults listed of one kind. */
const MOST = 20;

/** Why archives are not all `expected` shards of one list of dumps, a sentence each; empty where they are. */
export function shardFaults(archives: readonly NamedShard[], expected: number): readonly string[] {
  const faults: string[] = [];
  const paths = new Map<number, string>();
  const first = archives.find(({ mark }) => mark !== null);
  for (const { path, mark } of archives) {
    const fault = faultOf(mark, expected, first) ?? doubleOf(mark, paths);
    if (fault !== null) faults.push(`${path} ${fault}`);
    else if (mark !== null) paths.set(mark.shard, path);
  }
  const missing = Array.from({ length: expected }, (_, index) => index + 1).filter((shard) => !paths.has(shard));
  const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : '';
  if (missing.length > 0) faults.push(`missing: shard ${missing.slice(0, MOST).join(', ')}${more} of ${expected}`);
  return faults;
}

function faultOf(mark: ShardMark | null, expected: number, first: NamedShard | undefined): string | null {
  if (mark === null) return 'is no finished shard';
  if (mark.shardCount !== expected) return `is shard ${mark.shard}/${mark.shardCount}, one of another number`;
  if (mark.listSha256 === first?.mark?.listSha256) return null;
  return `is shard ${mark.shard}/${mark.shardCount} of another list of dumps than ${first?.path}`;
}

function doubleOf(mark: ShardMark | null, paths: ReadonlyMap<number, string>): string | null {
  const earlier = mark === null ? undefined : paths.get(mark.shard);
  return earlier === undefined ? null : `is shard ${mark?.shard}/${mark?.shardCount} once more, as ${earlier}`;
}
