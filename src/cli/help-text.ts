import type { EventEmitter } from 'node:events';
import { type Command, Help } from 'commander';

/** What a command tells beside its arguments and flags: commands to copy, and what must be known. */
export interface HelpText {
  readonly examples: string;
  readonly notes: string;
}

/** Where the lists of a help begin: examples stand before them. */
const LISTS = /\n\n(?=Arguments:|Options:|Commands:)/;
const texts = new WeakMap<Command, HelpText>();

/** Lets the help of every command begin with its examples: people copy first and read flags later. */
export function putExamplesFirst(command: Command): void {
  texts.set(command, takeText(command));
  command.configureHelp({ formatHelp });
  for (const inner of command.commands) putExamplesFirst(inner);
}

/** Examples and notes of a command. */
export function helpTextOf(command: Command): HelpText {
  return texts.get(command) ?? { examples: '', notes: '' };
}

/** Takes what commander would print after the lists: the examples up to the first empty line, and the rest. */
function takeText(command: Command): HelpText {
  const parts: string[] = [];
  const emitter = command as Command & Pick<EventEmitter, 'emit' | 'removeAllListeners'>;
  emitter.emit('afterHelp', { error: false, command, write: (text: string) => parts.push(text) });
  emitter.removeAllListeners('afterHelp');
  const text = parts.join('').trim();
  const end = text.indexOf('\n\n');
  return end === -1 ? { examples: text, notes: '' } : { examples: text.slice(0, end), notes: text.slice(end).trim() };
}

function formatHelp(command: Command, helper: Help): string {
  const lists = Help.prototype.formatHelp.call(helper, command, helper);
  const { examples, notes } = helpTextOf(command);
  const withExamples = examples === '' ? lists : lists.replace(LISTS, () => `\n\n${examples}\n\n`);
  return notes === '' ? withExamples : `${withExamples}\n${notes}\n`;
}
