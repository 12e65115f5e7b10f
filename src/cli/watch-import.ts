import type { DumpOptions, ImportOptions, ImportReport, RejectLimit, Shard } from '../index.js';
import { chooseExitCode, EXIT, exitCodeOf } from './exit-codes.js';
import type { Front } from './front.js';
import { importJson, importSummary, importTroubles } from './import-summary.js';
import { type DumpFlags, dumpOptionsOf } from './options.js';
import { print, say } from './output.js';
import { openProgress, type ProgressMode } from './progress.js';
import { stopOnSignal } from './stop-on-signal.js';
import { visible } from './terminal.js';

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
  readonly shard?: Pick<Shard, 'index' | 'count'>;
}

/** Shows the progress of an import, lets signals end it, and tells what came of it; null is for one that need not be told of. */
export async function watchImport(
  flags: ImportFlags,
  front: Front,
  work: (options: ImportOptions) => Promise<ImportReport | null>,
): Promise<void> {
  const { tuneEngine } = await import('./tune-engine.js');
  tuneEngine();
  const dumpOptions = await dumpOptionsOf(flags);
  const { isWithin } = await import('../import/options.js');
  const progress = await openProgress(flags.progress, flags.quiet === true);
  const stop = stopOnSignal();
  try {
    const report = await work({
      ...dumpOptions,
      ...toldBy(flags, front),
      onProgress: (state) => progress.update(state),
      onWaiting: (path) => {
        if (!flags.quiet)
          say(`muragat: ${visible(path)}: changed less than ${flags.minAge} minutes ago, left for the next run`);
      },
      signal: stop.signal,
    });
    progress.stop();
    if (report === null) return;
    front.outcome.code = chooseExitCode([...codesOf(report, isWithin(flags.maxRejects, report)), ...stop.codes()]);
    await tell(report, flags);
  } finally {
    progress.stop();
    stop.release();
  }
}

function toldBy(flags: ImportFlags, front: Front): Omit<ImportOptions, keyof DumpOptions> {
  return {
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
  };
}

async function tell(report: ImportReport, flags: ImportFlags): Promise<void> {
  const troubles = importTroubles(report, flags.verbose === true);
  if (troubles !== '') say(troubles);
  if (flags.json) await print(importJson(report));
  else if (!flags.quiet && !isNothingThere(report)) {
    const { shownArchive } = await import('../open-archive.js');
    say(importSummary(report, { archive: shownArchive(flags.db), isDryRun: flags.dryRun === true }));
  }
}

/** Where no dump could be opened, five lines of noughts would hide why. */
function isNothingThere({ read, failedDumps }: ImportReport): boolean {
  return read === 0 && failedDumps.length > 0;
}

function codesOf({ bugs, failedDumps, truncatedSources }: ImportReport, isWithinLimit: boolean): readonly number[] {
  return [
    ...(bugs > 0 ? [EXIT.bug] : []),
    ...failedDumps.map((failure) => exitCodeOf(failure.code)),
    ...(truncatedSources.length > 0 ? [EXIT.truncated] : []),
    ...(isWithinLimit ? [] : [EXIT.rejects]),
  ];
}
