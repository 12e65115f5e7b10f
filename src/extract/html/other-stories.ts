import { spend } from '../../text/work.js';
import { readIssueLabel } from '../fields/issue-label.js';
import { isSameHeadline } from '../text/same-text.js';
import { readAddressShape } from './address-shape.js';
import { begunBefore } from './begun-before.js';
import { textIn } from './folded-text.js';
import { absolute } from './page-address.js';
import type { PageElement, PageNode } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';

/** Shorter texts of links are names of categories, figures and signs. */
const SHORTEST = 12;
const ISSUE_SIGN = /^(?:№|(?:[N¹(]|[Нн]омер|[Нн]өмір)\s?\d)/;
/** Where an address says nothing, a link is taken for a story by its text: as many letters and words as a headline has. */
const HEADLINE_LENGTH = 25;
const HEADLINE_WORDS = 4;
const MOST_LINKS = 3000;

/** Whether a link leads to another story: by its address, or only by its text. */
type LinkKind = 'story' | 'likely' | 'none';

/** What is printed about another story: in the item of a list, beside its link. */
export type BelongsElsewhere = (node: PageNode) => boolean;

/**
 * Tells what a page says about other stories from what it says about its own. The nearest element around a node that
 * holds a link speaks about the story of the link, unless it holds the page's own headline or text.
 */
export function readOtherStories(
  reading: Reading,
  story: { readonly headline: PageElement | null; readonly body: PageElement | null; readonly title: string | null },
): BelongsElsewhere {
  const { tree } = reading;
  const links = tree.find('a').slice(0, MOST_LINKS);
  const all = begunBefore(tree, links);
  // Most links are never asked about, and to read one takes its time.
  const kinds = new Map<PageElement, LinkKind>();
  const kindOf = (link: PageElement): LinkKind => {
    const kind = kinds.get(link) ?? leadsElsewhere(reading, link, story.title);
    kinds.set(link, kind);
    return kind;
  };
  const linksIn = ({ index, end }: PageElement): readonly PageElement[] =>
    links.slice(all[index] ?? 0, all[end + 1] ?? 0);
  // Every node of a large table asks about the same table.
  const leading = [new Map<PageElement, boolean>(), new Map<PageElement, boolean>()] as const;
  const leadsAway = (element: PageElement, isSure: boolean): boolean => {
    const known = leading[isSure ? 1 : 0];
    const answer =
      known.get(element) ??
      linksIn(element).some((link) => {
        const kind = kindOf(link);
        return kind === 'story' || (!isSure && kind === 'likely');
      });
    known.set(element, answer);
    return answer;
  };
  const below = ({ index, end }: PageElement): number => (all[end + 1] ?? 0) - (all[index] ?? 0);
  const isOwn = (element: PageElement): boolean =>
    [story.headline, story.body].some((part) => part !== null && isWithin(part, element));
  const { headline, body } = story;
  // Between headline and text a long link may name a topic.
  const isBetween = ({ index }: PageNode): boolean =>
    headline !== null && body !== null && index > headline.index && index < body.index;
  return (node) => {
    if (isWithin(node, headline)) return false;
    const isSure = isBetween(node);
    for (let up = node.kind === 'element' ? node : node.parent; up !== null && !isOwn(up); up = up.parent) {
      spend(4);
      if (below(up) > 0) return leadsAway(up, isSure);
    }
    return false;
  };
}

/** Whether a link leads to another story, by its address or only by its text; `none` where it does not. */
function leadsElsewhere({ tree, address }: Reading, link: PageElement, title: string | null): LinkKind {
  const href = link.attribute('href') ?? '';
  // A link to a place within a page leads to the comments of the story.
  if (href === '' || href.includes('#')) return 'none';
  const text = textIn(tree, link);
  // «№24 (8735)» leads to an issue, whose day is beside it.
  if (ISSUE_SIGN.test(text) && readIssueLabel(text) !== null) return 'story';
  const url = text.length < SHORTEST ? null : absolute(href, address.base ?? 'http://unknown.example/');
  if (url === null || url === address.page || url === address.canonical) return 'none';
  const { kind, nativeId } = readAddressShape(url);
  const isOther = kind === 'story' && nativeId !== null && nativeId !== (address.shape.nativeId ?? nativeId);
  // A headline may return («Құттықтаймыз!»): where the engine tells the stories apart, its ids do.
  if (!isOther && title !== null && isSameHeadline(text, title)) return 'none';
  if (kind === 'story') return nativeId !== null && nativeId === address.shape.nativeId ? 'none' : 'story';
  const isHeadline = text.length >= HEADLINE_LENGTH && text.split(' ').length >= HEADLINE_WORDS;
  return kind === null && isHeadline ? 'likely' : 'none';
}
