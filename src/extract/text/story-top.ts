import { readCountWord } from '../fields/count-labels.js';
import { findDates } from '../fields/date.js';
import { isEngineNotice } from '../fields/engine-notice.js';
import { isStandingHeadline } from '../fields/standing-page.js';
import { readMarginClock } from './clock.js';
import { isAboutStory } from './footer.js';
import type { Line } from './lines.js';
import { menuEnd } from './menu.js';
import type { MetaOptions } from './meta-line.js';
import { headlineKey, isSameHeadline } from './same-text.js';
import { isHeading } from './tail.js';
import { isWidgetLine } from './widget-lines.js';

/** Where the story of a whole page begins: indices of lines. */
export interface StoryTop {
  readonly headline: number;
  /** First of the lines directly above the headline that speak about its story; the headline itself where there are none. */
  readonly about: number;
}

/** A line of running text: as long as a sentence, and ended as one. */
const SHORTEST_PROSE = 60;
const FEWEST_WORDS = 6;
const SENTENCE_END = /[\p{L}\p{N})»"”%][.!?…]["»”)]?$|[.!?]["»”)]$/u;
/** Lines of the owner and of the registration of a paper. */
const OF_OFFICE = /©|\(c\)|свидетельство|куәлік|күбөлүк|guvohnoma|свідоцтво/iu;
/** Cut leads above the first whole sentence: a list of stories. */
const FEWEST_LEADS = 2;
const CUT = /(?:\.{3}|…)$/;
/** Lines between a headline and the text: date, counters, section, author, buttons. */
const MOST_BETWEEN = 12;
const SHORTEST = 8;
const LONGEST = 300;
const FEWEST_IN_HEADLINE = 3;
/** «Курс валют 01.01.2024»: a widget with the day of the crawl. */
const MOST_OF_WIDGET = 4;
/** A caption: whose picture it is, and of which year. */
const WITH_YEAR = /,\s(?:19|20)\d{2}$/;
/** «07:00 91 459 переглядів»: a line about the story that is not understood as a whole. */
const WORD = /\p{L}[\p{L}‘’ʻʼ']+/gu;
const FULL_STOP = /[\p{L}\d»)]\.$/u;
const MOST_ABOVE = 4;
/** A title of the list above that the lines belong to. */
const TITLE_WORDS = 3;
const NOTHING_KNOWN: MetaOptions = { counters: { order: 'views-comments', certain: false }, reference: null };

/**
 * Finds the headline on a page that was written down whole, menu, margins and all: the nearest line above the first running text that is
 * neither about the story nor a button. Null where nothing shows that the page is whole, or where it has no running text.
 */
export function findStoryTop(lines: readonly Line[]): StoryTop | null {
  const menu = menuEnd(lines);
  if (menu === 0 && !lines.some(({ heading }) => heading)) return null;
  const text = lines.findIndex((line, index) => index >= menu && isProse(line.text));
  if (text <= menu || lines.slice(menu, text).filter((line) => isCutLead(line.text)).length >= FEWEST_LEADS)
    return null;
  const nearest = headlineAbove(lines, menu, text);
  if (nearest === null) return null;
  const headline = firstPrint(lines, nearest, menu);
  return { headline, about: aboutAbove(lines, headline, menu) };
}

/** Whether a line is running text of a story. */
export function isProse(text: string): boolean {
  return (
    text.length >= SHORTEST_PROSE &&
    SENTENCE_END.test(text) &&
    !CUT.test(text) &&
    !OF_OFFICE.test(text) &&
    !isEngineNotice(text) &&
    text.split(' ').length >= FEWEST_WORDS &&
    !isWidgetLine(text)
  );
}

/** The beginning of a story in a list. */
function isCutLead(text: string): boolean {
  return text.length >= SHORTEST_PROSE && CUT.test(text);
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
  if (WITH_YEAR.test(text) || isDatedLine(text)) return false;
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

/** Date and counters above the headline, unless they belong to a title of the list above them. */
function aboutAbove(lines: readonly Line[], headline: number, menu: number): number {
  let at = headline;
  // A second day with its weekday is no clock.
  const hasClock = lines.slice(0, headline - 1).some(({ text }) => readMarginClock(text) !== null);
  while (at > menu && headline - at < MOST_ABOVE && isTold(lines[at - 1]?.text ?? '', hasClock)) {
    at -= 1;
    if (lines[at]?.apart === true) return at;
  }
  const before = at > menu ? (lines[at - 1]?.text ?? '') : '';
  const isOfList = before.split(' ').length >= TITLE_WORDS && !/[.:]$/.test(before);
  return isOfList ? headline : at;
}

function isTold(text: string, hasClock: boolean): boolean {
  return isAbout(text) && (hasClock || readMarginClock(text) === null) && !isWidgetLine(text);
}
