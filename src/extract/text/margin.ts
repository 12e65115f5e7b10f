import type { Diagnostic } from '../../model/diagnostic.js';
import type { IssueMention } from '../../model/issue.js';
import type { Anchor } from './anchor.js';
import { findCalendar } from './calendar-block.js';
import { isArtefact, readMarginClock } from './clock.js';
import { readIssueList } from './issue-list.js';
import type { Line } from './lines.js';
import { menuEnd, menuLength } from './menu.js';
import { readSiteLine, type SiteLine } from './site-line.js';
import { findStorySpan } from './story-span.js';
import { isWidgetLine } from './widget-lines.js';

/** What stands around a story: evidence of the crawl, never of the article. */
export interface Margin {
  readonly issues: readonly IssueMention[];
  /** ISO 8601 days that the crawl cannot precede. */
  readonly days: readonly string[];
  /** `YYYY-MM` of the calendar. */
  readonly month: string | null;
  /** ISO 8601 day that the site's clock shows. */
  readonly clockDay: string | null;
  readonly siteLine: SiteLine | null;
  /** The lines that may belong to the story, from its headline on. */
  readonly story: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
}

const CONTRADICTION: Diagnostic = {
  code: 'calendar-contradicts',
  message: 'The days of the calendar are not those of the month in its heading.',
};
/** A line this long is a paragraph: the story has begun. */
const PARAGRAPH = 100;

/** Separates the margin of a page from its story. */
export function readMargin(lines: readonly Line[], anchor: Anchor | null): Margin {
  const calendar = findCalendar(lines);
  const outside = lines.filter((line) => !(calendar?.lines.includes(line) ?? false));
  const whole = anchor === null ? findStorySpan(outside) : null;
  const start = whole?.about ?? startOfStory(outside, anchor, calendar?.lines.at(-1)?.segment ?? null);
  const head = outside.slice(0, start);
  const rest = headlineFirst(
    outside.slice(start),
    whole === null ? (anchor?.headline ?? null) : outside[whole.headline],
  );
  const beyond = new Set(outside.slice(whole?.end ?? outside.length));
  const above = readIssueList(head, start > 0 && (anchor !== null || calendar !== null));
  const below = readIssueList(
    rest.filter((line) => line !== anchor?.crumb && line !== anchor?.headline),
    false,
  );
  const lists = [above, below];
  const used = new Set(lists.flatMap((list) => list.lines));
  const top = anchor === null && whole === null ? rest.slice(0, shellLength(rest)) : head;
  return {
    issues: lists.flatMap((list) => list.issues),
    days: lists.flatMap((list) => list.days),
    month: calendar?.month ?? null,
    clockDay: firstOf(top, (line) => readMarginClock(line.text)?.day ?? null),
    siteLine: firstOf(outside, (line) => readSiteLine(line.text)),
    story: dropShell(rest.filter((line) => !used.has(line) && !beyond.has(line) && line !== anchor?.crumb)),
    diagnostics: [
      ...(calendar !== null && calendar.month === null ? [CONTRADICTION] : []),
      ...lists.flatMap((list) => list.diagnostics),
    ],
  };
}

/** A story's lines with its headline before what stands above it. */
function headlineFirst(lines: readonly Line[], headline: Line | null | undefined): readonly Line[] {
  const at = headline ? lines.indexOf(headline) : -1;
  return at < 1 ? lines : [...lines.slice(at, at + 1), ...lines.slice(0, at), ...lines.slice(at + 1)];
}

/** Index of the first line that is not above the story: the breadcrumb, or what follows the calendar. */
function startOfStory(lines: readonly Line[], anchor: Anchor | null, calendarEnd: number | null): number {
  if (anchor !== null) return lines.indexOf(anchor.crumb ?? anchor.headline);
  if (calendarEnd === null) return Math.max(menuLength(lines), menuEnd(lines));
  const index = lines.findIndex((line) => line.segment > calendarEnd);
  const above = index === -1 ? lines : lines.slice(0, index);
  // A calendar below the story: what stands above it is the story.
  return index === -1 || above.filter((line) => line.text.length > PARAGRAPH).length > 1 ? menuLength(lines) : index;
}

/** Takes clocks, marks of extractors and empty widgets off the top of a story. */
function dropShell(lines: readonly Line[]): readonly Line[] {
  return lines.slice(shellLength(lines)).filter(({ text }) => readSiteLine(text) === null);
}

function shellLength(lines: readonly Line[]): number {
  const length = lines.findIndex(({ text }) => !isShell(text));
  return length === -1 ? lines.length : length;
}

function isShell(text: string): boolean {
  return isArtefact(text) || readMarginClock(text) !== null || isWidgetLine(text) || readSiteLine(text) !== null;
}

function firstOf<T>(lines: readonly Line[], read: (line: Line) => T | null): T | null {
  for (const line of lines) {
    const value = read(line);
    if (value !== null) return value;
  }
  return null;
}
