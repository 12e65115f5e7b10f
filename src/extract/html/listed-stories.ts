import { parseAddress, readAddressShape } from './address-shape.js';
import { textIn } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { closest, isWithin, type Reading } from './reading.js';

/** Names that themes give to a story in a list. */
export const SHORT_STORY = '.shortstory, .short-story, .short_story, .story-short, .short-item';
/** Links to stories have a headline for their text. */
const SHORTEST_TITLE = 12;
const MOST_LINKS = 3000;
/** A text of a link that is a headline, where its address does not tell. */
const HEADLINE_LENGTH = 20;
const HEADLINE_WORDS = 3;
/** Words of the name of a section. */
const SECTION_WORDS = 3;
/** How far above its link the item of a list may stand. */
const HIGHEST = 4;
/** Teasers that make a box a list beside the story. */
const FEWEST_TEASERS = 4;
/** A date or the name of a section stands in front of a headline. */
const LONGEST_BEFORE = 40;
const MOST_NODES_BEFORE = 60;
const MAIN_TEXT = 3000;

type Page = Pick<Reading, 'tree' | 'zones' | 'address'>;

/** Headings of the main part that lead to different stories, the body left out where it is no wrapper of them. */
export function storyHeadings({ tree, zones, address }: Page, body: PageElement | null): number {
  const targets = new Set<string>();
  let inBody = 0;
  for (const heading of tree.find('h1, h2, h3, h4, h5, .title, .entry-title')) {
    if (zones.zoneOf(heading) !== 'main') continue;
    const link = tree.find('a', heading)[0] ?? closest(heading, ({ tag }) => tag === 'a');
    const href = link?.attribute('href') ?? '';
    if (readAddressShape(resolved(href, address.base)).kind !== 'story' || targets.has(href)) continue;
    targets.add(href);
    if (isWithin(heading, body)) inBody += 1;
  }
  return inBody * 2 >= targets.size ? targets.size : 0;
}

/** Whether a link leads to a story, by the shape of its address. */
export function leadsToStory(link: PageElement, base: string | null): boolean {
  return readAddressShape(resolved(link.attribute('href') ?? '', base)).kind === 'story';
}

/** Stories to which links of the main part lead; by a headline, or by texts of so many letters at least. */
export function storyLinks(page: Page, shortest = SHORTEST_TITLE): number {
  return new Set(linksOf(page, shortest).map(({ href }) => href)).size;
}

/**
 * Equal elements side by side, each with a link to a story of its own: a list where they hold most of the text, and what
 * was taken for the text of a story. Under the name of a section links below the address of the page are such links too.
 */
export function storyItems(
  page: Page,
  { body, headline }: { body: PageElement | null; headline: string | null },
): number {
  const { tree, zones } = page;
  const isNamed = headline !== null && headline.split(' ').length <= SECTION_WORDS;
  const rows = new Map<PageElement, Map<string, Map<PageElement, string>>>();
  // Lists of which one item is what was taken for the story, or all of them.
  const told = new Set<PageElement>();
  for (const { link, href, isBelow } of [...linksOf(page), ...(isNamed ? linksBelow(page) : [])]) {
    for (const item of above(link)) {
      const list = item.parent;
      if (list === null || !(isWithin(list, body) || (body !== null && isWithin(body, list)))) continue;
      if (isBelow || isWithin(list, body) || (body !== null && isWithin(body, item))) told.add(list);
      const row = rows.get(list) ?? new Map<string, Map<PageElement, string>>();
      const name = `${item.tag}${item.names}`;
      rows.set(list, row.set(name, (row.get(name) ?? new Map<PageElement, string>()).set(item, href)));
    }
  }
  const whole = mainText({ tree, zones }).length;
  const lists = [...rows]
    .flatMap(([list, row]) => (told.has(list) ? [...row.values()] : []))
    .filter((items) => lengthOf(page, items) * 2 > whole);
  return Math.max(0, ...lists.map((items) => new Set(items.values()).size));
}

