import { InvalidArgumentError } from 'commander';
import type { Shard } from '../../index.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { dumpsOf } from '../options.js';
import { print, say } from '../output.js';
import { visible } from '../terminal.js';
import { type ImportFlags, watchImport } from '../watch-import.js';

type ShardFlags = ImportFlags & { readonly shard: Pick<Shard, 'index' | 'count'> };

/** `muragat import --shard i/n`: one share of the dumps into a file of its own. */
export async function importShardNamed(named: readonly string[], flags: ShardFlags, front: Front): Promise<void> {
  const dumps = await dumpsOf(named, flags);
  if (dumps.includes('-'))
    throw new InvalidArgumentError('Standard input cannot be shared out; name files or folders.');
  const { importShard } = await import('../../import-shard.js');
  const { PIECE_BYTES } = await import('../../model/shard.js');
  const shard: Shard = { ...flags.shard, pieceBytes: PIECE_BYTES };
  await watchImport(flags, front, async (options) => {
    const outcome = await importShard(flags.db, dumps, { ...options, shard });
    if (outcome.kind === 'finished') await tellFinished(flags);
    else if (!outcome.isPlaced) say(`muragat: ${visible(flags.db)}: not made, because not all of its dumps were read`);
    return outcome.kind === 'finished' ? null : outcome.report;
  });
}

async function tellFinished({ db, shard, json, quiet }: ShardFlags): Promise<void> {
  const name = `${shard.index}/${shard.count}`;
  if (json) await print(jsonLine({ status: 'ok', shard: name, finished: true, path: db }));
  else if (!quiet) say(`Shard ${name} is finished: ${visible(db)} is left as it is.`);
}
