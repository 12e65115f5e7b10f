import type { SiteProfile } from '../model/site-profile.js';

/** What is known of a page from outside it. */
export interface ExtractContext {
  readonly url: string | null;
  /** Moment (ISO 8601 in UTC) or day of the fetch, where the dump or the user says it. */
  readonly capturedAt: string | null;
  /** Name of a profile or host of a site, given by the user. */
  readonly site: string | null;
  readonly baseUrl: string | null;
  readonly profiles: readonly SiteProfile[];
  /** Segments that hold damage which could not be mended. */
  readonly unmendable: ReadonlySet<number>;
}
