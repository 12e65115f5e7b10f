import type { KeptPage, ResumePoint, Revisit, Source, SourceState } from './capture.js';
import type { Drift, SiteHistory } from './drift.js';
import type { CaptureRecord } from './extraction.js';
import type { ArticleText, RestoredText } from './restore.js';
import type { SettleReport, SettleRules } from './settle.js';
import type { ContentRow, Damage, SourcePlaces } from './verify.js';

/** Where every record of a dump ends: `read` is always the sum of the other five. */
export interface Tally {
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** A record that could not be read. */
export interface Reject {
  readonly locator: string;
  /** `read`, `decode`, `extract` or `store`. */
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  /** At most 200 characters of the record. */
  readonly excerpt: string | null;
}

/** One record of a source on its way into the store. */
export type StoreItem =
  | {
      readonly kind: 'record';
      readonly record: CaptureRecord;
      /** The hash by which a `Revisit` names this capture. */
      readonly payloadDigest?: string | null;
      /** Version of the rules that read it; null where that cannot be told, because it came as a record. */
      readonly rulesVersion?: number | null;
      /** The page itself, where it is to be kept. */
      readonly kept?: KeptPage;
    }
  | {
      readonly kind: 'skipped';
      readonly locator: string;
      readonly detail: string;
      /** A page fetched again unchanged: a capture of the page, once the archive holds what it refers to. */
      readonly revisit?: Revisit;
    }
  | { readonly kind: 'reject'; readonly reject: Reject; readonly kept?: KeptPage };

/** A run of records of one source, and its end where the run reaches it. */
export interface SourceBatch {
  readonly source: Source;
  /** What the user said of the source. */
  readonly collection: string | null;
  readonly rights: string | null;
  readonly note: string | null;
  readonly items: readonly StoreItem[];
  /** Null while more is to come. */
  readonly end: SourceState | null;
  /** The earlier reading of the same dump that these records go on from. */
  readonly resumed?: ResumePoint | null;
  /** With `end`: byte at which a truncated dump goes on when it has grown; null where it must be read anew. */
  readonly resumeAt?: number | null;
  /** With `end`: software that made the dump. */
  readonly crawler?: string | null;
  /** True where its pages are kept. */
  readonly keepsPages?: boolean;
  /** Its row in the archive that is written to, where it is known. */
  readonly row?: number;
}

/** A run of records as an archive holds them. */
export interface StoredBatch extends SourceBatch {
  /** The row of their source in that archive. */
  readonly storedRow: number;
}

/** A source that the archive already holds in full. */
export interface KnownSource {
  readonly sourceId: number;
  /** Records it was found to hold. */
  readonly records: number;
  /** What it is known by from now on, where that changed. */
  readonly fingerprint?: string | null;
}

export type ImportStatus = 'running' | 'ok' | 'partial' | 'failed' | 'interrupted';

/** What one import did, as `status` lists it. */
export interface ImportSummary extends Tally {
  readonly id: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly status: ImportStatus;
}

/** What an archive holds. */
export interface ArchiveStatus {
  readonly articles: number;
  readonly issues: number;
  readonly captures: number;
  readonly sources: number;
  /** Applied repairs. */
  readonly repairs: number;
  readonly sites: readonly { readonly host: string; readonly name: string | null; readonly articles: number }[];
  readonly sourceStates: Readonly<Record<string, number>>;
  /** Newest first. */
  readonly imports: readonly ImportSummary[];
  /** By code, most frequent first. */
  readonly rejects: readonly { readonly code: string; readonly count: number; readonly example: string }[];
  readonly captureKinds: Readonly<Record<string, number>>;
  /** Fields that the last import of a site found missing far more often than the imports before it. */
  readonly drift: readonly Drift[];
  /** Version of the rules at hand, and how many captures an older one read. */
  readonly rules: { readonly version: number; readonly olderCaptures: number };
  /** Pages that the archive keeps: their number, their bytes, and the bytes they take. */
  readonly keptPages: { readonly pages: number; readonly bytes: number; readonly packed: number };
  /** Bodies from which most articles were taken. */
  readonly sourceNames: readonly { readonly name: string; readonly articles: number }[];
  /** Repairs by method, with one of each: what stood there, and what stands there now (null where nobody can mend it). */
  readonly repairMethods: readonly {
    readonly method: string;
    readonly applied: boolean;
    readonly count: number;
    readonly before: string;
    readonly after: string | null;
  }[];
  readonly mostRead: readonly {
    readonly publishedOn: string | null;
    readonly headline: string | null;
    readonly views: number;
  }[];
  /** Runs of missing issue numbers by site and year. */
  readonly missingIssues: readonly {
    readonly host: string;
    readonly year: number;
    readonly numbers: readonly number[];
  }[];
}

/** What came in of one newspaper. */
export interface SiteArrivals {
  readonly host: string;
  readonly name: string | null;
  /** New articles. */
  readonly articles: number;
  /** Articles known before of which a new capture came. */
  readonly updated: number;
  readonly captures: number;
  /** Issues that no earlier capture names. */
  readonly issues: number;
}

/** What came in since a moment, by newspaper: those with most new articles first. */
export interface Arrivals extends Omit<SiteArrivals, 'host' | 'name'> {
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly sites: readonly SiteArrivals[];
  /** The imports that began since then, oldest first. */
  readonly imports: readonly ImportSummary[];
}

/** Per-source result of a write. */
export interface WriteResult {
  readonly tally: Tally;
  /** Skipped records by kind. */
  readonly skippedKinds: Readonly<Record<string, number>>;
  /** Applied repairs that came in with new captures. */
  readonly repairs: number;
}

/** What is to be forgotten: an import with the sources that no other import read, the sources at a path, or the captures of an article. */
export type ForgetSelection =
  | { readonly importId: number }
  | { readonly sourcePath: string }
  | { readonly articleId: number };

/** A source of which not all came into the archive. */
export interface UnfinishedSource {
  readonly path: string;
  readonly state: string;
  /** Records of its last reading that were rejected. */
  readonly rejected: number;
}

/** What was forgotten. */
export interface ForgetReport {
  readonly sources: number;
  /** Captures that no other source holds. */
  readonly captures: number;
}

/** What became of a wish to forget. */
export interface Forgotten extends ForgetReport {
  /** Articles that are gone. */
  readonly articles: number;
  /** False where the archive holds no such import, source or article. */
  readonly found: boolean;
}

/** How records are written. */
export interface WriteOptions {
  /** Read again what the archive holds already. */
  readonly force: boolean;
  /** True where nothing of this run follows. */
  readonly isLast?: boolean;
}

/** An archive that takes records. Writing is batched: one transaction a call. */
export interface Store {
  /** Registers an import and takes the archive's lock. Throws `ImporterError` `locked` when another import holds it. */
  beginImport(run: {
    readonly toolVersion: string;
    readonly argv: readonly string[];
    readonly lockTimeoutSeconds: number;
  }): Promise<number>;
  /**
   * The source, if the archive holds it whole and nothing of it was rejected (and keeps its pages, where that is wanted): told by its hash,
   * or without one by its fingerprint.
   */
  knownSource(source: Omit<Source, 'format'>, keepsPages?: boolean): Promise<KnownSource | null>;
  /** The reading of the same path that was cut, if nothing else was wrong with it; the source must begin as that one did. */
  resumePoint(source: Source): Promise<ResumePoint | null>;
  /** Counts unchanged sources for this import: their records are read and unchanged. */
  markUnchanged(importId: number, known: readonly KnownSource[]): Promise<void>;
  /** Writes runs of records in one transaction; one result a batch, in order. */
  write(importId: number, batches: readonly SourceBatch[], options: WriteOptions): Promise<readonly WriteResult[]>;
  /** Settles what only the whole archive can tell, where anything changed since; to be called at the end of an import. */
  settle(rules: SettleRules): Promise<SettleReport>;
  finishImport(importId: number, status: ImportStatus): Promise<void>;
  status(): Promise<ArchiveStatus>;
  /** What the imports brought that began at this day (UTC) or moment, ISO 8601, or later. */
  arrivals(since: string): Promise<Arrivals>;
  /**
   * Takes captures out of the archive, with all that only they said: it is then as if they had never been read. `settle` should follow.
   * Throws `ImporterError` `locked` while an import runs.
   */
  forget(selection: ForgetSelection): Promise<Forgotten>;
  /** Words of every article as its captures give them, in key order. */
  articleTexts(): AsyncIterable<ArticleText>;
  /** Puts restored words into articles, as a layer over what their captures give; an earlier one of the same article goes. */
  restore(texts: readonly RestoredText[]): Promise<void>;
  /** Takes the layer off again; gives how many articles had one. */
  undoRestore(): Promise<number>;
  /** The record of every capture as its page was read, in key order (content, address, moment, site). */
  records(): AsyncIterable<CaptureRecord>;
  /** Throws `ImporterError` `locked` where an import runs; what it gives throws it once somebody else has written to the archive. */
  watch(): Promise<() => Promise<void>>;
  /** What the archive finds wrong with its own texts, counts and records. */
  damages(): AsyncIterable<Damage>;
  /** Content and settled layer as they stand, restored words taken off: equal for archives of equal captures. */
  content(): AsyncIterable<ContentRow>;
  /** Every source with captures, and where in it they were found. */
  sourcePlaces(): AsyncIterable<SourcePlaces>;
  /** Sources of which something was rejected or that did not end well, a path once, in the order of their first import. */
  unfinishedSources(): Promise<readonly UnfinishedSource[]>;
  /** What an import found of each site, beside what all imports before it had found. */
  siteHistories(importId: number): Promise<readonly SiteHistory[]>;
  /** Number of issues and articles, for the summary of an import. */
  totals(): Promise<{ readonly articles: number; readonly issues: number }>;
  /** SHA-256 over all content in key order (design: `product.md`, last paragraph). */
  digest(): Promise<string>;
  close(): Promise<void>;
}
