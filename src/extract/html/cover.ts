import type { ProposedSelector } from './propose-selectors.js';

const MOST_PROPOSALS = 3000;
/** Selectors this frail may be right by chance: one page does not vouch for them. */
const FRAIL = 10;
/** Selectors of one field. */
const MOST_SELECTORS = 4;

/** The fewest selectors that together are right on the most pages; of equals the cheapest. */
export function coverWith<T>(
  outcomes: readonly (ProposedSelector & { readonly right: ReadonlySet<T> })[],
): readonly string[] {
  const done = new Set<T>();
  const chosen: string[] = [];
  while (chosen.length < MOST_SELECTORS) {
    let best: { readonly selector: string; readonly gain: number; readonly right: ReadonlySet<T> } | null = null;
    for (const { selector, cost, right } of outcomes) {
      if (cost >= FRAIL && right.size < 2) continue;
      const gain = [...right].filter((page) => !done.has(page)).length;
      if (gain > (best?.gain ?? 0)) best = { selector, gain, right };
    }
    if (best === null) break;
    chosen.push(best.selector);
    for (const page of best.right) done.add(page);
  }
  return chosen;
}

/** Each proposal once, the cheapest first. */
export function distinct(proposals: readonly ProposedSelector[]): readonly ProposedSelector[] {
  const sorted = [...proposals].sort((a, b) => a.cost - b.cost || a.selector.length - b.selector.length);
  return [...new Map(sorted.map((one) => [one.selector, one])).values()].slice(0, MOST_PROPOSALS);
}
