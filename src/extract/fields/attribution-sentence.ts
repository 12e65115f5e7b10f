import type { AttributionRole } from '../../model/attribution.js';
import type { Case } from './attribution-kk-forms.js';
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

/** A body that a sentence names, and where. */
export interface Unit {
  /** In the nominative, without quotes. */
  readonly name: string;
  readonly case: Case;
  /** An outlet goes by its name alone; an office is known by its noun. */
  readonly kind: 'outlet' | 'office';
  /** «тілшісі», «корреспондент»: a person of the outlet may be named after it. */
  readonly person: boolean;
  /** First word, and the one after the last. */
  readonly from: number;
  readonly to: number;
}
