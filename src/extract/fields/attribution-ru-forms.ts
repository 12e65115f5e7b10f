import type { Case } from './attribution-kk-forms.js';

/** Grammatical gender of a Russian noun. */
export type Gender = 'masculine' | 'feminine' | 'neuter';

/** A Russian noun in one of its cases. */
export interface RuForm {
  readonly nominative: string;
  readonly gender: Gender;
  readonly cases: ReadonlySet<Case>;
}

/** Nouns that head the name of a body. */
const BODY_NOUNS =
  `министерство ведомство агентство управление отделение объединение учреждение предприятие правительство посольство консульство представительство
   товарищество госучреждение минэкологии мининформ мининфо школа гимназия библиотека лицей театр акционерное-общество лесхоз совбез генштаб погранведомство горводоканал казпочта казавтожол казводхоз служба пресс-служба прокуратура генпрокуратура полиция палата нацпалата инспекция госинспекция комиссия администрация компания
   авиакомпания нацкомпания организация ассоциация федерация корпорация больница поликлиника мэрия дирекция таможня гвардия нацгвардия партия
   госслужба погранслужба гидрометслужба метеослужба пресс-центр пресс-бюро департамент комитет отдел акимат горакимат облакимат райакимат аппарат штаб
   центр банк нацбанк фонд институт университет музей суд облсуд верхсуд маслихат парламент сенат мажилис совет горсовет союз филиал завод комбинат колледж
   заповедник нацпарк аэропорт водоканал облздрав горздрав райотдел горотдел кабмин кабинет бюро мид мвд гидрометцентр роддом диспансер оперштаб институт гидромет
   казгидромет казахтелеком госдума дума кремль акорда белый-дом санэпидстанция санэпидслужба ветстанция`
    .split(/\s+/)
    .filter(Boolean);

type Paradigm = readonly [ending: string, gender: Gender, forms: Readonly<Partial<Record<Case, string>>>];
/** Endings by the end of the nominative, first match counts; the prepositional is filed under `locative`. */
const PARADIGMS: readonly Paradigm[] = [
  ['ие', 'neuter', { genitive: 'ия', dative: 'ию', accusative: 'ие', instrumental: 'ием', locative: 'ии' }],
  ['ия', 'feminine', { genitive: 'ии', dative: 'ии', accusative: 'ию', instrumental: 'ией', locative: 'ии' }],
  ['я', 'feminine', { genitive: 'и', dative: 'е', accusative: 'ю', instrumental: 'ей', locative: 'е' }],
  ['а', 'feminine', { genitive: 'ы', dative: 'е', accusative: 'у', instrumental: 'ой', locative: 'е' }],
  ['во', 'neuter', { genitive: 'ва', dative: 'ву', accusative: 'во', instrumental: 'вом', locative: 'ве' }],
  ['о', 'neuter', { genitive: 'о', dative: 'о', accusative: 'о', instrumental: 'о', locative: 'о' }],
  ['й', 'masculine', { genitive: 'я', dative: 'ю', accusative: 'й', instrumental: 'ем', locative: 'е' }],
  ['ь', 'masculine', { genitive: 'я', dative: 'ю', accusative: 'ь', instrumental: 'ем', locative: 'е' }],
  ['', 'masculine', { genitive: 'а', dative: 'у', accusative: '', instrumental: 'ом', locative: 'е' }],
];
const TAKES_I = /[гкхжшщч]$/u;

function formsOf(noun: string): readonly (readonly [form: string, name: Case, gender: Gender])[] {
  const [ending, gender, endings] = PARADIGMS.find(([last]) => noun.endsWith(last)) ?? ['', 'masculine', {}];
  const stem = ending === '' ? noun : noun.slice(0, -ending.length);
  const oblique = Object.entries(endings) as readonly (readonly [Case, string])[];
  return [
    [noun, 'nominative', gender] as const,
    ...oblique.map(([name, last]) => [stem + (last === 'ы' && TAKES_I.test(stem) ? 'и' : last), name, gender] as const),
  ];
}

function tableOf(nouns: readonly string[]): ReadonlyMap<string, RuForm> {
  const table = new Map<string, { nominative: string; gender: Gender; cases: Set<Case> }>();
  for (const noun of nouns) {
    for (const [form, name, gender] of formsOf(noun)) {
      const known = table.get(form);
      if (known === undefined) table.set(form, { nominative: noun, gender, cases: new Set([name]) });
      else if (known.nominative === noun) known.cases.add(name);
    }
  }
  return table;
}

const BODIES = tableOf(BODY_NOUNS);

/** A noun table for other grammars of the room: each form of the given nouns. */
export function ruForms(nouns: readonly string[]): ReadonlyMap<string, RuForm> {
  return tableOf(nouns);
}

