import { headlineKey } from '../text/same-text.js';
import type { Candidate, Layer } from './candidate.js';
import { type FoldedText, foldedTextOf, foldPieces, pieceOf, textIn } from './folded-text.js';
import { type Headline, type HeadlineCopies, sharedWith } from './headline-copies.js';
import { leadsAway, lineInTitle } from './line-in-title.js';
import { cutSiteName, isKnownName, pageTitle, titleParts, withoutSiteName } from './page-title.js';
import type { PageElement, PageTree } from './page-tree.js';
import { closest, type Reading } from './reading.js';
import { selectText } from './selected.js';
import { isHomeLink, isLogo, isRubric, namesSite } from './site-headings.js';
import { headingGoingOn, headingTold, lineGoingOn } from './told-headings.js';

/** An element that may print the headline. */
interface Heading {
  readonly element: PageElement;
  readonly rule: string;
  readonly layer: Layer;
  readonly score: number;
}

const HEADINGS = 'h1, h2, h3, h4, #news-title';
const MARKED_HEADINGS = '[itemprop="headline"], .entry-title, .post-title, .article-title, .news-title';
const HEADING_SCORES: Readonly<Record<string, number>> = { h1: 0.85, h2: 0.8, h3: 0.76, h4: 0.72 };
const LINE = 'line-in-title';
const PROFILE = 0.95;
const ENGINE = 0.93;
/** Score of the one first-level heading. */
const ONLY = 0.78;
/** What such a heading gains where a copy has much the same words: it is printed, the copy may be rewritten. */
const LIKE_COPY = 0.12;
/** Score of a line that goes on where the title was cut off. */
const CUT_LINE = 0.72;
/** Score of a heading that programs are told. */
const TOLD = 0.82;
/** Score of a heading that is only a word of the title. */
const WEAK = 0.45;
const LONGEST = 400;
const SHORTEST_LINE = 15;
const MOST_HEADINGS = 50;
/** Share of the title that a headline takes at the least, where another part is longer. */
const LEAST_SHARE = 0.3;

/** Headings of which the page holds the headline: those that its title holds, and the only one that is marked as such. */
export function anchorHeadings(tree: PageTree, siteNames: readonly string[]): readonly PageElement[] {
  const marked = tree.find('[itemprop="headline"]');
  return [...titleHeadings(tree, siteNames), ...(marked.length === 1 ? marked : [])];
}

/** Headings whose text stands in `<title>`: the headline is one of them, a site's name may be another. */
function titleHeadings(tree: PageTree, siteNames: readonly string[]): readonly PageElement[] {
  const title = headlineKey(pageTitle(tree));
  const names = new Set(siteNames.map(headlineKey));
  return tree.find(HEADINGS).filter((element) => {
    const key = headlineKey(textIn(tree, element).slice(0, LONGEST));
    return key.length >= 4 && title.includes(key) && !names.has(key);
  });
}

/** Headlines that the page prints: by its profile, its engine and its headings. */
export function printedHeadlines(reading: Reading, copies: HeadlineCopies): readonly Candidate<Headline>[] {
  const { tree, context } = reading;
  const own = tree.find('#news-title').slice(0, 1);
  const all = mainOf(reading, titleHeadings(tree, reading.siteNames));
  const isAgain = repeatsTitle(tree, all);
  const inTitle = withoutTeasers(
    reading,
    all.filter((element) => !isAgain(element)),
  );
  const told = titleSays(reading);
  const isTold = inTitle.some((element) => !told(textIn(tree, element)).isWeak);
  const headings = [
    ...own.map((element) => ({ element, rule: 'dle-news-title', layer: 'engine' as Layer, score: ENGINE })),
    ...headingsInTitle(reading, inTitle, told),
    ...headingsOfCopies(reading, copies),
    ...otherHeadings(reading, copies, isTold).filter(({ element }) => !isAgain(element)),
  ];
  const printed = headings.map(({ element, rule, layer, score }) => {
    // Such a line may share its element with the date of the story.
    const whole = rule === LINE ? ownTextOf(tree, element) : foldedTextOf(tree, element);
    const text = layer === 'engine' ? whole : { ...whole, text: cutSiteName(whole.text, reading) };
    const isDamaged = text.starts.some(({ segment }) => context.unmendable.has(segment));
    return { value: { text, element }, rule, layer, score: isDamaged ? score / 2 : score };
  });
  return [...profileHeadline(reading), ...printed];
}

