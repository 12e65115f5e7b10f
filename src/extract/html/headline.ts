import { headlineKey } from '../text/same-text.js';
import type { Candidate } from './candidate.js';
import { chooseCandidate } from './candidate.js';
import { type FoldedText, foldedTextOf, textIn } from './folded-text.js';
import type { PageElement, PageTree } from './page-tree.js';
import { closest, type Reading } from './reading.js';
import { selectText } from './selected.js';

/** A headline, and the element that prints it. */
export interface Headline {
  readonly text: FoldedText;
  readonly element: PageElement | null;
}

/** Where sites part the headline from their name in `<title>`. */
const TITLE_SEPARATOR = /\s+(?:[»«|–—•·>\\]|::|-|\/)\s+/;
/** `Сайт > Версия для печати > Заголовок`: the print page of the DataLife Engine. */
const PRINT_TITLE =
  /^.{0,200}> ?(?:версия для печати|басып шығару нұсқасы|баспа нұсқасы|print version|printable version) ?> ?(?=\S)/i;
const HEADINGS = 'h1, h2, h3, h4, #news-title';
const MARKED_HEADINGS = '[itemprop="headline"], .entry-title, .post-title, .article-title, .news-title';
const HEADING_SCORES: Readonly<Record<string, number>> = { h1: 0.85, h2: 0.8, h3: 0.76, h4: 0.72 };
const LONGEST = 400;
const SHORTEST_LINE = 15;
/** Score of a heading that is only a word of the title. */
const WEAK = 0.45;
/** Share of the title that a headline takes at the least, where another part is longer. */
const LEAST_SHARE = 0.3;
/** Addresses of a front page. */
const HOME = /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i;

/** The text of `<title>`, folded. */
export function pageTitle(tree: PageTree): string {
  const title = tree.find('title').find((element) => element.depth <= 3);
  return title === undefined ? '' : textIn(tree, title).replace(PRINT_TITLE, '');
}

/** Headings whose text stands in `<title>`: the headline is one of them, a site's name may be another. */
export function titleHeadings(tree: PageTree, siteNames: readonly string[]): readonly PageElement[] {
  const title = headlineKey(pageTitle(tree));
  const names = new Set(siteNames.map(headlineKey));
  return tree.find(HEADINGS).filter((element) => {
    const key = headlineKey(textIn(tree, element).slice(0, LONGEST));
    return key.length >= 4 && title.includes(key) && !names.has(key);
  });
}

/** The title without the site's name at its end or its beginning. */
export function withoutSiteName(title: string, siteNames: readonly string[]): string {
  const parts = title.split(TITLE_SEPARATOR);
  const keys = new Set(siteNames.map(headlineKey));
  if (keys.has(headlineKey(parts.at(-1) ?? ''))) return cutEnd(title, parts.at(-1) ?? '');
  if (parts.length > 1 && keys.has(headlineKey(parts[0] ?? ''))) return cutStart(title, parts[0] ?? '');
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  return parts.length > 1 && longest === parts[0] ? longest : title;
}

/** Every reading of the headline, and the one chosen; a printed one before its copies for programs. */
export function readHeadline(reading: Reading): {
  readonly chosen: Candidate<Headline> | null;
  readonly all: readonly Candidate<Headline>[];
} {
  const all = [...printedHeadlines(reading), ...copiedHeadlines(reading)].filter(({ value }) => {
    const key = headlineKey(value.text.text);
    return (
      key !== '' && value.text.text.length <= LONGEST && !reading.siteNames.some((name) => headlineKey(name) === key)
    );
  });
  const best = chooseCandidate(all, keyOf);
  const printed =
    best === null ? undefined : all.find(({ value }) => value.element !== null && keyOf(value) === keyOf(best.value));
  return { chosen: printed ?? best, all };
}

function printedHeadlines(reading: Reading): readonly Candidate<Headline>[] {
  const { tree, layout, zones, context } = reading;
  const found: Candidate<Headline>[] = [];
  const add = (element: PageElement, rule: string, layer: Candidate<Headline>['layer'], score: number): void => {
    const text = foldedTextOf(tree, element);
    const isDamaged = text.starts.some(({ segment }) => context.unmendable.has(segment));
    found.push({ value: { text, element }, rule, layer, score: isDamaged ? score / 2 : score });
  };
  const selected = selectText(tree, layout?.headline);
  const isPrinted = selected !== null && textIn(tree, selected.element) === selected.text.text;
  if (isPrinted) add(selected.element, `${layout?.name}-headline`, 'profile', 0.95);
  else if (selected !== null)
    found.push({
      // An attribute holds it, which stands nowhere on the page.
      value: { text: selected.text, element: null },
      rule: `${layout?.name}-headline`,
      layer: 'profile',
      score: 0.95,
    });
  const own = tree.find('#news-title')[0];
  if (own !== undefined) add(own, 'dle-news-title', 'engine', 0.93);
  const inTitle = titleHeadings(tree, reading.siteNames).filter((element) => zones.zoneOf(element) === 'main');
  const told = titleSays(reading);
  for (const element of inTitle.slice(0, 50)) {
    const { isWeak, share } = told(textIn(tree, element));
    const score = isWeak ? WEAK : (HEADING_SCORES[element.tag] ?? 0.8) + share * 0.1 - 0.05;
    add(element, 'heading-in-title', 'heuristic', score);
  }
  const line = inTitle.length === 0 ? lineInTitle(reading) : null;
  if (line !== null) add(line, 'line-in-title', 'heuristic', 0.72);
  for (const element of tree
    .find(MARKED_HEADINGS)
    .filter((element) => zones.zoneOf(element) === 'main')
    .slice(0, 1))
    add(element, 'marked-heading', 'heuristic', 0.74);
  const below =
    inTitle.length === 0 && line === null
      ? tree.find('h2, h3').filter((element) => zones.zoneOf(element) === 'main')
      : [];
  for (const element of below.slice(0, 1)) add(element, 'first-subheading', 'heuristic', 0.45);
  const first = tree.find('h1').filter((element) => zones.zoneOf(element) === 'main');
  for (const element of first.slice(0, 3))
    add(element, 'first-heading', 'heuristic', first.length === 1 && textIn(tree, element).length >= 15 ? 0.78 : 0.55);
  const only = first.length === 0 ? onlyHeading(reading) : null;
  if (only !== null) add(only, 'only-heading', 'heuristic', 0.78);
  return found;
}

