import { type Needs, toKeys } from './attribution-cues.js';
import { readKkUnit } from './attribution-kk-units.js';
import { isCyrillic } from './attribution-names.js';
import { readRuUnit } from './attribution-ru-units.js';
import type { Finding, Sentence, Unit } from './attribution-sentence.js';
import type { Word } from './attribution-words.js';

/** What a sentence says was taken over. */
const TEXTS = toKeys(
  'мақала материал мәтін ақпарат сұхбат материалы материалдар статья текст информация публикация новость интервью'.split(
    ' ',
  ),
);
const TAKEN_KK = toKeys('алынды алынған көшірілді көшірілген басылды'.split(' '));
const TAKEN_RU = toKeys('взят взята взято взяты перепечатан перепечатана перепечатано'.split(' '));
const REPRINTED = toKeys(['перепечатано', 'перепечатка', 'взято']);
/** What {@link readTaken} cannot do without. */
export const TAKEN_NEEDS: Needs = [[TEXTS, TAKEN_KK], [TEXTS, TAKEN_RU], [REPRINTED]];
const FROM_RU = /^(?:с|со|из)$/u;

/** «Мақала «Ана тілі» газетінен алынды», «Материал взят с сайта Zakon.kz»: an outlet from which a whole text was taken. */
export function readTaken({ words, text }: Sentence): readonly Finding[] {
  const first = words[0]?.key ?? '';
  if (!TEXTS.has(first) && !REPRINTED.has(first)) return [];
  const unit = takenInRussian(words, REPRINTED.has(first) ? 0 : 1) ?? takenInKazakh(words, text);
  if (unit === null || unit.kind !== 'outlet') return [];
  return [{ name: unit.name, role: 'origin', rule: 'taken', start: 0, end: words[unit.to - 1]?.end ?? 0 }];
}

/** `at`: where the word stands that says so. */
function takenInRussian(words: readonly Word[], at: number): Unit | null {
  const isTaken = at === 0 || TAKEN_RU.has(words[at]?.key ?? '');
  return isTaken && FROM_RU.test(words[at + 1]?.lower ?? '') ? readRuUnit(words, at + 2, 'genitive') : null;
}

function takenInKazakh(words: readonly Word[], text: string): Unit | null {
  const verb = words.findIndex(({ key }) => TAKEN_KK.has(key));
  const clause = words.slice(0, Math.max(0, verb));
  for (let at = 1; at < clause.length; at += 1) {
    const unit = readKkUnit(clause, at, isCyrillic(text));
    if (unit !== null && unit.to === verb) return unit.case === 'ablative' ? unit : null;
  }
  return null;
}
