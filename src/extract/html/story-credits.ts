import { isCreditLine, readByline } from '../fields/byline.js';
import type { FoldedText } from './folded-text.js';
import { foldedTextOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { readParagraphs } from './paragraphs.js';
import { closest, type Reading } from './reading.js';

/** Lines outside a story's text that say whose it is. */
export interface OuterLines {
  readonly credits: readonly FoldedText[];
  readonly byline: FoldedText | null;
}

const CAPTIONS = 'figcaption, .wp-caption-text, .highslide-caption, .caption';
const LONGEST = 200;
const MOST = 40;
/** How far above its text the block of a story ends. */
const HIGHEST = 3;

/** Reads credits in captions, and credits and byline that a theme prints below the text in the same block. */
export function readOuterLines(reading: Reading, body: PageElement | null): OuterLines {
  if (body === null) return { credits: [], byline: null };
  const { tree, zones } = reading;
  const captions = tree
    .find(CAPTIONS, body)
    .slice(0, MOST)
    .map((element) => foldedTextOf(tree, element));
  const block = storyBlock(body);
  const skips = (element: PageElement): boolean =>
    element === body || zones.zoneOf(element) !== 'main' || element.tag === 'form';
  const below =
    block === null
      ? []
      : readParagraphs(tree, block, skips).filter(({ index, linked }) => index > body.end && linked < 0.9);
  const lines = below.slice(0, MOST).filter(({ text }) => text.length <= LONGEST);
  return {
    credits: [...captions, ...lines].filter(({ text }) => isCreditLine(text)),
    byline: lines.slice(0, 2).find(({ text, block: { tag } }) => tag !== 'li' && readByline(text) !== null) ?? null,
  };
}

/** The block that holds the story's text and little else. */
function storyBlock(body: PageElement): PageElement | null {
  const article = closest(
    body.parent,
    ({ tag, names, depth }) =>
      depth >= body.depth - HIGHEST && (tag === 'article' || / (?:fullstory|full-story) /.test(names)),
  );
  return article ?? (body.parent?.tag === 'body' ? null : body.parent);
}
