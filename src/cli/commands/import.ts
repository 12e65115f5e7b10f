import { type Command, Option } from 'commander';
import type { ImportOptions, ImportReport, Store } from '../../index.js';
import type { Front } from '../front.js';
import {
  addChoiceFlags,
  addDumpFlags,
  addPatienceFlags,
  addTellingFlags,
  dumpsOf,
  toJobs,
  toShard,
} from '../options.js';
import { type ImportFlags, watchImport } from '../watch-import.js';
import { importShardNamed } from './import-shard.js';

const EXAMPLES = `
Examples:
  $ muragat import dumps/                                    a folder with all below it, into archive.db
  $ muragat import --db news.db page.html crawl.jsonl        single dumps into an archive of your choice
  $ zcat crawl.jsonl.gz | muragat import -                   a dump from standard input
  $ muragat import --dry-run dumps/                          see what would happen
  $ muragat import --quiet --lock-timeout 600 --db /srv/news.db /srv/dumps    for cron
  $ muragat import --shard 3/8 --db shard-3.db dumps/        the third of eight shares, on a machine of many

--shard shares dumps out by the SHA-256 of their path below the folder that is named (of the path itself where a dump
is named itself), modulo n, and a dump of more than 1 GB in pieces. Name the same dumps in every share. The archive
grows as <file>.part and is put in place when it is whole; a finished share is left as it is, unless --force is given.
A share with a dump that cannot be opened leaves no file. docs/scale.md tells more.

Exit codes: 0 done · 1 more rejected than --max-rejects · 2 wrong usage · 65 a dump is truncated or unusable ·
66 no such input · 69 the server cannot be reached · 73 archive cannot be created · 74 I/O error · 75 another import holds the archive ·
77 permission · 78 archive of a newer version · 130/143 interrupted, the next run goes on
`;

/** `muragat import`: the main job. */
export function addImportCommand(program: Command, front: Front): void {
  const command = program
    .command('import')
    .summary('read dumps into the archive (the main job)')
    .description(
      'Reads dumps of newspaper pages into the archive: HTML files, text dumps, JSON Lines, folders of them, - for standard input.',
    )
    .argument('[dump...]', 'files, folders, globs, or - for standard input')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db');
  addChoiceFlags(addDumpFlags(command))
    .option('--dry-run', 'read everything, write nothing')
    .option('--force', 'read again what the archive holds unchanged')
    .option('--keep-pages', 'keep the pages themselves in the archive, compressed, each once');
  addPatienceFlags(command)
    .addOption(
      new Option('--jobs <n>', 'threads that read pages beside the writer (default: by size and cores)').argParser(
        toJobs,
      ),
    )
    .addOption(
      new Option('--shard <i/n>', 'read share i of n of the dumps into a finished file of its own, for merge')
        .argParser(toShard)
        .conflicts(['dryRun', 'limit', 'minAge']),
    )
    .option('--collection <name>', 'kept with the source: the collection it belongs to')
    .option('--rights <text>', 'kept with the source: who may use it')
    .option('--note <text>', 'kept with the source');
  addTellingFlags(command)
    .addHelpText('after', EXAMPLES)
    .action((dumps: readonly string[], flags: ImportFlags) =>
      flags.shard === undefined
        ? importNamed(dumps, flags, front)
        : importShardNamed(dumps, { ...flags, shard: flags.shard }, front),
    );
}

/** Imports the dumps and tells what came of it. */
export async function importNamed(named: readonly string[], flags: ImportFlags, front: Front): Promise<void> {
  const dumps = await dumpsOf(named, flags);
  const { importDumps } = await import('../../importer.js');
  await runImport(flags, front, (store, options) => importDumps(store, dumps, options));
}

/** Runs an import into the archive of the flags and tells what came of it. */
export async function runImport(
  flags: ImportFlags,
  front: Front,
  work: (store: Store, options: ImportOptions) => Promise<ImportReport>,
): Promise<void> {
  await watchImport(flags, front, async (options) => {
    const { openStore } = await import('../../open-archive.js');
    const dryRun = flags.dryRun === true;
    const store = await openStore(flags.db, { create: true, dryRun, profiles: options.profiles });
    try {
      return await work(store, options);
    } finally {
      await store.close();
    }
  });
}
