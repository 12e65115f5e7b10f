import { headlineKey } from '../text/same-text.js';
import { textIn } from './folded-text.js';
import { leadsHome } from './front-page-link.js';
import { pageTitle, titleParts } from './page-title.js';
import type { PageElement, PageTree } from './page-tree.js';
import { closest } from './reading.js';

const SHORTEST_NAME = 4;
const MOST_LINKS = 300;

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
  return tree.find('a', heading).some((link) => leadsHome(link) && textIn(tree, link) === text);
}

/** «Бұлақбасы ауылының сайты», where the title ends with «… - Бұлақбасы»: the heading of every page. */
export function namesSite(tree: PageTree, heading: string): boolean {
  const name = headlineKey(titleParts(pageTitle(tree)).at(-1) ?? '');
  return name.length >= SHORTEST_NAME && headlineKey(heading).includes(name);
}

/** Whether a heading holds a link to the front page, or stands in one. */
export function isHomeLink(tree: PageTree, heading: PageElement): boolean {
  const links = [...tree.find('a', heading), closest(heading, ({ tag }) => tag === 'a')];
  return links.some((link) => link !== null && leadsHome(link));
}
