import type { IssueMention } from '../../model/issue.js';
import { headlineKey } from '../text/same-text.js';
import { findDates } from './date.js';
import { readIssueLabel } from './issue-label.js';

/** `№24 (8735)`, `№ 98-99 /8709-8710/`, `№ 18`. */
const NUMBER = /№\s?\d{1,4}(?:[-–]\d{1,4})?(?!\d)(?:\s?[(/]\s?\d[\d\s–-]{1,12}[)/])?/gu;
const SERIAL = /[(/]/;
/** Words with which a paper speaks of itself: «газетіміздің», «нашей газеты». */
const OWN = /газетіміз|біздің газет|наш(?:а|ей|у) газет|gazetimiz|біздин гезит|гезитибиз/iu;
/** A paper by its name: «Степь» газетінің, газета «Степь». */
const NAMED = /[«"“]([^«»"“”]{2,60})[»"”]/gu;
/** How far from the number the paper is named, and the day stands. */
const REACH = 90;
const DAY_REACH = 25;
/** Between number and day: «от», «,», «саны,». */
const JOINT = /^[\s,(]*(?:от|за|саны|санында|шыққан)?[\s,(]*$/iu;
const MOST = 20;
const MOST_SIGNS = 200;

/**
 * Issues of its own paper that a text cites, where the paper is named beside the number, and a serial or a whole day with
 * it: «газетіміздің №75 (8196) санында», «в № 24 нашей газеты от 23 марта 2024 года» without its serial only with its day.
 */
export function findIssueCitations(
  paragraphs: readonly string[],
  ownNames: readonly string[],
): readonly IssueMention[] {
  const names = new Set(ownNames.map(headlineKey));
  return paragraphs.flatMap((text) => (text.includes('№') ? citationsIn(text, names) : [])).slice(0, MOST);
}

/** The listed issues, and those cited that are not among them. */
export function withCited(listed: readonly IssueMention[], cited: readonly IssueMention[]): readonly IssueMention[] {
  const found = [...listed];
  for (const issue of cited) {
    if (!found.some(({ number, serial }) => number === issue.number && (serial === null || serial === issue.serial)))
      found.push(issue);
  }
  return found;
}

function citationsIn(text: string, names: ReadonlySet<string>): readonly IssueMention[] {
  return [...text.matchAll(NUMBER)].slice(0, MOST_SIGNS).flatMap(({ 0: sign, index }) => {
    const [before, after] = [text.slice(Math.max(0, index - REACH), index), text.slice(index + sign.length)];
    if (!isOwn(before, after.slice(0, REACH), names)) return [];
    const [date] = findDates(after.slice(0, REACH));
    const isDated = date !== undefined && date.start <= DAY_REACH && JOINT.test(after.slice(0, date.start));
    const label = isDated ? `${sign}${after.slice(0, date.end)}` : sign;
    const issue = isDated || SERIAL.test(sign) ? readIssueLabel(isDated ? `${sign}, ${date.text}` : sign) : null;
    if (issue === null || issue.number === null) return [];
    const { number, numberEnd, serial, serialEnd, datePublished } = issue;
    return [{ number, numberEnd, serial, serialEnd, datePublished, label, url: null }];
  });
}

/** Whether the paper of the number is the page's own: the nearest one named is. */
function isOwn(before: string, after: string, names: ReadonlySet<string>): boolean {
  const named = [...before.matchAll(NAMED)].at(-1) ?? after.matchAll(NAMED).next().value;
  if (named !== undefined) return names.has(headlineKey(named[1] ?? ''));
  return OWN.test(before) || OWN.test(after);
}
