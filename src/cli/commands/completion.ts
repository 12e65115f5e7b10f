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
  const [{ completionScripts }, { formats, profiles }] = await Promise.all([
    import('../completion-scripts.js'),
    import('../../index.js'),
  ]);
  const known: Readonly<Record<string, readonly string[]>> = {
    '--site': profiles.map(({ name }) => name),
    '--format': formats,
  };
  const commands = program.commands.map((command) => toCompleted(command, known));
  await print(completionScripts.get(shell)?.(commands) ?? '');
}

/** Values that a command names itself come before those that all commands share; names with spaces no shell completes well. */
function toCompleted(command: Command, known: Readonly<Record<string, readonly string[]>>): CompletedCommand {
  const flags = command.options
    .filter(({ long, hidden }) => long && !hidden)
    .map((option) => ({
      name: option.long ?? '',
      takesValue: option.required || option.optional,
      summary: option.description,
      choices: (option.argChoices ?? known[option.long ?? ''] ?? []).filter((choice) => !/\s/.test(choice)),
    }));
  const help = { name: '--help', takesValue: false, summary: 'print help', choices: [] };
  return { name: command.name(), summary: command.summary() || command.description(), flags: [...flags, help] };
}
