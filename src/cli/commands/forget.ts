import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ForgetSelection, Forgotten } from '../../index.js';
import { ImporterError } from '../../model/importer-error.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { print, say } from '../output.js';
import { counted } from '../terminal.js';

interface ForgetFlags {
  readonly db: string;
  readonly import?: number;
  readonly source?: string;
  readonly article?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat forget --import 3             what only import 3 read (muragat status lists imports)
  $ muragat forget --source dumps/a.warc  what stands in no other dump
  $ muragat forget --article 17           an article with all its captures

The archive is then as if these pages had never been read: what other dumps say of the same articles stays, and counts
alone. An import reads a forgotten source again; a forgotten article comes back with import --force.
`;

/** `muragat forget`: takes an import, a source or an article back out. */
export function addForgetCommand(program: Command, _front: Front): void {
  program
    .command('forget')
    .summary('take an import, a source or an article back out')
    .description('Takes captures out of the archive again, with all that only they said. Name exactly one thing.')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .addOption(new Option('--import <n>', 'an import, with the sources that no other import read').argParser(toRowId))
    .option('--source <path>', 'a dump, by the path under which it was imported')
    .addOption(new Option('--article <id>', 'an article with its captures').argParser(toRowId))
    .option('--json', 'print what was taken out as one JSON object')
    .option('--quiet', 'print nothing when all went well')
    .addHelpText('after', EXAMPLES)
    .action(runForget);
}

async function runForget(flags: ForgetFlags): Promise<void> {
  const selection = selectionOf(flags);
  const { openStore, shownArchive } = await import('../../open-archive.js');
  const { settleRules } = await import('../../settle/settle-rules.js');
  const { profiles } = await import('../../sites/profiles.js');
  const store = await openStore(flags.db, { create: false, profiles });
  try {
    const report = await store.forget(selection);
    if (!report.found) {
      const remedy = 'See imports with `muragat status`, sources and articles in the tables of the archive.';
      throw new ImporterError('input-missing', `${shownArchive(flags.db)} holds no ${nameOf(selection)}`, remedy);
    }
    await store.settle(settleRules);
    if (flags.json) await print(jsonLine(report));
    else if (!flags.quiet) say(textOf(report, selection));
  } finally {
    await store.close();
  }
}

function selectionOf({ import: importId, source, article }: ForgetFlags): ForgetSelection {
  const named: ForgetSelection[] = [];
  if (importId !== undefined) named.push({ importId });
  if (source !== undefined) named.push({ sourcePath: source });
  if (article !== undefined) named.push({ articleId: article });
  const [selection] = named;
  if (selection === undefined || named.length > 1) {
    throw new InvalidArgumentError('Name one of --import, --source and --article.');
  }
  return selection;
}

function nameOf(selection: ForgetSelection): string {
  if ('importId' in selection) return `import ${selection.importId}`;
  if ('articleId' in selection) return `article ${selection.articleId}`;
  return `source ${selection.sourcePath}`;
}

function textOf({ sources, captures, articles }: Forgotten, selection: ForgetSelection): string {
  const parts = [counted(sources, 'source'), counted(captures, 'capture'), counted(articles, 'article')];
  return `Forgot ${nameOf(selection)}: ${parts.join(', ')} taken out.`;
}

function toRowId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Give the number of a row: 3.');
  return Number(text);
}
