import { Argument, type Command } from 'commander';
import type { CompletedCommand } from '../completion-scripts.js';
import type { Front } from '../front.js';
import { print } from '../output.js';

const EXAMPLES = `
Examples:
  $ source <(muragat completion bash)                                         for this shell
  $ muragat completion bash > ~/.local/share/bash-completion/completions/muragat
  $ muragat completion zsh > ~/.zfunc/_muragat                                with ~/.zfunc in $fpath
  $ muragat completion fish > ~/.config/fish/completions/muragat.fish
`;

/** `muragat completion`: the script by which a shell completes commands and flags. */
export function addCompletionCommand(program: Command, _front: Front): void {
  program
    .command('completion')
    .summary('a script by which the shell completes commands and flags')
    .description('Prints a script for bash, zsh or fish that completes commands, flags, formats and profile names.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', EXAMPLES)
    .action((shell: string) => runCompletion(shell, program));
}

async function runCompletion(shell: string, program: Command): Promise<void> {
  const { formats } = await import('../../read/read.js');
  const { profiles } = await import('../../sites/profiles.js');
  const { completionScripts } = await import('../completion-scripts.js');
  const known: Readonly<Record<string, readonly string[]>> = {
    '--site': profiles.map(({ name }) => name),
    '--format': formats,
  };
  const commands = program.commands.map((command) => toCompleted(command, known));
  const help = {
    name: 'help',
    summary: 'print the help of a command',
    flags: [],
    words: [commands.map(({ name }) => name)],
  };
  await print(completionScripts.get(shell)?.([...commands, help]) ?? '');
}

/** Values that a command names itself come before those that all commands share; names with spaces no shell completes well. */
function toCompleted(command: Command, known: Readonly<Record<string, readonly string[]>>): CompletedCommand {
  const options = [command, ...command.commands].flatMap((one) => one.options);
  const distinct = [...new Map(options.map((option) => [option.long, option])).values()];
  const flags = distinct
    .filter(({ long, hidden }) => long && !hidden)
    .map((option) => ({
      name: option.long ?? '',
      takesValue: option.required || option.optional,
      summary: option.description,
      choices: (option.argChoices ?? known[option.long ?? ''] ?? []).filter((choice) => !/\s/.test(choice)),
    }));
  const help = { name: '--help', takesValue: false, summary: 'print help', choices: [] };
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    flags: [...flags, help],
    words: wordsOf(command, known),
  };
}

/** Sub-commands and what may follow them, or the words that an argument may be. */
function wordsOf(command: Command, known: Readonly<Record<string, readonly string[]>>): CompletedCommand['words'] {
  const inner = command.commands.map((one) => one.name());
  if (inner.length > 0) return [inner, (known['--site'] ?? []).filter((name) => !/\s/.test(name))];
  return command.registeredArguments.flatMap(({ argChoices }) => (argChoices === undefined ? [] : [argChoices]));
}
