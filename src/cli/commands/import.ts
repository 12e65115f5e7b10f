import { type Command, Option } from 'commander';
import type { ImportOptions, ImportReport, RejectLimit, Store } from '../../index.js';
import { chooseExitCode, EXIT, exitCodeOf, signalCodes } from '../exit-codes.js';
import type { Front } from '../front.js';
import { importJson, importSummary, importTroubles } from '../import-summary.js';
import {
  addChoiceFlags,
  addDumpFlags,
  type DumpFlags,
  dumpOptionsOf,
  dumpsOf,
  toJobs,
  toRejectLimit,
  toSeconds,
} from '../options.js';
import { print, say } from '../output.js';
import { openProgress, type ProgressMode } from '../progress.js';
import { visible } from '../terminal.js';

/** Flags of an import, as commander hands them over. */
export interface ImportFlags extends DumpFlags {
  readonly db: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly keepPages?: boolean;
  readonly maxRejects: RejectLimit;
  readonly lockTimeout: number;
  readonly jobs?: number;
  readonly collection?: string;
  readonly rights?: string;
  readonly note?: string;
  readonly progress: ProgressMode;
}

const EXAMPLES = `
Examples:
  $ muragat import dumps/                                    a folder with all below it, into archive.db
  $ muragat import --db news.db page.html crawl.jsonl        single dumps into an archive of your choice
  $ zcat crawl.jsonl.gz | muragat import -                   a dump from standard input
  $ muragat import --dry-run dumps/                          see what would happen
  $ muragat import --quiet --lock-timeout 600 --db /srv/news.db /srv/dumps    for cron

Exit codes: 0 done · 1 more rejected than --max-rejects · 2 wrong usage · 65 a dump is truncated or unusable ·
66 no such input · 73 archive cannot be created · 74 I/O error · 75 another import holds the archive ·
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
    .option('--keep-pages', 'keep the pages themselves in the archive, compressed, each once')
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
    .addOption(
      new Option('--jobs <n>', 'threads that read pages beside the writer (default: by size and cores)').argParser(
        toJobs,
      ),
    )
    .option('--collection <name>', 'kept with the source: the collection it belongs to')
    .option('--rights <text>', 'kept with the source: who may use it')
    .option('--note <text>', 'kept with the source')
    .addOption(new Option('--progress <when>', 'show progress').choices(['auto', 'always', 'never']).default('auto'))
    .option('--json', 'print the summary as one JSON object on standard output')
    .option('--quiet', 'print nothing when all went well')
    .option('--verbose', 'name every reject and every source')
    .addHelpText('after', EXAMPLES)
    .action((dumps: readonly string[], flags: ImportFlags) => importNamed(dumps, flags, front));
}

/** Imports the dumps and tells what came of it. */
export async function importNamed(named: readonly string[], flags: ImportFlags, front: Front): Promise<void> {
  const dumps = await dumpsOf(named, flags);
  const { importDumps } = await import('../../index.js');
  await runImport(flags, front, (store, options) => importDumps(store, dumps, options));
}

/** Runs an import into the archive of the flags and tells what came of it. */
export async function runImport(
  flags: ImportFlags,
  front: Front,
  work: (store: Store, options: ImportOptions) => Promise<ImportReport>,
): Promise<void> {
  const dumpOptions = await dumpOptionsOf(flags);
  const { isWithin, openStore } = await import('../../index.js');
  const store = await openStore(flags.db, {
    create: true,
    dryRun: flags.dryRun === true,
    profiles: dumpOptions.profiles,
  });
  const progress = await openProgress(flags.progress, flags.quiet === true);
  const stop = stopOnSignal();
  try {
    const options: ImportOptions = {
      ...dumpOptions,
      toolVersion: front.version,
      argv: front.argv,
      force: flags.force === true,
      keepPages: flags.keepPages === true,
      lockTimeoutSeconds: flags.lockTimeout,
      jobs: flags.jobs ?? null,
      collection: flags.collection ?? null,
      rights: flags.rights ?? null,
      note: flags.note ?? null,
      maxRejects: flags.maxRejects,
      onProgress: (state) => progress.update(state),
      onWaiting: (path) => {
        if (!flags.quiet)
          say(`muragat: ${visible(path)}: changed less than ${flags.minAge} minutes ago, left for the next run`);
      },
      signal: stop.signal,
    };
    const report = await work(store, options);
    progress.stop();
    front.outcome.code = chooseExitCode([...codesOf(report, isWithin(flags.maxRejects, report)), ...stop.codes()]);
    await tell(report, flags);
  } finally {
    progress.stop();
    stop.release();
    await store.close();
  }
}

async function tell(report: ImportReport, flags: ImportFlags): Promise<void> {
  const troubles = importTroubles(report, flags.verbose === true);
  if (troubles !== '') say(troubles);
  if (flags.json) await print(importJson(report));
  else if (!flags.quiet) {
    const { shownArchive } = await import('../../index.js');
    say(importSummary(report, { archive: shownArchive(flags.db), isDryRun: flags.dryRun === true }));
  }
}

function codesOf({ bugs, failedDumps, truncatedSources }: ImportReport, isWithinLimit: boolean): readonly number[] {
  return [
    ...(bugs > 0 ? [EXIT.bug] : []),
    ...failedDumps.map((failure) => exitCodeOf(failure.code)),
    ...(truncatedSources.length > 0 ? [EXIT.truncated] : []),
    ...(isWithinLimit ? [] : [EXIT.rejects]),
  ];
}

/** The first signal ends the run after the batch in hand; the second ends it at once. */
function stopOnSignal(): { readonly signal: AbortSignal; codes(): readonly number[]; release(): void } {
  const controller = new AbortController();
  const received: number[] = [];
  const onSignal = (name: NodeJS.Signals): void => {
    const code = signalCodes[name] ?? EXIT.bug;
    if (received.length > 0) process.exit(code);
    received.push(code);
    controller.abort();
    say('muragat: stopping after the pages in hand; once more to stop at once');
  };
  const names = Object.keys(signalCodes) as NodeJS.Signals[];
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    codes: () => received,
    release: () => names.forEach((name) => void process.off(name, onSignal)),
  };
}