/** What `<title>` says of a heading in it: the share it takes, and whether it is only a name or a word of the title. */
function titleSays({ tree, data, siteNames }: Reading): (heading: string) => { isWeak: boolean; share: number } {
  const title = pageTitle(tree);
  const key = headlineKey(title);
  const parts = title.split(TITLE_SEPARATOR).sort((a, b) => b.length - a.length);
  const longest = headlineKey(parts[0] ?? '');
  const told = headlineKey(data.ogTitle === null ? '' : withoutSiteName(data.ogTitle, siteNames));
  return (text) => {
    const own = headlineKey(text);
    const share = Math.min(1, text.length / Math.max(1, title.length));
    const isWord = share < LEAST_SHARE && own !== longest;
    // The page tells programs the rest of its title, so the heading is the name of the site.
    const isBesideTold = told.length > 0 && key.includes(told) && !told.includes(own) && !own.includes(told);
    return { isWeak: isWord || isBesideTold, share };
  };
}

/** The one first-level heading of a page, where it stands in the head of the page and is no name or logo. */
function onlyHeading({ tree, zones, siteNames, address }: Reading): PageElement | null {
  const [only, second] = tree.find('h1');
  if (only === undefined || second !== undefined || zones.zoneOf(only) === 'comments') return null;
  const text = textIn(tree, only);
  const key = headlineKey(text);
  const isName = siteNames.some((name) => headlineKey(name).includes(key)) || key === address.host;
  const links = [...tree.find('a', only), closest(only, ({ tag }) => tag === 'a')];
  const isLogo = links.some((link) => HOME.test(link?.attributes.href ?? '#'));
  const isAside = closest(only, ({ tag }) => tag === 'aside' || tag === 'nav' || tag === 'footer') !== null;
  return text.length < SHORTEST_LINE || isName || isLogo || isAside ? null : only;
}

/** Old print pages and tables have no headings: the longest line of the page, the site's name apart, that is a part of its title. */
function lineInTitle({ tree, zones, siteNames }: Reading): PageElement | null {
  const title = pageTitle(tree);
  const parts = new Set([title, ...title.split(TITLE_SEPARATOR)].map(headlineKey));
  const names = new Set(siteNames.map(headlineKey));
  let [best, length]: [PageElement | null, number] = [null, SHORTEST_LINE];
  for (const node of tree.nodes) {
    if (node.kind !== 'text' || node.segment === null || node.parent === null || zones.zoneOf(node) !== 'main')
      continue;
    const text = tree.textOf(node).trim();
    if (text.length <= length || text.length > LONGEST || node.parent.tag === 'title') continue;
    const key = headlineKey(text);
    if (parts.has(key) && !names.has(key)) [best, length] = [node.parent, text.length];
  }
  return best;
}

function copiedHeadlines(reading: Reading): readonly Candidate<Headline>[] {
  const { tree, data, siteNames } = reading;
  const plain = (text: string | null, rule: string, score: number): readonly Candidate<Headline>[] =>
    text === null
      ? []
      : [
          {
            value: { text: { text, starts: [] }, element: null },
            rule,
            layer: rule === 'title' ? 'heuristic' : 'structured-data',
            score,
          },
        ];
  const title = pageTitle(tree);
  return [
    ...plain(data.headline, 'json-ld', 0.7),
    ...plain(data.ogTitle === null ? null : withoutSiteName(data.ogTitle, siteNames), 'og-title', 0.65),
    ...plain(title === '' ? null : withoutSiteName(title, siteNames), 'title', 0.5),
  ];
}

function keyOf({ text }: Headline): string {
  return headlineKey(text.text);
}

function cutEnd(title: string, name: string): string {
  return title.slice(0, title.length - name.length).replace(/\s+\S{1,2}\s*$/, '');
}

function cutStart(title: string, name: string): string {
  return title.slice(name.length).replace(/^\s*\S{1,2}\s+/, '');
}
