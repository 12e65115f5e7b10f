import { foldSpaces } from '../../text/fold.js';
import { isObject, isStory, type LinkedObject, readLinkedObjects, typesOf } from './json-ld.js';
import type { PageElement, PageTree } from './page-tree.js';

/** What a page says of its story for programs. */
export interface StructuredData {
  /** Whether a JSON-LD story or `og:type` says that the page is one. */
  readonly isStory: boolean;
  readonly headline: string | null;
  readonly ogTitle: string | null;
  readonly siteName: string | null;
  /** ISO 8601 as found, of JSON-LD before meta tags. */
  readonly datePublished: string | null;
  readonly dateMetaPublished: string | null;
  readonly dateModified: string | null;
  readonly author: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly commentCount: number | null;
  readonly views: number | null;
  /** As found, with its lines and tags. */
  readonly articleBody: string | null;
  readonly inLanguage: string | null;
  /** Names of the breadcrumb, from the top. */
  readonly breadcrumb: readonly string[];
  /** Addresses the page gives itself, most trusted first. */
  readonly addresses: readonly string[];
}

const DATE_METAS: readonly string[] = [
  'article:published_time', 'og:article:published_time', 'datepublished', 'publishdate', 'publish-date', 'pubdate', 'dc.date.issued', 'dcterms.created',
  'dc.date', 'dcterms.date', 'date', 'parsely-pub-date', 'sailthru.date', 'article.published', 'published-date', 'cxenseparse:recs:publishtime', 'article_date_original', 'og:pubdate', 'originalpublicationdate', 'citation_publication_date', 'citation_online_date', 'citation_date',
]; // biome-ignore format: one list
const PUBLISHED_META = /publish|publication|pub_?date|datecreated|release_?date/;
const CHANGED_META = /modif|updat|expir|unpub|publisher/;
/** What WordPress and Ghost call the author in the card of a story. */
const WRITTEN_BY =
  /^(?:written by|author|автор|написано автором|verfasst von|écrit par|escrito por|scritto da|yazan|skrevet av)/i;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?!\d)/;
const MODIFIED_METAS: readonly string[] = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
];

/** Reads JSON-LD, microdata and meta tags. */
export function readStructuredData(tree: PageTree): StructuredData {
  const objects = readLinkedObjects(tree);
  const metas = readMetas(tree);
  const addresses = addressesOf(tree, metas);
  const story = chooseStory(objects, addresses);
  const meta = (...names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)?.[0]).find((value) => value !== undefined) ?? null;
  const own = (key: string): string | null => textOf(story?.[key]);
  return {
    isStory: story !== null || /^(?:article|news|newsarticle)$/i.test(meta('og:type') ?? ''),
    headline: own('headline') ?? own('name'),
    ogTitle: meta('og:title', 'twitter:title', 'dc.title', 'title'),
    siteName: meta('og:site_name') ?? nameOf(story?.publisher, objects),
    datePublished: own('datePublished') ?? own('dateCreated'),
    dateMetaPublished: meta(...DATE_METAS) ?? otherDateMeta(metas),
    dateModified: own('dateModified') ?? meta(...MODIFIED_METAS),
    author:
      nameOf(story?.author, objects) ??
      nameOf(story?.creator, objects) ??
      plainName(meta('author', 'article:author', 'dc.creator', 'parsely-author')) ??
      (WRITTEN_BY.test(meta('twitter:label1') ?? '') ? plainName(meta('twitter:data1')) : null),
    section: lastText(story?.articleSection) ?? meta('article:section'),
    keywords: listOf(story?.keywords).length > 0 ? listOf(story?.keywords) : (metas.get('article:tag') ?? []),
    commentCount: countOf(story?.commentCount),
    views: interactions(story, /Watch|Read|View/),
    articleBody: typeof story?.articleBody === 'string' ? story.articleBody : null,
    inLanguage: own('inLanguage'),
    breadcrumb: breadcrumbOf(objects),
    addresses: [...addresses, ...storyAddresses(story)],
  };
}

