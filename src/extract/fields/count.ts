import { type CountKind, type CountWord, readCountWord } from './count-labels.js';

/** A counter that says what it counts. */
export interface LabelledCount {
  readonly kind: CountKind;
  readonly count: number;
}

/** The counters of a footer; `ambiguous` where the figures could be split in another way. */
export interface CountPair {
  readonly views: number;
  readonly commentCount: number;
  readonly ambiguous: boolean;
}

/** Which of the two counters of a footer stands first. */
export type CountOrder = 'views-comments' | 'comments-views';

/** Longer strings hold more than counters. */
const LONGEST = 120;
/** `599` | `1 109` (space, NBSP, thin spaces, apostrophe) | `1,109` | `1.109.000`; no padding with zeros, at most nine figures. */
const PLAIN = /^(?:0|[1-9]\d{0,8})$/;
const GROUPED =
  /^[1-9]\d{0,2}(?:(?:[ \u00a0\u2007\u2009\u202f]\d{3}){1,2}|(?:,\d{3}){1,2}|(?:['’]\d{3}){1,2}|(?:\.\d{3}){2})$/;
/** `1,2K`, `12 тыс.`, `3 мың`: rounded by the page, which says no more. */
const SHORTENED = /^([1-9]\d{0,3})(?:[.,](\d{1,2}))?[ \u00a0]?(k|к|тыс\.?|мың|миң|ming|myń|m|млн\.?)$/iu;
const SHORTENED_IN_LINE =
  /(?<![\d.,])[1-9]\d{0,3}(?:[.,]\d{1,2})?[ \u00a0]?(?:k|к|тыс\.?|мың|миң|ming|myń|млн\.?)(?!\p{L})/giu;
const MILLION = /^m$|^млн/i;
/** What may stand round a figure: brackets, punctuation, icons. */
const MARGIN =
  /^[\s()[\]:;.,|•·–—\p{Extended_Pictographic}\ue000-\uf8ff-]+|[\s()[\]:;.,|•·–—\p{Extended_Pictographic}\ue000-\uf8ff-]+$/gu;
/** Asks for the coloured form of the sign before it. */
const EMOJI_STYLE = /\ufe0f/g;
/** Signs that stand for the words: 👁 👀, 💬 🗨 🗩 🗪. */
const EYES = /[\u{1f441}\u{1f440}]/gu;
const BUBBLES = /[\u{1f4ac}\u{1f5e8}-\u{1f5ea}]/gu;
/** Between sentences; «Комм. 5» is one. */
const SENTENCE = /[.!]\s+(?=\p{Lu})/u;
const FIGURE_RUN = /\d[\d \u00a0\u2007\u2009\u202f,.'’]*/g;
const FIGURE_END = /[^\d]+$/;
const WORD = /\p{L}[\p{L}\p{M}'’‘ʼʻ`]*/gu;
const FIRST_WORD = new RegExp(WORD, 'u');
/** What figures and signs that stand for words cannot do without. */
const DIGIT = /\d/;
const DIGIT_OR_SIGN = /[\d\ud83d]/;
/** Between the two counters where it is no white space: `0 / 1 261`, a line break, an icon, a comma before white space. */
const DIVIDER = /\s*[/|•·;\n\r\p{Extended_Pictographic}\ue000-\uf8ff]+\s*|,\s+| {2,}/u;
const BLANK = /[ \u00a0\u2007\u2009\u202f]+/;

/** Reads a count as papers print it: `599`, `1 109` (space or NBSP between thousands), `(5)`, `Көрілді: 12`; null for decimals and padded figures. */
export function readCount(text: string): number | null {
  if (text.length > LONGEST) return null;
  const figure = DIGIT.test(text)
    ? (readFigure(text.trim()) ?? readFigure(text.replace(EMOJI_STYLE, '').replace(MARGIN, '')))
    : null;
  return figure ?? readLabelledCount(text)?.count ?? null;
}

/** Reads a counter with its label: `Просмотров: 12`, `12 рет оқылды`, `Пікірлер жоқ` (none); null where no label says what is counted. */
export function readLabelledCount(text: string): LabelledCount | null {
  if (text.length > LONGEST) return null;
  const spelt = DIGIT_OR_SIGN.test(text) ? spellOut(text) : text;
  const [word] = FIRST_WORD.exec(spelt) ?? [];
  if (word === undefined || readCountWord(word) === null) return null;
  const [first = ''] = spelt.trim().split(SENTENCE, 1);
  const words = readCountWords(first);
  const kinds = new Set(words?.filter((word) => word === 'views' || word === 'comments'));
  const [kind] = kinds;
  if (words === null || kind === undefined || kinds.size > 1) return null;
  const figures = (first.match(FIGURE_RUN) ?? []).map((run) => readFigure(run.replace(FIGURE_END, '')));
  const [count] = words.includes('none') ? [0, ...figures] : figures;
  const isOne = figures.length === (words.includes('none') ? 0 : 1);
  return isOne && typeof count === 'number' ? { kind, count } : null;
}

/** Words for signs, and all figures of a number. */
function spellOut(text: string): string {
  return text
    .replace(EYES, ' views ')
    .replace(BUBBLES, ' comments ')
    .replace(SHORTENED_IN_LINE, (figure) => String(readFigure(figure) ?? figure));
}

/** What the words of a line say; null where one of them has nothing to do with counters, as the first of most lines. */
function readCountWords(line: string): readonly Exclude<CountWord, null>[] | null {
  const found: Exclude<CountWord, null>[] = [];
  for (const [word] of line.matchAll(WORD)) {
    const meaning = readCountWord(word);
    if (meaning === null) return null;
    found.push(meaning);
  }
  return found;
}

/**
 * Reads the two counters that follow a date in a footer: `599 0`, `1 109 0`, `0 / 1 261`, `5479 2 pikir`. Labels overrule the order.
 * Of several ways to group the figures it takes the one with the fewest comments and says so; `1 109` alone is one counter, not two.
 */
export function readCountPair(text: string, order: CountOrder): CountPair | null {
  if (text.length > LONGEST) return null;
  const line = text.replace(EMOJI_STYLE, '');
  const words = [...line.matchAll(WORD)].map((match) => ({ index: match.index, meaning: readCountWord(match[0]) }));
  if (words.some(({ meaning }) => meaning === null || meaning === 'none')) return null;
  const labels = words.filter(({ meaning }) => meaning !== 'filler');
  const labelledOrder = orderOf(line, labels) ?? order;
  const figures = line.replace(WORD, (word) => (readCountWord(word) === 'filler' ? '' : '\n')).replace(MARGIN, '');
  const pair = choose(splitsOf(figures.replace(/[:()]/g, ' ').trim()), labelledOrder);
  const isOneFigure = readFigure(figures) !== null && pair !== null && pair.commentCount > pair.views;
  return isOneFigure ? null : pair;
}

type Split = readonly [number, number];

function readFigure(text: string): number | null {
  const [, whole = '', part = '', unit = ''] = SHORTENED.exec(text) ?? [];
  if (whole !== '') return Math.round(Number(`${whole}.${part || 0}`) * (MILLION.test(unit) ? 1_000_000 : 1_000));
  return PLAIN.test(text) || GROUPED.test(text) ? Number(text.replace(/\D/g, '')) : null;
}

/** The order that labels tell: the first one stands before its figure, or the last one after its own. */
function orderOf(
  text: string,
  labels: readonly { readonly index: number; readonly meaning: unknown }[],
): CountOrder | null {
  const [first] = labels;
  const last = labels.at(-1);
  if (first === undefined || last === undefined) return null;
  const isOfFirstFigure = text.search(/\d/) > first.index || /\d/.test(text.slice(last.index));
  if (isOfFirstFigure) return first.meaning === 'views' ? 'views-comments' : 'comments-views';
  return last.meaning === 'comments' ? 'views-comments' : 'comments-views';
}

function splitsOf(text: string): readonly Split[] {
  for (const divider of [DIVIDER, / +/]) {
    const parts = text.split(divider).filter((part) => part !== '');
    const [first, second] = parts.map(readFigure);
    const isSure = divider === DIVIDER || /[\u00a0\u2007\u2009\u202f]/.test(text);
    if (isSure && parts.length === 2)
      return typeof first === 'number' && typeof second === 'number' ? [[first, second]] : [];
  }
  const groups = text.split(BLANK);
  return groups.slice(1).flatMap((_, index): readonly Split[] => {
    const first = readFigure(groups.slice(0, index + 1).join(' '));
    const second = readFigure(groups.slice(index + 1).join(' '));
    return first === null || second === null ? [] : [[first, second]];
  });
}

function choose(splits: readonly Split[], order: CountOrder): CountPair | null {
  const readings = splits
    .map(([first, second]) => (order === 'views-comments' ? [first, second] : [second, first]))
    .map(([views = 0, commentCount = 0]) => ({ views, commentCount, ambiguous: splits.length > 1 }));
  return readings.sort((a, b) => a.commentCount - b.commentCount)[0] ?? null;
}