/** Whether a heading is the whole title with the names of the site, for screen readers, beside one that is its first part. */
function repeatsTitle(tree: PageTree, inTitle: readonly PageElement[]): (heading: PageElement) => boolean {
  const keys = new Set(inTitle.map((element) => headlineKey(textIn(tree, element))));
  return (heading) => {
    const text = textIn(tree, heading);
    const [first = ''] = titleParts(text);
    return first !== text && keys.has(headlineKey(first));
  };
}

function profileHeadline({ tree, layout, context }: Reading): readonly Candidate<Headline>[] {
  const selected = selectText(tree, layout?.headline);
  if (selected === null) return [];
  const { element, text } = selected;
  // What an attribute holds stands nowhere on the page.
  const isPrinted = textIn(tree, element) === text.text;
  const isDamaged = isPrinted && text.starts.some(({ segment }) => context.unmendable.has(segment));
  const value = isPrinted ? { text, element } : { text: { text: text.text, starts: [] }, element: null };
  const score = isDamaged ? PROFILE / 2 : PROFILE;
  return [{ value, rule: `${layout?.name}-headline`, layer: 'profile', score }];
}

/** Headings without those that lead to another address, where the page prints the same text without such a link: a margin repeats it. */
function withoutTeasers(reading: Reading, headings: readonly PageElement[]): readonly PageElement[] {
  const { tree } = reading;
  const leading = headings.filter((heading) => leadsAway(reading, heading));
  if (leading.length === 0) return headings;
  const keyOf = (element: PageElement): string => headlineKey(textIn(tree, element));
  const line = lineInTitle(reading);
  const plain = [...headings.filter((heading) => !leading.includes(heading)), ...(line === null ? [] : [line])];
  const keys = new Set(plain.filter((element) => !leadsAway(reading, element)).map(keyOf));
  return headings.filter((heading) => !leading.includes(heading) || !keys.has(keyOf(heading)));
}

function headingsInTitle(
  reading: Reading,
  inTitle: readonly PageElement[],
  told: ReturnType<typeof titleSays>,
): readonly Heading[] {
  return inTitle.slice(0, MOST_HEADINGS).map((element) => {
    const { isWeak, share } = told(textIn(reading.tree, element));
    const score = isWeak ? WEAK : (HEADING_SCORES[element.tag] ?? 0.8) + share * 0.1 - 0.05;
    return { element, rule: 'heading-in-title', layer: 'heuristic', score };
  });
}

/** Headings that copies confirm without standing in the title: it was cut off, or names the section. */
function headingsOfCopies(reading: Reading, copies: HeadlineCopies): readonly Heading[] {
  const { tree } = reading;
  const headings = mainOf(reading, tree.find(`${HEADINGS}, ${MARKED_HEADINGS}`)).slice(0, MOST_HEADINGS);
  const whole = headingGoingOn(tree, headings, copies);
  const line = whole === undefined ? lineGoingOn(reading, copies) : null;
  const told = headingTold(tree, headings, copies);
  const of = (element: PageElement | null | undefined, rule: string, score: number): readonly Heading[] =>
    element == null ? [] : [{ element, rule, layer: 'heuristic', score }];
  return [
    ...of(whole, 'heading-of-cut-title', HEADING_SCORES[whole?.tag ?? ''] ?? 0.8),
    ...of(line, 'line-of-cut-title', CUT_LINE),
    ...of(told, 'heading-told', TOLD),
  ];
}

