import { type Command, InvalidArgumentError } from 'commander';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { addDumpFlags, addPatienceFlags, addTellingFlags } from '../options.js';
import { print, say } from '../output.js';
import { counted } from '../terminal.js';
import type { ImportFlags } from '../watch-import.js';
import { importNamed, runImport } from './import.js';

interface RetryFlags extends ImportFlags {
  readonly kept?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat retry                 after an upgrade, or when cut dumps have grown
  $ muragat retry --kept          after an upgrade, all kept pages by the new rules, without the dumps
  $ muragat retry --quiet --db /srv/news.db    for cron

Imports again the dumps of which records were rejected or that were cut or broken off, by the paths under which they
were imported: run it in the same folder. What the archive holds of them already stays as it is. Where there is nothing
to do it ends with 0.

With --kept it reads the pages again that import --keep-pages kept, as import --force reads dumps: nothing else is
needed. What was said of them then (--site, --base-url, --charset) holds unless said anew; profiles must be named again.
Records that are not kept stay as they are.

Exit codes: those of muragat import
`;

/** `muragat retry`: imports again what was rejected or cut short. */
export function addRetryCommand(program: Command, front: Front): void {
  const command = program
    .command('retry')
    .summary('import again what was rejected or cut short')
    .description('Imports again the dumps of the archive that did not come in whole.')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .option('--kept', 'read the kept pages of the archive again, instead of dumps')
    .option('--keep-pages', 'keep the pages themselves in the archive, compressed, each once');
  addTellingFlags(addPatienceFlags(addDumpFlags(command)))
    .addHelpText('after', EXAMPLES)
    .action((flags: RetryFlags) => (flags.kept ? retryKept(flags, front) : runRetry(flags, front)));
}

async function runRetry(flags: ImportFlags, front: Front): Promise<void> {
  const sent = await sendAgain(flags.db);
  if (sent > 0) {
    if (flags.json) await print(jsonLine({ sent }));
    else if (!flags.quiet) say(`${counted(sent, 'job')} sent to the queue again.`);
    return;
  }
  const paths = await unfinishedPaths(flags.db);
  if (paths.length > 0) return importNamed(paths, flags, front);
  if (flags.json) await print('null\n');
  else if (!flags.quiet) say('Nothing to do: every dump came in whole.');
}

async function retryKept(flags: RetryFlags, front: Front): Promise<void> {
  if (flags.format !== undefined || flags.capturedAt !== undefined) {
    throw new InvalidArgumentError(
      '--kept knows format and moment of its pages: leave out --format and --captured-at.',
    );
  }
  const { importKeptPages } = await import('../../importer.js');
  const { openReader } = await import('../../open-archive.js');
  const archive = await openReader(flags.db);
  try {
    await runImport(flags, front, (store, options) => importKeptPages(store, archive, options));
  } finally {
    await archive.close();
  }
}

/** Sends the jobs of a server's queue again that failed for good; gives how many. */
async function sendAgain(archive: string): Promise<number> {
  const { redriveDumps } = await import('../../enqueue.js');
  const { queueStatus } = await import('../../queue-status.js');
  const { isPostgresUrl } = await import('../../store/postgres/connect.js');
  if (!isPostgresUrl(archive)) return 0;
  const jobs = await queueStatus(archive);
  return (jobs?.states.dead ?? 0) > 0 ? redriveDumps(archive) : 0;
}

async function unfinishedPaths(archive: string): Promise<readonly string[]> {
  const { openStore } = await import('../../open-archive.js');
  const store = await openStore(archive, { create: false });
  try {
    return (await store.unfinishedSources()).map(({ path }) => path);
  } finally {
    await store.close();
  }
}
