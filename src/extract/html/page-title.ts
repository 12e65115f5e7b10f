import { toWords } from '../../text/word-f1.js';
import { headlineKey } from '../text/same-text.js';
import { textIn } from './folded-text.js';
import type { PageTree } from './page-tree.js';
import type { Reading } from './reading.js';

/** What a site goes by: its names and its host. */
export type SiteNaming = Pick<Reading, 'siteNames' | 'address'>;

/** Where sites part the headline from their name in `<title>`: between spaces, in Chinese and Japanese without: «标题_新闻_老城网». */
const TITLE_SEPARATOR = /\s+(?:[»«|–—•·>*\\]|::|-|\/)\s+|(?<=[^\0-\x7f])(?:_+|--+|｜|丨)(?=[^\0-\x7f])/;
/** `«Бір ел – бір кітап»` */
const QUOTED_SEPARATOR = /«[^«»]{1,100} [–—-] [^«»]{1,100}»/gu;
/** Stands for a space: no title holds it. */
const KEPT_SPACE = '\u0001';
/** The same at an end, where the name of the site has told that it is one: without white space too. */
const SEPARATOR_BEHIND = /[\s»«|｜–—•·>\\:：/-]*[»«|｜–—•·>\\:：/-]\s*$/;
const SEPARATOR_BEFORE = /^\s*[»«|｜–—•·>\\:：/-][\s»«|｜–—•·>\\:：/-]*/;
/** `Сайт > Версия для печати > Заголовок`: the print page of the DataLife Engine. */
const PRINT_TITLE =
  /^.{0,200}> ?(?:версия для печати|басып шығару нұсқасы|баспа нұсқасы|print version|printable version) ?> ?(?=\S)/i;
/** `Заголовок » Сайт » Версия для печати`. */
const PRINT_END =
  /\s+[»>|–—-]\s+(?:версия для печати|распечатать|печать|басып шығару(?: нұсқасы)?|баспа нұсқасы|basyp shy[gǵğ]ar[uýú]|басып чыгаруу|chop etish|друкувати|версія для друку|print(?:able)? version|print)$/i;
const LONGEST_NAME = 80;
/** Letters of a name that its host confirms: a shorter one stands in many hosts by chance. */
const SHORTEST_NAME = 4;
/** Names at an end: that of a section, of the paper, of the portal. */
const MOST_NAMES = 4;

/** The text of `<title>`, folded. */
export function pageTitle(tree: PageTree): string {
  const title = tree.find('title').find((element) => element.depth <= 3);
  return title === undefined ? '' : textIn(tree, title).replace(PRINT_TITLE, '').replace(PRINT_END, '');
}

/** The parts of a title, as sites part them; a dash inside «…» parts nothing. */
export function titleParts(title: string): readonly string[] {
  // The sign is kept out of the way of the separators for as long as the title is split.
  const kept = title.replace(QUOTED_SEPARATOR, (quoted) => quoted.replace(/ (?=[–—-] )/g, KEPT_SPACE));
  return kept.split(TITLE_SEPARATOR).map((part) => part.replaceAll(KEPT_SPACE, ' '));
}

/** Whether a text is a name of the site: one it goes by, a part of such a one, or words that its host is made of. */
export function isSiteName(text: string, { siteNames, address }: SiteNaming): boolean {
  if (isKnownName(text, { siteNames, address })) return true;
  const host = address.host ?? '';
  const words = toWords(text.toLowerCase());
  const letters = words.join('').length;
  return letters >= SHORTEST_NAME && words.every((word) => word.length > 1 && host.includes(word));
}

/** Whether a text is its host or a name it goes by, or a part of such a one. */
export function isKnownName(text: string, { siteNames, address }: SiteNaming): boolean {
  const key = headlineKey(text);
  if (key === '' || text.length > LONGEST_NAME) return false;
  const names = [plainHost(address.host), ...siteNames.flatMap((name) => [name, ...titleParts(name)])];
  return names.some((name) => headlineKey(name) === key);
}

/** A text without the names of the site that a separator parts from it, at its end or its beginning. */
export function cutSiteName(text: string, naming: SiteNaming): string {
  let rest = text;
  for (let cuts = 0; cuts < MOST_NAMES; cuts += 1) {
    const cut = cutEnd(rest, naming) ?? cutStart(rest, naming);
    if (cut === null) break;
    rest = cut;
  }
  return rest;
}

/** A title without the site's name; where that is not known, without what stands behind its longest part. */
export function withoutSiteName(title: string, naming: SiteNaming): string {
  const cut = cutSiteName(title, naming);
  if (cut !== title) return cut;
  const parts = titleParts(title);
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  return parts.length > 1 && longest === parts[0] ? longest : title;
}

function cutEnd(text: string, naming: SiteNaming): string | null {
  const last = titleParts(text).at(-1) ?? '';
  const names = last !== text && isSiteName(last, naming) ? [last] : naming.siteNames;
  for (const name of names) {
    if (name === '' || !text.toLowerCase().endsWith(name.toLowerCase())) continue;
    const rest = text.slice(0, text.length - name.length);
    const cut = rest.slice(-20).replace(SEPARATOR_BEHIND, '');
    if (cut.length < Math.min(20, rest.length) && SEPARATOR_BEHIND.test(rest.slice(-20)) && rest.trim().length > 3)
      return rest.slice(0, -20) + cut;
  }
  return null;
}

function cutStart(text: string, naming: SiteNaming): string | null {
  const host = plainHost(naming.address.host);
  if (host !== '' && text.toLowerCase().startsWith(`${host} `))
    return text.slice(host.length).replace(SEPARATOR_BEFORE, '').trim() || null;
  const first = titleParts(text)[0] ?? '';
  if (first === text || !isKnownName(first, naming)) {
    // «Дала үні: Жаңа көпір салынды»
    const name = naming.siteNames.find((one) => one !== '' && text.startsWith(`${one}: `));
    return name === undefined ? null : text.slice(name.length + 1).trim() || null;
  }
  return text.slice(first.length).replace(SEPARATOR_BEFORE, '').trim() || null;
}

function plainHost(host: string | null): string {
  return (host ?? '').replace(/^www\./, '');
}
