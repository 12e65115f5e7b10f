import { type Command, Option } from 'commander';
import type { Front } from '../front.js';
import { addDumpFlags, toRejectLimit, toSeconds } from '../options.js';
import { print, say } from '../output.js';
import { type ImportFlags, runImport } from './import.js';

const EXAMPLES = `
Examples:
  $ muragat retry                 after an upgrade, or when cut dumps have grown
  $ muragat retry --quiet --db /srv/news.db    for cron

Imports again the dumps of which records were rejected or that were cut or broken off, by the paths under which they
were imported: run it in the same folder. What the archive holds of them already stays as it is. Where there is nothing
to do it ends with 0.

Exit codes: those of muragat import
`;

/** `muragat retry`: imports again what was rejected or cut short. */
export function addRetryCommand(program: Command, front: Front): void {
  const command = program
    .command('retry')
    .summary('import again what was rejected or cut short')
    .description('Imports again the dumps of the archive that did not come in whole.')
    .option('--db <file>', 'the archive', 'archive.db');
  addDumpFlags(command)
    .addOption(
      new Option('--max-rejects <n|percent>', 'rejected records that still make a good run')
        .argParser(toRejectLimit)
        .default({ kind: 'count', count: 0 }, '0'),
    )
    .addOption(
      new Option('--lock-timeout <seconds>', 'how long to wait for another import to end')
        .argParser(toSeconds)
        .default(0),
    )
    .addOption(new Option('--progress <when>', 'show progress').choices(['auto', 'always', 'never']).default('auto'))
    .option('--json', 'print the summary as one JSON object on standard output')
    .option('--quiet', 'print nothing when all went well')
    .option('--verbose', 'name every reject and every source')
    .addHelpText('after', EXAMPLES)
    .action((flags: ImportFlags) => runRetry(flags, front));
}

async function runRetry(flags: ImportFlags, front: Front): Promise<void> {
  const paths = await unfinishedPaths(flags.db);
  if (paths.length > 0) return runImport(paths, flags, front);
  if (flags.json) await print('null\n');
  else if (!flags.quiet) say('Nothing to do: every dump came in whole.');
}

async function unfinishedPaths(archive: string): Promise<readonly string[]> {
  const { openSqliteStore } = await import('../../index.js');
  const store = openSqliteStore(archive, { create: false });
  try {
    return (await store.unfinishedSources()).map(({ path }) => path);
  } finally {
    await store.close();
  }
}
