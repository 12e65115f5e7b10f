import { foldSpaces } from '../../text/fold.js';
import { isOwnerLine, LONGEST_OWNER_LINE } from '../fields/copyright-line.js';
import { isFrontPageName } from '../fields/front-page-name.js';
import { headlineKey } from '../text/same-text.js';
import type { KnownSite } from './choose-profile.js';
import { textIn } from './folded-text.js';
import { leadsHome } from './front-page-link.js';
import { pageTitle, titleParts } from './page-title.js';
import type { PageTree } from './page-tree.js';
import type { StructuredData } from './structured-data.js';

/** Links whose title is the name of the site. */
const NAMED_LINKS = 'link[rel="search"], link[type="application/rss+xml"]';
/** Names of the site's logo. */
const LOGOS = '.logo_title, .site-title, .logotype, .site-name, .site-branding';
const LONGEST = 80;
const SHORTEST = 4;
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
  const names = [site?.name ?? '', data.siteName ?? '', ...links, ...logos, ...namesInTitle(tree)];
  return [...new Set(names)].filter((name) => name !== '' && name.length <= LONGEST && !/^rss$/i.test(name));
}

/** Parts of `<title>` that the page links to its front page by, or names as its owner: `© Дала үні, 2024`. */
function namesInTitle(tree: PageTree): readonly string[] {
  const title = pageTitle(tree);
  const parts = [...new Set([title, ...titleParts(title)])].filter(
    (part) => part.length >= SHORTEST && part.length <= LONGEST && !isFrontPageName(part),
  );
  if (parts.length === 0) return [];
  const home = new Set(
    tree.find('a').flatMap((link) => (leadsHome(link) ? [headlineKey(textIn(tree, link).slice(0, LONGEST * 2))] : [])),
  );
  const owners = ownerLines(tree);
  const owned = parts.map(headlineKey).filter((key) => owners.some((owner) => owner.includes(key)));
  return parts.filter((part) => {
    const key = headlineKey(part);
    // «Бұлақ – Тасөткел жолы ашылды - Бұлақ жаршысы»: the owner is the longer part.
    return home.has(key) || (owned.includes(key) && !owned.some((other) => other !== key && other.includes(key)));
  });
}

/** Keys of the lines that name an owner. */
function ownerLines(tree: PageTree): readonly string[] {
  const keys: string[] = [];
  for (const node of tree.nodes) {
    if (node.kind !== 'text' || tree.lengthOf(node) > LONGEST_OWNER_LINE) continue;
    const text = tree.textOf(node);
    if (isOwnerLine(text)) keys.push(headlineKey(text));
  }
  return keys;
}
