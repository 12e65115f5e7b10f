import type { PageElement, PageNode, PageTree } from './page-tree.js';
import { isWithin } from './reading.js';
import type { StoryText } from './story.js';

/** Where the story stands, so that what is said about it can be told from its text. */
export interface StoryPlace {
  readonly headline: PageElement | null;
  readonly body: PageElement | null;
  /** Segments inside the body that speak about the story: its date, its counters. */
  readonly about: ReadonlySet<number>;
}

/** The place of a story that was read. */
export function placeOf({ headline, body, about }: StoryText): StoryPlace {
  const segments = about.flatMap(({ starts }) => starts.map(({ segment }) => segment));
  return { headline: headline?.value.element ?? null, body: body?.value ?? null, about: new Set(segments) };
}

/** Whether a node is no text of the story: it stands outside the body, or in a line about the story. */
export function isBesideText(tree: PageTree, { body, about }: StoryPlace, node: PageNode): boolean {
  if (!isWithin(node, body)) return true;
  const end = node.kind === 'element' ? node.end : node.index;
  for (let index = node.index; index <= end; index += 1) {
    const inner = tree.nodes[index];
    if (inner !== undefined && inner.kind !== 'element' && inner.segment !== null) return about.has(inner.segment);
  }
  return false;
}
