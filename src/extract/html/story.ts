import { isCreditLine, readByline } from '../fields/byline.js';
import { isSameHeadline } from '../text/same-text.js';
import { chooseBody } from './body.js';
import type { Candidate } from './candidate.js';
import type { FoldedText } from './folded-text.js';
import { readHeadingBelow } from './heading-below.js';
import { readHeadline } from './headline.js';
import type { Headline } from './headline-copies.js';
import { readApartLead, readLead } from './lead.js';
import { isOnlyTitle, readLineAbove } from './line-above.js';
import type { PageElement } from './page-tree.js';
import type { Paragraph } from './paragraphs.js';
import { isWithin, type Reading } from './reading.js';
import { readOuterLines } from './story-credits.js';
import { readStoryText } from './story-text.js';
import { readToldBody } from './told-body.js';

/** The text of a story, its parts told apart. */
export interface StoryText {
  readonly headline: Candidate<Headline> | null;
  readonly headlines: readonly Candidate<Headline>[];
  readonly body: Candidate<PageElement> | null;
  /** Paragraphs of the body, the lead included; where the page prints none, those that it tells programs. */
  readonly paragraphs: readonly FoldedText[];
  readonly lead: { readonly text: FoldedText; readonly rule: string } | null;
  /** The paragraph that names the author. */
  readonly byline: FoldedText | null;
  /** Credits of pictures and sources, in lines of their own. */
  readonly credits: readonly FoldedText[];
  /** Lines inside its container that hold its date and counters. */
  readonly about: readonly FoldedText[];
}

/** A byline stands in one of the last lines, or above the text. */
const BYLINE_LINES = 3;
const LONGEST_SIGNATURE = 80;
/** Rows and items may look like names. */
const CELLS: ReadonlySet<string> = new Set(['tr', 'td', 'li', 'dd', 'dt', 'table', 'tbody']);

/** Reads headline, body and what stands at its edges. */
export function readStory(reading: Reading): StoryText {
  const { chosen, all: headlines } = readHeadline(reading);
  const body = chooseBody(reading, chosen?.value ?? null);
  const above = body !== null && isOnlyTitle(reading, chosen) ? readLineAbove(reading, body.value) : null;
  const below = body !== null && above === null ? readHeadingBelow(reading, chosen, body.value) : null;
  const headline = above ?? below ?? chosen;
  const { paragraphs: all, about } =
    body === null ? { paragraphs: [], about: [] } : readStoryText(reading, body.value, headline?.value ?? null);
  const lead = readLead(reading, body?.value ?? null, headline?.value.element ?? null) ?? readApartLead(all);
  const { byline, credits, rest } = splitEdges(withoutSignature(all, reading.siteNames));
  const outer = readOuterLines(reading, body?.value ?? null);
  const starts =
    lead !== null && rest[0]?.text !== lead.text.text && !isWithin({ index: lead.element.index }, body?.value ?? null);
  return {
    headline,
    headlines,
    body,
    paragraphs: rest.length === 0 && lead === null ? readToldBody(reading.data) : starts ? [lead.text, ...rest] : rest,
    lead,
    byline: byline ?? outer.byline,
    credits: [...credits, ...outer.credits],
    about,
  };
}

/** The paper signs its stories, alone or below the byline: «Көлкент үні». */
function withoutSignature(paragraphs: readonly Paragraph[], siteNames: readonly string[]): readonly Paragraph[] {
  const last = paragraphs.at(-1);
  const isSignature =
    last !== undefined &&
    last.text.length <= LONGEST_SIGNATURE &&
    siteNames.some((name) => isSameHeadline(name, last.text));
  return isSignature && paragraphs.length > 1 ? paragraphs.slice(0, -1) : paragraphs;
}

/** Takes the byline and the credits out of the paragraphs. */
function splitEdges(paragraphs: readonly Paragraph[]): {
  readonly byline: FoldedText | null;
  readonly credits: readonly FoldedText[];
  readonly rest: readonly FoldedText[];
} {
  const credits = paragraphs.filter(({ text }) => isCreditLine(text));
  const prose = paragraphs.filter((paragraph) => !credits.includes(paragraph));
  const last = prose
    .slice(1)
    .slice(-BYLINE_LINES)
    .findLast(({ text, block }) => !CELLS.has(block.tag) && readByline(text) !== null);
  const byline = last ?? prose.slice(0, 1).find(({ text }) => prose.length > 1 && readByline(text) !== null) ?? null;
  return { byline, credits, rest: prose.filter((paragraph) => paragraph !== byline) };
}
