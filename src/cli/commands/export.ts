import { basename, extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ArchiveReader, ArticleFilter, TextMatch } from '../../index.js';
import { addFilterFlags, type FilterFlags, filterOf } from '../article-options.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { print } from '../output.js';
import { oneOf, writeWhole } from '../write-whole.js';

interface ExportFlags extends FilterFlags {
  readonly db: string;
  readonly format: string;
  readonly output?: string;
  readonly query?: string;
  readonly withComments?: boolean;
  readonly bom?: boolean;
}

/** What is exported, and from where. */
interface Wanted {
  readonly reader: ArchiveReader;
  readonly text: TextMatch;
  readonly filter: ArticleFilter;
  readonly flags: ExportFlags;
}

const FORMATS = ['csv', 'jsonl', 'json-ld', 'parquet', 'datasette'];

const EXAMPLES = `
Examples:
  $ muragat export --format csv --bom -o articles.csv      a table that Excel opens
  $ muragat export --format jsonl -o archive.jsonl         one record a capture
  $ muragat export --format parquet -o articles.parquet --from 2019 --source ҚазАқпарат
  $ muragat export --format json-ld --query 'су құбыры' | less
  $ muragat export --format datasette -o datasette.yaml && datasette archive.db -m datasette.yaml

csv, parquet and json-ld hold one row an article, jsonl one record a capture. Names of commenters are left out
unless --with-comments asks for them; with them, importing the jsonl gives the same archive again. Cells that a
spreadsheet would take for formulas get an apostrophe.
`;

/** `muragat export`: the archive for other programs. */
export function addExportCommand(program: Command, _front: Front): void {
  const command = program
    .command('export')
    .summary('CSV, JSON Lines, JSON-LD, Parquet, Datasette')
    .description('Writes articles or records for other programs, to standard output or a file.')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .addOption(new Option('--format <name>', 'what is written').choices(FORMATS).makeOptionMandatory())
    .option('-o, --output <file>', 'write to a file; it stands there only when it is whole')
    .option('--query <text>', 'only articles that match, as search finds them');
  addFilterFlags(command)
    .option('--with-comments', 'with the comments and the names of those who wrote them')
    .option('--bom', 'csv: begin with a byte order mark, by which Excel tells UTF-8')
    .addHelpText('after', EXAMPLES)
    .action(runExport);
}

async function runExport(flags: ExportFlags): Promise<void> {
  if (flags.bom && flags.format !== 'csv') throw new InvalidArgumentError('--bom belongs to --format csv.');
  if (flags.format === 'parquet' && flags.output === undefined && process.stdout.isTTY) {
    throw new InvalidArgumentError('Parquet is no text: name a file with -o.');
  }
  const { openReader } = await import('../../open-archive.js');
  const { readQuery } = await import('../../query/read-query.js');
  const reader = await openReader(flags.db);
  try {
    const text = await readQuery(reader, flags.query ?? '');
    const pieces = await piecesOf({ reader, text, filter: filterOf(flags), flags });
    if (flags.output === undefined) for await (const piece of pieces) await print(piece);
    else await writeWhole(pieces, { path: flags.output, archive: flags.db });
  } finally {
    await reader.close();
  }
}

async function piecesOf({ reader, text, filter, flags }: Wanted): Promise<AsyncIterable<string | Uint8Array>> {
  const { toCsv } = await import('../../export/csv.js');
  const { toDatasetteYaml } = await import('../../export/datasette.js');
  const { toJsonLd } = await import('../../export/json-ld.js');
  const { toParquet } = await import('../../export/parquet.js');
  const { toRecords } = await import('../../export/records.js');
  const options = { withComments: flags.withComments === true, bom: flags.bom === true };
  if (flags.format === 'datasette') return oneOf(toDatasetteYaml(basename(flags.db, extname(flags.db))));
  if (flags.format === 'jsonl') return lines(toRecords(reader.records(text, filter), options));
  const write = flags.format === 'csv' ? toCsv : flags.format === 'json-ld' ? toJsonLd : toParquet;
  return write(reader.articles(text, filter), options);
}

async function* lines(records: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const record of records) yield jsonLine(record);
}
