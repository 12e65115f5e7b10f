import { isFrontPageName } from '../fields/front-page-name.js';
import type { Line } from './lines.js';
import { headlineKey, isSameHeadline } from './same-text.js';

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
const CRUMB_SIGN = / (?:»|>>) /;
/** The name of the site as the first link of a breadcrumb: it names no category. */
const HOST = /^[\w-]{1,60}(?:\.[\w-]{1,30}){1,3}$/;
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
  for (const [index, line] of lines.entries()) {
    const anchor = CRUMB.test(line.text)
      ? fromSigns(line, lines[index + 1])
      : (fromLinks(line, lines[index + 1]) ?? fromTitle(line, lines[index + 1]));
    if (anchor !== null) return anchor;
    if (line.text.length > PARAGRAPH && !CRUMB.test(line.text) && SENTENCE.test(line.text)) return null;
  }
  return null;
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

function fromLinks(crumb: Line, next: Line | undefined): Anchor | null {
  if (next === undefined || crumb.text.length > 600 || !LINKED_CRUMB.test(crumb.text)) return null;
  const [last = '', ...path] = crumb.text
    .split(LINKED_CRUMB)
    .map((part) => part.trim())
    .reverse();
  if (!isEcho(last, next.text)) return null;
  return { headline: next, text: next.text, rule: 'breadcrumb-echo', crumb, section: categoryOf(path) };
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
