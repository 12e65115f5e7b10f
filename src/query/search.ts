import type { ArchiveReader, ArticleFilter } from '../model/query.js';
import { articleId } from './article-id.js';
import { markHits, snippetOf, type TextPart } from './mark-hits.js';
import { readQuery } from './read-query.js';

export interface SearchOptions extends ArticleFilter {
  /** Articles wanted, at most. */
  readonly limit: number;
}

/** An article that a search found. */
export interface SearchHit {
  /** Row of the archive, good for `show` in this archive. */
  readonly id: number;
  /** Its name in every archive. */
  readonly articleId: string;
  readonly site: string;
  readonly publishedOn: string | null;
  readonly section: string | null;
  readonly url: string | null;
  readonly headline: readonly TextPart[];
  readonly snippet: readonly TextPart[];
  /** bm25 turned round: the larger, the better. */
  readonly score: number;
}

/** What a search found: the best hits, and how many articles match in all. */
export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** Searches the articles of an archive, best first; without words all that pass the filter, newest first. */
export async function searchArticles(
  reader: ArchiveReader,
  query: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const parsed = await readQuery(reader, query);
  if (query.trim() !== '' && parsed.match === null && parsed.without === null) return { total: 0, hits: [] };
  const { total, articles } = await reader.search(parsed, options, options.limit);
  const hits = articles.map((article) => ({
    id: article.id,
    articleId: articleId(article),
    site: article.site,
    publishedOn: article.publishedOn,
    section: article.section,
    url: article.url,
    headline: markHits(article.headline ?? '', parsed.terms),
    snippet: snippetOf(article.body, parsed.terms),
    score: article.rank === 0 ? 0 : -article.rank,
  }));
  return { total, hits };
}
