import type { Evidence } from '../../model/extraction.js';

/** Where a value was found, strongest first where everything else is equal. */
export type Layer = 'profile' | 'engine' | 'structured-data' | 'heuristic' | 'address';

/** One reading of a field. */
export interface Candidate<T> {
  readonly value: T;
  /** Name of what found it. */
  readonly rule: string;
  readonly layer: Layer;
  /** From 0 to 1; comparable within one field only. */
  readonly score: number;
}

/** How much a second finder that says the same adds; one that says it twice adds nothing. */
const AGREEMENT = 0.05;

/**
 * The best candidate of a field. A value that several finders give gains on the others; of equals the first wins. Null
 * where there is none: none beats wrong.
 */
export function chooseCandidate<T>(
  candidates: readonly Candidate<T>[],
  keyOf: (value: T) => string,
): Candidate<T> | null {
  const rules = new Map<string, Set<string>>();
  for (const { value, rule } of candidates) {
    const key = keyOf(value);
    rules.set(key, (rules.get(key) ?? new Set()).add(rule));
  }
  let best: Candidate<T> | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = candidate.score + AGREEMENT * ((rules.get(keyOf(candidate.value))?.size ?? 1) - 1);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** What a record says of the choice. */
export function evidenceOf({ rule, layer }: Candidate<unknown>): Evidence {
  return { rule, layer };
}
