import type { StoredArticle } from '../model/query.js';
import { articleColumns } from './article-row.js';
import { csvLine } from './csv-line.js';

/** By it Excel tells UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table of articles as CSV, line by line. */
export async function* toCsv(
  articles: AsyncIterable<StoredArticle>,
  options: { readonly withComments: boolean; readonly bom: boolean },
): AsyncGenerator<string> {
  const columns = articleColumns(options.withComments);
  yield (options.bom ? BYTE_ORDER_MARK : '') + csvLine(columns.map(({ name }) => name));
  for await (const article of articles) yield csvLine(columns.map(({ cell }) => cell(article)));
}
