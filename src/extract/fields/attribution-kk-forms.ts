import { coarseKey } from './attribution-words.js';

/** Case of a noun, with the names of the Kazakh grammar that Russian shares. */
export type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'locative' | 'ablative' | 'instrumental';

/** A noun that heads the name of a body, as it was found in a text. */
export interface KkForm {
  readonly case: Case;
  /** «министрлігі», not «министрлік». */
  readonly possessive: boolean;
  /** Letters of the ending, to be cut from the printed word. */
  readonly ending: number;
}

/** Case endings in coarse spelling (Kazakh and Kyrgyz, all harmonies), longest first; the last group follows a possessive. */
const ENDINGS: readonly (readonly [Case, readonly string[]])[] = [
  ['genitive', ['nyn', 'nin', 'dyn', 'din', 'tyn', 'tin', 'nun', 'dun', 'tun', 'ning', 'non']],
  ['ablative', ['dan', 'den', 'tan', 'ten', 'nan', 'nen', 'don', 'ton']],
  ['locative', ['nda', 'nde', 'da', 'de', 'ta', 'te', 'do', 'to']],
  ['dative', ['ga', 'ge', 'ka', 'ke', 'na', 'ne', 'go', 'ko']],
  ['accusative', ['ny', 'ni', 'dy', 'di', 'ty', 'ti', 'n']],
  ['instrumental', ['men', 'ben', 'pen']],
];

/** Nouns that head the name of a body, in the nominative. Their possessives follow by rule. */
const BODY_NOUNS =
  `агенттік қызмет баспасөз-қызмет министрлік әкімдік әкімшілік басқарма бөлім бөлімше департамент комитет бюро палата прокуратура сот полиция
   орталық кеңсе ассоциация қор банк компания корпорация холдинг серіктестік мекеме кәсіпорын университет институт академия мектеп лицей гимназия колледж
   аурухана емхана диспансер мәслихат штаб инспекция комиссия ұйым кеңес одақ федерация партия филиал музей кітапхана театр
   станция станса редакция ведомство үкімет парламент сенат мәжіліс елшілік консулдық аппарат дирекция гвардия әуежай вокзал қауымдастық бірлестік инспекторат университет
   буро акимат пресс-қызмет дума агентство башкармалык борбор мекеме кызмат башкарма министрлик агенттик`
    .split(/\s+/)
    .filter(Boolean);
/** Possessives that the rule does not give. */
const IRREGULAR = ['кәсіпорны', 'банкі', 'банкісі', 'әуежайы', 'одағы', 'қорығы', 'кызматы', 'баспасөз қызметі'];
/** Bodies that stand without a possessive, mostly by themselves. */
const ALONE =
  'ақорда акорда қазгидромет казгидромет қазпошта қазавтожол қазсушар қазсуарнасы қазтрансойл қазмұнайгаз қазатомөнеркәсіп қазақтелеком қазақстантеміржолы'.split(
    ' ',
  );

const BACK_VOWEL = /[аоұыуяюё][^аоұыуяюёәеөүіиэ]*$/u;
const FINAL_VOWEL = /[аәоөұүыіеэюяёу]$/u;
const VOICED: Readonly<Record<string, string>> = { к: 'г', қ: 'ғ', п: 'б' };

function possessiveOf(noun: string): string {
  const vowel = BACK_VOWEL.test(noun) ? 'ы' : 'і';
  if (FINAL_VOWEL.test(noun)) return `${noun}с${vowel}`;
  const last = noun.slice(-1);
  return `${noun.slice(0, -1)}${noun.endsWith('банк') ? last : (VOICED[last] ?? last)}${vowel}`;
}

const BARE = new Set([...BODY_NOUNS, ...ALONE].map(coarseKey));
const POSSESSIVE = new Set([...BODY_NOUNS.map(possessiveOf), ...IRREGULAR].map(coarseKey));

/** What remains of a coarse word without each case ending it may have, the whole word first. */
export function kkStems(
  key: string,
): readonly { readonly stem: string; readonly case: Case; readonly ending: number }[] {
  const stripped = ENDINGS.flatMap(([name, endings]) =>
    endings
      .filter((ending) => key.length > ending.length + 1 && key.endsWith(ending))
      .map((ending) => ({ stem: key.slice(0, -ending.length), case: name, ending: ending.length })),
  );
  return [{ stem: key, case: 'nominative', ending: 0 }, ...stripped];
}

/** The form of a noun that heads the name of a body («министрлігіне»), null for any other word. `key` is coarse. */
export function readKkForm(key: string): KkForm | null {
  for (const { stem, case: name, ending } of kkStems(key)) {
    if (POSSESSIVE.has(stem)) return { case: name, possessive: true, ending };
    if (BARE.has(stem)) return { case: name, possessive: false, ending };
  }
  return null;
}
