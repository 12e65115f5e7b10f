import { beginsWithFrontPageName } from '../fields/front-page-name.js';
import { readIssueLabel } from '../fields/issue-label.js';
import type { Line } from './lines.js';

/** An entry: a word or a few, no sentence and no figure. */
const ENTRY = /^\p{L}[\p{L}\p{M}\s/&-]{1,29}$/u;
const MOST_WORDS = 3;
/** Entries of a menu in lines of their own. */
const FEWEST = 3;
/** A menu in one line: only words, and more than a headline that begins with «Главная» would have capitals. */
const ONE_LINE = /^(?:\p{L}[\p{L}\p{M}/&-]{0,25}[\s|•·]{1,5}){3,30}\p{L}[\p{L}\p{M}/&-]{0,25}$/u;
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

/** Index of the first line from `from` on that is no entry of a menu. */
function entriesFrom(lines: readonly Line[], from: number): number {
  const end = lines.findIndex(({ text }, index) => index >= from && !isEntry(text));
  return end === -1 ? lines.length : end;
}

function isEntry(text: string): boolean {
  return ENTRY.test(text) && text.split(' ').length <= MOST_WORDS;
}

function isOneLine(text: string): boolean {
  return text.length <= 200 && ONE_LINE.test(text) && (text.match(CAPITALS)?.length ?? 0) > FEWEST;
}

/** Where a blank line ends the block that begins at `from`; the end of the page is no such line. */
function blockEnd(lines: readonly Line[], from: number): number {
  const end = lines.findIndex(({ apart }, index) => index > from && apart);
  return end === -1 ? from : end;
}
