import { ImporterError } from '../model/importer-error.js';
import type { StoredArticle } from '../model/query.js';
import { articleColumns, type Cell, type Column } from './article-row.js';

/** Articles in memory before a row group is written. */
const ROW_GROUP = 1000;

/** A table of articles as a Parquet file, piece by piece: text columns are strings, counts 32-bit integers. */
export async function* toParquet(
  articles: AsyncIterable<StoredArticle>,
  options: { readonly withComments: boolean },
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await loadWriter();
  const columns = articleColumns(options.withComments);
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) });
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  let rows: (readonly Cell[])[] = [];
  for await (const article of articles) {
    rows.push(columns.map(({ cell }) => cell(article)));
    if (rows.length < ROW_GROUP) continue;
    await writer.write({ columnData: dataOf(columns, rows) });
    rows = [];
    yield taken();
  }
  if (rows.length > 0) await writer.write({ columnData: dataOf(columns, rows) });
  await writer.finish();
  yield taken();
}

type Writers = Pick<typeof import('hyparquet-writer'), 'ByteWriter' | 'ParquetWriter'>;
type Schema = ConstructorParameters<Writers['ParquetWriter']>[0]['schema'];

/** The package is optional: most people never write Parquet. */
async function loadWriter(): Promise<Writers> {
  try {
    return await import('hyparquet-writer');
  } catch (cause) {
    const message = 'the package that writes Parquet is not installed';
    throw new ImporterError('usage', message, 'Install it: npm install hyparquet-writer', { cause });
  }
}

function schemaOf(columns: readonly Column[]): Schema {
  return [
    { name: 'articles', num_children: columns.length },
    ...columns.map(({ name, isNumber }): Schema[number] =>
      isNumber
        ? { name, type: 'INT32', repetition_type: 'OPTIONAL' }
        : { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ),
  ];
}

function dataOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]) {
  return columns.map(({ name }, index) => ({ name, data: rows.map((row) => row[index] ?? null) }));
}
