import type { PageElement, PageTree } from './page-tree.js';

/** How many of the elements begin before each node, and before the end of the page. */
export function begunBefore({ nodes }: PageTree, elements: readonly PageElement[]): Uint32Array {
  const counts = new Uint32Array(nodes.length + 2);
  for (const { index } of elements) counts[index + 1] = 1;
  for (let index = 1; index < counts.length; index += 1)
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  return counts;
}
