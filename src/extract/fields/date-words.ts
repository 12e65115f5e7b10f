import { latinSpellings } from './kazakh-latin.js';
import { nameKey } from './name-key.js';

/** Words for «year» after its figures. */
export const YEAR_MARKS = keysOf(
  'ж жыл жылы жылғы жылдың жылдағы жылдын жылкы жылдагы г год года году р рік року році й йил йили йилги йилнинг йилда',
  'ел елы елның елда елгы йыл йылы йылдың йылда йылғы',
  'y yil yili yilgi yilning yilda j jyl jyly jylǵy jylğy jylghy jyldyń jyldyñ jyldyn jıl jılı il ili yılı yıl roku r',
  'ج جىل جىلى جىلعى جىلدىڭ',
);
/** Words that stand between day and month or month and year. */
export const LINKS = keysOf('de del do da of di айының айынын айы ойининг ойи oyining oyi aıynyń aiynyn');
/** Endings of a day: «24-ші», «24-го», «1st», «5-чи», «24-і». */
export const DAY_ENDINGS = keysOf(
  'ші шы і ы сі сы нші ншы інші ыншы іне ында інде сінде нда нде го е ое ого чи чы чу чү нчи нчы нчу нчү',
  'st nd rd th er re º ª o a chi nchi shi shy inshi ynshy i y si sy ші шi',
);
/** Words before a time. */
export const TIME_WORDS = keysOf(
  'сағат сағ саат соат saghat saǵat sağat soat saat sagat в во о об at um à a alle às las godz ساعات',
);
/** Halves of the day in English, and their letters («3:05 p.m.»). */
export const HALVES = keysOf('am pm a p m');
/** Time zones by name. */
export const ZONES = keysOf('gmt utc msk мск almt z');
/** Links of a list of days («24 және 25 маусым»), which is no single day. */
export const CONJUNCTIONS = keysOf('по до bis to және мен пен бен и да жана менен va ва та і and und et y e i');
/** Months in Roman figures, as archives print them: `21.IX.2019`. */
export const ROMAN_MONTHS: ReadonlyMap<string, number> = new Map(
  'I II III IV V VI VII VIII IX X XI XII'.split(' ').map((figure, index) => [figure, index + 1] as const),
);
/** Words of what four figures before them count, so that they are no year. */
export const COUNTED = keysOf('теңге тг тенге руб рублей сом адам человек человека tenge');
/** Hours and minutes in words: «10 ч. 30 мин.». */
export const HOURS = keysOf('ч час часа часов сағат сағ саат');
export const MINUTES = keysOf('мин минут минута минуты мүнөт');
/** Words after which figures are no day: of a street («ул. 1 Мая, 20»), a telephone, a standard, a version. */
export const NUMBERED = keysOf(
  'ул улица улице улицы проспект пр мкр микрорайон вул вулиця тел телефон факс ұялы гост снип версия version v',
);
/** Units and the word of a distance in time («2 сағат бұрын», «3 hours ago»). */
export const UNITS = keysOf(
  'секунд секунда секунды минут мин минута минуты минуту сағат сағ саат соат час часа часов ч күн күн день дня дней апта неделю недели недель',
  'ай месяц месяца месяцев жыл год года лет second seconds minute minutes min mins hour hours day days week weeks month months year years',
  'minut soat kun saǵat',
);
export const AGO = keysOf('бұрын назад мурун мурда ago oldin олдин тому buryn');

/** Words with which a printed date is labelled; they say nothing of the day. */
export const LABELS = new Set([
  ...withLatin(
    'жарияланды жарияланған жарияланым жариялау жарық көрді көрген күні күн уақыты уақыт уақытымен бойынша мерзімі қосылды қосылған жаңартылды жаңартылған өзгертілді өзгертілген',
    'салынды салынған орналастырылды орналастырылған енгізілді енгізілген шықты шыққан басылған жазылған жазылды жіберілді жіберілген жүктелген жүктелді жаңарту мақала материал жаңалық соңғы датасы',
    'астана алматы қызылорда',
  ),
  ...keysOf(
    'опубл опубликовано опубликована опубликован публикации публикация публикован дата добавлено добавлена добавлен добавления создания изменения выхода размещено размещена размещен размещения обновлено обновлена',
    'обновления изменено создано создан время времени от на по новость материал статья запись последнее обновление вышло вышла час часов мин нур султан астаны',
    'жарыяланды жарыяланган жарыялоо күнү убактысы убакыт датасы кошулган кошулду жаңыланды макала',
    'chop etildi etilgan eʼlon qilindi qilingan nashr sana sanasi vaqti joylandi joylangan yangilandi эълон килинди қилинган санаси вақти жойланди',
    'опубліковано оновлено додано створено розміщено оприлюднено час',
    'published posted updated on date added created last modified time publication the by',
    'veröffentlicht am den uhr aktualisiert stand publié le publiée mis à jour publicado el em pubblicato il opublikowano dnia yayınlanma tarihi tarih güncelleme yayın',
    'جاريالاندى جاريالانعان جازىلعان قوسىلعان كۇنى ۋاقىتى',
    'те та де да',
  ),
]);

/** Days named by their distance from today, by that distance in days. */
const DISTANCES: readonly (readonly [number, string])[] = [
  [
    0,
    'бүгін сегодня бүгүн бугун bugun búgin bügin bügın bugin сьогодні today heute bugün dziś dzisiaj hoy oggi hoje بۇگىن',
  ],
  [-1, 'кеше вчера кечээ кеча kecha keshe keşe вчора учора yesterday gestern dün wczoraj ayer ieri ontem كەشە'],
  [-2, 'позавчера позавчора алдыңгүні'],
];
/** «Алдыңғы күні», the day before yesterday, in two words. */
const TWO_WORDS = ['алдыңғы күні', ...latinSpellings('алдыңғы күні')];
/** The names of such days as papers print them. */
export const RELATIVE_NAMES: readonly string[] = [...DISTANCES.flatMap(([, words]) => words.split(' ')), ...TWO_WORDS];
export const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map(
  DISTANCES.flatMap(([days, words]) => words.split(' ').map((word) => [nameKey(word), days] as const)),
);
export const TWO_WORD_DAYS: ReadonlyMap<string, number> = new Map(TWO_WORDS.map((words) => [nameKey(words), -2]));

function keysOf(...words: readonly string[]): ReadonlySet<string> {
  return new Set(words.join(' ').split(' ').map(nameKey));
}

function withLatin(...words: readonly string[]): readonly string[] {
  return words
    .flatMap((line) => line.split(' '))
    .flatMap((word) => [word, ...latinSpellings(word)])
    .map(nameKey);
}
