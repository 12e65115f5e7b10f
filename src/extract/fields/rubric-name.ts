/** Names of rubrics that stand above every story of a site, lower case; one may be followed by the name of a place or a paper. */
const RUBRICS =
  `жаңалықтар|соңғы жаңалықтар|жаңалық|хабарлар|новости|новость|все новости|лента новостей|публикации|статьи|пресс-релизы|пресс-служба|события|новини|події|жаңылыктар|кабарлар|yangiliklar|янгиликлар
  |news|latest news|news article|news details|article|articles|blog|press release|press releases|media releases|stories|local news
  |aktuelles|nachrichten|neuigkeiten|meldungen|pressemitteilung|pressemitteilungen|presse|actualité|actualités|actu|actus|à la une|communiqué|communiqués|communiqué de presse|noticia|noticias|actualidad|nota de prensa|notas de prensa|notícia|notícias|comunicado|comunicados
  |notizie|notizia|news e comunicati|attualità|cronaca|comunicati stampa|haber|haberler|duyurular|haber detay|nieuws|nyheter|nyheder|uutiset|aktualności|aktuality|știri|vijesti|вести|vesti|новини
  |أخبار|الأخبار|اخبار|新闻|新闻中心|新闻动态|ニュース|お知らせ|뉴스`
    .split(/\s*\|\s*/u)
    .filter((name) => name !== '');
const NAMES: ReadonlySet<string> = new Set(RUBRICS);
const LONGEST = 50;
/** Words behind a rubric that say whose it is: «Новости Сосновска». */
const MOST_BEHIND = 2;

/** Whether a text is the name of a rubric: «Новости», «Aktuelles», «Новости района». */
export function isRubricName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = text.toLowerCase().trim();
  if (NAMES.has(plain)) return true;
  const [first = '', ...behind] = plain.split(' ');
  return first.length > 3 && behind.length <= MOST_BEHIND && NAMES.has(first);
}
