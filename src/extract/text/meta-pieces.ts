import { isGenericAuthor } from '../fields/byline.js';
import { readCount, readLabelledCount } from '../fields/count.js';
import { type PrintedDate, readDate } from '../fields/date.js';
import { type CounterHabit, type Counters, readCounters } from './counters.js';

/** What the pieces of a line about a story say. */
export interface MetaPieces {
  readonly date: PrintedDate | null;
  readonly counters: Counters | null;
  /** A section, or a name, among them. */
  readonly label: string | null;
  /** The counters bear labels. */
  readonly labelled: boolean;
}

const LONGEST = 220;
const MOST_PIECES = 10;
/** Signs between the pieces of such a line. */
const BETWEEN = /\s*[|•·»/;]\s+|\s+[–—/]\s+|\s{2,}/u;
/** Pieces of a line that lists them: `10 қазан 2023 ж., Білім, Қараған: 830`. */
const COMMA = /,\s+/;
/** Elements side by side leave no space between their texts: `2015-ж.Окулду: 9 276Пикир: 0`. */
const GLUED = /(?<=[\p{Ll}\d.)])(?=\p{Lu}\p{Ll}{2,20}\s?:)/gu;
/** The same where no label tells where the next begins: `25-iyulJamiyat442`. */
const SIDE_BY_SIDE = /(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3})(?=\d{1,6}$)/gu;
/** A label begins the next piece without any sign: `Автор: admin Дата: 24.06.2019 Просмотров: 599`. */
const NEXT_LABEL = /\s+(?=\p{Lu}[\p{L}‘’ʻʼ']{2,20}(?:\s\p{Ll}{3,12}){0,2}\s?:\s)/u;
/** A note of stars: `4.2/5 (Дауыс: 12)`, `+5`, `(Голосов: 7)`. */
const RATING =
  /^[(\s]*(?:[+-]?\d{1,3}|\d(?:[.,]\d{1,2})?\s?\/\s?\d{1,2})?[\s(]*(?:(?:дауыс|дауыстар|голосов|голоса|рейтинг|добуш|ovoz|ovozlar|votes)\s*:?\s*[+-]?\d{1,5})?[)\s]*$/iu;
const LABEL = /^[\p{L}«"][\p{L}\p{M}\d«»"'’‘.,\s&:-]{0,45}$/u;
const MOST_WORDS = 4;
const SENTENCE_END = /\p{Ll}{3}[.!?…]$/u;
const AUTHOR = /^(?:автор|авторы|жариялаған|разместил|опубликовал|автору|muallif|avtor|author|posted by)\s*:?\s*/iu;
const SECTION = /^(?:санат|санаты|айдар|айдары|бөлім|категория|раздел|рубрика|kategoriya|category)\s*:?\s*/iu;
/** Likes and dislikes. */
const FIGURES = /^\d{1,5}(?:\s\d{1,5}){1,2}$/;
const FIGURE = /^\d{1,3}(?:[\s,]\d{3})*$|^\d{1,7}$/;

/**
 * Reads a line whose pieces speak about a story one by one, in any order: `13-07-2023, 09:28 | Қоғам | Оқылды: 610 | Пікір: 2`.
 * Null where a piece is none of date, counter, section, name or rating, or where none is a date or a counter with its label.
 */
export function readPieces(text: string, habit: CounterHabit, reference: string | null): MetaPieces | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const read = readAll(piecesOf(text), habit, reference);
  if (read !== null) return read;
  const listed = readAll(text.split(COMMA).flatMap(piecesOf), habit, reference);
  if (listed?.labelled === true) return listed;
  // Figures may be glued as well, so that only their labels part them.
  const glued = readAll(piecesOf(text.replace(SIDE_BY_SIDE, ' | ')), habit, reference);
  return glued === null || glued.labelled ? glued : { ...glued, counters: null };
}

function readAll(pieces: readonly string[], habit: CounterHabit, reference: string | null): MetaPieces | null {
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return null;
  const read = pieces.map((piece) => readPiece(piece, reference));
  if (read.includes(null)) return null;
  const known = read.filter((piece) => piece !== null);
  const dates = known.filter(({ date }) => date !== null);
  const labelled = known.some(({ views, comments }) => views !== null || comments !== null);
  const [first, second] = dates.map(({ date }) => date);
  const day = first && second ? togetherOf(first, second) : (first ?? null);
  if (dates.length > 2 || (dates.length === 2 && day === null) || (day === null && !labelled)) return null;
  const label = known.find((piece) => piece.label !== null && !isGenericAuthor(piece.label))?.label ?? null;
  return { date: day, counters: countersOf(known, labelled, habit), label, labelled };
}

/** `17.05.2020 | 20:28`: a day and its time in pieces of their own; null for two days. */
function togetherOf(first: PrintedDate, second: PrintedDate): PrintedDate | null {
  const [day, time] = first.date === null && !first.relative ? [second, first] : [first, second];
  if (time.date !== null || time.relative || time.time === null || day.time !== null) return null;
  return { ...day, time: time.time };
}

interface Piece {
  readonly date: PrintedDate | null;
  readonly views: number | null;
  readonly comments: number | null;
  readonly figure: number | null;
  readonly label: string | null;
}

const NOTHING: Piece = { date: null, views: null, comments: null, figure: null, label: null };

function piecesOf(text: string): readonly string[] {
  const spelt = text.replace(GLUED, ' | ');
  return spelt
    .split(BETWEEN)
    .flatMap((part) => part.split(NEXT_LABEL))
    .map((part) => part.replace(/^[\s|,;[\]]+|[\s|,;[\]]+$/g, ''))
    .filter((part) => part !== '');
}

function readPiece(text: string, reference: string | null): Piece | null {
  const counter = readLabelledCount(text);
  if (counter?.kind === 'views') return { ...NOTHING, views: counter.count };
  if (counter?.kind === 'comments') return { ...NOTHING, comments: counter.count };
  if (FIGURE.test(text)) return { ...NOTHING, figure: readCount(text) };
  if (FIGURES.test(text)) return NOTHING;
  const date = readDate(text, { reference });
  if (date !== null) return { ...NOTHING, date };
  if (RATING.test(text)) return NOTHING;
  if (AUTHOR.test(text) && text.length <= 60) return NOTHING;
  const label = text.replace(SECTION, '');
  const isLabel = LABEL.test(label) && label.split(' ').length <= MOST_WORDS && !SENTENCE_END.test(label);
  return isLabel ? { ...NOTHING, label: label.endsWith(':') ? null : label } : null;
}

/** Labelled counters; else one or two bare figures beside the date. */
function countersOf(pieces: readonly Piece[], labelled: boolean, habit: CounterHabit): Counters | null {
  const figures = pieces.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  if (labelled) {
    const views = pieces.find((piece) => piece.views !== null)?.views ?? null;
    const commentCount = pieces.find(({ comments }) => comments !== null)?.comments ?? null;
    // Beside comments with their label stand the views.
    const [bare = -1, more] = views === null ? figures : [];
    const isViews = commentCount !== null && more === undefined && bare >= commentCount;
    return { views: isViews ? bare : views, commentCount, doubt: null };
  }
  if (figures.length === 2) return readCounters(figures.join(' / '), habit);
  const [only] = figures;
  return figures.length === 1 && only !== undefined ? { views: only, commentCount: null, doubt: null } : null;
}
