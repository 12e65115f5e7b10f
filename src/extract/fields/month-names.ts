import { remembered } from '../../text/remembered.js';
import { monthNames } from './intl-names.js';
import { latinSpellings } from './kazakh-latin.js';
import { nameKey } from './name-key.js';

/** Languages by weight: where two give a short form different meanings, the earlier one holds. */
const LANGUAGES =
  'kk ru ky uz-Cyrl uz en uk kk-Arab be tg tt ba az tr de de-AT fr es it pt pl nl sv ro cs sk sl hr hu el bg da nb fi lt lv et he id vi ar'.split(
    ' ',
  );
/** Languages whose month names take endings after the name. */
const WITH_ENDINGS = new Set(['kk', 'ky', 'uz-Cyrl', 'uz', 'kk-Arab', 'tt', 'ba']);
/** What Intl lacks, by month: three-letter forms of the DataLife Engine, forms that keep four letters, other spellings. */
const MORE_NAMES = [
  'янв қант qant yanvar',
  'фев февр февраль feb febr',
  'мар',
  'апр сәуір sayir sәuir',
  'май мая мае',
  'июн маус maus maysym',
  'июл шілд shild',
  'авг avg',
  'сен сент қыркүек қырк qyrk qyrkyiek sept sentyabr',
  'окт oktyabr жов',
  'ноя нояб noyabr',
  'дек желт jelt zhelt',
].map((names) => names.split(' '));
/** Short forms that mean another month once their mark is gone: «maý.» is June. */
const MARKED: ReadonlyMap<string, number> = new Map([['maý', 6]]);
/** Endings by which a name is owned («шілдесі») and its cases («шілдеде», «мартындагы»), letters folded as by `nameKey`. */
const OWNED = ' ы и е у сы си i y si sy ى سى'.split(' ');
const CASES = [
  ' да де та те нда нде дагы деги тагы теги даги ндагы ндеги',
  'нын нин дын дин тын тин нун дун нинг нан нен дан ден тан тен на не га ге ка ке н ны ни ды ди ты ти',
  'da de ta te nda nde dagy degi dagi daghy ndagy ndegi nyn nin dyn din tyn tin ning nan nen dan den tan ten',
  'na ne ga ge gha ka ke qa n ny ni dy di ty ti',
  'دا دە تا تە ندا ندە نىڭ دىڭ',
].flatMap((cases) => cases.split(' '));
const LONGEST_NAME = 24;
/** Languages in which a slip of the pen is looked through, and the shortest name that one letter more, less or other leaves known. */
const MISSPELT = new Set(['kk', 'ru', 'en']);
const SHORTEST_MISSPELT = 7;

interface MonthTable {
  readonly exact: ReadonlyMap<string, number>;
  /** Full names that take endings. */
  readonly stems: ReadonlyMap<string, number>;
  readonly endings: ReadonlySet<string>;
  /** Long names, and what is left of them when one letter is taken out; 0 where two months leave the same. */
  readonly slips: ReadonlyMap<string, number>;
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
  return table.exact.get(key) ?? readWithEnding(key, table) ?? readMisspelt(key, table);
}

/** The month of a name with one letter too many, too few, or another: «сентрября», «феврала», «қыркүйук». */
function readMisspelt(key: string, { slips }: MonthTable): number | null {
  if (key.length < SHORTEST_MISSPELT) return null;
  const found = new Set([key, ...withoutOne(key)].map((form) => slips.get(form)));
  found.delete(undefined);
  const [month = 0] = found;
  return found.size === 1 && month > 0 ? month : null;
}

/** A word without each of its letters but the first. */
function withoutOne(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1) + word.slice(index + 2));
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
  return {
    slips: slipsOf(),
    exact,
    stems,
    endings: new Set(OWNED.flatMap((owned) => CASES.map((ending) => owned + ending))),
  };
}

function slipsOf(): ReadonlyMap<string, number> {
  const slips = new Map<string, number>();
  for (const language of MISSPELT) {
    monthNames(language).forEach((names, index) => {
      for (const name of names.map(nameKey).filter(({ length }) => length >= SHORTEST_MISSPELT))
        for (const form of [name, ...withoutOne(name)])
          slips.set(form, (slips.get(form) ?? index + 1) === index + 1 ? index + 1 : 0);
    });
  }
  return slips;
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
