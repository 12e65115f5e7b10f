import { isFrontPageName } from '../fields/front-page-name.js';
import type { Line } from './lines.js';
import { headlineKey, isSameHeadline } from './same-text.js';
import { isParagraph } from './tail.js';

/** Where the story of a page begins. */
export interface Anchor {
  /** The line that holds the headline. */
  readonly headline: Line;
  readonly text: string;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** The breadcrumb line, where there is one. */
  readonly crumb: Line | null;
  /** Deepest category that the breadcrumb still names. */
  readonly section: string | null;
}

/** The signs that stay of a breadcrumb when its links are lost: `» » `, or `>> >> ` in a charset without them. */
const CRUMB = /^(?:»[»\s]*|(?:>>\s+)+)/;
/** A breadcrumb whose links kept their texts: `Сайт » Қоғам » Тақырып`, `Главная / Новости / Заголовок`. */
const LINKED_CRUMB = / (?:[»›→/|]|>>?) /;
/** Signs that may as well stand in a headline: what is left of the line before the headline ends with one. */
const DASHED_CRUMB = /(?:^| )[»›→/|>–—] $/;
const MAY_BE_DASHED = /(?:^[»›→/|>]| [–—]) /;
/** A sign between links, and the name of a site or a section. */
const BARE_SIGN = /^(?:»|>>?)$/;
const NAME = /^\p{L}[\p{L}\s-]{1,40}$/u;
const CRUMB_SIGN = / (?:»|>>) /;
/** The name of the site as the first link of a breadcrumb: it names no category. */
const HOST = /^[\w-]{1,60}(?:\.[\w-]{1,30}){1,3}$/;
/** A line of counters and buttons, which lists repeat. */
const COUNTED = / \| |:\s\d+(?:\s|$)/;
/** The name of a site or a section. */
const LONGEST_LINK = 60;
/** A section may be printed again below the headline. */
const WORDS_OF_HEADLINE = 3;
/** Lines between a breadcrumb and the headline: section, date, counters. */
const MOST_BETWEEN = 7;
/** Below a paragraph stands no breadcrumb: a line that begins with a sign is a quotation there. */
const PARAGRAPH = 50;
const SENTENCE = /[\p{Ll}»"][.!?…]$/u;
/** What a title line puts behind the headline. */
const TITLE_REST = /^ [|»–—-] .{2,80}$/u;
const SHORTEST_TITLED = 10;
/** A cut headline ends so. */
const CUT = /(?:\.{3}|…)$/;

/**
 * Finds the headline by the breadcrumb above it: signs (`» » Headline`) or links, the headline again in the next line
 * or not. Null where the page has no breadcrumb.
 */
export function findAnchor(lines: readonly Line[]): Anchor | null {
  let isBelowText = false;
  for (const [index, line] of lines.entries()) {
    const isCrumb = CRUMB.test(line.text);
    const below = lines.slice(index + 1, index + 1 + MOST_BETWEEN);
    const anchor =
      fromLinks(line, below) ??
      (isCrumb && !isBelowText && !isLink(lines[index - 1], line, below)
        ? fromSigns(line, lines[index + 1])
        : fromTitle(line, lines[index + 1]));
    if (anchor !== null) return anchor;
    if (isParagraph(line.text)) return null;
    isBelowText ||= line.text.length > PARAGRAPH && !isCrumb && SENTENCE.test(line.text);
  }
  return null;
}

/** Signs between links that stand in lines of their own: a name above them, a section or another link below. */
function isLink(above: Line | undefined, { text }: Line, [next, second]: readonly Line[]): boolean {
  if (above === undefined || !BARE_SIGN.test(text) || !NAME.test(above.text)) return false;
  return (second !== undefined && CRUMB.test(second.text)) || NAME.test(next?.text ?? '');
}

function fromSigns(crumb: Line, next: Line | undefined): Anchor | null {
  const rest = crumb.text.replace(CRUMB, '');
  const [last = '', ...path] = rest.split(CRUMB_SIGN).reverse();
  if (next !== undefined && rest !== '' && isEcho(rest, next.text)) {
    return { headline: next, text: next.text, rule: 'breadcrumb-echo', crumb, section: null };
  }
  if (next !== undefined && path.length > 0 && isEcho(last, next.text)) {
    return { headline: next, text: next.text, rule: 'breadcrumb-echo', crumb, section: categoryOf(path) };
  }
  if (rest !== '' && /^\p{Ll}/u.test(rest)) return null;
  if (rest !== '' && (next === undefined || !crumb.damaged)) {
    return { headline: crumb, text: rest, rule: 'breadcrumb', crumb, section: null };
  }
  if (next === undefined) return null;
  return { headline: next, text: next.text, rule: 'below-breadcrumb', crumb, section: null };
}

/** The headline stands below the links, at times with what is told of the story between them. */
function fromLinks(crumb: Line, below: readonly Line[]): Anchor | null {
  if (below.length === 0 || crumb.text.length > 600) return null;
  const isLinked = LINKED_CRUMB.test(crumb.text);
  if (!isLinked && !MAY_BE_DASHED.test(crumb.text)) return null;
  const last = isLinked ? (crumb.text.split(LINKED_CRUMB).at(-1) ?? '').trim() : '';
  const headline = below.find(
    ({ text }, distance) =>
      (endsWith(crumb.text, text) || (last !== '' && isEcho(last, text))) &&
      !COUNTED.test(text) &&
      (distance === 0 || text.split(' ').length >= WORDS_OF_HEADLINE),
  );
  if (headline === undefined) return null;
  const path = (endsWith(crumb.text, headline.text) ? crumb.text.slice(0, -headline.text.length) : crumb.text)
    .split(LINKED_CRUMB)
    .map((part) => part.trim())
    .filter((part) => part === '' || /\p{L}/u.test(part))
    .reverse();
  const links = endsWith(crumb.text, headline.text) && path[0] !== '' ? path : path.slice(1);
  if (links.some(({ length }) => length > LONGEST_LINK)) return null;
  return { headline, text: headline.text, rule: 'breadcrumb-echo', crumb, section: categoryOf(links) };
}

/** A headline may hold the signs that part the links. */
function endsWith(crumb: string, headline: string): boolean {
  return (
    headline.length >= SHORTEST_TITLED &&
    crumb.endsWith(headline) &&
    DASHED_CRUMB.test(crumb.slice(0, -headline.length))
  );
}

/** The title line of a page, `Headline - Paper`, above the headline. */
function fromTitle(title: Line, next: Line | undefined): Anchor | null {
  if (next === undefined || next.text.length < SHORTEST_TITLED || !title.text.startsWith(next.text)) return null;
  if (!TITLE_REST.test(title.text.slice(next.text.length))) return null;
  return { headline: next, text: next.text, rule: 'title-line', crumb: title, section: null };
}

/** The breadcrumb's last part is the headline, whole or cut. */
function isEcho(part: string, headline: string): boolean {
  if (isSameHeadline(part, headline)) return true;
  const key = headlineKey(part);
  return CUT.test(part) && key.length >= 15 && headlineKey(headline).startsWith(key);
}

/** The deepest category of a path given from its end; null where only the home page is left. */
function categoryOf(path: readonly string[]): string | null {
  const [deepest = '', ...rest] = path.map((part) => part.trim()).filter((part) => part !== '');
  // The first link is the home page, whatever the site calls it.
  return deepest === '' || (rest.length === 0 && path.length === 1) || HOST.test(deepest) || isFrontPageName(deepest)
    ? null
    : deepest;
}
