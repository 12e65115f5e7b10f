import type { ImportSummary } from './store.js';

/** The figures of a report: counts and short lists, bounded whatever the archive holds. Days are ISO 8601. */
export interface ReportFigures {
  readonly totals: ReportTotals;
  /** First and last day of publication. */
  readonly published: DaySpan;
  /** First and last day on which a page was captured, as far as it is known. */
  readonly captured: DaySpan;
  /** Newspapers, most articles first. */
  readonly sites: readonly SiteFigures[];
  /** Every year with articles, in order, with the articles of its twelve months. */
  readonly years: readonly { readonly year: number; readonly months: readonly number[] }[];
  /** The days of the latest years on which articles or issues came out, in order. */
  readonly days: readonly DayFigures[];
  /** By newspaper and year; an issue whose year is not known stands under null. */
  readonly issueYears: readonly IssueYear[];
  /** Most articles first; null is no section. */
  readonly sections: readonly { readonly name: string | null; readonly articles: number }[];
  /** Bodies from which articles were taken: in how many as origin, in how many as the one that passes on. */
  readonly origins: readonly { readonly name: string; readonly articles: number; readonly relays: number }[];
  /** Readings of the views of articles, by the age of the article on the day of the reading. */
  readonly viewsByAge: readonly ViewsAtAge[];
  readonly mostRead: readonly {
    readonly publishedOn: string | null;
    readonly headline: string | null;
    readonly views: number;
  }[];
  /** Charsets that pages declared, and those by which they were read; most captures first. */
  readonly charsets: readonly { readonly declared: string | null; readonly used: string; readonly captures: number }[];
  readonly repairs: readonly RepairFigures[];
  /** Articles in whose words damage stands. */
  readonly damaged: readonly DamagedArticle[];
  /** By reason, most frequent first. */
  readonly rejects: readonly RejectFigures[];
  /** Dumps by format. */
  readonly formats: readonly FormatFigures[];
  /** Newest first. */
  readonly imports: readonly (ImportSummary & { readonly toolVersion: string })[];
}

/** What is counted over the whole archive. */
export interface ReportTotals {
  readonly sources: number;
  /** Dumps that were cut short or could not be read to their end. */
  readonly unfinishedSources: number;
  readonly captures: number;
  readonly articles: number;
  readonly undatedArticles: number;
  /** Articles with more than one text. */
  readonly changedArticles: number;
  /** Articles that name where their text comes from. */
  readonly attributedArticles: number;
  readonly damagedArticles: number;
  readonly sites: number;
  readonly sections: number;
  readonly origins: number;
  readonly issues: number;
  readonly inferredIssues: number;
  readonly missingIssues: number;
  /** Repairs that were applied. */
  readonly repairs: number;
  readonly rejects: number;
  readonly imports: number;
}

/** Null where no day is known. */
export interface DaySpan {
  readonly first: string | null;
  readonly last: string | null;
}

/** One newspaper. */
export interface SiteFigures {
  readonly host: string;
  readonly name: string | null;
  readonly articles: number;
  readonly undated: number;
  readonly issues: number;
  readonly published: DaySpan;
}

/** One day of publication. */
export interface DayFigures {
  readonly day: string;
  readonly articles: number;
  readonly issues: number;
}

/** The issues of one newspaper in one year. */
export interface IssueYear {
  readonly site: string;
  readonly year: number | null;
  /** As pages name them. */
  readonly known: number;
  /** Those of which some value was deduced. */
  readonly inferred: number;
  readonly missing: number;
  /** The first of the missing numbers, as runs from first to last. */
  readonly missingRuns: readonly (readonly [number, number])[];
}

/** Readings of articles between two ages in days, the last included; `to` is null where there is no end. */
export interface ViewsAtAge {
  readonly from: number;
  readonly to: number | null;
  readonly readings: number;
  /** Views at a quarter, the half and three quarters of the readings, exact to three digits. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The repairs of one method. `left` is damage that nobody could mend, `proposed` what was not sure enough. */
export interface RepairFigures {
  readonly method: string;
  readonly outcome: 'applied' | 'proposed' | 'left';
  readonly count: number;
  readonly samples: readonly { readonly before: string; readonly after: string | null }[];
}

/** An article in whose words damage stands: the number by which `show` finds it, and some of the damaged words. */
export interface DamagedArticle {
  readonly id: number;
  readonly publishedOn: string | null;
  readonly headline: string | null;
  readonly piece: string;
}

/** Records rejected for one reason, with the place of one of them. */
export interface RejectFigures {
  readonly code: string;
  readonly stage: string;
  readonly count: number;
  readonly path: string;
  readonly locator: string;
  readonly message: string;
}

/** Dumps of one format. */
export interface FormatFigures {
  readonly format: string;
  readonly sources: number;
  readonly records: number;
  readonly rejected: number;
  readonly unfinished: number;
}

/** An archive that can be reported on. */
export interface ReportReader {
  /** Counts the whole archive; what comes back fits in memory however large that is. */
  reportFigures(): Promise<ReportFigures>;
}
