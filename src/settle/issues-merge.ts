import type { SettledIssue } from '../model/settle.js';

/** Weakest first. */
const STATUSES: readonly SettledIssue['status'][] = ['listed', 'page', 'file'];

/** Issues that are one, as one; their order does not matter. What any page names is not inferred. */
export function mergeReadings(issues: readonly SettledIssue[]): SettledIssue {
  const [first, ...others] = issues;
  if (first === undefined) throw new Error('an issue without readings');
  return others.reduce(merge, first);
}

function merge(a: SettledIssue, b: SettledIssue): SettledIssue {
  const publishedOn = least(a.publishedOn, b.publishedOn);
  return {
    year: a.year ?? b.year,
    number: a.number ?? b.number,
    numberEnd: most(a.numberEnd, b.numberEnd),
    serial: a.serial ?? b.serial,
    serialEnd: most(a.serialEnd, b.serialEnd),
    edition: a.edition ?? b.edition,
    publishedOn,
    label: fuller(a.label, b.label),
    url: least(a.url, b.url),
    status: STATUSES[Math.max(STATUSES.indexOf(a.status), STATUSES.indexOf(b.status))] ?? a.status,
    readings: [...a.readings, ...b.readings].sort((x, y) => x - y),
    inferred: a.inferred && b.inferred,
  };
}

function least(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** The longer label says more; of two as long, the smaller. */
function fuller(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a < b ? a : b;
}
