import { isMarginHeading, LONGEST_MARGIN_HEADING } from '../fields/margin-headings.js';
import type { PageElement, PageNode, PageTree } from './page-tree.js';

const SHORTEST = 5;

/**
 * The boxes that begin with a heading such as «Көп оқылған»: what they hold is about other stories, whatever their names
 * say. A heading that shares its box with more than the links below it is told by {@link readZones}.
 */
export function headedBoxes(tree: PageTree): ReadonlySet<PageElement> {
  const boxes = new Set<PageElement>();
  for (const node of tree.textNodes) {
    const length = tree.lengthOf(node);
    if (length < SHORTEST || length > LONGEST_MARGIN_HEADING || !isMarginHeading(tree.trimmedTextOf(node))) continue;
    const box = boxOf(tree, node);
    if (box !== null) boxes.add(box);
  }
  return boxes;
}

/** The nearest element that holds more than the heading, and begins with it. */
function boxOf(tree: PageTree, heading: PageNode): PageElement | null {
  let box = heading.parent;
  while (box !== null && isLast(tree, box, heading)) box = box.parent;
  if (box === null || box.tag === 'body' || box.tag === 'html' || box.tag === 'tr') return null;
  return textBetween(tree, box.index, heading.index) ? null : box;
}

/** Whether no text stands in an element behind a node. */
function isLast(tree: PageTree, { end }: PageElement, node: PageNode): boolean {
  return !textBetween(tree, node.index, end + 1);
}

function textBetween(tree: PageTree, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind === 'text' && node.segment !== null && tree.lengthOf(node) > 0) return true;
  }
  return false;
}
