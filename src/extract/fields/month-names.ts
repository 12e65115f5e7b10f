import { remembered } from '../../text/remembered.js';
import { monthNames } from './intl-names.js';
import { latinSpellings } from './kazakh-latin.js';
import { nameKey } from './name-key.js';

/** Languages by weight: where two give a short form different meanings, the earlier one holds. */
const LANGUAGES =
  'kk ru ky uz-Cyrl uz en uk kk-Arab be tg tt ba az tr de fr es it pt pl nl sv ro cs sk sl hr hu el bg da nb fi lt lv et he id vi ar'.split(
    ' ',
  );
/** Languages whose month names take endings after the name. */
const WITH_ENDINGS = new Set(['kk', 'ky', 'uz-Cyrl', 'uz', 'kk-Arab']);
/** What Intl lacks, by month: three-letter forms of the DataLife Engine, forms that keep four letters, other spellings. */
const MORE_NAMES = [
  'янв қант qant yanvar',
  'фев февр февраль feb febr',
  'мар',
  'апр сәуір sayir',
  'май мая',
  'июн маус maus maysym',
  'июл шілд shild',
  'авг avg',
  'сен сент қыркүек қырк qyrk qyrkyiek sept sentyabr',
  'окт oktyabr',
  'ноя нояб noyabr',
  'дек желт jelt zhelt',
].map((names) => names.split(' '));
/** Short forms that mean another month once their mark is gone: «maý.» is June. */
const MARKED: ReadonlyMap<string, number> = new Map([['maý', 6]]);
/** Endings by which a name is owned («шілдесі») and its cases («шілдеде», «мартындагы»), letters folded as by `nameKey`. */
const OWNED = ' ы и у сы си i y si sy ى سى'.split(' ');
const CASES = [
  ' да де та те нда нде дагы деги тагы теги даги ндагы ндеги',
  'нын нин дын дин тын тин нун дун нинг нан нен дан ден тан тен на не га ге ка ке н ны ни ды ди ты ти',
  'da de ta te nda nde dagy degi dagi daghy ndagy ndegi nyn nin dyn din tyn tin ning nan nen dan den tan ten',
  'na ne ga ge gha ka ke qa n ny ni dy di ty ti',
  'دا دە تا تە ندا ندە نىڭ دىڭ',
].flatMap((cases) => cases.split(' '));
const LONGEST_NAME = 24;

interface MonthTable {
  readonly exact: ReadonlyMap<string, number>;
  /** Full names that take endings. */
  readonly stems: ReadonlyMap<string, number>;
  readonly endings: ReadonlySet<string>;
}

let table: MonthTable | null = null;

/** The number (1–12) of a month by its name in any case, alphabet and usual spelling, short forms without their full stop; else null. */
export const readMonthName: (word: string) => number | null = remembered(findMonth);

function findMonth(word: string): number | null {
  if (word.length > LONGEST_NAME || word.length < 3) return null;
  const marked = MARKED.get(word.normalize('NFC').toLowerCase());
  if (marked !== undefined) return marked;
  table ??= buildTable();
  const key = nameKey(word);
  return table.exact.get(key) ?? readWithEnding(key, table);
}

function readWithEnding(key: string, { stems, endings }: MonthTable): number | null {
  for (let length = key.length - 1; length >= 3; length -= 1) {
    const month = stems.get(key.slice(0, length));
    if (month !== undefined && endings.has(key.slice(length))) return month;
  }
  return null;
}

function buildTable(): MonthTable {
  const exact = new Map<string, number>();
  const stems = new Map<string, number>();
  const add = (names: Map<string, number>, name: string, month: number): void => {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, month);
  };
  for (const language of LANGUAGES) {
    monthNames(language).forEach((names, index) => {
      for (const name of names) add(exact, name, index + 1);
      const [full = ''] = names;
      if (WITH_ENDINGS.has(language)) add(stems, full.replace(/ь$/i, ''), index + 1);
    });
  }
  MORE_NAMES.forEach((names, index) => {
    for (const name of names) add(exact, name, index + 1);
  });
  addLatinKazakh(exact, stems, add);
  return { exact, stems, endings: new Set(OWNED.flatMap((owned) => CASES.map((ending) => owned + ending))) };
}

function addLatinKazakh(
  exact: Map<string, number>,
  stems: Map<string, number>,
  add: (names: Map<string, number>, name: string, month: number) => void,
): void {
  monthNames('kk').forEach((names, index) => {
    for (const name of names) for (const latin of latinSpellings(name.toLowerCase())) add(exact, latin, index + 1);
    for (const latin of latinSpellings((names[0] ?? '').toLowerCase())) add(stems, latin, index + 1);
  });
}
