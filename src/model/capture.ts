import type { Diagnostic } from './diagnostic.js';

/** Where a capture was found, precise enough to find it again. */
export interface SourceRef {
  /** Path as the user named it, or `-` for standard input. */
  readonly path: string;
  /** Format of the dump: `text`, `html`, `jsonl`, `warc` … */
  readonly format: string;
  /** `file`, `offset:N`, `entry:NAME`, `line:N`, `item:N`; nested with `!`. */
  readonly locator: string;
}

/** What says when a page was fetched, strongest first. */
export type CapturedAtBasis =
  | 'warc-date'
  | 'http-date'
  | 'record'
  | 'saved-page'
  | 'given'
  | 'page-clock'
  | 'calendar-day';

/** One fetched page as its reader hands it on: bytes, and what the dump says of them. */
export interface Capture {
  readonly source: SourceRef;
  /** Address of the page (`WARC-Target-URI`), or null where the dump does not say. */
  readonly url: string | null;
  /** Moment of the fetch, ISO 8601 in UTC (`WARC-Date`). */
  readonly capturedAt: string | null;
  readonly capturedAtBasis: CapturedAtBasis | null;
  readonly httpStatus: number | null;
  /** Media type without parameters: `text/html` or `text/plain`. */
  readonly mediaType: string;
  /** Charset label of the HTTP header or of the record, as it stands. */
  readonly charsetDeclared: string | null;
  /** Bytes of the page, transfer and content encoding removed. */
  readonly payload: Uint8Array;
  /** SHA-256 of `payload`, lower-case hexadecimal. */
  readonly contentSha256: string;
  /** `WARC-Record-ID`, or null. */
  readonly recordId: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** `WARC-Payload-Digest`, as it stands: by it a `Revisit` names this capture. */
  readonly payloadDigest?: string | null;
  /** True where `payload` is no page but the record of one, as `parse` and `export` print it (JSON, sound). */
  readonly isRecord?: true;
  /** What a page that an archive kept was read with: it stands where the user now says nothing else. */
  readonly readWith?: ReadWith;
}

/** What the user said of pages, beside their bytes, that their reading depends on. */
export interface ReadWith {
  readonly charset: string | null;
  readonly site: string | null;
  readonly baseUrl: string | null;
}

/** The bytes of a page as an archive keeps them, and what is needed to read them again. */
export interface KeptPage {
  readonly contentSha256: string;
  /** Size of the page in bytes. */
  readonly bytes: number;
  /** The page, deflated (zlib), or as it is where that is no shorter. */
  readonly payload: Uint8Array;
  /** What its dump says of the page, and how it was read: JSON. */
  readonly facts: string;
}

/** A dump file (or standard input) as it stands on disk. */
export interface Source {
  readonly path: string;
  readonly format: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** ISO 8601 in UTC; null for standard input. */
  readonly modifiedAt: string | null;
  /** SHA-256 of the whole dump, lower-case hexadecimal; null where it was not read to its end. */
  readonly sha256: string | null;
  /** What no change leaves as it is (size, times and place on the disk); null where it is too young to be relied on. */
  readonly fingerprint?: string | null;
  /** Which piece of a large dump it is (`2/5`), where a shard holds no more of it; else null. */
  readonly part?: string | null;
}

/** Where a source stands in an archive: its row, and whether its pages are kept. */
export interface StoredPlace {
  readonly row: number;
  readonly keepsPages: boolean;
}

/** A page that was fetched again and had not changed: a capture without its content (WARC `revisit`). */
export interface Revisit {
  readonly source: SourceRef;
  readonly url: string | null;
  /** Moment of this fetch, ISO 8601 in UTC. */
  readonly capturedAt: string | null;
  /** The capture that holds the content, as far as the record names it. */
  readonly refersTo: {
    readonly url: string | null;
    readonly capturedAt: string | null;
    readonly recordId: string | null;
    /** `WARC-Payload-Digest`, as it stands. */
    readonly payloadDigest: string | null;
  };
  readonly httpStatus: number | null;
  readonly recordId: string | null;
}

/** A dump that was cut when it was read, and where reading can go on now that it has grown. */
export interface ResumePoint {
  readonly sourceId: number;
  readonly format: string;
  /** Size (bytes) and SHA-256 of the dump as it was. */
  readonly bytes: number;
  readonly sha256: string;
  /** Byte of the dump at which the cut record begins. */
  readonly resumeAt: number;
  /** Records before it: they need not be read again. */
  readonly records: number;
}

/** How the reading of a source ended. */
export type SourceState = 'done' | 'truncated' | 'failed';

/** Why a dump that the user named could not be read at all. */
export type DumpFailure = 'input-missing' | 'input-unusable' | 'permission' | 'io';

/** What a reader meets, in the order of the dumps: a `source`, its records, its `end`; or one of the two that stand alone. */
export type ReadResult =
  /** No dump could be opened at this path. */
  | { readonly kind: 'failed'; readonly path: string; readonly code: DumpFailure; readonly message: string }
  /** The archive holds this source already; its records are not read again. */
  | { readonly kind: 'unchanged'; readonly path: string }
  | {
      readonly kind: 'source';
      readonly source: Source;
      /** Where its records go on, where it was read before and has only grown. */
      readonly resumed?: ResumePoint;
      /** Where it stands in the archive, if it is the archive that is read again. */
      readonly stored?: StoredPlace;
    }
  | { readonly kind: 'capture'; readonly capture: Capture }
  /** No page: an image, a stylesheet, a WARC request. `detail` is the kind under which it is tallied. */
  | {
      readonly kind: 'skipped';
      readonly locator: string;
      readonly detail: string;
      /** What is known of it, where `detail` is `revisit`. */
      readonly revisit?: Revisit;
    }
  | {
      readonly kind: 'unreadable';
      readonly locator: string;
      /** The stage that could not read it, where that is not `read`. */
      readonly stage?: string;
      readonly code: string;
      readonly message: string;
      readonly excerpt: string | null;
    }
  | {
      readonly kind: 'end';
      readonly state: SourceState;
      /** Byte of the dump at which a truncated source goes on when it has grown; null where it must be read anew. */
      readonly resumeAt: number | null;
      /** Software that made the dump, as it says itself (`warcinfo`). */
      readonly crawler: string | null;
    };
