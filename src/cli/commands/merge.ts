import { existsSync, realpathSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MergeReport } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { toSeconds, toShardCount } from '../options.js';
import { print, say } from '../output.js';
import { counted, number, oneLine, table, visible } from '../terminal.js';

interface MergeFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lockTimeout: number;
  readonly expect?: number;
}

const EXAMPLES = `
Examples:
  $ muragat merge all.db 2019.db 2020.db      several archives into one
  $ muragat merge all.db shards/*.db --json   for a program
  $ muragat merge --expect 8 all.db shard-*.db    the eight files of import --shard, none missing
  $ muragat verify --db all.db                afterwards: is it whole?

What is there already stays; conflicts are settled by the rules of import, so that the order of the archives does not
matter and merging again changes nothing. A new archive begins as a copy of the largest. Words put back by restore are
not carried over: run restore on the result.

With --expect, nothing is merged and the exit code is 1 where one of the n shards is missing, is there twice, or belongs
to another list of dumps or another number of shares.
`;

/** `muragat merge`: several archives into one. */
export function addMergeCommand(program: Command, front: Front): void {
  program
    .command('merge')
    .summary('several archives into one')
    .description('Takes archives into one, with their dumps and places, as if all dumps had been imported into it.')
    .argument('<out>', 'the archive that takes them in; made where there is none')
    .argument('<in...>', 'archives; they are only read')
    .addOption(
      new Option('--lock-timeout <seconds>', 'how long to wait for another import to end')
        .argParser(toSeconds)
        .default(0),
    )
    .addOption(
      new Option('--expect <n>', 'refuse unless the archives are all n shards of one list, each once').argParser(
        toShardCount,
      ),
    )
    .option('--json', 'print the summary as one JSON object')
    .option('--quiet', 'print nothing when all went well')
    .addHelpText('after', EXAMPLES)
    .action((out: string, paths: readonly string[], flags: MergeFlags) => runMerge({ out, paths }, flags, front));
}

async function runMerge(
  { out, paths }: { readonly out: string; readonly paths: readonly string[] },
  flags: MergeFlags,
  front: Front,
): Promise<void> {
  const same = paths.find((path) => isSameFile(path, out));
  if (same !== undefined) throw new InvalidArgumentError(`${same} cannot be merged into itself.`);
  const { mergeArchives } = await import('../../merge/merge-archives.js');
  const { beginWithCopy, openReader, openStore, shownArchive } = await import('../../open-archive.js');
  const { settleRules } = await import('../../settle/settle-rules.js');
  const { profiles } = await import('../../sites/profiles.js');
  // Opened before the archive is made: a wrong name should leave nothing behind.
  for (const path of paths) await (await openReader(path)).close();
  if (flags.expect !== undefined && !(await areShards(paths, flags.expect))) {
    front.outcome.code = EXIT.rejects;
    return;
  }
  const copy = beginWithCopy(paths, out);
  const store = await openStore(out, { create: true, profiles });
  try {
    // Words put back by restore are not carried over.
    if (copy !== null) await store.undoRestore();
    const merged = await mergeArchives(
      store,
      paths
        .filter((path) => path !== copy?.path)
        .map((path) => ({ path: shownArchive(path), open: () => openReader(path) })),
      { toolVersion: front.version, argv: front.argv, lockTimeoutSeconds: flags.lockTimeout, rules: settleRules },
    );
    const report =
      copy === null ? merged : { ...merged, archives: inOrder([copy, ...merged.archives], paths.map(shownArchive)) };
    if (flags.json) await print(jsonLine(report));
    else if (!flags.quiet) say(summaryOf(report, shownArchive(out)));
  } finally {
    await store.close();
  }
}

/** Whether the archives are all shards of one list; says what is wrong where they are not. */
async function areShards(paths: readonly string[], expected: number): Promise<boolean> {
  const { shardFaults } = await import('../../merge/check-shards.js');
  const { shardMarkOf, shownArchive } = await import('../../open-archive.js');
  const archives = paths.map((path) => ({ path: shownArchive(path), mark: shardMarkOf(path) }));
  const faults = shardFaults(archives, expected);
  for (const fault of faults) say(`muragat: ${oneLine(fault, 400)}`);
  if (faults.length > 0) say('muragat: nothing was merged');
  return faults.length === 0;
}

function inOrder(archives: MergeReport['archives'], paths: readonly string[]): MergeReport['archives'] {
  return archives.toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
}

function isSameFile(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}

function summaryOf({ archives, articles, issues }: MergeReport, out: string): string {
  const rows = archives.map(({ path, read, inserted, updated, unchanged }) => [
    visible(path),
    ...[counted(read, 'record'), `${number(inserted)} inserted`, `${number(updated)} updated`],
    `${number(unchanged)} unchanged`,
  ]);
  return `${table(rows)}${visible(out)} holds ${counted(articles, 'article')} and ${counted(issues, 'issue')}.\n`;
}
