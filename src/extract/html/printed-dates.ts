import { opensWithCopyright } from '../fields/copyright-line.js';
import { readDate } from '../fields/date.js';
import { isRegistrationNotice } from '../fields/registration-notice.js';
import { UPDATED } from '../fields/updated-label.js';
import { readClock } from '../text/clock.js';
import type { Candidate, Layer } from './candidate.js';
import { LONGEST_DATE, readElement } from './date-element.js';
import { isMoment, readMoment, type StoryDate } from './date-moment.js';
import { type FoldedText, foldedTextOf, foldPieces, pieceOf } from './folded-text.js';
import { isInHead, isOverStory } from './page-clock.js';
import type { PageElement, PageText, PageTree } from './page-tree.js';
import { closeness, closest, type Reading } from './reading.js';
import { isBesideText, type StoryPlace } from './story-place.js';

/** Attributes of elements that show a moment by a script. */
const DATE_ATTRIBUTES =
  '[publishdate], [pubdate], [data-publishdate], [data-publish-date], [data-published], [data-published-at], [data-pubdate], [data-date-published]';
const PUBLISHED = /publi|pubdate/;
/** `<abbr class="published" title="2012-03-15T18:40:00+06:00">`: the form of hAtom. */
const ABBREVIATED = '.published[title], .dt-published[title]';
const DATE_NAMES = /[\s_-](?:\w*date|time\w*|published|posted-on|baseinfo|when)(?=[\s_-])/;
/** What a date cannot do without. */
const DATE_LIKE = /\p{Nd}|бүгін|кеше|сегодня|вчера|бүгүн|кечээ|búgin|bugin|today|yesterday/iu;
const MODIFIED_NAMES = /[\s_-](?:\w*updated|\w*modified|edited|changed)(?=[\s_-])/;
/** `post-date updated`: hAtom calls the day of a story so. */
const PUBLISHED_NAMES = /[\s_-]published(?=[\s_-])| (?:entry|post|meta)[_-]?(?:date|time) /;
/** «This article was first published on 26 September 2019 and has been updated.» */
const FIRST_PUBLISHED =
  /(?:originally|first) published|впервые опубликован|вперше опубліковано|алғаш(?:қы|рет)? жарияланған|erstmals (?:veröffentlicht|erschienen)|ilk yayın|publicad[oa] (?:originalmente|por primera vez)|première publication|pierwotnie opublikowan/iu;
/** Lines of the rights of a paper and of the last change of its site, whose days are none of a story. */
const OF_SITE =
  /(?:der|dieser) web(?:site|seite)|(?:web)?site (?:was )?(?:last )?updated|сайт(?:ты)? (?:обновл|оновл|жаңарт|жаңылан)|обновление сайта|(?:права|прав) (?:защищен|захищен)|құқықтар(?:ы)? (?:қорғал|сақтал)|rights reserved|alle rechte|hakları saklı|prawa zastrze|derechos reservados/iu;
