import type { PageElement } from './page-tree.js';

/** What the other readers have found of a story. */
export interface StorySigns {
  readonly headline: string | null;
  /** Whether an element of the page prints the headline. */
  readonly isPrinted: boolean;
  readonly body: PageElement | null;
  /** Letters of the body's paragraphs. */
  readonly bodyLength: number;
  readonly hasDate: boolean;
  readonly hasCounters: boolean;
  /** Number of readers' comments that the page shows. */
  readonly comments: number;
}
