import type { AttributionRole } from '../../model/attribution.js';
import type { Word } from './attribution-words.js';

/** A sentence in the form the grammars read. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A source as a grammar found it in a sentence. */
export interface Finding {
  readonly name: string;
  readonly role: AttributionRole;
  readonly rule: string;
  /** Offsets of the words that say so, in the sentence. */
  readonly start: number;
  readonly end: number;
}
