import { readDate } from '../fields/date.js';
import { addressDates } from './address-date.js';
import { type Candidate, chooseCandidate, type Layer } from './candidate.js';
import { readElement } from './date-element.js';
import { withKnownForms } from './date-forms.js';
import { isSameMoment, readMoment, type StoryDate } from './date-moment.js';
import { pageTitle, titleParts } from './page-title.js';
import { attributeDates, printedDates } from './printed-dates.js';
import type { Reading } from './reading.js';
import { selectTexts } from './selected.js';
import { asideDates } from './story-aside.js';
import type { StoryPlace } from './story-place.js';

/** Below a date printed under the headline. */
const OF_TITLE = 0.58;
/** Of «Кеше, 18:05»; `18:05` alone has none. */
const WORD = /\p{L}{3}/u;
/** A day of which nobody can tell the month. */
const SLASHED = /\d\/\d/;
/** Texts and attributes between a day and its time. */
const MOST_SEGMENTS = 3;

/** Every reading of the story's date, and the one chosen. */
export function readStoryDate(
  reading: Reading,
  place: StoryPlace,
): { readonly chosen: Candidate<StoryDate> | null; readonly all: readonly Candidate<StoryDate>[] } {
  const own = [
    ...profileDates(reading),
    ...structuredDates(reading, place),
    ...attributeDates(reading, place),
    ...printedDates(reading, place),
    ...addressDates(reading),
    ...titleDates(reading),
  ];
  const all = own.length > 0 ? own : asideDates(reading, place);
  const dated = all.filter(({ value }) => value.date !== null);
  const best = chooseCandidate(dated, ({ date }) => date ?? '');
  const undated = all.find(({ value }) => value.date === null && (value.time !== null || isSlashed(value))) ?? null;
  const isBeside = best !== null && undated !== null && isNext(best.value, undated.value);
  // «Кеше, 18:05» at the place of the date: any other day near it is not the story's, unless programs are told it.
  const isCertain = best !== null && (best.layer !== 'heuristic' || isBeside || best.score > (undated?.score ?? 0));
  if (best === null || !isCertain) return { chosen: undated, all };
  const chosen = completed(best, dated);
  const time = chosen.value.time ?? (isBeside ? undated.value.time : null);
  return { chosen: { ...chosen, value: { ...chosen.value, time } }, all };
}

/** Whether a time is the next text to a day: `24 маусым 2019`, `10:15`. */
function isNext({ text }: StoryDate, { text: other }: StoryDate): boolean {
  const [day, time] = [text?.starts[0]?.segment, other?.starts[0]?.segment];
  const isTime = other !== null && !WORD.test(other.text) && !isSlashed({ text: other });
  return isTime && day !== undefined && time !== undefined && Math.abs(day - time) <= MOST_SEGMENTS;
}

function isSlashed({ text }: Pick<StoryDate, 'text'>): boolean {
  return text !== null && SLASHED.test(text.text);
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

/** «Жаңа көпір салынды - 14 Маусым 2011 - Бұлақбасы»: the day is a part of the title. */
function titleDates({ tree }: Reading): readonly Candidate<StoryDate>[] {
  const days = titleParts(pageTitle(tree))
    .slice(1)
    .map((part) => readDate(part)?.date ?? null);
  const date = days.find((day) => day !== null) ?? null;
  const value = { date, time: null, text: null, utc: null };
  return date === null ? [] : [{ value, rule: 'title-date', layer: 'structured-data', score: OF_TITLE }];
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

function structuredDates(reading: Reading, place: StoryPlace): readonly Candidate<StoryDate>[] {
  const { data, tree, zones } = reading;
  // A reader's comment and a teaser have a datePublished of their own.
  const item = tree
    .find('[itemprop="datePublished"]')
    .find((element) => zones.zoneOf(element) !== 'comments' && !place.isElsewhere(element))?.attributes;
  const sources: readonly (readonly [string | null, string, number])[] = [
    [data.datePublished, 'json-ld', 0.85],
    [data.dateMetaPublished, 'meta', 0.82],
    [item?.content ?? item?.datetime ?? item?.title ?? null, 'microdata', 0.8],
  ];
  return sources.flatMap(([text, rule, score]) => {
    const value = text === null ? null : readMoment(withKnownForms(reading, text), null);
    return value === null ? [] : [{ value, rule, layer: 'structured-data' as Layer, score }];
  });
}
