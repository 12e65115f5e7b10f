import type { EventEmitter } from 'node:events';
import { dirname, resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { ImporterError } from '../model/importer-error.js';
import { configPath } from './config-path.js';
import { didYouMean } from './did-you-mean.js';
import { collect } from './options.js';
import { readText } from './profile-files.js';
import { oneLine } from './terminal.js';

/** Bytes that it may have. */
const LARGEST = 1 << 20;
/** Characters shown of a key. */
const WIDTH = 60;
/** Flags whose value is a path, relative to the folder of the file. */
const PATHS: ReadonlySet<string> = new Set(['db', 'filesFrom', 'lexicon', 'profile', 'truth']);
/** `-` and addresses such as `postgres://…` are no paths. */
const NO_PATH = /^(?:-|:memory:|:temporary:|[a-z][a-z\d+.-]+:\/\/.*)$/is;
/** What a person decides anew each time: a file that lies in a folder must not write elsewhere, or take anything back. */
const NEVER: ReadonlySet<string> = new Set([
  'article',
  'config',
  'dryRun',
  'expect',
  'force',
  'import',
  'locator',
  'output',
  'shard',
  'undo',
]);
const NEVER_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map([['forget', new Set(['source'])]]);

/** A value of the file that does not fit: its place there, and what is wrong with it. */
class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}

/** A flag of a command that the file may set. */
interface Settable {
  readonly command: Command;
  readonly option: Option;
}

/** Sets what the file says; flags on the command line win. The file is data: it names flags and their values, nothing else. */
export async function applyConfigFile(program: Command, argv: readonly string[]): Promise<void> {
  const path = configPath(argv);
  if (path === null) return;
  const text = await readText(path, LARGEST + 1);
  try {
    if (text.length > LARGEST) throw new ConfigProblem('is larger than a file of flags can be');
    apply(program, { value: parsed(text), place: '', folder: dirname(resolve(path)) });
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    const remedy = 'See "Flags that every run repeats" in docs/operations.md.';
    throw new ImporterError('usage', `${path}: ${error.message}`, remedy, { cause: error });
  }
}

/** Flags of a command and its sub-commands that a file may set. */
export function settable(command: Command): readonly Settable[] {
  const never = NEVER_OF.get(command.name());
  const own = command.options
    .filter((option) => option.long !== '--version')
    .filter((option) => !NEVER.has(option.attributeName()) && !never?.has(option.attributeName()));
  return [...own.map((option) => ({ command, option })), ...command.commands.flatMap(settable)];
}

/** True for a flag that may be given more than once. */
export function isRepeatable(option: Option): boolean {
  return option.parseArg === (collect as Option['parseArg']);
}

/** True for a flag that is there or not. */
export function takesNoValue(option: Option): boolean {
  return option.isBoolean() || option.negate;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new ConfigProblem(`is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

interface Part {
  readonly value: unknown;
  /** Keys that lead to it, joined by dots. */
  readonly place: string;
  readonly folder: string;
}

/** What stands at a command goes before what stands above it. */
function apply(command: Command, { value, place, folder }: Part): void {
  if (!isObject(value)) throw new ConfigProblem(`${place || 'the file'} must be an object of flags and their values`);
  const commandOf = (key: string): Command | undefined => command.commands.find((one) => one.name() === key);
  const entries = Object.entries(value).filter(([key]) => !(place === '' && key === '$schema'));
  for (const [key, flag] of entries.filter(([name]) => commandOf(name) === undefined)) {
    setFlag(command, key, { value: flag, place: joined(place, key), folder });
  }
  for (const [key, flags] of entries) {
    const inner = commandOf(key);
    if (inner !== undefined) apply(inner, { value: flags, place: joined(place, key), folder });
  }
}

function setFlag(command: Command, key: string, part: Part): void {
  const flags = settable(command).filter(({ option }) => option.attributeName() === key);
  const [first] = flags;
  if (first === undefined) throw new ConfigProblem(`there is no ${part.place}.${suggestion(command, key)}`);
  for (const { command: owner, option } of flags) {
    owner.setOptionValueWithSource(key, readValue(option, part), 'config');
    // A repeatable flag would else add to what the file says.
    (owner as Command & Pick<EventEmitter, 'prependListener'>).prependListener(`option:${option.name()}`, () => {
      if (owner.getOptionValueSource(key) === 'config') owner.setOptionValueWithSource(key, undefined, 'config');
    });
  }
}

function readValue(option: Option, { value, place, folder }: Part): unknown {
  if (takesNoValue(option)) {
    if (typeof value === 'boolean') return value;
    throw new ConfigProblem(`${place} must be true or false`);
  }
  const words = isRepeatable(option) && Array.isArray(value) ? value : [value];
  let read: unknown;
  for (const word of words) {
    if (typeof word !== 'string' && typeof word !== 'number') {
      throw new ConfigProblem(
        `${place} must be ${isRepeatable(option) ? 'text or a list of texts' : 'text or a number'}`,
      );
    }
    const text =
      PATHS.has(option.attributeName()) && !NO_PATH.test(String(word)) ? resolve(folder, `${word}`) : `${word}`;
    read = readFlag(option, { text, place, previous: read });
  }
  return read;
}

/** What the flag itself makes of the text. */
function readFlag(
  option: Option,
  { text, place, previous }: { readonly text: string; readonly place: string; readonly previous: unknown },
): unknown {
  if (option.parseArg === undefined) return text;
  try {
    return option.parseArg(text, previous);
  } catch (cause) {
    throw new ConfigProblem(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The key may be the flag as it is typed, or misspelt. */
function suggestion(command: Command, key: string): string {
  const names = [...new Set(settable(command).map(({ option }) => option.attributeName()))];
  return didYouMean(key.slice(0, WIDTH).replaceAll('-', ''), names);
}

function joined(place: string, key: string): string {
  return `${place}${place === '' ? '' : '.'}${oneLine(key, WIDTH)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
