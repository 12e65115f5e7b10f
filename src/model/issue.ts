/** An issue of the printed paper (schema.org PublicationIssue), as a page names it. Evidence of the crawl, not of the article. */
export interface IssueMention {
  /** Number within the year; null where only the serial is printed. */
  readonly number: number | null;
  /** Second number of a double issue (№98-99). */
  readonly numberEnd: number | null;
  /** Number counted since the first issue of the paper. */
  readonly serial: number | null;
  readonly serialEnd: number | null;
  /** ISO 8601 day. */
  readonly datePublished: string | null;
  /** The title as printed. */
  readonly label: string;
  readonly url: string | null;
}

/** The archive calendar in the margin of a page: it shows the month of the crawl. */
export interface CalendarMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** ISO 8601 day marked as today, or null. */
  readonly day: string | null;
  /** ISO 8601 days that link to news. */
  readonly daysWithNews: readonly string[];
}
