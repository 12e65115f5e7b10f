import { remembered } from '../../text/remembered.js';
import { isAboutLine } from './about-line.js';
import { begunBefore } from './begun-before.js';
import { headedBoxes } from './headed-boxes.js';
import type { PageElement, PageNode, PageTree } from './page-tree.js';

/** Part of a page: its own content, the readers' comments, or what stands around and belongs to the day of the crawl. */
export type Zone = 'main' | 'comments' | 'around';

/** What lies where on a page, and how much text. */
export interface Zones {
  zoneOf(node: PageNode): Zone;
  /** Letters and signs below an element, white space not counted; `plain`: outside links and controls. */
  textLength(element: PageElement): { readonly all: number; readonly plain: number };
  /** What the engine marks as the content of the page, see {@link contentOf}. */
  readonly content: PageElement | null;
}

const AROUND_TAGS: ReadonlySet<string> = new Set(['aside', 'nav', 'select', 'button', 'dialog']);
/** Names of elements that hold what every page of a site shows, or links to other stories. */
const AROUND_NAMES =
  /[\s_-](?:side-?bar|(?<!elementor-)widget|top-?news|popular|most-?read|trending|related|rel_?block|rel-?news|similar|recommend\w*|read-?(?:also|next)|also-?read|last-?comm\w*|last-?news|latest\w*|\w*cloud|calendar\w*|arch(?:ives?)?|banner\w*|advert\w*|adv|ads|vote|poll|menu|nav|navbar|navigation|pagination|speedbar|breadcrumbs?|footer|slider|carousel|newsletter|cookies?|login\w*|top-?bar|rates|weather|copyright|partners?)(?=[\s_-])/;
/** Exact names of the head and the foot of a site. */
const EDGE_NAMES = / (?:header|site-header|masthead|footer|colophon) /;
/** The foot of a story, which says its category and tags. */
const STORY_FOOTER =
  / (?:entry|post|article|story|news|panel|card|box|block|item|single|full|text)[\w-]*[_-]footer(?:-line[\w-]*)? /;
/** The line about a story, which some themes set in an `aside`. */
const STORY_LINE = / (?:entry|post|article|story|news|blog)[_-]{1,2}(?:meta|info|date|byline|details) /;
/** Comments as engines mark them. */
const COMMENTS_NAMES =
  / (?:dle-comments-list|dlemasscomments|dle-ajax-comments|comments?|comments?-(?:area|list|block|section|wrap\w*|container)|commentlist|com_list|comments-tree-list|addcomments|respond|cmts?|comm-item|reviews?-(?:block|list|post)[\w-]*|disqus_thread|hypercomments_widget|pheading) /;
/** Comments by the looks of the name, and only where there is text: `item-comments`, `wp-block-comments`. */
const LIKELY_COMMENTS =
  / (?!(?:has|no|with|open|show|hide|is|allow|enable|disable)[_-])(?:[a-z\d]{2,12}[_-]{1,2}){1,3}comments(?:[_-](?:list|area|block|section|wrap\w*|container))? | cblock\d /;
/** A single comment, wherever it stands. */
const COMMENT_ID = / (?:comment-id-|comments-tree-item-)\d+ /;
/** A theme gives the heading of a widget its style anywhere. */
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const CONTROLS: ReadonlySet<string> = new Set(['a', 'button', 'select', 'textarea', 'label', 'option']);

const FOOT = / footer /;
/** Letters of the foot of a story: date, counters, section. */
const LONGEST_FOOT = 150;
/** What a name of comments holds besides comments: their number, beside the story's date. */
const COMMENT_COUNT = 30;
/** Text of a story runs on; the days of a calendar, dates, names and figures of a margin do not. */
const SHORTEST_RUN = 40;
const CONTENT = '#dle-content';
/** Letters of running text in the frame of a page, and how often those of its content. */
const LONGEST_FRAME = 600;
const MOST_FRAME = 3;

/**
 * Parts a page into zones by tags and names. An element that holds one of the `anchors` (the story's headings) is main
 * whatever its name says, and so is one with more than a third of the running text outside links, head and foot apart.
 */
export function readZones(tree: PageTree, anchors: readonly PageElement[]): Zones {
  const lengths = measure(tree);
  const textLength = (element: PageElement) => ({
    all: (lengths.all[element.end + 1] ?? 0) - (lengths.all[element.index] ?? 0),
    plain: (lengths.plain[element.end + 1] ?? 0) - (lengths.plain[element.index] ?? 0),
  });
  const running = (element: PageElement) =>
    (lengths.running[element.end + 1] ?? 0) - (lengths.running[element.index] ?? 0);
  const whole = lengths.running.at(-1) ?? 0;
  const holds = holderOf(tree, anchors);
  const headed = headedBoxes(tree);
  const content = contentOf(tree, { textLength, running, whole });
  const isOutside = outsideOf(content);
  const zones: Zone[] = [];
  let [ends, inherited]: [number, Zone] = [-1, 'main'];
  for (const node of tree.nodes) {
    if (node.index > ends) inherited = 'main';
    if (inherited === 'main' && node.kind === 'element' && !holds(node)) {
      const sizes = { all: textLength(node).all, running: running(node), whole };
      inherited = headed.has(node) && sizes.running * 3 <= whole ? 'around' : ownZone(node, sizes);
      if (inherited === 'around' && isStoryFoot(tree, node, sizes.all)) inherited = 'main';
      if (inherited === 'main' && isOutside(node)) inherited = 'around';
      if (inherited !== 'main') ends = node.end;
    }
    zones.push(inherited);
  }
  return { zoneOf: (node) => zones[node.index] ?? 'main', textLength, content };
}

