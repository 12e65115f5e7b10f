import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCiteCommand } from './commands/cite.js';
import { addCompletionCommand } from './commands/completion.js';
import { addEnqueueCommand } from './commands/enqueue.js';
import { addExportCommand } from './commands/export.js';
import { addForgetCommand } from './commands/forget.js';
import { addImportCommand } from './commands/import.js';
import { addInspectCommand } from './commands/inspect.js';
import { addMergeCommand } from './commands/merge.js';
import { addParseCommand } from './commands/parse.js';
import { addRepairCommand } from './commands/repair.js';
import { addReportCommand } from './commands/report.js';
import { addRestoreCommand } from './commands/restore.js';
import { addRetryCommand } from './commands/retry.js';
import { addSearchCommand } from './commands/search.js';
import { addShowCommand } from './commands/show.js';
import { addSitesCommand } from './commands/sites.js';
import { addStatusCommand } from './commands/status.js';
import { addVerifyCommand } from './commands/verify.js';
import { addWorkerCommand } from './commands/worker.js';
import { settable } from './config-file.js';
import type { Front, Outcome } from './front.js';
import { helpTextOf, putExamplesFirst } from './help-text.js';

const commands = [
  addImportCommand,
  addParseCommand,
  addInspectCommand,
  addRepairCommand,
  addRestoreCommand,
  addSearchCommand,
  addShowCommand,
  addCiteCommand,
  addExportCommand,
  addMergeCommand,
  addStatusCommand,
  addReportCommand,
  addVerifyCommand,
  addRetryCommand,
  addForgetCommand,
  addEnqueueCommand,
  addWorkerCommand,
  addSitesCommand,
  addCompletionCommand,
];

const FIRST_STEPS = `
First steps:
  $ muragat import dumps/          read a folder of pages into archive.db
  $ muragat status                 see what the archive holds
  $ muragat search су құбыры       find articles; show and cite take the number that search shows
`;

/** The command line with all its commands; libraries are loaded when a command runs. */
export function buildProgram(outcome: Outcome, argv: readonly string[]): Command {
  const program = new Command('muragat')
    .description('Turns scraped page dumps of newspaper websites into a clean, searchable, citable SQLite archive.')
    .version(versionOf(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .showHelpAfterError('(muragat --help tells more)')
    .exitOverride()
    .addHelpText('after', FIRST_STEPS);
  const front: Front = { outcome, argv, version: versionOf() };
  for (const add of commands) add(program, front);
  addConfigFlag(program);
  putExamplesFirst(program);
  return program;
}

/** What `muragat` alone prints: what it is, and the first three steps. */
export function welcome(program: Command): string {
  return `muragat ${program.version()}: ${program.description()}\n\n${helpTextOf(program).examples}\n\nmuragat --help lists the commands, muragat help import tells of one.\n`;
}

/** `--config` for every command with flags that a file may set. */
function addConfigFlag(command: Command): void {
  for (const inner of command.commands) addConfigFlag(inner);
  if (command.commands.length > 0 || settable(command).length === 0) return;
  command.option('--config <file>', 'flags to begin with (default: muragat.json, where this folder has one)');
}

function versionOf(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
