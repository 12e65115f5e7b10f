import { beginsWithFrontPageName } from '../fields/front-page-name.js';
import { readIssueLabel } from '../fields/issue-label.js';
import type { Line } from './lines.js';

/** An entry: a word or a few, no sentence and no figure. */
const ENTRY = /^\p{L}[\p{L}\p{M}\s/&’‘ʻʼ'-]{1,29}$/u;
const MOST_WORDS = 3;
/** Entries of a menu in lines of their own. */
const FEWEST = 3;
/** A menu in one line: only words, and more than a headline that begins with «Главная» would have capitals. */
const ONE_LINE = /^(?:\p{L}[\p{L}\p{M}/&’‘ʻʼ'-]{0,25}[\s|•·]{1,5}){3,30}\p{L}[\p{L}\p{M}/&’‘ʻʼ'-]{0,25}$/u;
/** Signs that part the entries of a menu in one line, and such an entry. */
const BETWEEN = /[|•·]/u;
const NAME = /^\p{L}[\p{L}\p{M}\s/&’‘'-]{1,40}$/u;
const MOST_NAMES = 31;
const LONGEST_MENU = 1500;
/** Lines above the menu: the name of the paper, its motto, a clock. */
const LATEST_MENU = 20;
const WITHOUT_CAPITALS = /^\p{Script=Arabic}/u;
const CAPITALS = /(?:^|\s)\p{Lu}/gu;

/**
 * How many of the first lines of a page without a breadcrumb are its menu: entries that begin with the home page, up to
 * the blank line that parts them from the rest, or entries directly above the list of issues.
 */
export function menuLength(lines: readonly Line[]): number {
  const home = lines.slice(0, 2).findIndex(({ text }) => beginsWithFrontPageName(text));
  const above = entriesFrom(lines, 0);
  const next = lines[above]?.text ?? '';
  if (above > 0 && readIssueLabel(next) !== null) return above;
  if (home === -1) return 0;
  if (isOneLine(lines[home]?.text ?? '')) return home + 1;
  const end = blockEnd(lines, home);
  return end - home >= FEWEST && entriesFrom(lines, home) >= end ? end : 0;
}

/**
 * Index of the line below the menu of a page that was written down whole: entries in one line, or one below the other, that begin with the
 * home page, below the name of the paper and a clock. 0 where there is none.
 */
export function menuEnd(lines: readonly Line[]): number {
  const home = lines.slice(0, LATEST_MENU).findIndex(({ text }) => beginsWithFrontPageName(text));
  if (home === -1) return 0;
  const { text } = lines[home] ?? { text: '' };
  if (isOneLine(text) || areNames(text)) return home + 1 + (isRest(lines[home + 1]) ? 1 : 0);
  const end = Math.min(entriesFrom(lines, home), headlineFrom(lines, home));
  return end - home >= FEWEST ? end : 0;
}

/** Where a headline as short as an entry ends a menu: below a blank line that its entries do not have, or as the second print of one. */
function headlineFrom(lines: readonly Line[], home: number): number {
  const isLoose = lines[home + 1]?.apart === true;
  const seen = new Set<string>();
  const end = lines.findIndex(({ text, apart }, index) => {
    if (index < home) return false;
    if (seen.has(text) || (index > home && apart && !isLoose)) return true;
    seen.add(text);
    return false;
  });
  return end === -1 ? lines.length : end;
}

/** Whether a line holds nothing but the entries of a menu, parted by signs: taken apart first, since a pattern for all of it would try every way to share out the spaces. */
function areNames(text: string): boolean {
  if (text.length > LONGEST_MENU) return false;
  const names = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return names.length > 1 && names.length <= MOST_NAMES && names.every((name) => NAME.test(name));
}

/** The last entries of a menu in one line, which the width of the page parted from it. */
function isRest(line: Line | undefined): boolean {
  return line !== undefined && !line.apart && areNames(line.text);
}

/** Index of the first line from `from` on that is no entry of a menu. */
function entriesFrom(lines: readonly Line[], from: number): number {
  const end = lines.findIndex(({ text }, index) => index >= from && !isEntry(text));
  return end === -1 ? lines.length : end;
}

function isEntry(text: string): boolean {
  return ENTRY.test(text) && text.split(' ').length <= MOST_WORDS;
}

function isOneLine(text: string): boolean {
  if (text.length > 200 || !ONE_LINE.test(text)) return false;
  return WITHOUT_CAPITALS.test(text) || (text.match(CAPITALS)?.length ?? 0) > FEWEST;
}

/** Where a blank line ends the block that begins at `from`; the end of the page is no such line. */
function blockEnd(lines: readonly Line[], from: number): number {
  const end = lines.findIndex(({ apart }, index) => index > from && apart);
  return end === -1 ? from : end;
}