/** `мин` + `здрава`, `гос` + `комстату`: blends that name a body, declined as masculine nouns. */
const BLEND =
  /^(?:мин|гор|обл|рай|сан|ветеринар|рос|каз|кыргыз|узб|нац|гос)-?(?:здрав|фин|юст|энерго|сельхоз|обр|образ|просвещени|культ|транс|труд|экономики|экономразвити|обороны|цифр|индустри|туризм|стат|комстат|надзор|потребнадзор|гидромет|автодор|водхоз|архив|финанс|эпид|строй|лес|рыба|космос|комспорт|спорт|оборон|торг)(а|у|е|ом|)$/u;

/** The form of a noun that heads the name of a body («департаменту»), null for any other word. `lower` has е for ё. */
export function readRuForm(lower: string): RuForm | null {
  const known = BODIES.get(lower);
  if (known !== undefined) return known;
  const ending = BLEND.exec(lower)?.[1];
  if (ending === undefined) return null;
  const names: Readonly<Record<string, readonly Case[]>> = {
    '': ['nominative', 'accusative'],
    а: ['genitive'],
    у: ['dative'],
    е: ['locative'],
    ом: ['instrumental'],
  };
  return {
    nominative: ending === '' ? lower : lower.slice(0, -ending.length),
    gender: 'masculine',
    cases: new Set(names[ending] ?? []),
  };
}

const ADJECTIVE = /^([а-яё-]{3,})(ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей)$/iu;
/** Stems whose masculine nominative is stressed on its ending. */
const STRESSED =
  /(?:областн|городск|краев|окружн|мировой|морск|верховн[^ы]|войсков|степн|речн|лесн|родн|полев|золот|молод|больш)$/iu;
const SOFT = /(?:верхн|средн|нижн|внутренн|внешн|соседн|вечерн|утренн|последн|дальн)$/iu;
const VELAR = /[гкхжшщч]$/iu;

/** Whether a word may be an adjective before a noun («областной», «районному»). */
export function looksAdjective(word: string): boolean {
  return ADJECTIVE.test(word);
}

/** The nominative of an adjective that agrees with a noun of the given gender; other words stay as they are. */
export function adjectiveNominative(word: string, gender: Gender): string {
  const stem = ADJECTIVE.exec(word)?.[1];
  if (stem === undefined) return word;
  if (gender === 'feminine') return stem + (SOFT.test(stem) ? 'яя' : 'ая');
  if (gender === 'neuter') return stem + (SOFT.test(stem) ? 'ее' : 'ое');
  if (STRESSED.test(stem)) return `${stem}ой`;
  return stem + (SOFT.test(stem) || VELAR.test(stem) ? 'ий' : 'ый');
}

/** Gender that the ending of an adjective shows, where its noun shows none («областном ДЧС»). */
export function genderOf(adjective: string): Gender {
  if (/(?:ая|яя|ую|юю|ой|ей)$/iu.test(adjective)) return 'feminine';
  return /(?:ое|ее)$/iu.test(adjective) ? 'neuter' : 'masculine';
}

/** Endings of unknown proper nouns by case: cut and put in its place, likeliest first. */
const PROPER: Readonly<Record<Case, readonly (readonly [string, string])[]>> = {
  nominative: [['', '']],
  genitive: [
    ['ии', 'ия'],
    ['ия', 'ий'],
    ['ей', 'и'],
    ['й', 'я'],
    ['а', ''],
    ['ы', 'а'],
    ['я', 'й'],
    ['я', 'ь'],
    ['и', 'а'],
    ['и', 'ь'],
    ['', ''],
  ],
  dative: [
    ['ии', 'ия'],
    ['у', ''],
    ['е', 'а'],
    ['ю', 'й'],
    ['ям', 'и'],
    ['', ''],
  ],
  accusative: [
    ['ию', 'ия'],
    ['у', 'а'],
    ['ю', 'я'],
    ['', ''],
  ],
  locative: [
    ['ии', 'ия'],
    ['ях', 'и'],
    ['ах', 'ы'],
    ['е', ''],
    ['е', 'а'],
    ['', ''],
  ],
  ablative: [['', '']],
  instrumental: [
    ['ом', ''],
    ['ой', 'а'],
    ['ией', 'ия'],
    ['', ''],
  ],
};
const CYRILLIC = /^[а-яёәғқңөұүһі-]{4,}$/iu;

/** What a proper noun in the given case may be in the nominative, likeliest first: «Казгидромета» → «Казгидромет». */
export function properNominatives(word: string, name: Case): readonly string[] {
  if (!CYRILLIC.test(word)) return [word];
  const capitals = word === word.toUpperCase();
  return PROPER[name]
    .filter(([cut]) => word.toLowerCase().endsWith(cut))
    .map(([cut, put]) => word.slice(0, word.length - cut.length) + (capitals ? put.toUpperCase() : put));
}
