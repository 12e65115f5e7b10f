import { type Command, Option } from 'commander';
import type { QueueStatus } from '../../index.js';
import type { Front } from '../front.js';
import { jobsText } from '../jobs-text.js';
import { jsonLine } from '../json-line.js';
import { toMoment } from '../options.js';
import { print, show } from '../output.js';
import { arrivalsText, statusText } from '../status-text.js';

interface StatusFlags {
  readonly db: string;
  readonly since?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat status
  $ muragat status --since 2024-03-24             what came in since then, by newspaper
  $ muragat status --db news.db --json | jq .rejects
  $ muragat status --db postgres://archive@db.example/news     and the jobs of its queue
`;

/** `muragat status`: what the archive holds. */
export function addStatusCommand(program: Command, _front: Front): void {
  program
    .command('status')
    .summary('what the archive holds')
    .description(
      'Shows what the archive holds: articles, issues and their gaps, imports, sources and their state, rejects by reason; of a server also the jobs of its queue.',
    )
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .addOption(new Option('--since <iso>', 'only what came in since this day (UTC) or moment').argParser(toMoment))
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(runStatus);
}

async function runStatus(flags: StatusFlags): Promise<void> {
  const { openStore, shownArchive } = await import('../../open-archive.js');
  const store = await openStore(flags.db, { create: false, readOnly: true });
  try {
    if (flags.since !== undefined) {
      const arrivals = await store.arrivals(flags.since);
      return flags.json ? await print(jsonLine(arrivals)) : await show(arrivalsText(arrivals, shownArchive(flags.db)));
    }
    const status = await store.status();
    const jobs = await jobsOf(flags.db);
    if (flags.json) await print(jsonLine(jobs === null ? status : { ...status, jobs }));
    else await show(`${statusText(status, shownArchive(flags.db))}${jobs === null ? '' : jobsText(jobs)}`);
  } finally {
    await store.close();
  }
}

/** The jobs of the queue on a server; null for an archive in a file. */
async function jobsOf(archive: string): Promise<QueueStatus | null> {
  const { isPostgresUrl } = await import('../../store/postgres/connect.js');
  if (!isPostgresUrl(archive)) return null;
  const { queueStatus } = await import('../../queue-status.js');
  return queueStatus(archive);
}
