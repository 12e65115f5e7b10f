import { headlineKey } from '../text/same-text.js';
import { textIn } from './folded-text.js';
import { pageTitle, titleParts } from './page-title.js';
import type { PageElement, PageTree } from './page-tree.js';
import { closest } from './reading.js';
import { isHome } from './site-names.js';

const SHORTEST_NAME = 4;
const MOST_LINKS = 300;
/** Addresses of a front page. */
const HOME = /^(?:https?:\/\/[^/]+)?\/?(?:[a-z]{2}\/?)?(?:index\.\w+)?$/i;

/** Whether the menu of the page leads to what a heading says, which is a section then. */
export function isRubric(tree: PageTree, heading: PageElement): boolean {
  const key = headlineKey(textIn(tree, heading));
  return tree
    .find('a')
    .slice(0, MOST_LINKS)
    .some((link) => link.end < heading.index && headlineKey(textIn(tree, link)) === key);
}

/** Whether all that a heading says is a link to the front page. */
export function isLogo(tree: PageTree, heading: PageElement): boolean {
  const text = textIn(tree, heading);
  return tree.find('a', heading).some((link) => isHome(link) && textIn(tree, link) === text);
}

/** «Бұлақбасы ауылының сайты», where the title ends with «… - Бұлақбасы»: the heading of every page. */
export function namesSite(tree: PageTree, heading: string): boolean {
  const name = headlineKey(titleParts(pageTitle(tree)).at(-1) ?? '');
  return name.length >= SHORTEST_NAME && headlineKey(heading).includes(name);
}

/** Whether a heading leads to the front page. */
export function leadsHome(tree: PageTree, heading: PageElement): boolean {
  const links = [...tree.find('a', heading), closest(heading, ({ tag }) => tag === 'a')];
  return links.some((link) => HOME.test(link?.attributes.href || '#'));
}
