import type { Attribution } from './attribution.js';
import type { CapturedAtBasis } from './capture.js';
import type { CaptureRecord } from './extraction.js';
import type { Repair } from './repair-step.js';
import type { StoredBatch } from './store.js';

/** Which articles are wanted. What is null does not matter. */
export interface ArticleFilter {
  /** First and last day, month or year of publication: `2019`, `2019-06`, `2019-06-24`. An article without a day is in neither. */
  readonly from: string | null;
  readonly to: string | null;
  /** Name of a body that the article names as its source; letters are compared folded, a part of the name will do. */
  readonly source: string | null;
  /** Section, compared as `source`. */
  readonly section: string | null;
  /** Host, name or profile of the newspaper, compared as `source`. */
  readonly site: string | null;
  /** Only articles in which damage stands that nothing mended for certain. */
  readonly damaged: boolean;
}

/** An expression of the full-text index: what an article must match, and what it must not. Null where nothing is asked. */
export interface TextMatch {
  readonly match: string | null;
  readonly without: string | null;
}

/** An article found, with its words. */
export interface FoundArticle {
  readonly id: number;
  /** Host of its site, and its key there. */
  readonly site: string;
  readonly key: string;
  readonly url: string | null;
  readonly headline: string | null;
  readonly lead: string | null;
  readonly body: string;
  readonly section: string | null;
  readonly publishedOn: string | null;
  /** bm25: the smaller, the better; 0 where no word was asked for. */
  readonly rank: number;
}

/** A comment as the archive keeps it. */
export interface StoredComment {
  readonly author: string | null;
  readonly postedOn: string | null;
  readonly postedTime: string | null;
  readonly text: string;
}

/** One article as all its captures together show it. */
export interface StoredArticle {
  readonly id: number;
  readonly site: SiteFacts;
  readonly key: string;
  /** SHA-256 of the text of its captures that stands, lower-case hexadecimal. */
  readonly textSha256: string;
  readonly nativeId: string | null;
  readonly url: string | null;
  readonly headline: string | null;
  readonly lead: string | null;
  readonly paragraphs: readonly string[];
  readonly section: string | null;
  readonly author: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly publishedOn: string | null;
  readonly publishedTime: string | null;
  readonly modifiedOn: string | null;
  readonly dateText: string | null;
  readonly views: number | null;
  readonly commentCount: number | null;
  readonly firstCapturedAt: string | null;
  readonly lastCapturedAt: string | null;
  readonly versionCount: number;
  readonly keywords: readonly string[];
  readonly images: readonly { readonly url: string; readonly alt: string | null }[];
  readonly attributions: readonly Attribution[];
  readonly comments: readonly StoredComment[];
  /** Applied repairs of the text that stands, and damage left in it. */
  readonly repairCount: number;
  readonly damageCount: number;
}

/** A newspaper. */
export interface SiteFacts {
  readonly host: string;
  readonly name: string | null;
  readonly issn: string | null;
  readonly publisher: string | null;
}

/** A text that an article has or had. */
export interface ArticleVersion {
  readonly textSha256: string;
  /** True for the text that the article shows. */
  readonly isPresent: boolean;
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
  /** Earliest known moment at which it was seen. */
  readonly firstCapturedAt: string | null;
}

/** A capture of an article: a reading of its counters, and the places of dumps that hold it. */
export interface ArticleReading {
  readonly capturedAt: string | null;
  readonly capturedAtBasis: CapturedAtBasis | null;
  /** Bounds of the day of the crawl where `capturedAt` is null; an open end is null. */
  readonly capturedFrom: string | null;
  readonly capturedTo: string | null;
  readonly url: string | null;
  readonly httpStatus: number | null;
  readonly charset: string;
  readonly contentSha256: string;
  /** The text it shows. */
  readonly textSha256: string | null;
  readonly views: number | null;
  readonly commentCount: number | null;
  readonly locations: readonly {
    readonly path: string;
    readonly format: string;
    readonly locator: string;
    readonly collection: string | null;
    readonly rights: string | null;
    readonly note: string | null;
  }[];
}

/** A repair of an article's text; `restored` where `restore` found it in the rest of the archive. */
export interface ArticleRepair extends Repair {
  readonly restored: boolean;
}

/** Everything the archive knows of one article. */
export interface ArticleHistory {
  readonly article: StoredArticle;
  /** Oldest first. */
  readonly versions: readonly ArticleVersion[];
  /** Oldest first. */
  readonly readings: readonly ArticleReading[];
  /** Of the text that stands. */
  readonly repairs: readonly ArticleRepair[];
  readonly evidence: readonly { readonly field: string; readonly rule: string; readonly layer: string }[];
  /** The article of another site that had this text before. */
  readonly reprintOf: { readonly site: string; readonly key: string; readonly headline: string | null } | null;
}

/** What names one article: its row, an address under which it was found, or site and key. */
export type ArticleName =
  | { readonly id: number }
  | { readonly url: string }
  | { readonly site: string; readonly key: string };

/** An archive that is asked. */
export interface ArchiveReader {
  /** Articles that match, best first, and how many there are in all. */
  search(
    text: TextMatch,
    filter: ArticleFilter,
    limit: number,
  ): Promise<{ readonly total: number; readonly articles: readonly FoundArticle[] }>;
  /** The first word of the full-text index, in the order of code points, that begins so; for phrases in every spelling. */
  firstWord?(beginning: string): Promise<string | null>;
  /** The article of that name, or null. */
  find(name: ArticleName): Promise<ArticleHistory | null>;
  /** Articles in the order of their sites and keys, a portion in memory at a time. */
  articles(text: TextMatch, filter: ArticleFilter): AsyncIterable<StoredArticle>;
  /** Records of the captures of those articles, in key order; of all captures where nothing is filtered. */
  records(text: TextMatch, filter: ArticleFilter): AsyncIterable<CaptureRecord>;
  /**
   * Every source (or every one with kept pages) with its records, rejects and end, as an import would bring them; some records at a time.
   * A kept page is unpacked when it is asked for.
   */
  sources(choice?: { readonly onlyKept: boolean }): AsyncIterable<StoredBatch>;
  close(): Promise<void>;
}
