import type { IssueMention } from '../../model/issue.js';
import { readIssueLabel } from '../fields/issue-label.js';
import type { Story } from './story.js';

/** Text beside the label of an issue that still leaves the page one of an issue: a link to its file. */
const MOST_TEXT = 200;

/** The print issue that the page is about, where its headline is the label of one and it holds no story; else null. */
export function readIssuePage(story: Story): IssueMention | null {
  const { headline, body, facts } = story;
  const label = headline === null ? null : readIssueLabel(headline.text);
  const length = body.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (headline === null || label === null || length > MOST_TEXT) return null;
  const printed = (facts.below.date ?? facts.above.date)?.value.date ?? null;
  const { number, numberEnd, serial, serialEnd, datePublished } = label;
  return {
    number,
    numberEnd,
    serial,
    serialEnd,
    datePublished: datePublished ?? printed,
    label: headline.text,
    url: null,
  };
}

/** The issue of the page before the issues of its margin. */
export function issueOfPage(story: Story, listed: readonly IssueMention[]): readonly IssueMention[] {
  const own = readIssuePage(story);
  return own === null ? listed : [own, ...listed.filter((other) => !isSameIssue(own, other))];
}

/** A list cuts the labels that a page prints whole: number and serial tell the issue, or the label does. */
function isSameIssue(own: IssueMention, other: IssueMention): boolean {
  if (own.label === other.label) return true;
  return own.serial !== null && own.serial === other.serial && own.number === other.number;
}
