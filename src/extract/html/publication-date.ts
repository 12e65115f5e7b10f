import { findDates, readDate } from '../fields/date.js';
import { readClock } from '../text/clock.js';
import { type Candidate, chooseCandidate, type Layer } from './candidate.js';
import { type FoldedText, foldedTextOf, foldPieces, pieceOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { closeness, closest, type Reading } from './reading.js';
import { selectTexts } from './selected.js';
import { isBesideText, type StoryPlace } from './story-place.js';

/** The day of a story as a page gives it. */
export interface StoryDate {
  readonly date: string | null;
  /** `HH:MM` as printed. */
  readonly time: string | null;
  /** As printed; null where only programs are told. */
  readonly text: FoldedText | null;
  /** `HH:MM` of a moment given in UTC, whose printed day may be another; null where it is local. */
  readonly utc: string | null;
}

const ISO_MOMENT =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
/** Attributes of elements that show a moment by a script. */
const DATE_ATTRIBUTES =
  '[publishdate], [pubdate], [data-publishdate], [data-publish-date], [data-published], [data-published-at], [data-pubdate], [data-date-published]';
const PUBLISHED = /publi|pubdate/;
const DATE_NAMES = /[\s_-](?:\w*date|time\w*|published|posted-on|baseinfo|when)(?=[\s_-])/;
/** What a date cannot do without. */
const DATE_LIKE = /\d|бүгін|кеше|сегодня|вчера|бүгүн|кечээ|búgin|bugin|today|yesterday/i;
const MODIFIED_NAMES = /[\s_-](?:\w*updated|\w*modified|edited)(?=[\s_-])/;
const LONGEST = 90;
/** Letters of the labels in a line with two dates. */
const MOST_LABELS = 40;
const HOUR = 3_600_000;
/** The farthest clocks of the world, in hours of UTC. */
const MOST_AHEAD = 14;
const MOST_BEHIND = -12;
const MOST_TEXTS = 400;

/** Every reading of the story's date, and the one chosen. */
export function readStoryDate(
  reading: Reading,
  place: StoryPlace,
): { readonly chosen: Candidate<StoryDate> | null; readonly all: readonly Candidate<StoryDate>[] } {
  const all = [
    ...profileDates(reading),
    ...structuredDates(reading),
    ...attributeDates(reading, place),
    ...printedDates(reading, place),
  ];
  const dated = all.filter(({ value }) => value.date !== null);
  const best = chooseCandidate(dated, ({ date }) => date ?? '');
  const undated = all.find(({ value }) => value.date === null && value.time !== null) ?? null;
  // «Кеше, 18:05» at the place of the date: any other day near it is not the story's, unless programs are told it.
  const isCertain = best !== null && (best.layer !== 'heuristic' || best.score > (undated?.score ?? 0));
  if (best === null || !isCertain) return { chosen: undated, all };
  return { chosen: completed(best, dated), all };
}

/** Adds what other readings of the same day say: the printed form, the time, and the printed day where UTC gave its neighbour. */
function completed(best: Candidate<StoryDate>, all: readonly Candidate<StoryDate>[]): Candidate<StoryDate> {
  const printed = all.filter(({ value }) => value.text !== null);
  const neighbour = printed.find(({ value }) => isSameMoment(best.value, value));
  const chosen = neighbour ?? best;
  const same = all.filter(({ value }) => value.date === chosen.value.date);
  const time =
    chosen.value.time ?? same.find(({ value }) => value.time !== null && value.utc === null)?.value.time ?? null;
  const text = chosen.value.text ?? same.find(({ value }) => value.text !== null)?.value.text ?? null;
  return { ...chosen, value: { ...chosen.value, time, text } };
}

/** Whether a printed day, with its time where it is printed, can be the local form of a moment in UTC. */
function isSameMoment({ date, utc }: StoryDate, printed: StoryDate): boolean {
  if (utc === null || printed.date === null || daysApart(date, printed.date) > 1) return false;
  if (date === printed.date) return true;
  const [from, to] = printed.time === null ? ['00:00', '23:59'] : [printed.time, printed.time];
  const moment = Date.parse(`${date}T${utc}Z`);
  const ahead = (time: string): number => (Date.parse(`${printed.date}T${time}Z`) - moment) / HOUR;
  return ahead(from) <= MOST_AHEAD && ahead(to) >= MOST_BEHIND;
}

function daysApart(a: string | null, b: string | null): number {
  return Math.abs(Date.parse(a ?? '') - Date.parse(b ?? '')) / 86_400_000;
}

function profileDates(reading: Reading): readonly Candidate<StoryDate>[] {
  const { tree, layout } = reading;
  if (layout?.datePublished === undefined) return [];
  return selectTexts(tree, layout.datePublished)
    .slice(0, 3)
    .flatMap(({ element, text }, index) => {
      const value = readElement(reading, element, text);
      return value === null
        ? []
        : [{ value, rule: `${layout.name}-date`, layer: 'profile' as Layer, score: 0.95 - index / 100 }];
    });
}

function structuredDates({ data, tree }: Reading): readonly Candidate<StoryDate>[] {
  const item = tree.find('[itemprop="datePublished"]')[0]?.attributes;
  const sources: readonly (readonly [string | null, string, number])[] = [
    [data.datePublished, 'json-ld', 0.85],
    [data.dateMetaPublished, 'meta', 0.82],
    [item?.content ?? item?.datetime ?? null, 'microdata', 0.8],
  ];
  return sources.flatMap(([text, rule, score]) => {
    const value = text === null ? null : readMoment(text, null);
    return value === null ? [] : [{ value, rule, layer: 'structured-data' as Layer, score }];
  });
}

/** Moments that elements of the story's head carry for programs. */
function attributeDates(reading: Reading, place: StoryPlace): readonly Candidate<StoryDate>[] {
  const { tree, zones } = reading;
  const found = tree.find(DATE_ATTRIBUTES).filter((element) => {
    return zones.zoneOf(element) === 'main' && !place.isElsewhere(element);
  });
  return found.slice(0, 3).flatMap(({ attributes }) => {
    const text = Object.entries(attributes).find(([name, value]) => PUBLISHED.test(name) && ISO_MOMENT.test(value));
    const value = text === undefined ? null : readMoment(text[1], null);
    return value === null ? [] : [{ value, rule: 'date-attribute', layer: 'heuristic' as Layer, score: 0.6 }];
  });
}

/** Dates printed near the story: in `time` elements, under names of dates, or just so; never in the story, comments or widgets. */
function printedDates(reading: Reading, place: StoryPlace): readonly Candidate<StoryDate>[] {
  const { tree, zones } = reading;
  const anchor = place.body ?? place.headline;
  if (anchor === null) return [];
  const seen = new Set<PageElement>();
  const found: Candidate<StoryDate>[] = [];
  for (const node of tree.nodes) {
    if (
      node.kind !== 'text' ||
      node.segment === null ||
      zones.zoneOf(node) !== 'main' ||
      !isBesideText(tree, place, node)
    )
      continue;
    const element = closest(node.parent, ({ tag }) => tag === 'time') ?? node.parent;
    if (element === null || seen.has(element) || isOutside(element) || isModified(element) || seen.size > MOST_TEXTS)
      continue;
    const own = foldPieces([pieceOf(tree, node)]);
    if (own.text.length > LONGEST || !DATE_LIKE.test(own.text) || isClock(own.text, node.index, place)) continue;
    const value =
      readElement(reading, element, element.tag === 'time' ? foldedTextOf(tree, element) : own) ??
      readWider(reading, element, seen);
    if (value === null) continue;
    seen.add(element);
    found.push({ value, ...scoreOf(element, anchor, place) });
  }
  return found;
}

/** `24 <b>маусым</b> 2019` stands in several nodes: the element that holds them all is tried. */
function readWider(reading: Reading, element: PageElement, seen: Set<PageElement>): StoryDate | null {
  const parent = ['b', 'i', 'span', 'strong', 'em', 'a'].includes(element.tag) ? element.parent : element;
  if (parent === null || seen.has(parent) || reading.zones.textLength(parent).all > LONGEST) return null;
  return readElement(reading, parent, foldedTextOf(reading.tree, parent));
}

function scoreOf(
  element: PageElement,
  anchor: PageElement,
  { headline, body }: StoryPlace,
): Omit<Candidate<StoryDate>, 'value'> {
  const isTime = element.tag === 'time' || element.attributes.datetime !== undefined;
  const isNamed = closest(element, ({ names, depth }) => depth >= element.depth - 2 && DATE_NAMES.test(names)) !== null;
  const near = closeness(element, anchor) / Math.max(1, anchor.depth);
  const order =
    headline !== null && element.index > headline.index && (body === null || element.index < body.end + 400) ? 0.05 : 0;
  const rule = isTime ? 'time-element' : isNamed ? 'named-date' : 'printed-date';
  return { rule, layer: 'heuristic', score: 0.4 + (isTime ? 0.12 : isNamed ? 0.1 : 0) + near * 0.2 + order };
}

/** The date of an element: of its `datetime`, with time and form as printed, else as printed. */
function readElement(reading: Reading, element: PageElement, text: FoldedText): StoryDate | null {
  const datetime = element.attributes.datetime ?? element.attributes.content;
  const printed = readPrinted(reading, text);
  const moment = datetime === undefined ? null : readMoment(datetime, printed?.text ?? text);
  if (moment === null) return printed;
  if (printed?.date == null) return { ...moment, time: printed?.time ?? moment.time };
  return isSameMoment(moment, printed) ? printed : { ...moment, time: printed.time ?? moment.time, text: printed.text };
}

function readPrinted({ today }: Reading, text: FoldedText): StoryDate | null {
  if (text.text.length > LONGEST) return null;
  const whole = readDate(text.text, { reference: today });
  if (whole !== null) return { date: whole.date, time: whole.time, text: { ...text, text: whole.text }, utc: null };
  // Where two dates share a line, the later one is that of a change.
  const [found, second] = [...findDates(text.text)].sort((a, b) => a.date.localeCompare(b.date));
  const isLine = second === undefined || text.text.length <= (found?.text.length ?? 0) * 2 + MOST_LABELS;
  return found === undefined || !isLine
    ? null
    : { date: found.date, time: found.time, text: { text: found.text, starts: text.starts }, utc: null };
}

/** `2024-01-24T09:15:00+06:00`: the local day and time as they stand; midnight is no time of a story. */
function readMoment(text: string, printed: FoldedText | null): StoryDate | null {
  const match = ISO_MOMENT.exec(text);
  if (match === null) {
    const read = readDate(text.trim());
    return read?.date == null ? null : { date: read.date, time: read.time, text: printed, utc: null };
  }
  const [, year, month, day, hour, minute, zone] = match;
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(date))) return null;
  const isUtc = zone !== undefined && /^(?:Z|[+-]00:?00)$/.test(zone);
  const time = hour === undefined || (hour === '00' && minute === '00') || isUtc ? null : `${hour}:${minute}`;
  return { date, time, text: printed, utc: isUtc ? `${hour ?? '00'}:${minute ?? '00'}` : null };
}

/** A day with its weekday above the headline is the clock of the site; below it, it may be the date of the story. */
function isClock(text: string, index: number, { headline, body }: StoryPlace): boolean {
  return index < (headline?.index ?? body?.index ?? 0) && readClock(text) !== null;
}

function isModified({ names }: PageElement): boolean {
  return MODIFIED_NAMES.test(names) && !/[\s_-]published(?=[\s_-])/.test(names);
}

/** In the head of the page, or in the caption of a picture, which has a day of its own. */
function isOutside(element: PageElement): boolean {
  return closest(element, ({ tag }) => tag === 'head' || tag === 'title' || tag === 'figcaption') !== null;
}
