import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DumpOptions, RejectLimit, Shard, SiteProfile } from '../index.js';
import { didYouMean } from './did-you-mean.js';
import { profilesWith } from './profile-files.js';
import { unreadFile } from './unread-file.js';

/** Flags of every command that reads dumps, as commander hands them over. */
export interface DumpFlags {
  readonly format?: string;
  readonly site?: string;
  readonly baseUrl?: string;
  readonly capturedAt?: string;
  readonly charset?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly since?: string;
  readonly limit?: number;
  readonly minAge?: number;
  readonly filesFrom?: string;
  readonly profile?: readonly string[];
}

/** Adds the flags of every command that reads dumps. */
export function addDumpFlags(command: Command): Command {
  return command
    .option('--format <name>', 'format of the dumps: warc, html, text, jsonl … (default: told from their content)')
    .option('--site <name>', 'profile or host of the newspaper that the pages belong to')
    .addOption(
      new Option('--base-url <url>', 'address under which pages without an address were found').argParser(toUrl),
    )
    .addOption(
      new Option('--captured-at <iso>', 'day or moment of the crawl, for pages that carry none').argParser(toMoment),
    )
    .option('--charset <label>', 'charset of the pages (default: told from their bytes)')
    .addOption(profileOption());
}

/** `--profile`, once for each file. */
export function profileOption(): Option {
  return new Option('--profile <file>', 'a profile of your own as JSON, before the known ones; repeatable').argParser(
    collect,
  );
}

/** Adds the flags that choose among many dumps and pages. */
export function addChoiceFlags(command: Command): Command {
  return addDumpChoiceFlags(command).addOption(
    new Option('--limit <n>', 'stop after this many pages').argParser(toCount),
  );
}

/** Adds those that say of each dump whether and what is read of it, whoever reads the others. */
export function addDumpChoiceFlags(command: Command): Command {
  return command
    .option('--files-from <list>', 'read the paths of dumps from a file, one a line; - for standard input')
    .addOption(
      new Option('--include <glob>', 'only files and entries whose path matches; repeatable').argParser(collect),
    )
    .addOption(new Option('--exclude <glob>', 'no files and entries whose path matches; repeatable').argParser(collect))
    .addOption(new Option('--since <iso>', 'skip pages captured before this day or moment').argParser(toMoment))
    .addOption(
      new Option('--min-age <minutes>', 'leave files that changed later for the next run').argParser(toMinutes),
    );
}

/** Adds the flags of what an import puts up with. */
export function addPatienceFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--max-rejects <n|percent>', 'rejected records that still make a good run')
        .argParser(toRejectLimit)
        .default({ kind: 'count', count: 0 }, '0'),
    )
    .addOption(
      new Option('--lock-timeout <seconds>', 'how long to wait for another import to end')
        .argParser(toSeconds)
        .default(0),
    );
}

/** Adds the flags of what an import tells. */
export function addTellingFlags(command: Command): Command {
  return command
    .addOption(new Option('--progress <when>', 'show progress').choices(['auto', 'always', 'never']).default('auto'))
    .option('--json', 'print the summary as one JSON object on standard output')
    .option('--quiet', 'print nothing when all went well')
    .option('--verbose', 'name every reject and every source');
}

/** The dumps that the user names, with those of --files-from. None at all is wrong usage. */
export async function dumpsOf(dumps: readonly string[], { filesFrom }: DumpFlags): Promise<readonly string[]> {
  const { readFileList } = await import('../read/file-list.js');
  if (filesFrom === undefined) {
    if (dumps.length > 0) return dumps;
    throw new InvalidArgumentError('Name at least one dump: a file, a folder, or - for standard input.');
  }
  try {
    return [...dumps, ...(await readFileList(filesFrom))];
  } catch (cause) {
    throw unreadFile(filesFrom, cause, 'Name a list of paths that can be read.');
  }
}