/** Headlines that link below the address of the page, `/news/qogam/123/` on `/news/`, where no shape tells of a story. */
function linksBelow({ tree, zones, address }: Page): readonly StoryLink[] {
  const path = parseAddress(address.page)?.pathname ?? '/';
  if (path === '/' && address.shape.kind !== 'front') return [];
  const own = resolved(path.endsWith('/') ? path : `${path}/`, address.page) ?? '';
  return tree
    .find('a')
    .slice(0, MOST_LINKS)
    .flatMap((link) => {
      const href = resolved(link.attribute('href') ?? '', address.base) ?? '';
      if (!href.startsWith(own) || href === own || zones.zoneOf(link) !== 'main') return [];
      const text = textIn(tree, link);
      const isHeadline = text.length >= HEADLINE_LENGTH && text.split(' ').length >= HEADLINE_WORDS;
      return isHeadline && readAddressShape(href).kind === null ? [{ link, href, isBelow: true }] : [];
    });
}

/** The elements around a link that may be the item of a list. */
function above(link: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let up = link.parent; up !== null && found.length < HIGHEST; up = up.parent) found.push(up);
  return found;
}

/** Whether an element is a list of teasers, each with a link to a story of its own. */
export function isListOfStories(page: Page, element: PageElement): boolean {
  if (page.tree.find('a', element).length < FEWEST_TEASERS) return false;
  const rows = new Map<string, Map<PageElement, string>>();
  for (const { link, href } of linksOf(page)) {
    const item = closest(link, ({ parent }) => parent === element);
    // In the paragraphs of a story links to others stand further in.
    if (item === null || textBefore(page, item, link) > LONGEST_BEFORE) continue;
    const name = `${item.tag}${item.names}`;
    rows.set(name, (rows.get(name) ?? new Map<PageElement, string>()).set(item, href));
  }
  const whole = page.zones.textLength(element).all;
  return [...rows.values()].some(
    (items) => new Set(items.values()).size >= FEWEST_TEASERS && lengthOf(page, items) * 2 > whole,
  );
}

/** Letters of an item in front of its link, as far as they matter. */
function textBefore({ tree }: Page, item: PageElement, link: PageElement): number {
  if (link.index - item.index > MOST_NODES_BEFORE) return Number.POSITIVE_INFINITY;
  return tree.nodes
    .slice(item.index + 1, link.index)
    .reduce((sum, node) => (node.kind === 'text' ? sum + tree.trimmedTextOf(node).length : sum), 0);
}

/** The text of the main part, as far as it tells what a page is. */
export function mainText({ tree, zones }: Pick<Reading, 'tree' | 'zones'>): string {
  const parts: string[] = [];
  let length = 0;
  for (const node of tree.textNodes) {
    if (zones.zoneOf(node) !== 'main' || length > MAIN_TEXT) continue;
    const text = tree.trimmedTextOf(node);
    parts.push(text);
    length += text.length;
  }
  return parts.join(' ').slice(0, MAIN_TEXT);
}

/** A link, and the address that it leads to. */
interface StoryLink {
  readonly link: PageElement;
  readonly href: string;
  /** Whether only its place below the address of the page tells that it leads to a story. */
  readonly isBelow: boolean;
}

/** Links of the main part to stories, with their addresses. */
function linksOf({ tree, zones, address }: Page, shortest = SHORTEST_TITLE): readonly StoryLink[] {
  return tree
    .find('a')
    .slice(0, MOST_LINKS)
    .flatMap((link) => {
      if (zones.zoneOf(link) !== 'main') return [];
      const href = resolved(link.attribute('href') ?? '', address.base) ?? '';
      const { kind, nativeId } = readAddressShape(href);
      if (kind !== 'story' || (nativeId !== null && nativeId === address.shape.nativeId)) return [];
      return shortest > 0 && textIn(tree, link).length < shortest ? [] : [{ link, href, isBelow: false }];
    });
}

function lengthOf({ zones }: Page, items: ReadonlyMap<PageElement, string>): number {
  return [...items.keys()].reduce((sum, item) => sum + zones.textLength(item).all, 0);
}

function resolved(href: string, base: string | null): string | null {
  try {
    return new URL(href, base ?? 'http://unknown.example/').href;
  } catch {
    return null;
  }
}
