import type { Article } from '../model/article.js';
import type { CaptureRecord } from '../model/extraction.js';

/** The record with the words of its story in NFC, as a full-text index needs them; a record that came as NDJSON may not have them so. */
export function storable(record: CaptureRecord): CaptureRecord {
  return record.article === null ? record : { ...record, article: inNfc(record.article) };
}

function inNfc(article: Article): Article {
  const headline = article.headline?.normalize('NFC') ?? null;
  const lead = article.lead?.normalize('NFC') ?? null;
  return { ...article, headline, lead, articleBody: article.articleBody.map((text) => text.normalize('NFC')) };
}
