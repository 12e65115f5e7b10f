import { isCreditLine, isGenericAuthor } from '../fields/byline.js';
import { isWeekdayRow } from '../fields/calendar.js';
import { readCountWord } from '../fields/count-labels.js';
import { findDates } from '../fields/date.js';
import { readIssueLabel } from '../fields/issue-label.js';
import { isStandingHeadline } from '../fields/standing-page.js';
import { readMarginClock } from './clock.js';
import type { Line } from './lines.js';
import { menuEnd } from './menu.js';
import type { MetaOptions } from './meta-line.js';
import { headlineKey, isSameHeadline } from './same-text.js';
import { isAboutStory } from './story-facts.js';
import { isHeading } from './tail.js';
import { isCutLead, longestRun, readRuns } from './text-runs.js';
import { isWidgetLine } from './widget-lines.js';

/** What of a whole page is its story: indices of lines. */
export interface StorySpan {
  readonly headline: number;
  /** First of the lines directly above the headline that speak about its story; the headline itself where there are none. */
  readonly about: number;
  /** The heading of the first box below its text; the number of lines where there is none. */
  readonly end: number;
}

/** Cut leads above the first whole sentence: a list of stories. */
const FEWEST_LEADS = 2;
/** Lines between a headline and the text: date, counters, section, author, buttons. */
const MOST_BETWEEN = 12;
const SHORTEST = 8;
const LONGEST = 300;
const FEWEST_IN_HEADLINE = 3;
/** «Курс валют 01.01.2024»: a widget with the day of the crawl. */
const MOST_OF_WIDGET = 4;
/** A caption: whose picture it is, and of which year. */
const WITH_YEAR = /,\s(?:19|20)\d{2}$/;
const CAPTION = /^(?:сурет(?:те|терде)|фотода|на (?:снимк|фото)\p{Ll}*|сүрөттө|súrette|суратда|на світлині)\s*:/iu;
/** «07:00 91 459 переглядів»: a line about the story that is not understood as a whole. */
const WORD = /\p{L}[\p{L}‘’ʻʼ']+/gu;
const FULL_STOP = /[\p{L}\d»)]\.$/u;
const MOST_ABOVE = 6;
/** A title of the list above that the lines belong to, and how far above it the day of the entry before stands. */
const TITLE_WORDS = 3;
const ENTRY_LINES = 4;
const BETWEEN_LINKS = / (?:[»›→/|>]|>>) /;
/** A day with a label is no clock: `Опубликовано: Понедельник, 12 сентября 2022`. */
const LABELLED = /^(?!бүгін|сегодня|бүгүн|bugun)\p{L}[\p{L}\s]{2,30}:\s/iu;
const FIGURES = /\d/;
const FIGURES_ONLY = /^[\d\s|]+$/;
const NOTHING_KNOWN: MetaOptions = { counters: { order: 'views-comments', certain: false }, reference: null };

/**
 * Finds the story of a page that was written down whole, menu, margins and all: its longest running text, and the nearest line above
 * it that is neither about the story nor a button. Null where nothing shows that the page is whole, or where it has no running text.
 */
export function findStorySpan(lines: readonly Line[]): StorySpan | null {
  const menu = menuEnd(lines);
  const runs = readRuns(lines, menu);
  const text = longestRun(runs);
  if (text === null || text.start <= menu) return null;
  if (menu === 0 && !lines.slice(0, text.start).some(isOfMargin)) return null;
  if (lines.slice(menu, text.start).filter((line) => isCutLead(line.text)).length >= FEWEST_LEADS) return null;
  const nearest = headlineAbove(lines, menu, text.start);
  if (nearest === null) return null;
  const headline = firstPrint(lines, nearest, menu);
  const box = lines.findIndex((line, index) => index >= text.end && isHeading(line.text) && !FIGURES.test(line.text));
  return { headline, about: aboutAbove(lines, headline, menu), end: box === -1 ? lines.length : box };
}

/** Whether a line is one of a margin, of which a text of the story alone has none. */
function isOfMargin({ text, heading }: Line): boolean {
  return heading || isHeading(text) || isWeekdayRow(text) || readMarginClock(text) !== null;
}

