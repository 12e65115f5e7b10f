/** A reader's comment. */
export interface Comment {
  /** The site's own id. */
  readonly nativeId: string | null;
  readonly author: string | null;
  /** ISO 8601 day as printed there. */
  readonly date: string | null;
  /** `HH:MM` as printed there. */
  readonly time: string | null;
  /** `nativeId` of the comment it answers. */
  readonly parent: string | null;
  readonly text: string;
}

/** A picture in a story. */
export interface Image {
  readonly url: string;
  readonly alt: string | null;
}

/** A story as one page shows it (schema.org NewsArticle). What is not known is null or empty, never a guess. */
export interface Article {
  /** The site's own id of the story. */
  readonly nativeId: string | null;
  readonly headline: string | null;
  /** The first paragraph, where the page sets it apart. */
  readonly lead: string | null;
  /** Every paragraph in order, white space folded, the lead included. */
  readonly articleBody: readonly string[];
  /** ISO 8601 day, the day printed on the page. */
  readonly datePublished: string | null;
  /** `HH:MM`, kept even where the day cannot be known. */
  readonly timePublished: string | null;
  /** ISO 8601 day. */
  readonly dateModified: string | null;
  /** The date as printed. */
  readonly dateText: string | null;
  /** Deepest category as printed, else as in the address. */
  readonly articleSection: string | null;
  readonly author: string | null;
  /** BCP 47: kk, kk-Latn, ru, ky … */
  readonly inLanguage: string | null;
  readonly keywords: readonly string[];
  /** Reading of the counter at the moment of the crawl. */
  readonly views: number | null;
  readonly commentCount: number | null;
  readonly comments: readonly Comment[];
  readonly images: readonly Image[];
}
