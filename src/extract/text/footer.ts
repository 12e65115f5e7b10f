import { isCreditLine, isGenericAuthor, readByline } from '../fields/byline.js';
import type { Line } from './lines.js';
import { type MetaOptions, readSectionDay } from './meta-line.js';
import { type Entry, type Fact, factOf, factsOf, type StoryFacts } from './story-facts.js';
import { isProse, longestRun, readRuns } from './text-runs.js';

/** A story's lines without those about it. */
export interface SplitStory {
  readonly body: readonly Line[];
  /** From the lines directly below the headline. */
  readonly above: StoryFacts;
  /** From the footer. */
  readonly below: StoryFacts;
}

/** Lines right below a headline. */
const TOP = 2;
const STARS = ['1', '2', '3', '4', '5'];
/** A section in a line of its own: few words, no sentence. */
const SECTION = /^\p{Lu}[\p{L}\p{M}\s-]{1,38}$/u;
const MOST_WORDS = 3;
/** Lines between two facts that say nothing of the story: an account, a button, a neighbour. */
const MOST_BETWEEN = 3;
/** Splits the lines below a headline into the facts above the story, its body and its footer. */
export function splitStory(lines: readonly Line[], options: MetaOptions): SplitStory {
  const entries = withoutStars(
    lines.map((line, index) => ({
      line,
      fact: factOf(line, options) ?? (index < TOP ? sectionDay(line, options) : null),
    })),
  );
  const labelled = isSectionAbove(entries, 0) ? 1 : 0;
  const above = labelled + headLength(entries.slice(labelled));
  const { to, end } = footerOf(entries, above);
  const from = isChronicle(entries.slice(0, above), entries.slice(above, to)) ? 0 : above;
  const named = to - 1 > from && isSectionAbove(entries, to - 1) ? 1 : 0;
  const body = entries.slice(from, to - named).filter(({ fact }) => fact === null || isStoryLike(fact));
  return {
    body: body.map(({ line }) => line),
    above: factsOf(entries.slice(0, from), options),
    below: factsOf(entries.slice(to - named, end), options),
  };
}

function sectionDay({ text }: Line, options: MetaOptions): Fact | null {
  const meta = readSectionDay(text, options);
  return meta === null ? null : { kind: 'meta', meta };
}

/** Figures one below the other that count up to five are the stars of a rating, with its share in percent above them. */
function withoutStars(entries: readonly Entry[]): readonly Entry[] {
  const at = entries.findIndex(
    ({ fact }, index) =>
      fact?.kind === 'figure' && STARS.every((star, step) => entries[index + step]?.line.text === star),
  );
  if (at === -1) return entries;
  const from = entries[at - 1]?.fact?.kind === 'figure' ? at - 1 : at;
  return entries.map((entry, index) =>
    index >= from && index < at + STARS.length ? { ...entry, fact: { kind: 'widget' } } : entry,
  );
}

/** Whether the day above a story, and nothing else, is the first of a chronicle: the story goes on with another day. */
function isChronicle(above: readonly Entry[], story: readonly Entry[]): boolean {
  const [first] = above;
  const day = first === undefined ? null : plainDay(first);
  if (above.some((entry) => plainDay(entry) !== day)) return false;
  return day !== null && story.some((entry) => (plainDay(entry) ?? day) !== day);
}

/** ISO 8601 day of a line that is a day and nothing else. */
function plainDay({ fact }: Entry): string | null {
  if (fact?.kind !== 'meta' || fact.meta.counters !== null || fact.meta.date === null) return null;
  return fact.meta.date.time === null ? fact.meta.date.date : null;
}

/** A date inside a story may head a day of a chronicle, a figure a list: neither is taken out of it. */
function isStoryLike(fact: Fact): boolean {
  return ['figure', 'author', 'section'].includes(fact.kind) || (fact.kind === 'meta' && fact.meta.counters === null);
}

/** Facts below a headline: up to the last of them above the text, with a section, an account or a few words between them. */
function headLength(entries: readonly Entry[]): number {
  let length = runLength(entries);
  let between = 0;
  for (let index = length; between <= MOST_BETWEEN; index += 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    if (entry.fact !== null) length = index + 1;
    else if (!isFewWords(entry.line.text) && !isGenericAuthor(entry.line.text)) break;
    between = index + 1 - length;
  }
  return length;
}

function isFewWords(text: string): boolean {
  return SECTION.test(text) && text.split(' ').length <= MOST_WORDS;
}

function runLength(entries: readonly Entry[]): number {
  const end = entries.findIndex(({ fact }) => fact === null);
  return end === -1 ? entries.length : end;
}

/** Where the footer begins and where its facts end: below the text of the story, else with the last lines of the page. */
function footerOf(entries: readonly Entry[], from: number): { readonly to: number; readonly end: number } {
  const text = longestRun(
    readRuns(
      entries.map(({ line }) => line),
      from,
    ),
  );
  const below = text === null ? -1 : entries.findIndex(({ fact }, index) => index >= text.end && opensFooter(fact));
  // A counter may stand before the day.
  const to = below > from && entries[below - 1]?.fact?.kind === 'figure' ? below - 1 : below;
  if (to !== -1) return { to, end: endOfFacts(entries, below) };
  const strong = entries.findIndex((_, index) => index >= from && isStrong(entries, index));
  const end = strong === -1 || text !== null ? entries.length : strong + runLength(entries.slice(strong));
  let last = end;
  while (last > from && entries[last - 1]?.fact !== null) last -= 1;
  const hasMeta = entries.slice(last, end).some(({ fact }) => fact?.kind === 'meta');
  const figures = entries.slice(last, end).filter(({ fact }) => fact?.kind === 'figure').length;
  // Figures alone, unless they are the pair of a footer, are the end of a list.
  return hasMeta || figures === 0 || figures === 2 ? { to: last, end } : { to: end, end };
}

/** A figure or a name alone may end a story. */
function opensFooter(fact: Fact | null): boolean {
  return fact !== null && fact.kind !== 'figure' && fact.kind !== 'author';
}

/** Where other stories or comments begin below a footer: at running text, or lines that say nothing of the story. */
function endOfFacts(entries: readonly Entry[], from: number): number {
  let end = from;
  for (let index = from; index < entries.length && index - end <= MOST_BETWEEN; index += 1) {
    const { line, fact } = entries[index] ?? {};
    if (line === undefined || isProse(line.text)) break;
    if (fact != null) end = index + 1;
  }
  return end;
}

function isStrong(entries: readonly Entry[], index: number): boolean {
  const fact = entries[index]?.fact;
  if (fact?.kind !== 'meta' || fact.meta.date === null || fact.meta.modified) return false;
  const next = entries[index + 1]?.fact;
  return (
    fact.meta.counters !== null || next?.kind === 'figure' || (next?.kind === 'meta' && next.meta.counters !== null)
  );
}

/** Whether the line is a section: a few words directly above the date. Below a byline they are its second line. */
function isSectionAbove(entries: readonly Entry[], index: number): boolean {
  if (readByline(entries[index - 1]?.line.text ?? '') !== null) return false;
  const next = entries[index + 1]?.fact;
  const { line, fact } = entries[index] ?? {};
  if (line === undefined || fact !== null || next?.kind !== 'meta' || next.meta.date === null) return false;
  return isFewWords(line.text) && !isCreditLine(line.text);
}
