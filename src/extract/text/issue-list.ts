import type { Diagnostic } from '../../model/diagnostic.js';
import type { IssueMention } from '../../model/issue.js';
import { readDate } from '../fields/date.js';
import { type IssueLabel, readIssueLabel } from '../fields/issue-label.js';
import type { Line } from './lines.js';

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

/**
 * Reads the entries of an issue list: a label and a date, on two lines or one. A line of text above a date is an entry
 * too, though no issue: the list is a query of a category, and other stories stray into it. With `known` false nothing
 * shows that the lines are a margin: a stray entry then counts only directly above an issue.
 */
export function readIssueList(lines: readonly Line[], known: boolean): IssueList {
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; ) {
    const entry = entryAt(lines, index);
    if (entry !== null) entries.push(entry);
    index += entry?.lines.length ?? 1;
  }
  const kept = known ? entries : entriesAboveIssues(entries);
  const issues = kept.flatMap((entry) => mentionOf(entry));
  return {
    issues,
    days: kept.flatMap((entry) => entry.date ?? []),
    lines: kept.flatMap((entry) => entry.lines),
    diagnostics: [...kept.flatMap(dayDiagnostic), ...serialDiagnostics(issues)],
  };
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
