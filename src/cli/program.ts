import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type CommandEntry, commandEntries } from './commands.js';
import { configPath } from './config-path.js';
import type { Front, Outcome } from './front.js';
import { helpTextOf, putExamplesFirst } from './help-text.js';

/** Knows all commands and their flags. */
const COMPLETION = 'completion';

const FIRST_STEPS = `
First steps:
  $ muragat import dumps/          read a folder of pages into archive.db
  $ muragat status                 see what the archive holds
  $ muragat search су құбыры       find articles; show and cite take the number that search shows
`;

/** The command line with all its commands; libraries are loaded when a command runs. */
export function buildProgram(outcome: Outcome, argv: readonly string[]): Promise<Command> {
  return build(outcome, argv, () => true);
}

/** The command line with the commands that `argv` names, the others by name alone; with all where one of them asks for all. */
export function openProgram(outcome: Outcome, argv: readonly string[]): Promise<Command> {
  const asksAll = argv.includes(COMPLETION) || configPath(argv) !== null;
  return build(outcome, argv, ({ name }) => asksAll || argv.includes(name));
}

async function build(
  outcome: Outcome,
  argv: readonly string[],
  isWanted: (entry: CommandEntry) => boolean,
): Promise<Command> {
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
  for (const entry of commandEntries) {
    if (isWanted(entry)) (await entry.load())(program, front);
    else addName(program, entry);
  }
  if (commandEntries.some(isWanted)) await addConfigFlags(program);
  putExamplesFirst(program);
  return program;
}

/** A command as the list of commands shows it. */
function addName(program: Command, { name, args, hasFlags, summary }: CommandEntry): void {
  const command = program.command(`${name} ${args}`.trim()).summary(summary);
  if (hasFlags) command.option('--config <file>');
}

/** What `muragat` alone prints: what it is, and the first three steps. */
export function welcome(program: Command): string {
  return `muragat ${program.version()}: ${program.description()}\n\n${helpTextOf(program).examples}\n\nmuragat --help lists the commands, muragat help import tells of one.\n`;
}

/** `--config` for every command with flags that a file may set. */
async function addConfigFlags(program: Command): Promise<void> {
  const { settable } = await import('./config-file.js');
  const add = (command: Command): void => {
    for (const inner of command.commands) add(inner);
    if (command.commands.length > 0 || settable(command).length === 0) return;
    command.option('--config <file>', 'flags to begin with (default: muragat.json, where this folder has one)');
  };
  add(program);
}

function versionOf(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
