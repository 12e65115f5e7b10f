import type { PageKind } from './page.js';

/** What a person can say of a page, in the names of the record. Null or an empty list: the page shows none. */
export interface TruthValues {
  readonly kind: PageKind;
  readonly headline: string | null;
  readonly lead: string | null;
  readonly articleBody: readonly string[];
  /** ISO 8601 day. */
  readonly datePublished: string | null;
  /** `HH:MM`. */
  readonly timePublished: string | null;
  readonly articleSection: string | null;
  readonly author: string | null;
  readonly views: number | null;
  readonly commentCount: number | null;
  readonly keywords: readonly string[];
}

export type TruthField = keyof TruthValues;

/** A labelled page: which one it is, and what is known of it. Fields that are not named are not judged. */
export interface PageTruth {
  /** End of the path of its dump. */
  readonly file: string | null;
  /** Place in that dump, where it holds several pages. */
  readonly locator: string | null;
  readonly url: string | null;
  readonly values: Partial<TruthValues>;
  /** Paragraphs that a body may hold or not. */
  readonly bodyOptional: readonly string[];
}
