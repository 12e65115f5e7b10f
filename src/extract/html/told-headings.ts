import { headlineKey } from '../text/same-text.js';
import { textIn } from './folded-text.js';
import { goesOn, type HeadlineCopies } from './headline-copies.js';
import { leadsAway } from './line-in-title.js';
import type { PageElement, PageTree } from './page-tree.js';
import type { Reading } from './reading.js';

const LONGEST = 400;

/** The heading of which a copy is the beginning: titles are cut off at a length. */
export function headingGoingOn(
  tree: PageTree,
  headings: readonly PageElement[],
  copies: HeadlineCopies,
): PageElement | undefined {
  const isWhole = goesOn(copies);
  return isWhole === null ? undefined : headings.find((heading) => isWhole(textIn(tree, heading).slice(0, LONGEST)));
}

/** The line that stands for a heading of which a copy is the beginning. */
export function lineGoingOn(reading: Reading, copies: HeadlineCopies): PageElement | null {
  const isWhole = goesOn(copies);
  if (isWhole === null) return null;
  const { tree, zones } = reading;
  const found = tree.textNodes.find(
    (node) =>
      node.parent !== null &&
      node.parent.tag !== 'title' &&
      tree.lengthOf(node) <= LONGEST &&
      zones.zoneOf(node) === 'main' &&
      isWhole(tree.trimmedTextOf(node)) &&
      !leadsAway(reading, node.parent),
  );
  return found?.parent ?? null;
}

/** The heading that says what programs are told, where the title of the window says something else: the name of the section. */
export function headingTold(
  tree: PageTree,
  headings: readonly PageElement[],
  { told, og, title }: HeadlineCopies,
): PageElement | undefined {
  const window = headlineKey(title ?? '');
  const keys = [told, og].map((copy) => headlineKey(copy ?? '')).filter((key) => key !== '' && !window.includes(key));
  if (keys.length === 0) return undefined;
  return headings.find((heading) => keys.includes(headlineKey(textIn(tree, heading).slice(0, LONGEST))));
}
