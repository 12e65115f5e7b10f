import { CommanderError } from 'commander';
import type { ImporterError } from '../index.js';
import { configPath } from './config-path.js';
import { EXIT, exitCodeOf } from './exit-codes.js';
import type { Outcome } from './front.js';
import { say, show } from './output.js';
import { openProgram, welcome } from './program.js';
import { visible } from './terminal.js';

/** Runs the command line and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const outcome: Outcome = { code: EXIT.done };
  endQuietlyWhenNobodyReads(outcome);
  try {
    const program = await openProgram(outcome, argv);
    if (configPath(argv) !== null) await (await import('./config-file.js')).applyConfigFile(program, argv);
    if (argv.length === 0) await show(welcome(program));
    else await program.parseAsync([...argv], { from: 'user' });
    return outcome.code;
  } catch (error) {
    return explain(error, argv.includes('--verbose'));
  }
}

/** A reader such as `head` that has seen enough is no fault. */
function endQuietlyWhenNobodyReads(outcome: Outcome): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(outcome.code);
    say(`muragat: standard output: ${error.message}`);
    process.exit(exitCodeOf('io'));
  });
}

/** Says what broke, why, and what to do; gives the exit code. */
function explain(error: unknown, isVerbose: boolean): number {
  if (error instanceof CommanderError) {
    // commander has printed what its own parsers found; a command that finds more throws this.
    if (error.name === 'InvalidArgumentError') say(`muragat: ${visible(error.message)}`);
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  if (isImporterError(error)) {
    say(`muragat: ${visible(error.message)}\n  ${visible(error.remedy)}`);
    return exitCodeOf(error.code);
  }
  say(
    `muragat: a bug: ${error instanceof Error && (isVerbose || error.stack) ? visible(String(error.stack)) : visible(String(error))}`,
  );
  say('  Please report this with the command and, if you can, the dump.');
  return EXIT.bug;
}

/** By name, so that the library need not be loaded to look at an error. */
function isImporterError(error: unknown): error is ImporterError {
  return error instanceof Error && error.name === 'ImporterError';
}
