import type { IssueReading, SettledIssue } from '../model/settle.js';
import { bindDays } from './issues-days.js';
import { mergeReadings } from './issues-merge.js';

/** Issues a daily paper prints in a year, at most. */
const MOST_A_YEAR = 366;

/** Year → its constant, serial − number. */
export type YearBases = ReadonlyMap<number, number>;

/** What the readings of a site say together. */
interface Known {
  readonly bases: YearBases;
  /** Years by number and serial, as pages name them. */
  readonly years: ReadonlyMap<string, ReadonlySet<number>>;
  /** Serials by year and number. */
  readonly serials: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * The issues of one site, each once. The serial of an issue less its number is the same all year, so that a serial alone gives the number,
 * a number the serial, both together the year; a day between two neighbours is certain where the paper's weekdays leave one. What is
 * deduced is marked; nothing is deduced of a year whose readings disagree.
 */
export function settleIssues(readings: readonly IssueReading[]): readonly SettledIssue[] {
  const sorted = [...readings].sort(byContent);
  const known = knownOf(sorted);
  const groups = new Map<string, SettledIssue[]>();
  for (const reading of sorted) {
    const issue = complete(reading, known);
    const name = nameOf(issue, known);
    groups.set(name, [...(groups.get(name) ?? []), issue]);
  }
  return bindDays(joinByDay([...groups.values()].map(mergeReadings)));
}

function knownOf(readings: readonly IssueReading[]): Known {
  const years = new Map<string, Set<number>>();
  const serials = new Map<string, Set<number>>();
  for (const { year, number, serial } of readings) {
    if (year === null || number === null || serial === null) continue;
    add(years, JSON.stringify([number, serial]), year);
    add(serials, JSON.stringify([year, number]), serial);
  }
  return { bases: yearBases(readings), years, serials };
}

/** The constants of the years whose numbered issues agree on one. */
function yearBases(readings: readonly IssueReading[]): YearBases {
  const found = new Map<number, Set<number>>();
  for (const { year, number, serial } of readings) {
    if (year !== null && number !== null && serial !== null) add(found, year, serial - number);
  }
  const agreed = [...found].flatMap(([year, bases]) => {
    const [base, ...others] = bases;
    return base !== undefined && others.length === 0 ? [[year, base] as const] : [];
  });
  return new Map(agreed);
}

/** The reading with what the constants add to it. */
function complete(reading: IssueReading, known: Known): SettledIssue {
  const { id, ...rest } = reading;
  const { number, serial } = rest;
  const year = rest.year ?? yearOf(number, serial, known);
  const base = year === null ? undefined : known.bases.get(year);
  const issue = { ...rest, year, readings: [id] };
  if (base !== undefined && number !== null && serial === null) {
    return { ...issue, ...withEnd({ ...issue, serial: number + base }), inferred: true };
  }
  if (base !== undefined && number === null && serial !== null && isNumber(serial - base)) {
    const numberEnd = rest.serialEnd === null ? null : rest.serialEnd - base;
    return { ...issue, number: serial - base, numberEnd, inferred: true };
  }
  const ends = withEnd(issue);
  return { ...issue, ...ends, inferred: year !== rest.year || ends.serialEnd !== rest.serialEnd };
}

/** The one year in which this serial has this number. */
function yearOf(number: number | null, serial: number | null, { bases, years }: Known): number | null {
  if (number === null || serial === null) return null;
  const named = years.get(JSON.stringify([number, serial]));
  const found = named ?? [...bases].flatMap(([year, base]) => (base === serial - number ? [year] : []));
  const [year, ...more] = found;
  return year === undefined || more.length > 0 ? null : year;
}

function withEnd({
  number,
  numberEnd,
  serial,
  serialEnd,
}: Pick<SettledIssue, 'number' | 'numberEnd' | 'serial' | 'serialEnd'>): Pick<SettledIssue, 'serial' | 'serialEnd'> {
  const isDouble = number !== null && numberEnd !== null && serial !== null && serialEnd === null;
  return { serial, serialEnd: isDouble ? serial + numberEnd - number : serialEnd };
}

function isNumber(number: number): boolean {
  return number >= 1 && number <= MOST_A_YEAR;
}

/** What tells the issue from all others of its site. A number without serial is the numbered issue of its year where that has one serial. */
function nameOf(issue: SettledIssue, { serials }: Known): string {
  const { year, number, serial, edition, publishedOn } = issue;
  if (number === null && serial === null) return `day ${publishedOn}`;
  if (number === null) return `serial ${serial} ${edition ?? ''}`;
  if (serial !== null) return JSON.stringify([year, number, serial, edition]);
  const [known = null, ...more] = serials.get(JSON.stringify([year, number])) ?? [];
  return JSON.stringify([year, number, more.length === 0 ? known : null, edition]);
}

/** A day without number is the numbered issue of that day, where there is one only. */
function joinByDay(issues: readonly SettledIssue[]): readonly SettledIssue[] {
  const numbered = issues.filter(({ number, serial }) => number !== null || serial !== null);
  const joined = new Map<SettledIssue, SettledIssue[]>(numbered.map((issue) => [issue, [issue]]));
  const days = new Map<string | null, SettledIssue[]>();
  for (const issue of numbered) days.set(issue.publishedOn, [...(days.get(issue.publishedOn) ?? []), issue]);
  for (const issue of issues) {
    if (joined.has(issue)) continue;
    const [host, ...more] = days.get(issue.publishedOn) ?? [];
    if (host !== undefined && more.length === 0) joined.get(host)?.push(issue);
    else joined.set(issue, [issue]);
  }
  return [...joined.values()].map(mergeReadings);
}

function byContent(a: IssueReading, b: IssueReading): number {
  const [first, second] = [a, b].map(({ id: _, ...content }) => JSON.stringify(content));
  if (first === second) return a.id - b.id;
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

function add<K>(sets: Map<K, Set<number>>, key: K, value: number): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}
