import { headlineKey } from '../text/same-text.js';
import { absolute } from './page-address.js';
import { pageTitle, titleParts, withoutSiteName } from './page-title.js';
import type { PageElement } from './page-tree.js';
import { closest, type Reading } from './reading.js';

const SHORTEST = 15;
const LONGEST = 400;
/** A letter lost within a word. */
const LOST = /\p{L}\?\p{L}|(?:^|\s)\?\p{L}/u;
/** Signs between the steps of a breadcrumb. */
const CRUMB_START = /^[»›>→/|]/;
const CRUMB_END = /[»›>→/|]$/;

/**
 * Old print pages and tables have no headings: the longest line of the page, the site's name apart, that is a part of its
 * title; one outside links before a teaser of the same text.
 */
export function lineInTitle(reading: Reading): PageElement | null {
  const { tree, zones, siteNames } = reading;
  const title = pageTitle(tree);
  const parts = new Set([title, withoutSiteName(title, reading), ...titleParts(title)].map(headlineKey));
  const names = new Set(siteNames.map(headlineKey));
  const isDamagedPart = damagedPart([...parts]);
  let [best, length, isFree]: [PageElement | null, number, boolean] = [null, SHORTEST, false];
  let before = '';
  for (const node of tree.textNodes) {
    if (node.parent === null || zones.zoneOf(node) !== 'main') continue;
    const text = tree.trimmedTextOf(node);
    const isCrumb = CRUMB_END.test(before) || CRUMB_START.test(text);
    before = text;
    if (isCrumb || text.length < length || text.length > LONGEST || node.parent.tag === 'title') continue;
    const key = headlineKey(text);
    if (!(parts.has(key) || isDamagedPart(key)) || names.has(key)) continue;
    const free = !leadsAway(reading, node.parent);
    if (text.length > length || (free && !isFree)) [best, length, isFree] = [node.parent, text.length, free];
  }
  return best;
}

/** Whether a key is a part of the title that lost letters to question marks: «?зен арнасынан асты, т?р?ындар». */
function damagedPart(parts: readonly string[]): (key: string) => boolean {
  const damaged = parts.filter((part) => LOST.test(part) && part.length >= SHORTEST);
  return (key) => damaged.some((part) => part.length === key.length && isLike(part, key));
}

function isLike(damaged: string, key: string): boolean {
  for (let index = 0; index < key.length; index += 1) {
    if (damaged[index] !== key[index] && damaged[index] !== '?') return false;
  }
  return !LOST.test(key);
}

/** Whether the text of an element is a link to an address that is not that of the page. */
export function leadsAway({ tree, address }: Reading, element: PageElement): boolean {
  const link = tree.find('a', element)[0] ?? closest(element, ({ tag }) => tag === 'a');
  const href = link?.attribute('href') ?? '';
  if (href === '' || href.startsWith('#')) return false;
  const url = absolute(href, address.base ?? 'http://unknown.example/');
  return url !== null && url !== address.page && url !== address.canonical;
}
