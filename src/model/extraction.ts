import type { Article } from './article.js';
import type { Attribution } from './attribution.js';
import type { CapturedAtBasis, SourceRef } from './capture.js';
import type { Diagnostic } from './diagnostic.js';
import type { CalendarMonth, IssueMention } from './issue.js';
import type { PageCharset, PageKind } from './page.js';
import type { Repair } from './repair-step.js';

/** What says which value a field has: the rule by its name, and the layer it belongs to. */
export interface Evidence {
  readonly rule: string;
  /** `profile`, `structured-data`, `heuristic`, `line-grammar`, `address` … */
  readonly layer: string;
}

/** A segment of the page and the place of its text in a field, so that repairs can be shown where they were made. */
export interface Placement {
  readonly segment: number;
  readonly field: string;
  /** Code points from the beginning of the field's text to the beginning of the segment's text. */
  readonly start: number;
}

/** Everything the extractors read from one page. */
export interface Extraction {
  readonly kind: PageKind;
  readonly kindDetail: string | null;
  /** Canonical address that the page names for itself, or null. */
  readonly url: string | null;
  /** Host of the site, where the page itself or its address tells. */
  readonly site: string | null;
  /** Name of the profile that read the page; `generic` where none fits. */
  readonly profile: string;
  /** A moment or day of the crawl that the page itself proves. */
  readonly capturedAt: string | null;
  readonly capturedAtBasis: CapturedAtBasis | null;
  /** Bounds of the day of the crawl from issue list and calendar, ISO 8601; an open end is null. */
  readonly capturedBetween: readonly [string | null, string | null] | null;
  readonly article: Article | null;
  readonly issues: readonly IssueMention[];
  readonly calendar: CalendarMonth | null;
  readonly attributions: readonly Attribution[];
  /** Field name → what found its value. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly placements: readonly Placement[];
}

/** One capture with all that was read from it: the record that `parse` prints and a store takes. */
export interface CaptureRecord {
  readonly source: SourceRef;
  readonly url: string | null;
  /** Exact UTC time, or the day when the page proves it. */
  readonly capturedAt: string | null;
  readonly capturedAtBasis: CapturedAtBasis | null;
  readonly capturedBetween: readonly [string | null, string | null] | null;
  readonly httpStatus: number | null;
  readonly mediaType: string;
  readonly contentSha256: string;
  readonly recordId: string | null;
  readonly kind: PageKind;
  readonly kindDetail: string | null;
  readonly site: string | null;
  readonly profile: string;
  readonly charset: PageCharset;
  readonly article: Article | null;
  readonly issues: readonly IssueMention[];
  readonly calendar: CalendarMonth | null;
  readonly attributions: readonly Attribution[];
  readonly repairs: readonly Repair[];
  /** Field name → name of the rule that found its value. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Field name → layer of that rule. */
  readonly evidenceLayers: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}
