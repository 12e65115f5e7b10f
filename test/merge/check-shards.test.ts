import { describe, expect, it } from 'vitest';
import { type NamedShard, shardFaults } from '../../src/merge/check-shards.js';

const shard = (number: number, changes: Partial<NamedShard['mark']> = {}): NamedShard => ({
  path: `${number}.db`,
  mark: { shard: number, shardCount: 3, listSha256: 'a', ...changes },
});
const none: NamedShard = { path: 'other.db', mark: null };

describe('shardFaults()', () => {
  it.each([
    ['all, in any order', [shard(3), shard(1), shard(2)], []],
    ['one missing', [shard(1), shard(3)], ['missing: shard 2 of 3']],
    ['one twice', [shard(1), shard(2), shard(3), shard(2)], ['2.db is shard 2/3 once more, as 2.db']],
    [
      'one of another list',
      [shard(1), shard(2, { listSha256: 'b' }), shard(3)],
      ['2.db is shard 2/3 of another list of dumps than 1.db', 'missing: shard 2 of 3'],
    ],
    [
      'one of another number',
      [shard(1), shard(2, { shardCount: 4 }), shard(3)],
      ['2.db is shard 2/4, one of another number', 'missing: shard 2 of 3'],
    ],
    ['an archive that is no shard', [none, shard(1), shard(2), shard(3)], ['other.db is no finished shard']],
  ])('tells %s', (_fact, archives, faults) => {
    expect(shardFaults(archives, 3)).toEqual(faults);
  });

  it('names a few of many that are missing', () => {
    expect(shardFaults([], 1000)).toEqual([
      'missing: shard 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 980 more of 1000',
    ]);
  });
});
