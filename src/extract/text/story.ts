import type { Anchor } from './anchor.js';
import { readBody, type StoryBody } from './body.js';
import { type SplitStory, splitStory } from './footer.js';
import type { Line } from './lines.js';
import type { MetaOptions } from './meta-line.js';
import { isSameHeadline } from './same-text.js';
import { withLabels } from './split-labels.js';
import { isAboutStory, isFooterLine } from './story-facts.js';
import { isParagraph, withoutRelated } from './tail.js';

/** The headline of a story, the line it stands in and the rule that found it. */
export interface Headline {
  readonly text: string;
  readonly line: Line;
  readonly rule: string;
}

/** A story as the lines of a page show it. */
export interface Story {
  readonly headline: Headline | null;
  readonly body: StoryBody;
  readonly facts: Pick<SplitStory, 'above' | 'below'>;
  /** Lines that look like the footer of a story, up to the boxes below it: more than one in a list of stories. */
  readonly footers: number;
  /** The same of all lines. */
  readonly allFooters: number;
}

/** A first line longer than this is a paragraph and no headline. */
const LONGEST_HEADLINE = 300;
/** Two sentences: a full stop between small letters and a capital. */
const SENTENCES = /[\p{Ll}»"][.!?] [\p{Lu}«]/u;

/** Reads headline, body and facts from the lines of a story. `lines` begin with its headline where nothing else is known. */
export function readStory(lines: readonly Line[], anchor: Anchor | null, options: MetaOptions): Story {
  const headline =
    anchor === null ? firstLine(lines, options) : { text: anchor.text, line: anchor.headline, rule: anchor.rule };
  const start = headline === null ? 0 : lines.indexOf(headline.line) + 1;
  const below = dropRepeats(lines.slice(start), headline);
  const own = withLabels(withoutRelated(below.rest));
  const split = splitStory(own, options);
  const body = readBody(split.body, headline?.text ?? null);
  const count = (part: readonly Line[]): number => part.filter((line) => isFooterLine(line, options)).length;
  return {
    headline,
    body: { ...body, copies: [...below.repeats, ...body.copies] },
    facts: split,
    footers: count(own),
    allFooters: count(lines),
  };
}

/** Without a breadcrumb the first line of the story is its headline, unless it reads like a paragraph. */
function firstLine(lines: readonly Line[], options: MetaOptions): Headline | null {
  const line = lines.find((candidate) => !isAboutStory(candidate, options));
  if (line === undefined || line.text.length > LONGEST_HEADLINE) return null;
  if (isParagraph(line.text) && SENTENCES.test(line.text)) return null;
  return { text: line.text, line, rule: 'first-line' };
}

/**
 * The headline again directly below itself, as a page prints it that names its story in a title line. Below a
 * breadcrumb that holds the headline, a line damaged past mending stands where the headline does, and is it.
 */
function dropRepeats(lines: readonly Line[], headline: Headline | null) {
  let count = headline?.rule === 'breadcrumb' && lines[0]?.damaged === true && isAsShort(lines[0], headline) ? 1 : 0;
  while (headline !== null && isSameHeadline(lines[count]?.text ?? '', headline.text)) count += 1;
  return { repeats: lines.slice(0, count), rest: lines.slice(count) };
}

/** Damage makes two or three signs of one. */
function isAsShort(line: Line, { text }: Headline): boolean {
  return line.text.length <= 3 * text.length;
}
