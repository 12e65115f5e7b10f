import type { CounterOrder } from './site-profile.js';

/** The name of a story in an archive: host of its site and its key there. */
export interface StoryName {
  readonly site: string;
  readonly key: string;
}

/** What all captures of one story together say that may join it with another. Lists are distinct; their order means nothing. */
export interface StoryFacts extends StoryName {
  /** False where the site cannot be told. */
  readonly isSiteTold: boolean;
  /** True where an id or an address says which story it is. */
  readonly isAddressed: boolean;
  /** True where nothing but print pages and later pages of the story are there. */
  readonly isCompanion: boolean;
  /** The site's own ids. */
  readonly nativeIds: readonly string[];
  /** Canonical addresses. */
  readonly addresses: readonly string[];
  /** ISO 8601 days of publication. */
  readonly days: readonly string[];
  /** Headlines, folded. */
  readonly titles: readonly string[];
  /** Hashes of the letters and digits of its bodies; none for a body too short to tell stories apart. */
  readonly bodies: readonly string[];
  /** The slug in its address; of a story without address the slugs that its headlines would have. */
  readonly slugs: readonly string[];
}

/** A story that is shown as part of another. */
export interface StoryJoin {
  readonly from: StoryName;
  readonly into: StoryName;
  /** Name of the rule that joined them. */
  readonly rule: string;
}

/** An issue of one site as its pages name it. */
export interface IssueReading {
  readonly id: number;
  readonly year: number | null;
  readonly number: number | null;
  readonly numberEnd: number | null;
  readonly serial: number | null;
  readonly serialEnd: number | null;
  readonly edition: string | null;
  /** ISO 8601 day. */
  readonly publishedOn: string | null;
  readonly label: string;
  readonly url: string | null;
  readonly status: 'listed' | 'page' | 'file';
}

/** An issue of one site as all readings together show it. */
export interface SettledIssue extends Omit<IssueReading, 'id'> {
  /** Ids of the readings that mean this issue; at least one. */
  readonly readings: readonly number[];
  /** True where a value was deduced that no page names. */
  readonly inferred: boolean;
}

/** Two counters without labels on one page of a site whose profile does not tell their order. */
export interface CounterReading {
  readonly captureId: number;
  /** The story that the page shows. */
  readonly story: string;
  /** As printed, left to right. */
  readonly first: number;
  readonly second: number;
  /** Comments that the page itself shows; null where it shows none. */
  readonly shown: number | null;
  /** ISO 8601. */
  readonly capturedAt: string | null;
}

/** What the pages of a site prove of the order of its counters. */
export interface SettledOrder {
  readonly order: CounterOrder;
  /** Name of the rule that settled it. */
  readonly rule: string;
  /** Readings for this order and against it. */
  readonly votes: number;
  readonly against: number;
}

/** The words of an article, by hashes: see `sketchOf`. */
export interface SketchedArticle {
  readonly id: number;
  readonly site: string;
  readonly key: string;
  /** ISO 8601 day and time, or null. */
  readonly publishedOn: string | null;
  readonly publishedTime: string | null;
  readonly sketch: readonly number[];
}

/** The same text in the papers of two sites. */
export interface Reprint {
  readonly article: number;
  /** The article that was there first. */
  readonly reprintOf: number;
  /** Share of the text that both have, from 0 to 1. */
  readonly shared: number;
  /** False where their dates do not tell which was first. */
  readonly isOrderKnown: boolean;
}

/** The rules by which a store settles what only the whole archive can tell. All of them are pure, and the order of what they get means nothing. */
export interface SettleRules {
  /** Hashes (32 bits) of all by which a story may be joined: stories that share none with another need not be shown to `joinStories`. */
  readonly linksOf: (story: StoryFacts) => readonly number[];
  readonly joinStories: (stories: readonly StoryFacts[]) => readonly StoryJoin[];
  readonly settleIssues: (readings: readonly IssueReading[]) => readonly SettledIssue[];
  readonly settleOrder: (readings: readonly CounterReading[]) => SettledOrder | null;
  readonly sketchOf: (body: string) => readonly number[];
  readonly findReprints: (articles: readonly SketchedArticle[]) => readonly Reprint[];
}

/** What settling an archive found. */
export interface SettleReport {
  readonly joins: number;
  readonly issuesInferred: number;
  readonly countersSwapped: number;
  readonly reprints: number;
}
