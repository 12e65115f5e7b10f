import { AUTHOR_LABEL, AUTHOR_NAMES } from './author-marks.js';
import type { Candidate } from './candidate.js';
import { readElement } from './date-element.js';
import type { StoryDate } from './date-moment.js';
import { foldPieces, pieceOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';
import type { StoryPlace } from './story-place.js';

const MOST_ASIDES = 10;
/** Letters of an aside about the story: its day, its author, its topics. */
const LONGEST = 400;
const LONGEST_LINE = 140;
/** Below any date that stands beside the story itself. */
const SCORE = 0.42;

/** The aside that tells of the story: one day, who wrote it, and no link to another story. */
export function readStoryAside(reading: Reading, place: StoryPlace): PageElement | null {
  const { tree, zones } = reading;
  const asides = tree.find('aside').slice(0, MOST_ASIDES);
  return (
    asides.find(
      (aside) =>
        zones.zoneOf(aside) === 'around' &&
        zones.textLength(aside).all <= LONGEST &&
        !place.isElsewhere(aside) &&
        datesIn(reading, aside).length === 1 &&
        namesAuthor(reading, aside),
    ) ?? null
  );
}

/** The day in the aside of the story. */
export function asideDates(reading: Reading, place: StoryPlace): readonly Candidate<StoryDate>[] {
  const aside = readStoryAside(reading, place);
  if (aside === null) return [];
  return datesIn(reading, aside).map((value) => ({ value, rule: 'aside-date', layer: 'heuristic', score: SCORE }));
}

function datesIn(reading: Reading, aside: PageElement): readonly StoryDate[] {
  const { tree } = reading;
  return tree.figureNodes.flatMap((node) => {
    if (!isWithin(node, aside) || node.parent === null || tree.lengthOf(node) > LONGEST_LINE) return [];
    const value = readElement(reading, node.parent, foldPieces([pieceOf(tree, node)]));
    return value?.date == null ? [] : [value];
  });
}

function namesAuthor({ tree }: Reading, aside: PageElement): boolean {
  return tree.nodes
    .slice(aside.index + 1, aside.end + 1)
    .some((node) =>
      node.kind === 'element'
        ? AUTHOR_NAMES.test(node.names)
        : node.kind === 'text' && AUTHOR_LABEL.test(`${tree.trimmedTextOf(node)} `),
    );
}
