const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in the order and the case in which they stand. */
export function toWords(text: string): readonly string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/** Harmonic mean of precision and recall of two lists of words, their order left aside; 1 where both are empty. */
export function wordF1(found: readonly string[], expected: readonly string[]): number {
  if (found.length + expected.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) shared += 1;
    left.set(word, rest - 1);
  }
  return (2 * shared) / (found.length + expected.length);
}