/** A moment under a name of the site's own: `published_on`, `article.publicationTime`. */
function otherDateMeta(metas: ReadonlyMap<string, readonly string[]>): string | null {
  for (const [name, [value = '']] of metas) {
    if (PUBLISHED_META.test(name) && !CHANGED_META.test(name) && ISO_DAY.test(value)) return value;
  }
  return null;
}

/** Meta tags by name in lower case. */
function readMetas(tree: PageTree): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const element of tree.find('meta')) {
    const named = element.attribute('property') ?? element.attribute('name') ?? element.attribute('itemprop');
    const name = named?.toLowerCase();
    const content = foldSpaces(tree.attribute(element, 'content') ?? '');
    if (name !== undefined && content !== '') metas.set(name, [...(metas.get(name) ?? []), content].slice(0, 100));
  }
  return metas;
}

function addressesOf(tree: PageTree, metas: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const canonical = tree
    .find('link')
    .filter((element) => element.attribute('rel')?.toLowerCase() === 'canonical')
    .map(hrefOf);
  return [...canonical, ...(metas.get('og:url') ?? []), ...(metas.get('twitter:url') ?? [])].filter(
    (address) => address !== '',
  );
}

function hrefOf(element: PageElement): string {
  return element.attribute('href') ?? '';
}

/** The story of the page: the one whose address the page gives itself, else the first. */
function chooseStory(objects: readonly LinkedObject[], addresses: readonly string[]): LinkedObject | null {
  const stories = objects.filter(isStory);
  const isOwn = (story: LinkedObject): boolean => storyAddresses(story).some((address) => addresses.includes(address));
  return stories.find(isOwn) ?? stories.find((story) => story.datePublished !== undefined) ?? stories[0] ?? null;
}

function storyAddresses(story: LinkedObject | null): readonly string[] {
  const main = story?.mainEntityOfPage;
  const found = [main, isObject(main) ? main['@id'] : null, story?.url, story?.['@id']];
  return found
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/#.*$/, ''))
    .filter((value) => /^https?:/i.test(value));
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  const text = typeof first === 'string' ? foldSpaces(first) : '';
  return text === '' ? null : text;
}

function lastText(value: unknown): string | null {
  return textOf(Array.isArray(value) ? value.at(-1) : value);
}

/** Name of a person or an organisation: a string, an object with a name, or a reference to one; several are joined. */
function nameOf(value: unknown, objects: readonly LinkedObject[]): string | null {
  const items = (Array.isArray(value) ? value : [value]).slice(0, 20);
  const names = items.map((item) => {
    if (!isObject(item)) return textOf(item);
    const known =
      item.name === undefined
        ? objects.find((object) => object['@id'] === item['@id'] && object.name !== undefined)
        : item;
    return textOf(known?.name);
  });
  const known = names.map(plainName).filter((name) => name !== null);
  return known.length === 0 ? null : [...new Set(known)].join(', ');
}

/** A name, and not the address of a profile. */
function plainName(name: string | null): string | null {
  return name === null || /^(?:https?:|@)/i.test(name) ? null : name;
}

/** Keywords: a list, or a string with commas. */
function listOf(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return [
    ...new Set(
      items
        .filter((item) => typeof item === 'string')
        .map(foldSpaces)
        .filter((item) => item !== ''),
    ),
  ].slice(0, 100);
}

function countOf(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

function interactions(story: LinkedObject | null, type: RegExp): number | null {
  const value = story?.interactionStatistic;
  for (const item of Array.isArray(value) ? value : [value]) {
    if (isObject(item) && type.test(JSON.stringify(item.interactionType ?? '')))
      return countOf(item.userInteractionCount);
  }
  return null;
}

function breadcrumbOf(objects: readonly LinkedObject[]): readonly string[] {
  const items = objects.find((object) => typesOf(object).includes('BreadcrumbList'))?.itemListElement;
  return (Array.isArray(items) ? items.slice(0, 20) : [])
    .filter(isObject)
    .sort((a, b) => Number(a.position ?? 0) - Number(b.position ?? 0))
    .map((item) => textOf(item.name) ?? (isObject(item.item) ? textOf(item.item.name) : null))
    .filter((name) => name !== null);
}
