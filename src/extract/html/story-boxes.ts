import { BLOCK_TAGS } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { isHeading } from './paragraphs.js';
import type { Reading } from './reading.js';

/** Share of text outside links in a list of them, at the most. */
const MOST_PLAIN = 0.2;
/** Letters of the label above such a list. */
const LONGEST_LABEL = 30;
const FEWEST_LINKS = 2;
/** Letters that each link of a list with a label has. */
const SHORTEST_LINK = 15;
/** The same where the label stands elsewhere: that of headlines. */
const HEADLINE_LINK = 25;
/** What a reader is asked to fill in. */
const FIELDS = 'input[type="email"], input[type="tel"], input[name*="mail"]';
/** Letters of a box that asks for an address. */
const LONGEST_BOX = 350;
const MOST_FIELDS = 20;

/** Whether an element is a list, or a box, whose text is nearly all links, or links under a label: related stories. */
export function isLinkList(reading: Reading, element: PageElement): boolean {
  if (!BLOCK_TAGS.has(element.tag) || element.tag === 'p') return false;
  const { tree, zones } = reading;
  const { all, plain } = zones.textLength(element);
  if (all === 0) return false;
  if (plain >= all * MOST_PLAIN) return plain <= LONGEST_LABEL && plain * 2 <= all && isLabelled(reading, element);
  // A heading may lead to itself.
  return !(isHeading(element) && tree.find('a', element).every(({ attributes }) => attributes.href?.startsWith('#')));
}

/** Whether a label stands among several links of the length of headlines. */
function isLabelled({ tree, zones }: Reading, element: PageElement): boolean {
  const links = tree.find('a', element);
  const [first] = links;
  if (first === undefined || links.length < FEWEST_LINKS || isHeading(element)) return false;
  const { all, plain } = zones.textLength(element);
  const begins = tree.nodes
    .slice(element.index + 1, first.index)
    .some((node) => node.kind === 'text' && node.segment !== null);
  return all - plain >= links.length * (begins ? SHORTEST_LINK : HEADLINE_LINK);
}

/** The boxes in a story that ask the reader for an address: a form, and the short text around it. */
export function askingBoxes({ tree, zones }: Reading, body: PageElement): ReadonlySet<PageElement> {
  const boxes = new Set<PageElement>();
  for (const field of tree.find(FIELDS, body).slice(0, MOST_FIELDS)) {
    let box: PageElement | null = null;
    for (let up = field.parent; up !== null && up !== body && zones.textLength(up).all <= LONGEST_BOX; up = up.parent)
      box = up;
    if (box !== null) boxes.add(box);
  }
  return boxes;
}