/** What the library is told of the dumps. */
export async function dumpOptionsOf(flags: DumpFlags): Promise<DumpOptions> {
  const { formats } = await import('../read/read.js');
  const profiles = await profilesWith(flags.profile ?? []);
  if (flags.format !== undefined && !formats.includes(flags.format)) {
    throw new InvalidArgumentError(
      `There is no format "${flags.format}".${didYouMean(flags.format, formats)} Formats: ${formats.join(', ')}.`,
    );
  }
  if (flags.site !== undefined && !isSiteName(flags.site, profiles)) {
    throw new InvalidArgumentError(
      `"${flags.site}" is neither the name of a profile nor a host. Profiles: ${profiles.map((profile) => profile.name).join(', ')}.`,
    );
  }
  await checkCharset(flags.charset);
  return {
    format: flags.format ?? null,
    site: flags.site ?? null,
    baseUrl: flags.baseUrl ?? null,
    capturedAt: flags.capturedAt ?? null,
    charset: flags.charset ?? null,
    include: flags.include ?? [],
    exclude: flags.exclude ?? [],
    since: flags.since ?? null,
    limit: flags.limit ?? null,
    minAge: flags.minAge ?? null,
    profiles,
  };
}

/** A charset that nobody knows would be passed over in silence. */
export async function checkCharset(label: string | undefined): Promise<void> {
  const { readCharsetLabel } = await import('../decode/declared-charset.js');
  if (label === undefined || readCharsetLabel(label) !== null) return;
  throw new InvalidArgumentError(`There is no charset "${label}". Some are windows-1251, kz-1048, koi8-r, utf-8.`);
}

const PERCENT = /^(\d{1,3}(?:\.\d+)?)%$/;
const COUNT = /^\d{1,12}$/;

/** Reads `5` or `2%`. */
export function toRejectLimit(text: string): RejectLimit {
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return { kind: 'percent', percent: Number(percent) };
  if (COUNT.test(text)) return { kind: 'count', count: Number(text) };
  throw new InvalidArgumentError('Give a number of records (5) or a share of them (2%).');
}

/** Gathers the values of a flag that may be given more than once. */
export function collect(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, text];
}

/** Reads a number of things, of which there is one at least. */
export function toCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
}

/** Reads a number of threads. */
export function toJobs(text: string): number {
  if (!/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(text)) throw new InvalidArgumentError('Give a number from 1 to 64.');
  return Number(text);
}

const SHARD = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/;

/** Reads `3/8`: the third of eight shares. */
export function toShard(text: string): Pick<Shard, 'index' | 'count'> {
  const [, index = '', count = ''] = SHARD.exec(text) ?? [];
  if (index === '' || Number(index) > Number(count))
    throw new InvalidArgumentError('Give a share and their number, such as 3/8: from 1/8 to 8/8.');
  return { index: Number(index), count: Number(count) };
}

/** Reads a number of shards. */
export function toShardCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Give the number of shards.');
  return Number(text);
}

function toMinutes(text: string): number {
  if (!/^\d{1,9}(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError('Give a number of minutes.');
  return Number(text);
}

/** Reads a number of seconds. */
export function toSeconds(text: string): number {
  if (!/^\d{1,9}(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError('Give a number of seconds.');
  return Number(text);
}

/** Reads a share from 0 to 1. */
export function toShare(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give a share from 0 to 1.');
  return value;
}

function toUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InvalidArgumentError('Give a whole address, such as https://paper.example/.');
  }
  return url.href;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads an ISO 8601 day, kept as a day, or a moment with its zone, turned to UTC. */
export function toMoment(text: string): string {
  const isDay = DAY.test(text);
  const moment = new Date(isDay ? `${text}T00:00:00Z` : text);
  if (
    !(isDay || MOMENT.test(text)) ||
    Number.isNaN(moment.getTime()) ||
    (isDay && !moment.toISOString().startsWith(text))
  ) {
    throw new InvalidArgumentError('Give a day (2024-03-24) or a moment with its zone (2024-03-24T10:00:00Z).');
  }
  return isDay ? text : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

const HOST = /^(?=.{1,253}$)[a-z0-9\u0080-\uffff-]{1,63}(?:\.[a-z0-9\u0080-\uffff-]{1,63})+$/i;

/** A site is named by its profile or by its host. */
function isSiteName(text: string, profiles: readonly SiteProfile[]): boolean {
  return HOST.test(text) || profiles.some((profile) => profile.name === text);
}
