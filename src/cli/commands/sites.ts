import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DumpOptions, PageTruth, ProfileTest, SiteProfile } from '../../index.js';
import { ImporterError } from '../../model/importer-error.js';
import { didYouMean } from '../did-you-mean.js';
import { chooseExitCode, EXIT, exitCodeOf } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import {
  addChoiceFlags,
  addDumpFlags,
  type DumpFlags,
  dumpOptionsOf,
  dumpsOf,
  profileOption,
  toShare,
} from '../options.js';
import { print, say, show } from '../output.js';
import { profilesWith, readProfileFile, readText } from '../profile-files.js';
import { learntText, profileTable, testText } from '../sites-text.js';
import { oneLine } from '../terminal.js';
import { failureLine, rejectLine } from '../trouble-lines.js';

interface ListFlags {
  readonly profile?: readonly string[];
  readonly json?: boolean;
}

interface TruthFlags extends DumpFlags {
  readonly truth: string;
  readonly json?: boolean;
  readonly atLeast?: number;
}

/** Bytes of the largest file of labels. */
const LARGEST_TRUTH = 256 << 20;
/** A profile is a file, or one that is known. */
const FILE_LIKE = /[/\\]|\.json$/i;
/** Reads pages without any profile, to see what one adds. */
const GENERIC = 'generic';

const EXAMPLES = `
Examples:
  $ muragat sites list                                           the profiles that come with the program
  $ muragat sites show dle > my-newspaper.json                   one of them as JSON, to begin with
  $ muragat sites learn pages/ --truth labels.jsonl > my-newspaper.json
  $ muragat sites test my-newspaper.json pages/ --truth labels.jsonl
  $ muragat import --profile my-newspaper.json dumps/            read dumps with it

A label is one JSON object a line: {"file": "a.html", "headline": "…", "published": "2024-03-18", "views": 12,
"comments": 0, "author": null, "section": "…", "body": ["…", "…"]}. Names of the record (articleBody,
datePublished, commentCount …) will do as well; fields that a line does not name are not judged, null says that
the page shows none.
`;

const TEST_EXAMPLES = `
Examples:
  $ muragat sites test my-newspaper.json pages/ --truth labels.jsonl
  $ muragat sites test syr-media crawl.warc.gz --truth labels.jsonl --json
  $ muragat sites test generic pages/ --truth labels.jsonl       without any profile, to compare

Exit codes: 0 as many labelled fields right as --at-least asks · 1 fewer, or a labelled page was not found ·
2 wrong usage, a faulty profile or label · 66 no such file
`;

/** `muragat sites`: the known newspapers, and the tools to add one. */
export function addSitesCommand(program: Command, front: Front): void {
  const sites = program
    .command('sites')
    .summary('known newspaper profiles, and tools to write one')
    .description('Shows the known newspaper profiles, checks a profile against labelled pages, or proposes one.')
    .addHelpText('after', EXAMPLES);
  sites
    .command('list')
    .description('Lists the known profiles with their hosts.')
    .addOption(profileOption())
    .option('--json', 'print one JSON object a profile')
    .action(runList);
  sites
    .command('show')
    .description('Prints a profile as JSON, in the form that --profile reads.')
    .argument('<profile>', 'name of a known profile, or a file')
    .action(runShow);
  sites.command('schema').description('Prints the JSON Schema of profiles, for editors.').action(runSchema);
  addTest(sites, front);
  addLearn(sites, front);
}

