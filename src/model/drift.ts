/** Captures of a site's articles, and how many of them lacked what. */
export interface FieldCounts {
  readonly articles: number;
  readonly withoutDate: number;
  readonly withoutViews: number;
  readonly withoutBody: number;
}

/** What one import found of a site, and what all imports before it had found. */
export interface SiteHistory {
  readonly site: string;
  readonly before: FieldCounts;
  readonly now: FieldCounts;
}

/** A field that a site's pages lack far more often than they used to. */
export interface Drift {
  readonly site: string;
  readonly field: 'datePublished' | 'views' | 'articleBody';
  readonly before: MissingShare;
  readonly now: MissingShare;
}

/** How many of how many articles lack a field; `share` is from 0 to 1, to four digits. */
export interface MissingShare {
  readonly articles: number;
  readonly missing: number;
  readonly share: number;
}
