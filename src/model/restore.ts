import type { Repair } from './repair-step.js';

/** The words of an article as its captures give them, before anything was restored in them. */
export interface ArticleText {
  /** Host of the site and key of the story there. */
  readonly site: string;
  readonly key: string;
  readonly headline: string | null;
  readonly lead: string | null;
  readonly paragraphs: readonly string[];
}

/** The same words with what was restored in them put in, and what was done or is proposed. */
export interface RestoredText extends ArticleText {
  /** Of the fields `headline` and `articleBody`, in order of place; `seq` counts from 1. */
  readonly repairs: readonly Repair[];
}