/** Headings by their rank and their names, and lines that stand for a heading where none is in the title. */
function otherHeadings(reading: Reading, copies: HeadlineCopies, isInTitle: boolean): readonly Heading[] {
  const { tree } = reading;
  const line = isInTitle ? null : lineInTitle(reading);
  const marked = mainOf(reading, tree.find(MARKED_HEADINGS)).slice(0, 1);
  const below =
    isInTitle || line !== null
      ? []
      : mainOf(reading, tree.find('h2, h3'))
          .filter((element) => textIn(tree, element).length >= SHORTEST_LINE || !isRubric(tree, element))
          .slice(0, 1);
  const first = mainOf(reading, tree.find('h1'));
  const only = first.length === 0 ? onlyHeading(reading) : null;
  const rank = (element: PageElement): number => {
    const text = textIn(tree, element);
    if (line !== null && namesSite(tree, text)) return WEAK;
    return first.length > 1 || text.length < SHORTEST_LINE ? 0.55 : ONLY + LIKE_COPY * sharedWith(copies, text);
  };
  const of = (elements: readonly (PageElement | null)[], rule: string, score: number | typeof rank): Heading[] =>
    elements
      .filter((element) => element !== null)
      .map((element) => ({
        element,
        rule,
        layer: 'heuristic',
        score: typeof score === 'number' ? score : score(element),
      }));
  return [
    ...of([line], LINE, 0.72),
    ...of(marked, 'marked-heading', 0.74),
    ...of(below, 'first-subheading', 0.45),
    ...of(first.slice(0, 3), 'first-heading', rank),
    ...of([only], 'only-heading', rank),
  ];
}

function mainOf({ tree, zones }: Reading, elements: readonly PageElement[]): readonly PageElement[] {
  return elements.filter((element) => zones.zoneOf(element) === 'main' && !isLogo(tree, element));
}

/** What `<title>` says of a heading in it: the share it takes, and whether it is only a name or a word of the title. */
function titleSays(reading: Reading): (heading: string) => { isWeak: boolean; share: number } {
  const { tree, data } = reading;
  const title = pageTitle(tree);
  const key = headlineKey(title);
  const parts = [...titleParts(title)].sort((a, b) => b.length - a.length);
  const longest = headlineKey(parts[0] ?? '');
  const told = headlineKey(data.ogTitle === null ? '' : withoutSiteName(data.ogTitle, reading));
  return (text) => {
    const own = headlineKey(text);
    const share = Math.min(1, text.length / Math.max(1, title.length));
    const isWord = share < LEAST_SHARE && own !== longest;
    // The page tells programs the rest of its title, so the heading is the name of the site.
    const isBesideTold = told.length > 0 && key.includes(told) && !told.includes(own) && !own.includes(told);
    return { isWeak: isWord || isBesideTold || isKnownName(text, reading), share };
  };
}

/** The one first-level heading of a page, where it stands in the head of the page and is no name or logo. */
function onlyHeading({ tree, zones, siteNames, address }: Reading): PageElement | null {
  const [only, second] = tree.find('h1');
  if (only === undefined || second !== undefined || zones.zoneOf(only) === 'comments') return null;
  const text = textIn(tree, only);
  const key = headlineKey(text);
  const isName = siteNames.some((name) => headlineKey(name).includes(key)) || key === address.host;
  const isAside = closest(only, ({ tag }) => tag === 'aside' || tag === 'nav' || tag === 'footer') !== null;
  return text.length < SHORTEST_LINE || isName || isHomeLink(tree, only) || isAside ? null : only;
}

/** The text that stands in an element itself, that of its children left out. */
function ownTextOf(tree: PageTree, element: PageElement): FoldedText {
  const nodes = tree.nodes.slice(element.index + 1, element.end + 1);
  return foldPieces(
    nodes.flatMap((node) => (node.kind === 'text' && node.parent === element ? [pieceOf(tree, node)] : [])),
  );
}
