import { foldSpaces } from '../../text/fold.js';
import type { FoldedText } from './folded-text.js';
import type { StructuredData } from './structured-data.js';

/** Shorter texts are summaries. */
const SHORTEST = 140;
const LONGEST = 200_000;
const MOST = 1000;
/** Sites put their markup there as it is. */
const TAG = /<\/?[a-z][^<>]{0,300}>/gi;
const BLOCK = /<(?:\/p|br\s?\/?|\/div|\/li|\/h[1-6])>/gi;
const LINE = /[\r\n]+/;

/**
 * The text that a page tells programs, in paragraphs; none where it is no more than a summary. It may be cut or hold all
 * of the page, so that it counts only where the page prints no text.
 */
export function readToldBody({ articleBody }: Pick<StructuredData, 'articleBody'>): readonly FoldedText[] {
  if (articleBody === null || articleBody.length < SHORTEST || articleBody.length > LONGEST) return [];
  return articleBody
    .replace(BLOCK, '\n')
    .replace(TAG, '')
    .split(LINE)
    .map(foldSpaces)
    .filter((text) => text !== '')
    .slice(0, MOST)
    .map((text) => ({ text, starts: [] }));
}
