import type { IssueMention } from '../model/issue.js';
import type { PageKind } from '../model/page.js';
import { earlier } from './merge-comments.js';

/** What is known of an issue: it is in a list, has a page of its own, has a file. */
export type IssueStatus = 'listed' | 'page' | 'file';

/** An issue of one site, as the archive holds it. */
export interface Issue {
  readonly year: number | null;
  readonly number: number | null;
  readonly numberEnd: number | null;
  readonly serial: number | null;
  readonly serialEnd: number | null;
  readonly edition: string | null;
  readonly publishedOn: string | null;
  readonly label: string;
  readonly url: string | null;
  readonly status: IssueStatus;
}

/** Weakest first. */
const STATUSES: readonly IssueStatus[] = ['listed', 'page', 'file'];
/** Addresses of a printed issue: `/2024-03-23.pdf`, `?do=download&id=7`. */
const FILE_ADDRESS = /\.pdf(?:$|[?#])|[?&]do=download\b|\/engine\/download\.php/i;

/** The issue that a page of `kind` mentions; null where neither number nor day says which it is. */
export function issueOf(mention: IssueMention, kind: PageKind): Issue | null {
  const { number, numberEnd, serial, serialEnd, datePublished, label, url } = mention;
  if (number === null && serial === null && datePublished === null) return null;
  const year = datePublished === null ? null : Number(datePublished.slice(0, 4));
  const status = url !== null && FILE_ADDRESS.test(url) ? 'file' : kind === 'issue' ? 'page' : 'listed';
  return { year, number, numberEnd, serial, serialEnd, edition: null, publishedOn: datePublished, label, url, status };
}

/** One text for an issue among those of its site: year, number, serial and edition; without number the serial, else the day. */
export function issueName(issue: Issue): string {
  const { year, number, serial, edition, publishedOn } = issue;
  if (number !== null) return JSON.stringify([year, number, serial, edition]);
  return serial === null ? `day ${publishedOn}` : `serial ${serial} ${edition ?? ''}`;
}

/** Two mentions of one issue as one; the order does not matter. */
export function mergeIssues(a: Issue, b: Issue): Issue {
  const publishedOn = earlier(a.publishedOn, b.publishedOn);
  return {
    ...a,
    year: publishedOn === null ? null : Number(publishedOn.slice(0, 4)),
    numberEnd: larger(a.numberEnd, b.numberEnd),
    serialEnd: larger(a.serialEnd, b.serialEnd),
    publishedOn,
    label: fuller(a.label, b.label),
    url: earlier(a.url, b.url),
    status: STATUSES[Math.max(STATUSES.indexOf(a.status), STATUSES.indexOf(b.status))] ?? a.status,
  };
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** The longer label says more; of two as long, the smaller. */
function fuller(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a < b ? a : b;
}
