import { type BelongsElsewhere, readOtherStories } from './other-stories.js';
import type { PageElement, PageNode, PageTree } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';
import type { StoryText } from './story.js';

/** Where the story stands, so that what is said about it can be told from its text. */
export interface StoryPlace {
  readonly headline: PageElement | null;
  readonly body: PageElement | null;
  /** Segments inside the body that speak about the story: its date, its counters. */
  readonly about: ReadonlySet<number>;
  /** Whether a node speaks about another story. */
  readonly isElsewhere: BelongsElsewhere;
}

/** The place of a story that was read. */
export function placeOf(reading: Reading, story: StoryText): StoryPlace {
  const segments = story.about.flatMap(({ starts }) => starts.map(({ segment }) => segment));
  const headline = story.headline?.value.element ?? null;
  const body = story.body?.value ?? null;
  const title = story.headline?.value.text.text ?? null;
  return {
    headline,
    body,
    about: new Set(segments),
    isElsewhere: readOtherStories(reading, { headline, body, title }),
  };
}

/** Whether a node is no text of the story, nor of another: it stands outside the body, or in a line about the story. */
export function isBesideText(tree: PageTree, { body, about, isElsewhere }: StoryPlace, node: PageNode): boolean {
  if (!isWithin(node, body)) return !isElsewhere(node);
  const end = node.kind === 'element' ? node.end : node.index;
  for (let index = node.index; index <= end; index += 1) {
    const inner = tree.nodes[index];
    if (inner !== undefined && inner.kind !== 'element' && inner.segment !== null)
      return about.has(inner.segment) && !isElsewhere(node);
  }
  return false;
}
