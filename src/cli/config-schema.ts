import type { Command, Option } from 'commander';
import { isRepeatable, settable, takesNoValue } from './config-file.js';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of `muragat.json`, made from the commands themselves; editors check and complete by it. */
export function configSchema(program: Command): Schema {
  const shared = { $schema: { type: 'string' }, ...flagsOf(program) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Flags that muragat begins with',
    description: 'A flag at the top counts for every command that has it, one below a command for that command.',
    type: 'object',
    additionalProperties: false,
    properties: { ...shared, ...commandsOf(program) },
  };
}

function commandsOf(command: Command): Schema {
  const filled = command.commands.filter((one) => settable(one).length > 0);
  return Object.fromEntries(filled.map((one) => [one.name(), commandSchema(one)]));
}

function commandSchema(command: Command): Schema {
  return {
    description: command.summary() || command.description(),
    type: 'object',
    additionalProperties: false,
    properties: { ...flagsOf(command), ...commandsOf(command) },
  };
}

function flagsOf(command: Command): Schema {
  const flags = new Map<string, Schema>();
  for (const { option } of settable(command)) {
    const name = option.attributeName();
    if (!flags.has(name)) flags.set(name, flagSchema(option, command.commands.length === 0));
  }
  return Object.fromEntries(flags);
}

/** Where one key stands for flags of several commands, each command has its own choices. */
function flagSchema(option: Option, isOfOne: boolean): Schema {
  const description = option.description;
  if (takesNoValue(option)) return { description, type: 'boolean' };
  if (isOfOne && option.argChoices) return { description, enum: option.argChoices };
  const one = { type: ['string', 'number'] };
  return { description, ...(isRepeatable(option) ? { anyOf: [one, { type: 'array', items: one }] } : one) };
}
