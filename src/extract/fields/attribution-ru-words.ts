import { type Needs, toKeys } from './attribution-cues.js';

/** «сообщает», «передал», «рассказали» … */
export const REPORT = wordsOf(`
  сообща: ет ют л ла ло ли ется
  сообщи: л ла ло ли
  переда: ет ют л ла ло ли вал вала вали
  информиру: ет ют
  информировал: - а и о
  проинформировал: - а и о
  пиш: ет ут
  написал: - а и о
  рассказа: л ла ло ли
  рассказыва: ет ют
  уточн: яет яют ил ила или ило
  отме: чает чают тил тила тили тило
  заяв: ил ила или ило ляет ляют
  поясн: ил ила или ило яет яют
  подчеркнул: - а и о
  добав: ил ила или ило ляет ляют
  объясн: ил ила или ило яет яют
  предупре: дил дила дили дило ждает ждают
  подтверд: ил ила или ило
  доложил: - а и о
  завери: л ла ло ли
  увер: яет яют
  утвержда: ет ют
  конста: тирует тируют
  опубликовал: - а и о
  поделил: ся ась ись ось
  ответил: - а и о
  напомнил: - а и о
  разъяснил: - а и о
  прокомментировал: - а и о
  : говорится сказано известно следует указано указывается извещает напоминает разъясняет`);
/** What an outlet does with news that others told. */
export const PASS = wordsOf(': передает пишет сообщает информирует');
/** Announcements that have a body for a subject at the start of a sentence; all of them report. */
export const ANNOUNCE = wordsOf(`
  сообща: ет ют
  сообщи: л ла ло ли
  переда: ет ют
  информиру: ет ют
  информировал: - а и о
  проинформировал: - а и о
  пиш: ет ут`);
/** «данным», «информации»: after «по» in the dative, after «согласно» too. */
export const DATA = wordsOf(`
  сообщени: ю я ям
  прогноз: у ам
  оценк: е ам
  отчет: у ам
  : данным информации сведениям статистике подсчетам версии пресс-релизу заявлению расчетам материалам`);
/** Before such data. */
export const BY = wordsOf(': по согласно');
/** «Такие данные», «эту информацию»: what a body gives away. */
export const NEWS = wordsOf(': данные информацию сведения заявление сообщение статистику новость цифры видео');
/** «… приводит X», «… распространила X». */
export const GIVE = wordsOf(`
  приво: дит дят
  приве: л ла ло ли
  распростран: ил ила ило или яет
  опубликовал: - а и о
  озвучил: - а и о
  предостав: ил ила ило или ляет
  обнародовал: - а и о
  подтверд: ил ила ило или
  сообщ: ает ают ил ила или ило
  переда: ет ют`);
/** «Информация предоставлена …» */
export const GIVEN = wordsOf(`
  предоставлен: - а о ы
  подготовлен: - а о ы`);

/** Who is told, and when: stands between the verb and the body. */
export const LISTENER = /^(?:нам|журналистам|редакции|сми|сегодня|вчера|накануне|также|ранее|теперь|утром|вечером)$/u;

/** Our own people, told without a name: «корреспонденту газеты». */
export const READER = /^(?:корреспонденту|нашему|газеты|газете|изданию|издания|агентству|агентства|порталу|портала)$/u;

/** Words before the news: «Такие данные», «Соответствующее заявление». */
export const SUCH =
  /^(?:так(?:ие|ую|ое)|эт[иуо]|данн(?:ую|ое|ые)|подобн(?:ую|ое|ые)|соответствующ(?:ую|ее|ие)|официальн(?:ую|ое|ые))$/u;

/** Between «со ссылкой на» and the body. */
export const REFER_AFTER = wordsOf(`
  : сообщение сообщения данные информацию пресс-релиз источник публикацию материал материалы сайт
  : заявление свой собственный отчет слова telegram-канал телеграм-канал страницу портал официальный официальное источники`);

/** Stands for a body that was named before. */
export const NO_NAME = 'ведомство';

/** What the rules of the grammar cannot do without. */
export const RUSSIAN_NEEDS: Needs = [
  [toKeys(REPORT)],
  [toKeys(DATA), toKeys(BY)],
  [toKeys(GIVEN)],
  [toKeys(NEWS), toKeys(GIVE)],
];

/** Words in lower case, е for ё, by stem and endings; `-` is the stem alone. */
function wordsOf(lines: string): ReadonlySet<string> {
  return new Set(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [stem = '', endings = ''] = line.split(':');
        return endings
          .trim()
          .split(' ')
          .map((ending) => stem.trim() + (ending === '-' ? '' : ending));
      }),
  );
}