interface Lengths {
  readonly textLength: Zones['textLength'];
  readonly running: (element: PageElement) => number;
  readonly whole: number;
}

/**
 * The element that the DataLife Engine puts around what it calls the content of a page; all else comes from the frame that
 * its pages share. Null where markup is broken: closed too early, it leaves the text outside; where nothing stands
 * outside, all the page is called its content.
 */
function contentOf(tree: PageTree, { textLength, running, whole }: Lengths): PageElement | null {
  const [content, other] = tree.find(CONTENT);
  if (content === undefined || other !== undefined || textLength(content).all < SHORTEST_RUN) return null;
  const root = tree.elements()[0];
  if (root === undefined || textLength(root).all - textLength(content).all < SHORTEST_RUN) return null;
  const [inside, outside] = [running(content), whole - running(content)];
  return outside > LONGEST_FRAME && outside > inside * MOST_FRAME ? null : content;
}

/** Tells which elements of a page neither stand in its content nor hold it. */
function outsideOf(content: PageElement | null): (element: PageElement) => boolean {
  if (content === null) return () => false;
  return ({ index, end, tag }) => (index > content.end || end < content.index) && tag !== 'head';
}

/** A footer that says when its story was printed, and how often it was read; that of a site says whose it is. */
function isStoryFoot(tree: PageTree, element: PageElement, length: number): boolean {
  const isFooter = element.tag === 'footer' || FOOT.test(element.names);
  if (!isFooter || length === 0 || length > LONGEST_FOOT) return false;
  const nodes = tree.nodes.slice(element.index + 1, element.end + 1);
  return isAboutLine(
    nodes.flatMap((node) => (node.kind === 'text' && node.segment !== null ? [tree.trimmedTextOf(node)] : [])),
  );
}

function ownZone(
  element: PageElement,
  { all, running, whole }: { readonly all: number; readonly running: number; readonly whole: number },
): Zone {
  const { names, tag } = element;
  if (tag === 'body' || tag === 'html') return 'main';
  const told = toldBy(names);
  if (told === 'comment') return 'comments';
  if (told === 'comments')
    return all > 0 && all < COMMENT_COUNT && tag !== 'div' && tag !== 'section' ? 'main' : 'comments';
  if (told === 'likely-comments') return all < COMMENT_COUNT ? 'main' : 'comments';
  if (told === 'story') return 'main';
  if ((tag === 'footer' || tag === 'header') && !isInStory(element)) return 'around';
  if (running * 3 > whole || HEADINGS.has(tag)) return 'main';
  return AROUND_TAGS.has(tag) || told === 'around' ? 'around' : 'main';
}

/** What the names of an element tell of its zone. A page has few names, and many elements of each. */
const toldBy = remembered((names): 'comment' | 'comments' | 'likely-comments' | 'story' | 'around' | null => {
  if (COMMENT_ID.test(names)) return 'comment';
  if (COMMENTS_NAMES.test(names)) return 'comments';
  if (LIKELY_COMMENTS.test(names)) return 'likely-comments';
  if (STORY_FOOTER.test(names) || STORY_LINE.test(names)) return 'story';
  return AROUND_NAMES.test(names) || EDGE_NAMES.test(names) ? 'around' : null;
});

/** In the element of a story; a header also in the main part of the page. */
function isInStory(element: PageElement): boolean {
  for (let up = element.parent; up !== null; up = up.parent) {
    if (up.tag === 'article' || (up.tag === 'main' && element.tag === 'header')) return true;
  }
  return false;
}

/** Tells which elements hold an anchor, or are one. */
function holderOf(tree: PageTree, anchors: readonly PageElement[]): (element: PageElement) => boolean {
  const begun = begunBefore(tree, anchors);
  return ({ index, end }) => (begun[end + 1] ?? 0) > (begun[index] ?? 0);
}

/** Running sums of the length of the text before each node. */
function measure(tree: PageTree): Readonly<Record<'all' | 'plain' | 'running', Float64Array>> {
  const sums = () => new Float64Array(tree.nodes.length + 1);
  const found = { all: sums(), plain: sums(), running: sums() };
  let [all, plain, running, controlEnds] = [0, 0, 0, -1];
  for (const node of tree.nodes) {
    if (node.kind === 'element') {
      if (node.end > controlEnds && CONTROLS.has(node.tag)) controlEnds = node.end;
    } else if (node.kind === 'text') {
      const length = tree.lengthOf(node);
      const free = node.index > controlEnds ? length : 0;
      all += length;
      plain += free;
      if (free >= SHORTEST_RUN) running += free;
    }
    const place = node.index + 1;
    found.all[place] = all;
    found.plain[place] = plain;
    found.running[place] = running;
  }
  return found;
}
