import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SearchHit, SearchResult, TextPart } from '../../index.js';
import { addFilterFlags, type FilterFlags, filterOf } from '../article-options.js';
import { didYouMean } from '../did-you-mean.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { toCount } from '../options.js';
import { print, say, show } from '../output.js';
import { type Style, styleFor } from '../style.js';
import { number, oneLine, visible } from '../terminal.js';

interface SearchFlags extends FilterFlags {
  readonly db: string;
  readonly limit: number;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly color: boolean;
}

/** No word begins so: it is a flag that was mistyped. */
const FLAG = /^--[a-z]/;

const EXAMPLES = `
Examples:
  $ muragat search су құбыры                      articles with both words, best first
  $ muragat search '"таза су" OR жарық' --from 2019 --to 2020-06
  $ muragat search казакстан -футбол              finds Қазақстан; without football
  $ muragat search --damaged                      where damaged text still stands, newest first
  $ muragat search мектеп --source ҚазАқпарат --csv > found.csv

Each word finds all words that begin with it; "words in quotation marks" stand so, one after the other. Either way
«казакстан» finds «Қазақстан». OR, NOT or a minus, and parentheses work; every other sign is looked over. Exit code 0, also when nothing was found.
`;

/** `muragat search`: full-text search. */
export function addSearchCommand(program: Command, _front: Front): void {
  const command = program
    .command('search')
    .summary('full-text search in the articles')
    .description('Searches headlines, leads and bodies; Kazakh letters and what is typed without them find each other.')
    .argument('[query...]', 'words, "phrases", OR, NOT')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db');
  addFilterFlags(command)
    .addOption(new Option('--limit <n>', 'articles shown at most').argParser(toCount).default(20))
    .option('--json', 'one JSON object a line')
    .option('--csv', 'a table for a spreadsheet')
    .option('--no-color', 'no colours')
    // A query may begin with a minus: `-футбол` is no flag.
    .allowUnknownOption()
    .addHelpText('after', EXAMPLES)
    .action(runSearch);
}

async function runSearch(query: readonly string[], flags: SearchFlags, command: Command): Promise<void> {
  if (flags.json && flags.csv) throw new InvalidArgumentError('Choose one of --json and --csv.');
  const flag = query.find((word) => FLAG.test(word));
  if (flag !== undefined) {
    const known = command.options.flatMap(({ long }) => long ?? []);
    throw new InvalidArgumentError(
      `There is no flag ${oneLine(flag, 60)}.${didYouMean(flag, known)} See muragat search --help.`,
    );
  }
  const { openReader } = await import('../../open-archive.js');
  const { searchArticles } = await import('../../query/search.js');
  const reader = await openReader(flags.db);
  try {
    const result = await searchArticles(reader, query.join(' '), { ...filterOf(flags), limit: flags.limit });
    if (flags.json) await print(result.hits.map(toJson).join(''));
    else if (flags.csv) await print(await toCsv(result));
    else await tell(result, styleFor(flags.color));
  } finally {
    await reader.close();
  }
}

async function tell({ total, hits }: SearchResult, style: Style): Promise<void> {
  if (hits.length === 0) return say('Nothing found.');
  await show(hits.map((hit) => hitText(hit, style)).join('\n'));
  if (total > hits.length) say(`\n${number(hits.length)} of ${number(total)} articles; --limit shows more.`);
}

function hitText(hit: SearchHit, style: Style): string {
  const headline = hit.headline.length === 0 ? '–' : marked(hit.headline, style);
  const facts = [hit.publishedOn ?? 'no date', hit.section, hit.url ?? hit.articleId].filter((fact) => fact !== null);
  return [
    `${style.title(String(hit.id))}  ${headline}`,
    `    ${style.faint(facts.map(visible).join('  '))}`,
    `    ${marked(hit.snippet, style)}\n`,
  ].join('\n');
}

function marked(parts: readonly TextPart[], style: Style): string {
  return parts.map(({ text, isHit }) => (isHit ? style.hit(visible(text)) : visible(text))).join('');
}

function toJson({ headline, snippet, ...hit }: SearchHit): string {
  return jsonLine({ ...hit, headline: plain(headline), snippet: signed(snippet) });
}

const COLUMNS = ['id', 'article_id', 'site', 'published_on', 'section', 'headline', 'url', 'snippet', 'score'] as const;

async function toCsv({ hits }: SearchResult): Promise<string> {
  const { csvLine } = await import('../../export/csv-line.js');
  const rows = hits.map((hit) => [
    ...[hit.id, hit.articleId, hit.site, hit.publishedOn, hit.section],
    ...[plain(hit.headline), hit.url, signed(hit.snippet), hit.score],
  ]);
  return [COLUMNS, ...rows].map(csvLine).join('');
}

function plain(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Hits in «…», for what is read without a terminal. */
function signed(parts: readonly TextPart[]): string {
  return parts.map(({ text, isHit }) => (isHit ? `«${text}»` : text)).join('');
}
