import { foldSpaces } from '../../text/fold.js';
import type { KnownSite } from './choose-profile.js';
import { textIn } from './folded-text.js';
import type { PageTree } from './page-tree.js';
import type { StructuredData } from './structured-data.js';

/** Links whose title is the name of the site. */
const NAMED_LINKS = 'link[rel="search"], link[type="application/rss+xml"]';
/** Names of the site's logo. */
const LOGOS = '.logo_title, .site-title, .logotype, .site-name, .site-branding';
const LONGEST = 80;
/** What WordPress puts behind the name in the titles of its feeds. */
const FEED = /\s*[»›>|-]\s*(?:feed|лента|comments feed|лента комментариев).*$/i;

/** Names that the site goes by, of its profile, its meta tags, its feeds and its logo. */
export function readSiteNames(tree: PageTree, data: StructuredData, { site }: KnownSite): readonly string[] {
  const links = tree
    .find(NAMED_LINKS)
    .slice(0, 4)
    .map((link) => foldSpaces(tree.attribute(link, 'title') ?? '').replace(FEED, ''));
  const logos = tree
    .find(LOGOS)
    .slice(0, 2)
    .map((element) => textIn(tree, element));
  const names = [site?.name ?? '', data.siteName ?? '', ...links, ...logos];
  return [...new Set(names)].filter((name) => name !== '' && name.length <= LONGEST && !/^rss$/i.test(name));
}
