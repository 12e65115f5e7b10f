import { toWords, wordF1 } from '../../text/word-f1.js';
import { headlineKey } from '../text/same-text.js';
import type { Candidate } from './candidate.js';
import type { FoldedText } from './folded-text.js';
import { cutSiteName, pageTitle, titleParts, withoutSiteName } from './page-title.js';
import type { PageElement } from './page-tree.js';
import type { Reading } from './reading.js';

/** A headline, and the element that prints it. */
export interface Headline {
  readonly text: FoldedText;
  readonly element: PageElement | null;
}

/** Copies of the headline that are made for programs and for the window. */
export interface HeadlineCopies {
  readonly told: string | null;
  readonly og: string | null;
  readonly title: string | null;
}

/** Shorter words may be left out of a fuller print: «the», «и», «де». */
const SHORT_WORD = 3;
/** Share of words that two prints of one headline have in common at least. */
const LEAST_SHARED = 0.5;
/** What a style sheet sets between rubric and headline, and a copy writes out: «Қала: көпір ашылды». */
const BETWEEN_PARTS = /[\s:.|-]/g;
const CUT_END = /(?:…|\.{3})$/;
/** What a copy loses that is no whole headline. */
const OF_CUT = 0.25;
const SHORTEST_BEGINNING = 15;
/** Letters of a rubric at the most. */
const LONGEST_RUBRIC = 60;

/** The copies, each without the names of the site. */
export function readCopies(reading: Reading): HeadlineCopies {
  const { tree, data } = reading;
  const title = pageTitle(tree);
  return {
    told: data.headline === null ? null : cutSiteName(data.headline, reading),
    og: data.ogTitle === null ? null : withoutName(data.ogTitle, title, reading),
    title: title === '' ? null : withoutSiteName(title, reading),
  };
}

/** A copy without the names of the site; one that the window shows with more behind it has none. */
function withoutName(copy: string, title: string, reading: Reading): string {
  return title !== copy && title.startsWith(`${copy} `) ? cutSiteName(copy, reading) : withoutSiteName(copy, reading);
}

/** The copies as readings of the headline. */
export function copiedHeadlines({ told, og, title }: HeadlineCopies): readonly Candidate<Headline>[] {
  const sources: readonly (readonly [string | null, string, Candidate<Headline>['layer'], number])[] = [
    [told, 'json-ld', 'structured-data', 0.7],
    [og, 'og-title', 'structured-data', 0.65],
    [title, 'title', 'heuristic', 0.5],
  ];
  return sources.flatMap(([text, rule, layer, whole]) => {
    if (text === null) return [];
    const score = isCutOff(text) ? whole - OF_CUT : whole;
    return [{ value: { text: { text, starts: [] }, element: null }, rule, layer, score }];
  });
}

/** «Бүгін аудан орталығында жаңа…»: a copy that was cut off. */
export function isCutOff(copy: string): boolean {
  return CUT_END.test(copy);
}

/** Tells whether a text is a headline of which a copy is the beginning that was cut off; null where no copy was. */
export function goesOn({ told, og, title }: HeadlineCopies): ((text: string) => boolean) | null {
  const beginnings = [told, og, title]
    .filter((copy) => copy !== null && isCutOff(copy))
    .map((copy) => headlineKey(copy ?? ''))
    .filter((key) => key.length >= SHORTEST_BEGINNING);
  if (beginnings.length === 0) return null;
  return (text) => {
    const key = headlineKey(text);
    return beginnings.some((beginning) => key.startsWith(beginning) && key.length > beginning.length);
  };
}

/** The copies as the page gives them, with the names of the site that they may hold. */
export function uncutCopies({ tree, data }: Reading): readonly Candidate<Headline>[] {
  return copiedHeadlines({ told: null, og: data.ogTitle, title: pageTitle(tree) || null });
}

/**
 * How much a printed heading and the nearest copy have in common, of 1; 0 where they are prints of two headlines, and
 * where a copy holds the heading, which may be the name of the site or a rubric then.
 */
export function sharedWith({ told, og, title }: HeadlineCopies, heading: string): number {
  const key = headlineKey(heading);
  const words = toWords(key);
  const copies = [told, og, title].filter((copy) => copy !== null);
  if (copies.some((copy) => headlineKey(copy).includes(key))) return 0;
  const shares = copies.map((copy) => wordF1(words, toWords(headlineKey(copy))));
  const best = Math.max(0, ...shares);
  return best < LEAST_SHARED ? 0 : best;
}

/**
 * The chosen headline as its copies make it whole, at the place where it is printed: without the rubric that the heading
 * holds too, with the spaces that only the style sheet sets, or with the words that the heading leaves out.
 */
export function refineHeadline(chosen: Candidate<Headline>, copies: HeadlineCopies): Candidate<Headline> {
  if (chosen.layer !== 'heuristic' || chosen.value.element === null) return chosen;
  const { text } = chosen.value.text;
  const refined = withoutRubric(text, copies) ?? withSpaces(text, copies) ?? fuller(text, copies);
  if (refined === null) return chosen;
  return { ...chosen, value: { ...chosen.value, text: { text: refined, starts: [] } } };
}

/** «Спорт Жеңіс тойы», where two copies say «Жеңіс тойы». */
function withoutRubric(text: string, copies: HeadlineCopies): string | null {
  const agreed = agreedCopy(copies);
  if (agreed === null || text.length - agreed.length > LONGEST_RUBRIC) return null;
  const key = headlineKey(text);
  const inner = headlineKey(agreed);
  return key !== inner && /[\s:|]/.test(key.at(-inner.length - 1) ?? '') && key.endsWith(inner) ? agreed : null;
}

function withSpaces(text: string, { told, og, title }: HeadlineCopies): string | null {
  const glued = headlineKey(text).replace(BETWEEN_PARTS, '');
  const copy = [told, og, title].find(
    (one) => one !== null && headlineKey(one).replace(BETWEEN_PARTS, '') === glued && one.length > text.length,
  );
  return copy === undefined || copy === null || headlineKey(copy) === headlineKey(text) ? null : copy;
}

/** What both og:title and `<title>` say, where it is one part and has every word of the heading and more. */
function fuller(text: string, { told, og, title }: HeadlineCopies): string | null {
  if (told !== null && headlineKey(told) === headlineKey(text)) return null;
  if (og === null || title === null || headlineKey(og) !== headlineKey(title) || titleParts(og).length > 1) return null;
  const words = toWords(headlineKey(text));
  const long = words.filter((word) => word.length > SHORT_WORD || /\d/.test(word));
  const all = toWords(headlineKey(og));
  const isWhole = long.length > 0 && long.every((word) => all.includes(word));
  return isWhole && all.length > words.length ? og : null;
}

/** What two copies at least say. */
function agreedCopy({ told, og, title }: HeadlineCopies): string | null {
  const copies = [told, og, title].filter((copy) => copy !== null && copy !== '');
  const keys = copies.map((copy) => headlineKey(copy ?? ''));
  return copies.find((_, index) => keys.indexOf(keys[index] ?? '', index + 1) > index) ?? null;
}
