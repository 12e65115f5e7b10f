import type { RepairStep } from './repair-step.js';

/** What a page is: only `article` holds a story. */
export type PageKind = 'article' | 'listing' | 'issue' | 'static' | 'error' | 'other';

/** What showed the charset of a page, strongest first. */
export type CharsetEvidence = 'given' | 'bom' | 'valid-utf-8' | 'ascii' | 'statistics' | 'declared' | 'fallback';

/** Charset of a page, by WHATWG names, and `kz-1048` and `pt154`, which WHATWG lacks. */
export interface PageCharset {
  readonly used: string;
  /** The label that the HTTP header, the record or a meta tag gives, as it stands. */
  readonly declared: string | null;
  readonly evidence: CharsetEvidence;
}

/** A page whose bytes have become text. */
export interface DecodedPage {
  readonly text: string;
  readonly charset: PageCharset;
}

/** The texts of a page after repair, one for each segment, and what was done to them in order. */
export interface RepairedSegments {
  readonly texts: readonly string[];
  /** Ordered by segment, then by place from left to right; the layers of one place follow each other. */
  readonly steps: readonly RepairStep[];
}
