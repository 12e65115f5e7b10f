import type { Diagnostic } from '../../model/diagnostic.js';
import type { IssueMention } from '../../model/issue.js';
import { readDate } from '../fields/date.js';
import { type IssueLabel, readIssueLabel } from '../fields/issue-label.js';
import type { Line } from './lines.js';
import { isWidgetLine } from './widget-lines.js';

/** The list of newest issues in the margin of a page. */
export interface IssueList {
  readonly issues: readonly IssueMention[];
  /** ISO 8601 days of all entries, those that are no issue included: none is later than the crawl. */
  readonly days: readonly string[];
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Entry {
  readonly index: number;
  readonly label: IssueLabel | null;
  readonly date: string | null;
  readonly lines: readonly Line[];
}

/** Longest title of an entry. */
const LONGEST = 90;
/** Lines that a list at the top of a page takes at most. */
const MOST_LINES = 40;

/**
 * Reads the entries of an issue list: a label and a date, on two lines or one. A line of text above a date is an entry
 * too, though no issue: the list is a query of a category, and other stories stray into it. With `known` false nothing
 * shows that the lines are a margin: a list at their top is one, and below it a stray entry counts only directly above
 * an issue.
 */
export function readIssueList(lines: readonly Line[], known: boolean): IssueList {
  const top = known ? lines.length : lengthOfTop(lines);
  const above = readEntries(lines.slice(0, top));
  const below = entriesAboveIssues(readEntries(lines.slice(top)));
  const kept = [...above, ...below];
  const issues = kept.flatMap((entry) => mentionOf(entry));
  const used = new Set(kept.flatMap((entry) => entry.lines));
  const bareDates = known ? [] : bareDatesOf(lines, top, used);
  return {
    issues,
    days: kept.flatMap((entry) => entry.date ?? []),
    lines: [...new Set([...used, ...bareDates])],
    diagnostics: [...kept.flatMap(dayDiagnostic), ...serialDiagnostics(issues)],
  };
}

/** Dates left over in the first `top` lines, which are a list, and below it the date of an entry once more. */
function bareDatesOf(lines: readonly Line[], top: number, used: ReadonlySet<Line>): readonly Line[] {
  const bare: Line[] = [];
  let listed: string | null = null;
  for (const [index, line] of lines.entries()) {
    const isNear: boolean = used.has(line) || index < top || listed !== null;
    const day: string | null = isNear ? printedDay(line.text) : null;
    if (used.has(line)) listed = day ?? listed;
    else if (day !== null && (index < top || day === listed)) bare.push(line);
    else listed = null;
  }
  return bare;
}

function readEntries(lines: readonly Line[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; ) {
    const entry = entryAt(lines, index);
    if (entry !== null) entries.push(entry);
    index += entry?.lines.length ?? 1;
  }
  return entries;
}

/**
 * How many of the first lines are an issue list, whole or with lines lost: labels and dates up to the last of them.
 * A lone label without its date is the headline of an issue's page, and no list.
 */
function lengthOfTop(lines: readonly Line[]): number {
  const labels: Entry[] = [];
  let length = 0;
  for (let index = 0; index < Math.min(lines.length, MOST_LINES); ) {
    const entry = entryAt(lines, index);
    const { text } = lines[index] ?? { text: '' };
    if (entry === null && printedDay(text) === null && !isWidgetLine(text)) break;
    index += entry?.lines.length ?? 1;
    if (entry !== null && entry.label !== null) labels.push(entry);
    if (entry?.label || (entry === null && printedDay(text) !== null)) length = index;
  }
  return labels.length > 1 || labels.some(({ date }) => date !== null) ? length : 0;
}

function entriesAboveIssues(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries.toReversed()) {
    const isIssue = entry.label !== null && entry.label.number !== null && entry.date !== null;
    const isAbove = entry.label === null && kept.at(-1)?.index === entry.index + entry.lines.length;
    if (isIssue || isAbove) kept.push(entry);
  }
  return kept.reverse();
}

function entryAt(lines: readonly Line[], index: number): Entry | null {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || line.text.length > LONGEST) return null;
  const label = readIssueLabel(line.text);
  const below = next === undefined || readIssueLabel(next.text) !== null ? null : printedDay(next.text);
  if (label !== null) {
    const own = label.datePublished;
    const takesNext = below !== null && next !== undefined && (own === null || own === below);
    return { index, label, date: own ?? below, lines: takesNext ? [line, next] : [line] };
  }
  if (below === null || next === undefined || printedDay(line.text) !== null) return null;
  return { index, label: null, date: below, lines: [line, next] };
}

/** The day of a line that is a date and nothing else. */
function printedDay(text: string): string | null {
  if (text.length > LONGEST) return null;
  const date = readDate(text);
  return date === null || date.relative || date.time !== null ? null : date.date;
}

function mentionOf({ label, date, lines }: Entry): readonly IssueMention[] {
  if (label === null) return [];
  const { number, numberEnd, serial, serialEnd } = label;
  return [{ number, numberEnd, serial, serialEnd, datePublished: date, label: lines[0]?.text ?? '', url: null }];
}

function dayDiagnostic({ label, date, lines }: Entry): readonly Diagnostic[] {
  const day = label?.day ?? null;
  if (day === null || date === null || Number(date.slice(8)) === day) return [];
  const message = `The label «${lines[0]?.text ?? ''}» names another day than its date ${date}.`;
  return [{ code: 'issue-day-contradicts', message }];
}

/** Down a list number and serial fall by the same step: serial − number is constant within a year. */
function serialDiagnostics(issues: readonly IssueMention[]): readonly Diagnostic[] {
  const bases = new Map<string, Set<number>>();
  for (const { number, serial, datePublished } of issues) {
    if (number === null || serial === null || datePublished === null) continue;
    const year = datePublished.slice(0, 4);
    bases.set(year, (bases.get(year) ?? new Set()).add(serial - number));
  }
  return [...bases]
    .filter(([, base]) => base.size > 1)
    .map(([year]) => ({
      code: 'issue-serial-step',
      message: `The serial numbers of ${year} do not keep step with the numbers of the issues.`,
    }));
}
