import { remembered } from '../../text/remembered.js';

/** What the shape of an address says of its page. */
export interface AddressShape {
  readonly kind: 'story' | 'listing' | 'front' | 'static' | null;
  /** Kind of list, or `print`, `page-2` … for a story. */
  readonly detail: string | null;
  /** The site's own id of the story. */
  readonly nativeId: string | null;
  /** Last category of the path, as the address writes it. */
  readonly section: string | null;
}

/** Letters of an address whose shape is kept: a page asks for that of its own again and again. */
const LONGEST_KNOWN = 200;

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Partial<AddressShape>];

const UNKNOWN: AddressShape = { kind: null, detail: null, nativeId: null, section: null };

/** Shapes of the query, then of the path; the first that matches holds. */
const QUERIES: readonly Rule[] = [
  [/[?&]newsid=(\d{1,10})/, ([, id]) => ({ kind: 'story', nativeId: id ?? null })],
  [/[?&]do=search|[?&](?:s|q|query|story|search)=/, () => ({ kind: 'listing', detail: 'search' })],
  [/[?&]do=lastcomments/, () => ({ kind: 'listing', detail: 'comments' })],
  [/[?&]do=tags|[?&]tag=/, () => ({ kind: 'listing', detail: 'tag' })],
  [/[?&]do=cat/, () => ({ kind: 'listing', detail: 'category' })],
  [/[?&]do=lastnews|[?&]subaction=newposts/, () => ({ kind: 'listing', detail: 'lastnews' })],
  [/[?&]subaction=userinfo|[?&]user=/, () => ({ kind: 'listing', detail: 'user' })],
  [/[?&]year=\d{4}/, () => ({ kind: 'listing', detail: 'day' })],
  [
    /[?&]do=(?:static|rules|feedback|register|lostpassword|addnews|stats|pm|login|auth-social)(?:&|$)/,
    () => ({ kind: 'static' }),
  ],
  [
    /[?&]do=(?:news|view|show|full|read|article|post|story)&(?:.{0,80}&)?(?:id|news_id|item)=(\d{1,10})/,
    ([, id]) => ({ kind: 'story', nativeId: id ?? null }),
  ],
  [/[?&](?:news_?id|id_?news|article_?id|post_?id)=(\d{1,10})/i, ([, id]) => ({ kind: 'story', nativeId: id ?? null })],
  [/[?&]view=article&(?:.{0,80}&)?id=(\d{1,10})/, ([, id]) => ({ kind: 'story', nativeId: id ?? null })],
  [/[?&]p=(\d{1,10})(?:&|$)/, ([, id]) => ({ kind: 'story', nativeId: id ?? null })],
];
const PATHS: readonly Rule[] = [
  [/\/print:page,\d+,(\d+)-[^/]*$/, ([, id]) => ({ kind: 'story', detail: 'print', nativeId: id ?? null })],
  [/\/print:page,\d+,[^/]*$/, () => ({ kind: 'story', detail: 'print' })],
  [
    /\/page,(\d+),(?:\d+,)?(\d+)-[^/]*$/,
    ([, page, id]) => ({ kind: 'story', detail: pageOf(page), nativeId: id ?? null }),
  ],
  [/\/page,(\d+),[^/]*\.html?$/, ([, page]) => ({ kind: 'story', detail: pageOf(page) })],
  [/^\/?(?:index\.(?:php|html?))?$/, () => ({ kind: 'front', detail: 'front' })],
  [/^\/page\/\d+\/?$/, () => ({ kind: 'front', detail: 'front' })],
  [/^\/\d{4}(?:\/\d{2}){0,2}(?:\/page\/\d+)?\/?$/, () => ({ kind: 'listing', detail: 'day' })],
  [/^\/(?:tags?|tegi|xfsearch)(?:\/|$)/, () => ({ kind: 'listing', detail: 'tag' })],
  [/^\/(?:user|author)s?\/[^/]+/, () => ({ kind: 'listing', detail: 'user' })],
  [
    /^\/(?:statistics|rules|feedback|addnews|register|registration|lostpassword|login|signin|forgot|sitemap|contacts?|about|contact-us|about-us|privacy(?:-policy)?|terms(?:-of-(?:use|service))?|cookies?(?:-policy)?|imprint|impressum|datenschutz|kontakty?|reklama|o-nas|polityka-prywatnosci|hakkimizda|iletisim|kunye)(?:\.html?|\/)?$/i,
    () => ({ kind: 'static' }),
  ],
  [/^\/(?:lastnews|newposts|favorites)(?:\/|$)/, () => ({ kind: 'listing', detail: 'lastnews' })],
  [/^\/search(?:\/|$)/, () => ({ kind: 'listing', detail: 'search' })],
  [/\/(\d{1,9})-[^/]*\.html?$/, ([, id]) => ({ kind: 'story', nativeId: id ?? null })],
  [/^\/category\/[^/]/, () => ({ kind: 'listing', detail: 'category' })],
  [/\/page\/\d+\/?$/, () => ({ kind: 'listing', detail: 'category' })],
  [/\/(\d{1,9})-(?=[^/]*\p{L})[\p{L}\p{N}_-]{5,}\/?$/u, ([, id]) => ({ kind: 'story', nativeId: id ?? null })],
  [/^\/\d{4}\/\d{2}\/(?:\d{2}\/)?[^/]+(?:\/|\.html?)$/, () => ({ kind: 'story' })],
  // The number may be one of several kinds of pages, so that it is no id of the site.
  [
    /\/(?:news|novost[ьi]?|articles?|story|stories|posts?|node|view|read|lenta|haber|noticias?|aktualnosci)\/(?!(?:19|20)\d{2}\/?$)\d{2,9}\/?$/,
    () => ({ kind: 'story' }),
  ],
];
/** The program of a page for stories with the number of one: `/news/view?id=10`, `/shownews.php?id=10`. */
const PROGRAM =
  /\/(?:view|show|article|post|story|read|full|item|single|show_?news|view_?news|news_?view)(?:\.php)?\?(?:[^#]{0,80}&)?(?:id|item)=(\d{1,10})(?:&|$)/i;
/** An address with a number leads to no front page. */
const NUMBERED = /[?&](?:\w{0,12}id|n|news|article|a|item)=\d/i;
/** Parts of a path that name no category. */
const NO_SECTION = /^(?:\d+|page|index|news|node|article|articles|story|blog|[a-z]{2}|.{41,})$/i;
const WWW = /^www\./;
/** Not in `m.kz`, nor before a zone such as `com.kz`. */
const MOBILE = /^(?:m|mobile|mob|wap|amp)\.(?=(?!(?:com|org|net|edu|gov|mil|co|info)\.\w+$)[^.]+\.)/;
const ENGINE_PRINT = /\/engine\/print\.php$/;

/** Reads the shape of an address; the shapes of the DataLife Engine and of WordPress, which other sites share. */
export function readAddressShape(address: string | null): AddressShape {
  return address === null ? UNKNOWN : knownShape(address);
}

const knownShape = remembered((address): AddressShape => {
  const url = parseAddress(address);
  if (url === null) return UNKNOWN;
  const path = safelyDecoded(url.pathname);
  const found = firstMatch(QUERIES, url.search) ?? programOf(path + url.search) ?? firstMatch(PATHS, path) ?? {};
  if (found.kind === 'front' && NUMBERED.test(url.search)) return UNKNOWN;
  const detail = ENGINE_PRINT.test(path) ? 'print' : (found.detail ?? null);
  return { ...UNKNOWN, ...found, detail, section: found.kind === 'story' ? sectionOf(path) : null };
}, LONGEST_KNOWN);

/** The address as a URL; null for anything that is no http address. */
export function parseAddress(address: string | null, base: string | null = null): URL | null {
  try {
    const url = base === null ? new URL(address ?? '') : new URL(address ?? '', base);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** Host of the site, lower case: without `www.` and the label of its pages for telephones (`m.gazet.example`). */
export function hostOf(address: string | null): string | null {
  const host = parseAddress(address)?.hostname.toLowerCase();
  return host === undefined ? null : host.replace(WWW, '').replace(MOBILE, '');
}

function firstMatch(rules: readonly Rule[], text: string): Partial<AddressShape> | null {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    if (match !== null) return read(match);
  }
  return null;
}

function programOf(address: string): Partial<AddressShape> | null {
  const id = PROGRAM.exec(address)?.[1];
  return id === undefined ? null : { kind: 'story', nativeId: id };
}

function pageOf(page: string | undefined): string | null {
  return page === undefined || Number(page) < 2 ? null : `page-${Number(page)}`;
}

function sectionOf(path: string): string | null {
  const parts = path
    .split('/')
    .slice(1, -1)
    .filter((part) => part !== '' && !NO_SECTION.test(part));
  return parts.at(-1) ?? null;
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
