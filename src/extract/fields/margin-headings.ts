/** Headings of boxes about other stories: what is read most, came last, or is like this one. Lower case, without a colon. */
const HEADINGS: ReadonlySet<string> = new Set(
  `көп оқылған|көп оқылғандар|көп оқылған жаңалықтар|ең көп оқылған|ең көп оқылғандар|танымал|танымал жаңалықтар|соңғы жаңалықтар|жаңа мақалалар|соңғы мақалалар|ұқсас жаңалықтар|ұқсас мақалалар
  |тақырыпқа сай|тақырып бойынша|тағы да оқыңыз|тағы оқыңыз|оқи отырыңыз|өзге де жаңалықтар|басқа жаңалықтар|айдарлас жаңалықтар|күн жаңалықтары|апта жаңалықтары|жаңалықтар легі|жаңалықтар таспасы
  |самое читаемое|самые читаемые|популярное|популярные новости|популярные статьи|последние новости|свежие новости|новости дня|лента новостей|похожие новости|похожие материалы|похожие статьи|похожие публикации
  |другие новости|другие новости по теме|новости по теме|читайте также|читать также|по теме|ещё по теме|еще по теме|топ новостей|главные новости|рекомендуем|вам может быть интересно
  |көп окулган|көп окулгандар|акыркы жаңылыктар|окшош жаңылыктар|окшош макалалар|башка жаңылыктар|дагы окуңуз|тектеш жаңылыктар
  |koʻp oʻqilgan|ko‘p o‘qilgan|ko'p o'qilgan|soʻnggi yangiliklar|so‘nggi yangiliklar|so'nggi yangiliklar|oʻxshash yangiliklar|o‘xshash yangiliklar|o'xshash yangiliklar|mavzuga oid
  |кўп ўқилган|сўнгги янгиликлар|ўхшаш янгиликлар|kóp oqylǵan|kóp oqylǵandar|sońǵy jańalyqtar|uqsas jańalyqtar|uqsas maqalalar|taǵy oqyńyz
  |most read|most popular|popular posts|latest news|related news|related posts|recent posts|read also`.split(
    /\s*\|\s*/u,
  ),
);
/** Letters of the longest heading, and some signs. */
export const LONGEST_MARGIN_HEADING = 45;

/** Whether a text is the heading of a box about other stories: «Көп оқылған», «Последние новости:». */
export function isMarginHeading(text: string): boolean {
  return text.length <= LONGEST_MARGIN_HEADING && HEADINGS.has(text.toLowerCase().replace(/[\s:»>.…]+$/u, ''));
}
