/** Order in which a site prints its two counters. */
export type CounterOrder = 'views-comments' | 'comments-views';

/** Software that makes the pages of a site. */
export type SiteEngine = 'dle' | 'wordpress';

/** One newspaper on the web. */
export interface Site {
  /** Main host, without `www.`. */
  readonly host: string;
  /** Earlier and parallel hosts. */
  readonly otherHosts?: readonly string[];
  /** Name of the paper as it prints it, in the nominative. */
  readonly name: string;
  readonly issn?: string;
  /** BCP 47. */
  readonly language?: string;
  /** IANA time zone of the clock of the site. */
  readonly timeZone?: string;
  readonly counterOrder?: CounterOrder;
}

/** Selectors of one design of a site, in order of preference. `::attr(name)` takes an attribute instead of the text. */
export interface Layout {
  readonly name: string;
  /** An element that only pages of this layout have; without it every layout is tried that finds headline and body. */
  readonly mark?: string;
  /** ISO 8601 day after which the site no longer used this layout. */
  readonly usedUntil?: string;
  readonly headline?: readonly string[];
  readonly lead?: readonly string[];
  readonly articleBody?: readonly string[];
  /** Elements inside the body that are no text of the story: adverts, links to related stories. */
  readonly notBody?: readonly string[];
  readonly datePublished?: readonly string[];
  readonly author?: readonly string[];
  readonly articleSection?: readonly string[];
  readonly keywords?: readonly string[];
  readonly views?: readonly string[];
  readonly commentCount?: readonly string[];
  readonly comment?: CommentLayout;
}

/** Where a comment and its parts stand. Parts are looked up inside the comment's element. */
export interface CommentLayout {
  readonly item: string;
  readonly author: readonly string[];
  readonly date: readonly string[];
  readonly text: readonly string[];
}

/** A newspaper, or one family of themes, as data. */
export interface SiteProfile {
  /** Stable name, kebab-case. */
  readonly name: string;
  readonly publisher?: string;
  /** Software whose pages this profile reads where no profile knows their host. */
  readonly engine?: SiteEngine;
  readonly sites: readonly Site[];
  readonly counterOrder?: CounterOrder;
  readonly timeZone?: string;
  /** Account names that are no author: `admin`, `Редакция`. Compared case-folded. */
  readonly genericAuthors?: readonly string[];
  /** Newest first. */
  readonly layouts: readonly Layout[];
}
