import type { Choice } from './word-lattice.js';

/** Probability that a chosen word is right. */
export function confidenceOf(choice: Choice, damage: { readonly lost: number; readonly length: number }): number {
  return damage.lost < 0 ? 0 : choice.probability;
}
