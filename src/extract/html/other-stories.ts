import { isSameHeadline } from '../text/same-text.js';
import { readAddressShape } from './address-shape.js';
import { textIn } from './folded-text.js';
import { absolute } from './page-address.js';
import type { PageElement, PageNode } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';

/** Shorter texts of links are names of categories, figures and signs. */
const SHORTEST = 12;
/** Where an address says nothing, a link is taken for a story by its text: as many letters and words as a headline has. */
const HEADLINE_LENGTH = 25;
const HEADLINE_WORDS = 4;
const MOST_LINKS = 3000;

/** What is printed about another story: in the item of a list, beside its link. */
export type BelongsElsewhere = (node: PageNode) => boolean;

/**
 * Tells what a page says about other stories from what it says about its own. The nearest element around a node that
 * holds a link speaks about the story of the link, unless it holds the page's own headline or text.
 */
export function readOtherStories(
  reading: Reading,
  story: { readonly headline: PageElement | null; readonly body: PageElement | null; readonly title: string | null },
): BelongsElsewhere {
  const { tree } = reading;
  const links = tree.find('a').slice(0, MOST_LINKS);
  const all = runningCount(tree.nodes.length, links);
  const others = runningCount(
    tree.nodes.length,
    links.filter((link) => leadsElsewhere(reading, link, story.title)),
  );
  const below = (counts: readonly number[], { index, end }: PageElement): number =>
    (counts[end + 1] ?? 0) - (counts[index] ?? 0);
  const isOwn = (element: PageElement): boolean =>
    [story.headline, story.body].some((part) => part !== null && isWithin(part, element));
  return (node) => {
    if (isWithin(node, story.headline)) return false;
    for (let up = node.kind === 'element' ? node : node.parent; up !== null && !isOwn(up); up = up.parent) {
      if (below(all, up) > 0) return below(others, up) > 0;
    }
    return false;
  };
}

function leadsElsewhere({ tree, address }: Reading, link: PageElement, title: string | null): boolean {
  const href = link.attributes.href ?? '';
  // A link to a place within a page leads to the comments of the story.
  if (href === '' || href.includes('#')) return false;
  const text = textIn(tree, link);
  if (text.length < SHORTEST || (title !== null && isSameHeadline(text, title))) return false;
  const url = absolute(href, address.base ?? 'http://unknown.example/');
  if (url === null || url === address.page || url === address.canonical) return false;
  const { kind, nativeId } = readAddressShape(url);
  if (kind === 'story') return nativeId === null || nativeId !== address.shape.nativeId;
  return kind === null && text.length >= HEADLINE_LENGTH && text.split(' ').length >= HEADLINE_WORDS;
}

/** How many of the elements begin before each node. */
function runningCount(length: number, elements: readonly PageElement[]): readonly number[] {
  const begins = new Set(elements.map(({ index }) => index));
  const counts = [0];
  for (let index = 0; index < length; index += 1) counts.push((counts[index] ?? 0) + (begins.has(index) ? 1 : 0));
  return counts;
}