function headlineAbove(lines: readonly Line[], menu: number, text: number): number | null {
  const from = Math.max(menu, text - MOST_BETWEEN);
  const marked = lines.findLastIndex((line, index) => index >= from && index < text && isMarked(line));
  if (marked >= from) return marked;
  const isLine = (words: number) => (line: Line, index: number) =>
    index >= from && index < text && isHeadline(line.text, words);
  const long = lines.findLastIndex(isLine(FEWEST_IN_HEADLINE));
  const short = long >= from ? long : lines.findLastIndex(isLine(1));
  return short >= from ? short : null;
}

function isMarked({ heading, text }: Line): boolean {
  return heading && isHeadline(text, 1);
}

function isHeadline(text: string, fewestWords: number): boolean {
  if (isStandingHeadline(text)) return true;
  if (text.length < SHORTEST || text.length > LONGEST || text.split(' ').length < fewestWords) return false;
  if (FULL_STOP.test(text) || !/\p{L}{3}/u.test(text) || text.endsWith(':')) return false;
  if (WITH_YEAR.test(text) || CAPTION.test(text) || isDatedLine(text) || isCreditLine(text)) return false;
  return !isAbout(text) && !isHeading(text) && !isWidgetLine(text);
}

function isDatedLine(text: string): boolean {
  if (findDates(text).length === 0) return false;
  const counts = (text.match(WORD) ?? []).map(readCountWord);
  return text.split(' ').length <= MOST_OF_WIDGET || counts.includes('views') || counts.includes('comments');
}

function isAbout(text: string): boolean {
  const line: Line = { segment: 0, text, dropped: 0, damaged: false, apart: false, heading: false, more: [] };
  return readMarginClock(text) !== null || isAboutStory(line, NOTHING_KNOWN);
}

/** The same headline a few lines further up: the nearest was the text that stands for a picture. */
function firstPrint(lines: readonly Line[], nearest: number, menu: number): number {
  const text = lines[nearest]?.text ?? '';
  if (headlineKey(text) === '') return nearest;
  const from = Math.max(menu, nearest - MOST_BETWEEN);
  const first = lines.findIndex((line, index) => index >= from && isSameHeadline(line.text, text));
  return first === -1 ? nearest : first;
}

/** Date and counters above the headline, without those of the last title of a list above them. */
function aboutAbove(lines: readonly Line[], headline: number, menu: number): number {
  let first = headline;
  // Where blank lines part all lines, they tell nothing.
  const isLoose = lines[headline]?.apart === true;
  // A second day with its weekday is no clock.
  const hasClock = lines.slice(0, headline - 1).some(({ text }) => readMarginClock(text) !== null);
  for (let at = headline - 1; at >= menu && headline - at <= MOST_ABOVE; at -= 1) {
    const { text, apart } = lines[at] ?? { text: '', apart: true };
    if (isTold(text, hasClock)) first = at;
    else if (!isGenericAuthor(text)) break;
    if (first === at && apart && !isLoose) return first;
  }
  // Figures without a day above them end a table.
  while (first < headline && FIGURES_ONLY.test(lines[first]?.text ?? '')) first += 1;
  if (!isOfList(lines, first, menu)) return first;
  const own = lines.findIndex(({ text }, index) => index > first && index < headline && isDay(text));
  return own === -1 ? headline : own;
}

/** Whether what stands above the lines about a story is the title of an entry of a list, whose entries have days as well. */
function isOfList(lines: readonly Line[], at: number, menu: number): boolean {
  const before = at > menu ? (lines[at - 1]?.text ?? '') : '';
  if (readIssueLabel(before) !== null) return true;
  if (before.split(' ').length < TITLE_WORDS || /[.:]$/.test(before) || BETWEEN_LINKS.test(before)) return false;
  return lines.slice(Math.max(menu, at - 1 - ENTRY_LINES), at - 1).some(({ text }) => isDay(text));
}

function isDay(text: string): boolean {
  return /\d/.test(text) && findDates(text).length > 0 && isAbout(text);
}

function isTold(text: string, hasClock: boolean): boolean {
  const isClock = !hasClock && readMarginClock(text) !== null && !LABELLED.test(text);
  return isAbout(text) && !isClock && !isWidgetLine(text);
}
