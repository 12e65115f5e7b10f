import type { ExtractContext } from '../extract-context.js';
import { type AddressShape, hostOf, parseAddress, readAddressShape } from './address-shape.js';
import type { PageTree } from './page-tree.js';
import type { StructuredData } from './structured-data.js';

/** Where a page stands, as far as it and its dump say. */
export interface PageAddress {
  /** Address the page was fetched from, or that it gives itself; null where nothing says. */
  readonly page: string | null;
  /** Address the page gives itself as its own. */
  readonly canonical: string | null;
  readonly shape: AddressShape;
  /** Host of the site without `www.`. */
  readonly host: string | null;
  /** Against which relative addresses resolve. */
  readonly base: string | null;
}

/** Addresses that the engine prints of the page's own story. */
const OWN_LINKS: readonly string[] = [
  '#dle-comm-link',
  'a[rel="bookmark"]',
  '[itemprop="mainEntityOfPage"]',
  'link[rel="shortlink"]',
];
/** Comments that a browser or an archive leaves in a page it saves. */
const SAVED_FROM =
  /saved from url=\(\d+\)(https?:\S+)|Page saved with SingleFile\s+url: (https?:\S+)|Mirrored from ([\w.-]+\/\S*) by HTTrack/;
const SITE_LINKS =
  'link[rel="search"], link[type="application/rss+xml"], link[type="application/atom+xml"], link[rel="shortcut icon"], link[rel="start"], base';
/** Fewer links may be quotations of another site. */
const LEAST_STORIES = 3;
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?=https?:)/;

/** Reads the address of the page: of the dump, else canonical, og:url, JSON-LD, own links of the engine, comments of a saved page. */
export function readPageAddress(tree: PageTree, data: StructuredData, context: ExtractContext): PageAddress {
  const given = context.url === null ? null : context.url.replace(ARCHIVED, '');
  const saved = savedFrom(tree);
  const base = baseOf(tree) ?? given ?? saved ?? context.baseUrl;
  const own = ownAddresses(tree, data)
    .map((address) => absolute(address, base))
    .filter((address) => address !== null);
  const canonical = chooseCanonical(own, given ?? saved);
  const page = given ?? saved ?? canonical;
  return {
    page,
    canonical,
    shape: readAddressShape(page),
    host: hostOfPage(tree, [page, ...own, base, context.baseUrl]),
    base: base ?? canonical,
  };
}

/** A full address without its fragment; null for what is none. */
export function absolute(address: string, base: string | null): string | null {
  const url = parseAddress(address, base);
  if (url === null) return null;
  url.hash = '';
  return url.href.replace(ARCHIVED, '');
}

function ownAddresses(tree: PageTree, data: StructuredData): readonly string[] {
  const links = OWN_LINKS.map((selector) => {
    const found = new Set(
      tree.find(selector).map((element) => {
        return element.attribute('href') ?? element.attribute('itemid') ?? element.attribute('content') ?? '';
      }),
    );
    // Several different ones are the stories of a list.
    return found.size === 1 ? ([...found][0] ?? '') : '';
  });
  return [...data.addresses, ...links].filter((address) => address !== '');
}

/** The first own address that names a page: old DLE puts the home page into every canonical tag. */
function chooseCanonical(own: readonly string[], given: string | null): string | null {
  const shape = readAddressShape(given);
  const isSame = (address: string): boolean => {
    const { nativeId } = readAddressShape(address);
    return shape.nativeId === null || nativeId === null || nativeId === shape.nativeId;
  };
  return (
    own.find((address) => readAddressShape(address).kind !== 'front' && isSame(address)) ??
    (given === null ? (own[0] ?? null) : null)
  );
}

function savedFrom(tree: PageTree): string | null {
  for (const node of tree.nodes.slice(0, 50)) {
    const match = node.kind === 'comment' ? SAVED_FROM.exec(tree.textOf(node).slice(0, 2000)) : null;
    if (match !== null) return parseAddress(match[1] ?? match[2] ?? `http://${match[3]}`)?.href ?? null;
  }
  return null;
}

function baseOf(tree: PageTree): string | null {
  const href = tree.find('base')[0]?.attribute('href');
  return href == null ? null : (parseAddress(href)?.href ?? null);
}

function hostOfPage(tree: PageTree, addresses: readonly (string | null)[]): string | null {
  const links = tree.find(SITE_LINKS).map((link) => link.attribute('href'));
  for (const address of [...addresses, ...links]) {
    const host = hostOf(address);
    if (host !== null) return host;
  }
  return hostOfStories(tree);
}

/** A page that does not name its own address still links to the stories of its site. */
function hostOfStories(tree: PageTree): string | null {
  const hosts = new Map<string, number>();
  const stories = tree.find('a').filter((link) => readAddressShape(link.attribute('href')).kind === 'story');
  for (const link of stories) {
    const host = hostOf(link.attribute('href'));
    if (host !== null) hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  const [best] = [...hosts].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] >= LEAST_STORIES && best[1] * 4 > stories.length * 3 ? best[0] : null;
}
