import { isFrontPageName } from '../fields/front-page-name.js';
import { isSameHeadline } from '../text/same-text.js';
import { textIn } from './folded-text.js';
import type { PageElement, PageTree } from './page-tree.js';
import type { Reading } from './reading.js';

/** The way from the home page to a story. */
export interface Breadcrumb {
  /** Names of the categories from the top, home page and headline left out. */
  readonly categories: readonly string[];
  readonly element: PageElement | null;
}

const BREADCRUMBS =
  '#dle-speedbar, #xtm-speedbar, [itemtype*="BreadcrumbList"], [typeof*="BreadcrumbList"], .speedbar, .breadcrumb, .breadcrumbs, #breadcrumbs, .breadcrumb-trail, #breadcrumb';
/** First links of a breadcrumb that name no category, besides the names of the front page. */
const HOME = /^(?:басты|start|startseite|»|новости сайта)$/i;
const LONGEST = 80;

/** Reads the breadcrumb of a page from its links, or from JSON-LD. */
export function readBreadcrumb(
  reading: Pick<Reading, 'tree' | 'data' | 'siteNames'>,
  headline: string | null,
): Breadcrumb {
  const { tree, data, siteNames } = reading;
  const element = tree.find(BREADCRUMBS)[0] ?? null;
  const linked = element === null ? [] : linkTexts(tree, element);
  const isCategory = (name: string, href: string): boolean =>
    name !== '' &&
    name.length <= LONGEST &&
    href !== '/' &&
    !HOME.test(name) &&
    !isFrontPageName(name) &&
    !siteNames.some((site) => isSameHeadline(site, name)) &&
    !(headline !== null && isSameHeadline(name, headline));
  const printed = linked.filter(({ name, href }) => isCategory(name, href)).map(({ name }) => name);
  // The first name of a list is the home page, whatever it is called.
  const told = data.breadcrumb.slice(1).filter((name) => isCategory(name, ''));
  return { categories: printed.length > 0 ? printed : told, element };
}

function linkTexts(tree: PageTree, element: PageElement): readonly { readonly name: string; readonly href: string }[] {
  return tree
    .find('a', element)
    .slice(0, 20)
    .map((link) => ({ name: textIn(tree, link), href: pathOf(link) }));
}

function pathOf({ attributes }: PageElement): string {
  return (attributes.href ?? '').replace(/^https?:\/\/[^/]+/, '') || '/';
}
