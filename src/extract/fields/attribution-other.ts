import { type Needs, toKeys } from './attribution-cues.js';
import { readKkUnit } from './attribution-kk-units.js';
import { isCyrillic } from './attribution-names.js';
import type { Finding, Sentence, Unit } from './attribution-sentence.js';
import { isCapitalised, type Word } from './attribution-words.js';

/** Words that have an outlet right after them, lower case. English, Uzbek and Ukrainian. */
const BEFORE: readonly (readonly [rule: string, words: readonly string[]])[] = [
  ['en-reports', ['reports']],
  ['en-reports', ['reported', 'by']],
  ['en-according', ['according', 'to']],
  ['en-citing', ['citing']],
  ['uz-xabar', ['xabar', 'berdi']],
  ['uz-xabar', ['xabar', 'bermoqda']],
  ['uz-xabar', ['хабар', 'берди']],
  ['uz-xabar', ['хабар', 'бермоқда']],
  ['uk-povidomliaie', ['повідомляє']],
  ['uk-povidomliaie', ['повідомила']],
  ['uk-povidomliaie', ['повідомило']],
  ['uk-povidomliaie', ['інформує']],
  ['uk-povidomliaie', ['передає']],
  ['uk-povidomliaie', ['пише']],
  ['uk-posylannia', ['посиланням', 'на']],
  ['uk-za-danymy', ['за', 'даними']],
];
/** Words that have an outlet right before them, lower case. English and Uzbek. */
const AFTER: readonly (readonly [rule: string, words: readonly string[]])[] = [
  ['en-reports', ['reports']],
  ['uz-xabar', ['xabar', 'berdi']],
  ['uz-xabar', ['xabar', 'bermoqda']],
  ['uz-xabar', ['xabar', 'qildi']],
  ['uz-xabar', ['xabar', 'qilmoqda']],
  ['uz-xabar', ['xabar', 'beradi']],
  ['uz-xabar', ['хабар', 'берди']],
  ['uz-xabar', ['хабар', 'бермоқда']],
  ['uz-xabar', ['хабар', 'қилди']],
  ['uz-xabar', ['хабар', 'қилмоқда']],
  ['uz-xabar', ['xabariga', "ko'ra"]],
  ['uz-xabar', ['xabariga', 'koʻra']],
  ['uz-xabar', ['хабарига', 'кўра']],
  ['uz-xabar', ['маълум', 'қилди']],
  ['uz-xabar', ['маълум', 'қилмоқда']],
];

/** Uzbek: a press service, and the words before which its name begins. */
const UZBEK_PRESS_SERVICE = /^(?:матбуот хизмати|matbuot xizmati)$/;
const ABOUT_IT = /^(?:ҳақда|haqda|тўғрида)$/;
/** English: the article of a title. */
const ARTICLE = 'The';
/** Ukrainian. */
const PRESS_SERVICE = /^прес-?служб[аиіу]$/;
const MOST_OWNERS = 8;
const FIRST_WORDS: ReadonlySet<string> = new Set([...BEFORE, ...AFTER].map(([, [first = '']]) => first));

/** What the rules of the grammar cannot do without. */
export const OTHER_NEEDS: Needs = [[toKeys(FIRST_WORDS)]];

/** Outlets that an English, an Uzbek or a Ukrainian sentence names as its source; only outlets that are known by name, by quotes or by address. */
export function readOther({ words, text }: Sentence): readonly Finding[] {
  if (!words.some(({ lower }) => FIRST_WORDS.has(lower))) return [];
  const cyrillic = isCyrillic(text);
  return [
    ...BEFORE.flatMap((row) => readAfter(words, row, cyrillic)),
    ...AFTER.flatMap((row) => readBefore(words, row, cyrillic)),
  ].slice(0, 1);
}

function readAfter(
  words: readonly Word[],
  [rule, anchor]: (typeof BEFORE)[number],
  cyrillic: boolean,
): readonly Finding[] {
  const at = indexOfAll(words, anchor);
  return at < 0 ? [] : outletAt(words, at + anchor.length, { rule, from: at, cyrillic });
}

function readBefore(
  words: readonly Word[],
  [rule, anchor]: (typeof AFTER)[number],
  cyrillic: boolean,
): readonly Finding[] {
  const at = indexOfAll(words, anchor);
  const named = rule === 'uz-xabar' ? uzbekPressService(words, at) : null;
  if (named !== null) return [{ ...named, role: 'origin', rule, end: words[at + anchor.length - 1]?.end ?? 0 }];
  for (let from = Math.max(0, at - 4); from < at; from++) {
    const found = outletAt(words.slice(0, at), from, { rule, from, cyrillic });
    if (found.length > 0) return found.map((finding) => withArticle(finding, words, { from, at }));
  }
  return [];
}

/** «The Steppe Times reports»: the title from its article on, where capitals lead from it to the verb. */
function withArticle(finding: Finding, words: readonly Word[], { from, at }: { from: number; at: number }): Finding {
  const start = words.findLastIndex(({ text }, index) => index < from && text === ARTICLE);
  const title = start < 0 ? [] : words.slice(start, at);
  if (title.length === 0 || !title.every(({ kind, text }) => kind === 'word' && isCapitalised(text))) return finding;
  return { ...finding, name: title.map(({ text }) => text).join(' '), start: title[0]?.start ?? finding.start };
}

/** «… ҳақда X матбуот хизмати» right before a place. */
function uzbekPressService(words: readonly Word[], at: number): Pick<Finding, 'name' | 'start'> | null {
  const last = words.slice(Math.max(0, at - 2), Math.max(0, at));
  if (!UZBEK_PRESS_SERVICE.test(last.map(({ lower }) => lower).join(' '))) return null;
  const from = words.findLastIndex(({ kind, lower }, index) => index < at && (kind === 'mark' || ABOUT_IT.test(lower)));
  const name = words.slice(from + 1, at);
  if (name.length < last.length + 1 || name.length > MOST_OWNERS) return null;
  return { name: name.map(({ text }) => text).join(' '), start: name[0]?.start ?? 0 };
}

function outletAt(
  words: readonly Word[],
  at: number,
  { rule, from, cyrillic }: { readonly rule: string; readonly from: number; readonly cyrillic: boolean },
): readonly Finding[] {
  const unit = readPressService(words, at) ?? readKkUnit(words, at, cyrillic);
  if (unit === null || unit.kind !== 'outlet') return [];
  const [start, end] = [words[from]?.start ?? 0, words[unit.to - 1]?.end ?? 0];
  return [{ name: unit.name, role: 'origin', rule, start, end }];
}

/** «пресслужба області»: the noun, and what it belongs to, up to a sign. */
function readPressService(words: readonly Word[], at: number): Pick<Unit, 'name' | 'kind' | 'to'> | null {
  if (!PRESS_SERVICE.test(words[at]?.lower ?? '')) return null;
  const rest = words.slice(at + 1, at + MOST_OWNERS).findIndex(({ kind }) => kind === 'mark');
  const to = rest < 0 ? Math.min(words.length, at + MOST_OWNERS) : at + 1 + rest;
  if (to === at + 1) return null;
  const name = words
    .slice(at, to)
    .map(({ text }) => text)
    .join(' ');
  return { name, kind: 'outlet', to };
}

function indexOfAll(words: readonly Word[], anchor: readonly string[]): number {
  return words.findIndex((_, at) => anchor.every((word, offset) => words[at + offset]?.lower === word));
}
