import { isWeekdayRow, readMonthYear } from '../fields/calendar.js';

/** What empty widgets leave: `•`, `:`, `°C`, `» »`. */
const SIGNS = /^[\s•·:|°/\\*<>«»=_+~.,–—-]*(?:°\s?[CС])?[\s•·:|]*$/u;
const PHONE = /^(?:(?:тел|факс|tel)\.?:?\s*)?\+?[\d\s()-]{7,25}$/iu;
const DIGITS = /\d/g;
const MAIL = /^(?:e-?mail:?\s*)?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}$/i;
/** Weather without its figures or with them: `Ветер: м/с`, `Ылғалдылық: 40 %`. */
const WEATHER =
  /^(?:ветер|влажность|давление|температура|жел|ылғалдылық|қысым|ауа райы)\s*:\s*[+-]?[\d.,\s]*(?:м\/с|%|мм|°[CС]|мм рт\. ст\.)?$/iu;
/** Lines that are a widget or a button by their whole text, lower case. */
const WIDGETS: ReadonlySet<string> = new Set(
  `соңғы жаңалықтар|жаңалықтар мұрағаты|мұрағат|күнтізбе|календарь|архив новостей|архив|последние новости|жаңалықтар архиві
  |жаңылыктар архиви|акыркы жаңылыктар|sońǵy jańalyqtar|jańalyqtar muraǵaty|газет мұрағаты|газет архиві|архив газеты|архив номеров|біздің газет
  |басты бет|бастапқы бет|главная|сыр медиа|жауапкершілігі шектеулі серіктестік|ауа райы|погода|іздеу|поиск|мәзір|меню|кіру|войти
  |бөлісу|поделиться|бөлісіңіз|facebook|twitter|telegram|whatsapp|vk|вконтакте|одноклассники|instagram|youtube|tiktok|viber|threads
  |басып шығару|распечатать|версия для печати|печать|ұнады|ұнамады|артқа|назад|жоғарыға|наверх|print|share|email|copy link|like this
  |comments are closed|comments are closed.|пікір қалдыру|пікір қосу|пікір жазу|тегтер|теги|метки|оставить комментарий|добавить комментарий|пікірлер жабық`.split(
    /\s*\|\s*/u,
  ),
);
/** Buttons of networks, with or without figures: `Бөлісу: Facebook 64 ВКонтакте 56`, `f 12`. */
const NETWORKS =
  /^(?:(?:бөлісу|бөлісіңіз|поделиться|поделитесь|бөлүшүү|ulashish|поділитися|bólisý|share)\s*:?\s*)?(?:(?:facebook|twitter|telegram|whatsapp|вконтакте|vkontakte|одноклассники|instagram|youtube|tiktok|viber|threads|мой мир|pinterest|vk|ok|fb|tg|wa|f|x)(?:\s+\d{1,6})?(?:[\s|•,·]+|$)){1,12}$/iu;
/** Buttons in brackets: `[ Артқа ] [ Басып шығару ]`. */
const BRACKETED = /^(?:\[\s*[^[\]]{1,30}\s*\]\s*){1,4}$/;
/** A note of stars, `4.2/5 (Дауыс: 12)`, `Рейтинг: 3.9 / 5 (21 голосов)`, `+5`; sizes of letters: `A- A A+`. */
const RATING =
  /^(?:(?:рейтинг|бағалау|оценка|rating)\s*:\s*)?\d(?:[.,]\d{1,2})?\s?\/\s?\d{1,2}(?:\s?\(?(?:дауыс|голосов|ovoz|добуш|votes)?\s*:?\s*\d{1,5}\s?(?:дауыс|голос\p{L}{0,2}|добуш|ovoz|votes)?\))?$|^[+-]\d{1,4}$|^(?:[AА][+-]?\s?){2,4}$/iu;
/** The story before and the one behind: `Алдыңғы: …`, `← … … →`. */
const NEIGHBOUR =
  /^(?:алдыңғы|келесі|предыдущ\p{Ll}{2,3}|следующ\p{Ll}{2,3}|мурунку|кийинки|попередня|наступна|oldingi|keyingi)(?: (?:мақала|жаңалық|материал|жазба|новость|статья|запись|макала))?\s*:|^←|→$/iu;
/** Time that reading takes: `24 мин оқу үшін`. */
const READING_TIME = /^\d{1,3}\s?(?:мин|минут|min)\.?\s+(?:оқу үшін|оқу|чтения|на чтение|oqý úshin|read)$/iu;
const LONGEST = 100;
const LONGEST_RATING = 50;

const LONGEST_NEIGHBOUR = 300;

/** Whether a line is a note of stars or the button for the size of letters: `Рейтинг: 3.9 / 5 (21 голосов)`, `A- A A+`. */
export function isRatingLine(text: string): boolean {
  return text.length <= LONGEST_RATING && RATING.test(text);
}

/** Whether a line is a widget, a button or the shell of one: no line of a story, wherever it stands. */
export function isWidgetLine(text: string): boolean {
  if (text.length > LONGEST) return text.length <= LONGEST_NEIGHBOUR && NEIGHBOUR.test(text);
  const shape =
    SIGNS.test(text) ||
    MAIL.test(text) ||
    WEATHER.test(text) ||
    READING_TIME.test(text) ||
    RATING.test(text) ||
    NEIGHBOUR.test(text) ||
    isPhone(text) ||
    NETWORKS.test(text) ||
    BRACKETED.test(text);
  if (shape || WIDGETS.has(text.toLowerCase().replace(/\s?:$/, ''))) return true;
  return (/^[«<]/.test(text) && readMonthYear(text) !== null) || isWeekdayRow(text);
}

function isPhone(text: string): boolean {
  return PHONE.test(text) && (text.match(DIGITS)?.length ?? 0) >= 7 && /[+(]/.test(text);
}