function addTest(sites: Command, front: Front): void {
  const test = sites
    .command('test')
    .description('Reads labelled pages with a profile and says which fields are right, and where it fails.')
    .argument('<profile>', `a file, the name of a known profile, or "${GENERIC}" for none`)
    .argument('[pages...]', 'files, folders, or - for standard input');
  addChoiceFlags(addDumpFlags(test))
    .requiredOption('--truth <jsonl>', 'labels of the pages, one JSON object a line')
    .addOption(
      new Option('--at-least <share>', 'share of labelled fields that must be right').argParser(toShare).default(1),
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', TEST_EXAMPLES)
    .action((profile: string, pages: readonly string[], flags: TruthFlags) =>
      runTest({ profile, pages }, flags, front),
    );
}

function addLearn(sites: Command, front: Front): void {
  const learn = sites
    .command('learn')
    .description('Proposes a profile from a few labelled pages: the shortest lasting selectors that give the labels.')
    .argument('[pages...]', 'files, folders, or - for standard input');
  addChoiceFlags(addDumpFlags(learn))
    .requiredOption('--truth <jsonl>', 'labels of the pages, one JSON object a line')
    .action((pages: readonly string[], flags: TruthFlags) => runLearn(pages, flags, front));
}

async function runList(flags: ListFlags): Promise<void> {
  const profiles = await profilesWith(flags.profile ?? []);
  await (flags.json ? print(profiles.map(jsonLine).join('')) : show(profileTable(profiles)));
}

async function runShow(name: string): Promise<void> {
  await print(indented(await profileOf(name)));
}

async function runSchema(): Promise<void> {
  const { profileSchema } = await import('../../sites/profile-schema.js');
  await print(indented(profileSchema));
}

async function runTest(
  { profile: name, pages }: { readonly profile: string; readonly pages: readonly string[] },
  flags: TruthFlags,
  front: Front,
): Promise<void> {
  const { testProfile } = await import('../../test-profile.js');
  const truths = await truthOf(flags.truth);
  const options = await optionsFor(name, flags);
  const test = await testProfile(await dumpsOf(pages, flags), truths, options);
  complain(test);
  await (flags.json ? print(jsonLine(test)) : show(testText(test, oneLine(name, 100))));
  front.outcome.code = chooseExitCode([
    ...test.failedDumps.map(({ code }) => exitCodeOf(code)),
    ...(rightShare(test) < (flags.atLeast ?? 1) || test.notFound.length > 0 ? [EXIT.rejects] : []),
  ]);
}

async function runLearn(pages: readonly string[], flags: TruthFlags, front: Front): Promise<void> {
  const { learnProfile } = await import('../../learn-profile.js');
  const truths = await truthOf(flags.truth);
  const learnt = await learnProfile(await dumpsOf(pages, flags), truths, await dumpOptionsOf(flags));
  for (const failure of learnt.failedDumps) say(`muragat: ${oneLine(failureLine(failure), 400)}`);
  say(learntText(learnt));
  const isWhole = learnt.profile !== null;
  if (isWhole) await print(indented(learnt.profile));
  else say('muragat: no profile: a layout needs selectors for headline and body; label both on a page or two');
  front.outcome.code = chooseExitCode([
    ...learnt.failedDumps.map(({ code }) => exitCodeOf(code)),
    ...(isWhole ? [] : [EXIT.rejects]),
  ]);
}

/** Pages are read with the profile whether they name its host or not, unless the user names another site. */
async function optionsFor(name: string, flags: TruthFlags): Promise<DumpOptions> {
  const options = await dumpOptionsOf(flags);
  if (name === GENERIC) return { ...options, profiles: [] };
  const profile = await profileOf(name);
  return {
    ...options,
    site: options.site ?? profile.name,
    profiles: [profile, ...options.profiles.filter((one) => one.name !== profile.name)],
  };
}

async function profileOf(name: string): Promise<SiteProfile> {
  if (FILE_LIKE.test(name)) return readProfileFile(name);
  const { profiles } = await import('../../sites/profiles.js');
  const found = profiles.find((profile) => profile.name === name);
  if (found !== undefined) return found;
  const names = profiles.map((profile) => profile.name);
  throw new InvalidArgumentError(
    `There is no profile "${name}".${didYouMean(name, names)} Profiles: ${names.join(', ')}; or give a .json file.`,
  );
}

async function truthOf(path: string): Promise<readonly PageTruth[]> {
  const { readTruth } = await import('../../score/read-truth.js');
  const reading = readTruth(await readText(path, LARGEST_TRUTH));
  if (reading.kind === 'truth') return reading.pages;
  const lines = reading.problems.map(({ line, message }) => `\n  line ${line}: ${message}`);
  throw new ImporterError('usage', `${path} holds no labels:${lines.join('')}`, 'muragat sites --help shows a label.');
}

function complain({ failedDumps, rejects }: ProfileTest): void {
  for (const failure of failedDumps) say(`muragat: ${oneLine(failureLine(failure), 400)}`);
  for (const reject of rejects) say(`muragat: ${oneLine(rejectLine(reject), 400)}`);
}

function rightShare({ fields }: ProfileTest): number {
  const sum = (key: 'labelled' | 'right'): number => fields.reduce((total, field) => total + field[key], 0);
  return sum('labelled') === 0 ? 1 : sum('right') / sum('labelled');
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
