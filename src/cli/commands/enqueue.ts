import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EnqueueReport } from '../../index.js';
import { chooseExitCode, exitCodeOf } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { addDumpChoiceFlags, addDumpFlags, type DumpFlags, dumpOptionsOf, dumpsOf } from '../options.js';
import { print, say } from '../output.js';
import { counted, number, visible } from '../terminal.js';

interface EnqueueFlags extends DumpFlags {
  readonly db: string;
  readonly force?: boolean;
  readonly keepPages?: boolean;
  readonly collection?: string;
  readonly rights?: string;
  readonly note?: string;
  readonly pack: number;
  readonly lease: number;
  readonly retries: number;
  readonly retryDelay: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat enqueue --db postgres://archive@db.example/news /mnt/dumps
  $ muragat enqueue --db postgres://archive@db.example/news --files-from tonight.txt --retries 5
  $ muragat worker --db postgres://archive@db.example/news      on every machine

One job a dump; small ones are packed to lists of 64 MB, those of more than 1 GB cut into pieces. The queue holds paths,
never content: every worker must find the dumps under the same absolute path. A job that fails is tried again later, and
is dead after its last try: muragat status names it, muragat retry sends it again. Profiles given here must be given to
the workers too: a worker with others does not read the job.

Exit codes: 0 done · 2 wrong usage · 66 no such dump (the others are in the queue) · 69 the server cannot be reached
`;

/** `muragat enqueue`: dumps into the queue of a server. */
export function addEnqueueCommand(program: Command, front: Front): void {
  const command = program
    .command('enqueue')
    .summary('put dumps into the queue of a PostgreSQL server')
    .description('Puts dumps into a queue, from which workers on many machines read them into one archive.')
    .argument('[dump...]', 'files, folders, globs')
    .requiredOption('--db <url>', 'the archive: postgres://user@host/database');
  addDumpChoiceFlags(addDumpFlags(command))
    .option('--force', 'read again what the archive holds unchanged')
    .option('--keep-pages', 'keep the pages themselves in the archive')
    .option('--collection <name>', 'kept with the source: the collection it belongs to')
    .option('--rights <text>', 'kept with the source: who may use it')
    .option('--note <text>', 'kept with the source')
    .addOption(
      new Option('--pack <megabytes>', 'small dumps that make one job; 0 for one job a dump')
        .argParser(toCount)
        .default(64),
    )
    .addOption(
      new Option('--lease <seconds>', 'time after which the job of a silent worker goes to another')
        .argParser(toLease)
        .default(60),
    )
    .addOption(new Option('--retries <n>', 'how often a job that failed is tried again').argParser(toCount).default(3))
    .addOption(
      new Option('--retry-delay <seconds>', 'wait before the first of these; each next one is twice as long')
        .argParser(toCount)
        .default(10),
    )
    .option('--json', 'print the summary as one JSON object on standard output')
    .option('--quiet', 'print nothing when all went well')
    .addHelpText('after', EXAMPLES)
    .action((dumps: readonly string[], flags: EnqueueFlags) => runEnqueue(dumps, flags, front));
}

async function runEnqueue(named: readonly string[], flags: EnqueueFlags, front: Front): Promise<void> {
  const dumps = await dumpsOf(named, flags);
  if (dumps.includes('-')) throw new InvalidArgumentError('A queue takes no standard input: name files.');
  const { enqueueDumps } = await import('../../enqueue.js');
  const { isPostgresUrl } = await import('../../store/postgres/connect.js');
  if (!isPostgresUrl(flags.db)) throw new InvalidArgumentError('--db must be the address of a server: postgres://…');
  const { limit: _, ...told } = await dumpOptionsOf(flags);
  const report = await enqueueDumps(flags.db, dumps, {
    ...told,
    force: flags.force === true,
    keepPages: flags.keepPages === true,
    collection: flags.collection ?? null,
    rights: flags.rights ?? null,
    note: flags.note ?? null,
    packBytes: flags.pack * 2 ** 20,
    leaseSeconds: flags.lease,
    retries: flags.retries,
    retryDelaySeconds: flags.retryDelay,
    onWaiting: (path) => {
      if (!flags.quiet) say(`muragat: ${visible(path)}: changed less than ${flags.minAge} minutes ago, not put in`);
    },
  });
  front.outcome.code = chooseExitCode(report.failed.map(({ code }) => exitCodeOf(code)));
  await tell(report, flags);
}

async function tell(report: EnqueueReport, flags: EnqueueFlags): Promise<void> {
  for (const { path, message } of report.failed) say(`muragat: ${visible(path)}: ${message}`);
  if (flags.json) await print(jsonLine(report));
  else if (!flags.quiet) {
    const megabytes = number(Math.round(report.bytes / 1e6));
    say(`${counted(report.jobs, 'job')} in the queue: ${counted(report.dumps, 'dump')}, ${megabytes} MB.`);
  }
}

function toCount(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function toLease(text: string): number {
  const seconds = toCount(text);
  if (seconds < 10) throw new InvalidArgumentError('Give at least 10 seconds.');
  return seconds;
}
