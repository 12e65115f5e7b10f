import type { SettledIssue } from '../model/settle.js';

const DAY = 86_400_000;
/** Dated issues from which the weekdays of a paper can be told. */
const ENOUGH = 4;
/** Farther apart, the numbers of neighbours do not come from one week or two. */
const WIDEST = 15;

/**
 * Gives an issue without a day the day between those of its neighbours, where the weekdays on which the paper came out in that year leave
 * one day only.
 */
export function bindDays(issues: readonly SettledIssue[]): readonly SettledIssue[] {
  const byNumber = new Map(issues.map((issue) => [nameOf(issue.year, issue.number), issue]));
  const byEnd = new Map(issues.map((issue) => [nameOf(issue.year, issue.numberEnd ?? issue.number), issue]));
  const weekdays = weekdaysOf(issues);
  return issues.map((issue) => {
    const { year, number, numberEnd, publishedOn } = issue;
    const pattern = weekdays.get(year);
    if (publishedOn !== null || number === null || pattern === undefined) return issue;
    const before = byEnd.get(nameOf(year, number - 1));
    const after = byNumber.get(nameOf(year, (numberEnd ?? number) + 1));
    const day = onlyDay(before?.publishedOn ?? null, after?.publishedOn ?? null, pattern);
    return day === null ? issue : { ...issue, publishedOn: day, inferred: true };
  });
}

/** Year → weekdays (0 is Sunday) of its dated issues. */
function weekdaysOf(issues: readonly SettledIssue[]): ReadonlyMap<number | null, ReadonlySet<number>> {
  const days = new Map<number | null, Set<string>>();
  for (const { year, publishedOn } of issues) {
    if (publishedOn !== null) days.set(year, (days.get(year) ?? new Set()).add(publishedOn));
  }
  const enough = [...days].filter(([, dated]) => dated.size >= ENOUGH);
  return new Map(
    enough.map(([year, dated]) => [year, new Set([...dated].map((day) => new Date(day).getUTCDay()))] as const),
  );
}

function onlyDay(before: string | null, after: string | null, weekdays: ReadonlySet<number>): string | null {
  if (before === null || after === null) return null;
  const [first, last] = [Date.parse(before), Date.parse(after)];
  const count = (last - first) / DAY - 1;
  if (!(count >= 1 && count <= WIDEST)) return null;
  const days = Array.from({ length: count }, (_, index) => new Date(first + (index + 1) * DAY));
  const [day, ...more] = days.filter((candidate) => weekdays.has(candidate.getUTCDay()));
  return day === undefined || more.length > 0 ? null : day.toISOString().slice(0, 10);
}

function nameOf(year: number | null, number: number | null): string {
  return `${year} ${number}`;
}
