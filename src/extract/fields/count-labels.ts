import { latinSpellings } from './kazakh-latin.js';
import { nameKey } from './name-key.js';
import { arabicSpelling } from './phrases.js';

/** What a counter counts. */
export type CountKind = 'views' | 'comments';

/** What a word says of a figure beside it, see {@link readCountWord}. */
export type CountWord = CountKind | 'filler' | 'none' | null;

// The names of icon fonts that stand as words in a page are among them: `visibility`, `remove_red_eye`, `chat_bubble_outline`.
const KAZAKH_VIEWS =
  'қаралды қаралым қаралымы қаралған қарады қараған оқылды оқылым оқылған оқыған көрілді көрілім көрілген көрсетілді көрсетілім көрсетілген көрген көрілу қаралу қарау оқығандар көргендер қарағандар оқыды оқырман';
const KAZAKH_COMMENTS = 'пікір пікірлер пікірі пікірлері түсініктеме түсініктемелер талқылау';
const VIEWS =
  'просмотров просмотры просмотр просмотра просмотрено просмотрели просм прочитано прочитали прочтений прочтения показов посмотрели читателей ' +
  'көрүүлөр көрүү көрүлдү көрүлгөн окулду окулган карады каралды каралган кўрилди кўрилган кўришлар ўқилди ўқилган ' +
  'koʻrildi koʻrilgan koʻrishlar oʻqildi oʻqilgan переглядів перегляди перегляд перегляду переглянуто прочитано koʻrishlar views view reads hits visits pageviews ' +
  'visibility eye';
const COMMENTS =
  'комментариев комментарии комментарий комментария комментариi коммент комменты комментов комментировать комм отзывов отзывы обсуждение ' +
  'пикир пикирлер комментарийлер sharhlar изоҳ изоҳлар фикр фикрлар шарҳлар izoh izohlar fikr fikrlar ' +
  'коментарів коментарі коментар коментаря comments comment replies responses chat forum sms textsms';
const FILLERS =
  'рет ретке раз раза жолу марта marta times time саны саны число количество кол во всего барлығы жалпы бұл бул осы мақала мақаланы материал жаңалық жазба ' +
  'адам человек человека чел әзірге пока ещё еще қалдырылды қалдырғандар білдіру жазылды this article post has been total of ret soni сони sany jazyldy ' +
  'ta та дона dona разів осіб remove red bubble outline outlined rounded mode question answer';
const NONE = 'жоқ нет немає жок йўқ yoʻq no без joq zhok';

const kinds: ReadonlyMap<string, CountKind> = new Map([
  ...keysOf(VIEWS, KAZAKH_VIEWS).map((key) => [key, 'views'] as const),
  ...keysOf(COMMENTS, KAZAKH_COMMENTS).map((key) => [key, 'comments'] as const),
]);
const fillers = new Set(keysOf(FILLERS, 'рет саны барлығы жалпы адам'));
const none = new Set(keysOf(NONE, 'жоқ'));

/** What the word says about a figure beside it: the kind of counter, `filler` (counts nothing itself), `none` (zero); null for other words. */
export function readCountWord(word: string): CountWord {
  const key = nameKey(word);
  return kinds.get(key) ?? (fillers.has(key) ? 'filler' : none.has(key) ? 'none' : null);
}

function keysOf(words: string, kazakh: string): readonly string[] {
  const native = kazakh.split(' ').filter((word) => word !== '');
  return [
    ...words.split(' '),
    ...native,
    ...native.flatMap((word) => [...latinSpellings(word), arabicSpelling(word)]),
  ].map(nameKey);
}