const LONGEST_LABEL = 30;
/** What a date loses under the label of a change, and in a sentence that speaks of a day. */
const OF_CHANGE = 0.12;
/** What the day gains that a story itself names as its first. */
const OF_FIRST = 0.2;
const IN_SENTENCE = 0.1;
/** Letters of a line in which the date stands among so many other words that it is a sentence. */
const SENTENCE = 60;
const MOST_TEXTS = 400;
/** Nodes between a day and its time, and letters of a time. */
const MOST_STEPS = 4;
const LONGEST_TIME = 12;
/** Links that make a menu; a breadcrumb and an author are fewer. */
const FEWEST_IN_MENU = 5;
/** `/sport/`, `?do=cat&category=sport`: links within the site, as its own program writes them. */
const MENU_LINK = /^(?:\/(?!\/)[^?#]{0,60}|[?][^#]{1,60}|index\.php[^#]{0,60})$/;

/** Moments that elements of the story's head carry for programs. */
export function attributeDates(reading: Reading, place: StoryPlace): readonly Candidate<StoryDate>[] {
  const { tree, zones } = reading;
  const found = tree.find(`${DATE_ATTRIBUTES}, ${ABBREVIATED}`).filter((element) => {
    return zones.zoneOf(element) === 'main' && !place.isElsewhere(element);
  });
  return found.slice(0, 3).flatMap(({ attributes }) => {
    const text = Object.entries(attributes).find(
      ([name, value]) => (PUBLISHED.test(name) || name === 'title') && isMoment(value),
    );
    const value = text === undefined ? null : readMoment(text[1], null);
    return value === null ? [] : [{ value, rule: 'date-attribute', layer: 'structured-data' as Layer, score: 0.6 }];
  });
}

/** Dates printed near the story: in `time` elements, under names of dates, or just so; never in the story, comments or widgets. */
export function printedDates(reading: Reading, place: StoryPlace): readonly Candidate<StoryDate>[] {
  const { tree, zones } = reading;
  const anchor = place.body ?? place.headline;
  if (anchor === null) return [];
  const seen = new Set<PageElement>();
  const found: Candidate<StoryDate>[] = [];
  for (const node of tree.textNodes) {
    if (zones.zoneOf(node) !== 'main' || !isBesideText(tree, place, node)) continue;
    const element = closest(node.parent, ({ tag }) => tag === 'time') ?? node.parent;
    if (element === null || seen.has(element) || isOutside(element) || isModified(element) || seen.size > MOST_TEXTS)
      continue;
    const own = foldPieces([pieceOf(tree, node)]);
    if (
      own.text.length > LONGEST_DATE ||
      !DATE_LIKE.test(own.text) ||
      opensWithCopyright(own.text) ||
      isRegistrationNotice(own.text) ||
      OF_SITE.test(own.text) ||
      isClock(reading, { node, text: own.text, element }, place)
    )
      continue;
    const read = readNode(reading, element, own, seen);
    if (read === null) continue;
    const value = read.date === null || read.time !== null ? read : { ...read, time: timeBehind(reading, node) };
    seen.add(element);
    const { rule, layer, score } = scoreOf(element, anchor, place);
    found.push({ value, rule, layer, score: score - doubtOf(reading, node, { line: own.text, value }) });
  }
  return found;
}

/** The date of a text, of its `time` element, or of all that stands in one element with it: `10:15<br>24.06.2019`. */
function readNode(reading: Reading, element: PageElement, own: FoldedText, seen: Set<PageElement>): StoryDate | null {
  if (element.tag === 'time') return readElement(reading, element, foldedTextOf(reading.tree, element));
  const read = readElement(reading, element, own);
  if (read !== null && read.date !== null) return read;
  return readWider(reading, element, seen) ?? read;
}

/** What speaks against a printed date: the label of a change, or a sentence around it; less than nothing for the first of two. */
function doubtOf(
  { tree }: Reading,
  node: PageText,
  printed: { readonly line: string; readonly value: StoryDate },
): number {
  const { line, value } = printed;
  const date = value.text?.text ?? '';
  const before = line.slice(0, Math.max(0, line.indexOf(date)));
  // «Жаңартылды: 24.06.2019» may be read with its label.
  const own = before + date.slice(0, Math.max(0, date.search(/\d/)));
  const label = own.trim() === '' ? textBefore(tree, node) : own;
  if (FIRST_PUBLISHED.test(label)) return -OF_FIRST;
  const isSentence = line.length >= SENTENCE && date.length * 2.5 < line.length;
  return (UPDATED.test(label) ? OF_CHANGE : 0) + (isSentence ? IN_SENTENCE : 0);
}

/** The label in front of a text, in a node of its own. */
function textBefore(tree: PageTree, node: PageText): string {
  for (let index = node.index - 1; index > Math.max(0, node.index - 8); index -= 1) {
    const other = tree.nodes[index];
    const text = other?.kind === 'text' ? tree.trimmedTextOf(other) : '';
    if (text !== '') return text.length <= LONGEST_LABEL ? text : '';
  }
  return '';
}

/** `24.06.2019 <i class="clock"></i> 10:15`: the time in the next text of the same element. */
function timeBehind({ tree }: Reading, node: PageText): string | null {
  for (let index = node.index + 1; index <= node.index + MOST_STEPS; index += 1) {
    const next = tree.nodes[index];
    if (next?.kind !== 'text' || next.segment === null) continue;
    const text = tree.trimmedTextOf(next);
    const read = next.parent === node.parent && text.length <= LONGEST_TIME ? readDate(text) : null;
    return read === null || read.relative || read.date !== null ? null : read.time;
  }
  return null;
}

/** `24 <b>маусым</b> 2019` stands in several nodes: the element that holds them all is tried. */
function readWider(reading: Reading, element: PageElement, seen: Set<PageElement>): StoryDate | null {
  const parent = ['b', 'i', 'span', 'strong', 'em', 'a'].includes(element.tag) ? element.parent : element;
  if (parent === null || seen.has(parent) || reading.zones.textLength(parent).all > LONGEST_DATE) return null;
  return readElement(reading, parent, foldedTextOf(reading.tree, parent));
}

function scoreOf(
  element: PageElement,
  anchor: PageElement,
  { headline, body }: StoryPlace,
): Omit<Candidate<StoryDate>, 'value'> {
  const near = closeness(element, anchor) / Math.max(1, anchor.depth);
  const order =
    headline !== null && element.index > headline.index && (body === null || element.index < body.end + 400) ? 0.05 : 0;
  const [time, named] = [isTime(element), isNamed(element)];
  const rule = time ? 'time-element' : named ? 'named-date' : 'printed-date';
  return { rule, layer: 'heuristic', score: 0.4 + (time ? 0.12 : named ? 0.1 : 0) + near * 0.2 + order };
}

function isTime(element: PageElement): boolean {
  return element.tag === 'time' || element.has('datetime');
}

function isNamed(element: PageElement): boolean {
  return closest(element, ({ names, depth }) => depth >= element.depth - 2 && DATE_NAMES.test(names)) !== null;
}

/**
 * A day with its weekday above the headline is the clock of the site, and so is any day above a menu that no name calls a date; below it, or in a
 * box with the headline and little else, it may be the date of the story.
 */
function isClock(
  reading: Reading,
  { node, text, element }: { readonly node: PageText; readonly text: string; readonly element: PageElement },
  { headline, body }: StoryPlace,
): boolean {
  const { tree, zones } = reading;
  const end = headline?.index ?? body?.index ?? 0;
  if (node.index >= end || isInHead(zones, element, headline)) return false;
  if (readClock(text) !== null) return !isOverStory(reading, element, { headline, body });
  return !isTime(element) && !isNamed(element) && linksBetween(tree, element.index, end) >= FEWEST_IN_MENU;
}

function linksBetween(tree: PageTree, from: number, to: number): number {
  return tree
    .find('a')
    .filter(({ index, attributes }) => index > from && index < to && MENU_LINK.test(attributes.href ?? '')).length;
}

/** Whether an element, or a box around it and no other date, is named after the change of the story. */
function isModified(element: PageElement): boolean {
  const named = closest(element, ({ names, depth }) => depth < element.depth - 2 || MODIFIED_NAMES.test(names));
  return named !== null && named.depth >= element.depth - 2 && !PUBLISHED_NAMES.test(named.names);
}

/** In the head of the page, or in the caption of a picture, which has a day of its own. */
function isOutside(element: PageElement): boolean {
  return closest(element, ({ tag }) => tag === 'head' || tag === 'title' || tag === 'figcaption') !== null;
}
