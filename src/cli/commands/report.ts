import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { ReportLanguage } from '../../index.js';
import type { Front } from '../front.js';
import { print } from '../output.js';
import { oneOf, writeWhole } from '../write-whole.js';

interface ReportFlags {
  readonly db: string;
  readonly output?: string;
  readonly lang: ReportLanguage;
}

/** As the library names them; it is not loaded to print help. */
const LANGUAGES: readonly ReportLanguage[] = ['en', 'kk', 'ru'];

const EXAMPLES = `
Examples:
  $ muragat report -o report.html                 open it in any browser, on paper too
  $ muragat report --db news.db --lang kk > есеп.html

The page is one file: it loads nothing and runs nothing. docs/report.md tells how to read it.
`;

/** `muragat report`: what the archive holds and lacks, as one page for a browser. */
export function addReportCommand(program: Command, { version }: Front): void {
  program
    .command('report')
    .summary('what the archive holds and lacks, as one HTML page')
    .description(
      'Writes one HTML page: articles by day, missing issues, sections, sources, views, encodings, repairs, rejects, imports.',
    )
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .option('-o, --output <file>', 'write to a file; it stands there only when it is whole')
    .addOption(new Option('--lang <language>', 'language of the page').choices(LANGUAGES).default('en'))
    .addHelpText('after', EXAMPLES)
    .action((flags: ReportFlags) => runReport(flags, version));
}

async function runReport({ db, output, lang }: ReportFlags, version: string): Promise<void> {
  const { openReader, shownArchive } = await import('../../open-archive.js');
  const { toReport } = await import('../../report/to-report.js');
  const reader = await openReader(db);
  try {
    const head = { archive: basename(shownArchive(db)), madeAt: new Date().toISOString(), version };
    const page = await toReport(await reader.reportFigures(), { ...head, language: lang });
    await (output === undefined ? print(page) : writeWhole(oneOf(page), { path: output, archive: db }));
  } finally {
    await reader.close();
  }
}
