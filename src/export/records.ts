import type { CaptureRecord } from '../model/extraction.js';

/** Records without the names of those who commented, unless they are asked for. */
export async function* toRecords(
  records: AsyncIterable<CaptureRecord>,
  { withComments }: { readonly withComments: boolean },
): AsyncGenerator<CaptureRecord> {
  for await (const record of records) yield withComments ? record : withoutNames(record);
}

function withoutNames(record: CaptureRecord): CaptureRecord {
  const { article } = record;
  if (article === null || article.comments.length === 0) return record;
  return {
    ...record,
    article: { ...article, comments: article.comments.map((comment) => ({ ...comment, author: null })) },
    repairs: record.repairs.filter(({ field }) => !COMMENT_FIELD.test(field)),
  };
}

/** A repair in a comment may hold a name. */
const COMMENT_FIELD = /comment/i;
