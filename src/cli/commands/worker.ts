import { spawn } from 'node:child_process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { JobOutcome, WorkerReport } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { profileOption } from '../options.js';
import { print, say } from '../output.js';
import { profilesWith } from '../profile-files.js';
import { stopOnSignal } from '../stop-on-signal.js';
import { counted, number, visible } from '../terminal.js';

interface WorkerFlags {
  readonly db: string;
  readonly concurrency: number;
  readonly untilEmpty?: boolean;
  readonly profile?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat worker --db postgres://archive@db.example/news                     until it is stopped
  $ muragat worker --db postgres://archive@db.example/news --concurrency 4     four processes
  $ muragat worker --db postgres://archive@db.example/news --until-empty       for a batch

Takes jobs that muragat enqueue made and imports their dumps. Stopped (Ctrl-C, SIGTERM), it gives its job back; killed,
its job goes to another worker when the lease is over. A server that goes away is waited for. When the queue is empty,
one of the workers settles what only the whole archive can tell. A job that was enqueued with other profiles than the
worker has fails with the reason.

Exit codes: 0 done · 1 jobs failed · 2 wrong usage · 69 the server cannot be reached · 130/143 stopped
`;

/** `muragat worker`: imports what the queue holds. */
export function addWorkerCommand(program: Command, front: Front): void {
  program
    .command('worker')
    .summary('import what the queue of a PostgreSQL server holds')
    .description('Takes dumps from the queue of a server and imports them, beside other workers.')
    .requiredOption('--db <url>', 'the archive: postgres://user@host/database')
    .addOption(new Option('--concurrency <n>', 'processes that work side by side').argParser(toConcurrency).default(1))
    .option('--until-empty', 'end when no job waits or is being done')
    .addOption(profileOption())
    .option('--json', 'print what was done as one JSON object on standard output')
    .option('--quiet', 'print nothing when all went well')
    .addHelpText('after', EXAMPLES)
    .action((flags: WorkerFlags) => (flags.concurrency > 1 ? runMany(flags, front) : runOne(flags, front)));
}

async function runOne(flags: WorkerFlags, front: Front): Promise<void> {
  const { tuneEngine } = await import('../tune-engine.js');
  tuneEngine();
  const { runWorker } = await import('../../queue-worker.js');
  const { isPostgresUrl } = await import('../../store/postgres/connect.js');
  if (!isPostgresUrl(flags.db)) throw new InvalidArgumentError('--db must be the address of a server: postgres://…');
  const stop = stopOnSignal();
  try {
    const report = await runWorker(flags.db, {
      toolVersion: front.version,
      argv: front.argv,
      profiles: await profilesWith(flags.profile ?? []),
      untilEmpty: flags.untilEmpty === true,
      signal: stop.signal,
      onJob: (outcome) => tellJob(outcome, flags),
      onAway: (message) => say(`muragat: ${visible(message)}; waiting for it`),
    });
    front.outcome.code = stop.codes()[0] ?? (report.jobs.failed > 0 ? EXIT.rejects : EXIT.done);
    await tell(report, flags);
  } finally {
    stop.release();
  }
}

/** One process a worker: pages are read by a processor each, and a page that kills one leaves the others be. */
async function runMany(flags: WorkerFlags, front: Front): Promise<void> {
  const args = [...front.argv, '--concurrency', '1'];
  const children = Array.from({ length: flags.concurrency }, () =>
    spawn(process.execPath, [process.argv[1] ?? '', ...args], { stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const pass = (signal: NodeJS.Signals): void => children.forEach((child) => void child.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
  const codes = await Promise.all(
    children.map((child) => new Promise<number>((done) => child.on('close', (code) => done(code ?? EXIT.bug)))),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass);
  front.outcome.code = Math.max(...codes);
}

function tellJob({ state, paths, tally, reason }: JobOutcome, flags: WorkerFlags): void {
  if (flags.quiet && state === 'done') return;
  const dumps =
    paths.length === 1 ? visible(paths[0] ?? '') : `${visible(paths[0] ?? '')} and ${paths.length - 1} more`;
  const what = tally === null ? '' : `, ${counted(tally.read, 'record')}`;
  say(`${dumps}: ${state}${what}${reason === null ? '' : `: ${visible(reason)}`}`);
}

async function tell(report: WorkerReport, flags: WorkerFlags): Promise<void> {
  if (flags.json) return print(jsonLine(report));
  if (flags.quiet) return;
  const { jobs, read, inserted, updated } = report;
  say(
    `${counted(jobs.done, 'job')} done: ${number(read)} read, ${number(inserted)} inserted, ${number(updated)} updated.`,
  );
}

function toConcurrency(text: string): number {
  if (!/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(text)) throw new InvalidArgumentError('Give a number from 1 to 64.');
  return Number(text);
}
