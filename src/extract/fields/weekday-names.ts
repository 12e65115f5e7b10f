import { weekdayNames } from './intl-names.js';
import { latinSpellings } from './kazakh-latin.js';
import { nameKey } from './name-key.js';

const LANGUAGES = 'kk ru ky uz-Cyrl uz en uk kk-Arab be tg tt ba az tr de fr es it pt pl nl sv ro'.split(' ');
/** What Intl lacks: other short forms and spellings, the Russian accusative («в среду»). */
const MORE_NAMES =
  'дүй дүйс сей сейс сәр сәрс бей бейс жұм сен сенб жек жекс пон понед вто втор сре среду чет четв пят пятницу суб субб субботу вос воскр';
const LONGEST_NAME = 24;

let keys: ReadonlySet<string> | null = null;

/** Whether the word is the name of a weekday, long or short, in a language of the papers. */
export function isWeekdayName(word: string): boolean {
  if (word.length > LONGEST_NAME) return false;
  keys ??= buildKeys();
  return keys.has(nameKey(word));
}

function buildKeys(): ReadonlySet<string> {
  const kazakh = weekdayNames('kk').flat();
  const names = [
    ...LANGUAGES.flatMap((language) => weekdayNames(language).flat()),
    ...kazakh.flatMap((name) => latinSpellings(name.toLowerCase())),
    ...MORE_NAMES.split(' '),
  ];
  return new Set(names.map(nameKey));
}
