import { phraseTest } from './phrases.js';

/** Headings of boxes about other stories: what is read most, came last, or is like this one. Lower case, without a colon. */
const KAZAKH = `көп оқылған|көп оқылғандар|көп оқылған жаңалықтар|ең көп оқылған|ең көп оқылғандар|танымал|танымал жаңалықтар|танымал мақалалар|топ жаңалықтар|соңғы жаңалықтар|жаңа мақалалар|соңғы мақалалар
  |ұқсас жаңалықтар|ұқсас мақалалар|осы тақырыпта|осы тақырып бойынша|осы айдарда|осы айдардан|тақырыпқа сай|тақырып бойынша|тағы да оқыңыз|тағы оқыңыз|оқи отырыңыз|өзге де жаңалықтар|өзге жаңалықтар|басқа жаңалықтар
  |басқа да жаңалықтар|басқа мақалалар|айдарлас жаңалықтар|күн жаңалықтары|апта жаңалықтары|ай жаңалықтары|жаңалықтар легі|жаңалықтар таспасы|жаңалықтар лентасы|апта үздіктері|оқырман таңдауы|тақырыпқа орай|байланысты жаңалықтар`;
const OTHERS = `самое читаемое|самые читаемые|популярное|популярные новости|популярные статьи|последние новости|свежие новости|новости дня|лента новостей|похожие новости|похожие материалы|похожие статьи|похожие публикации
  |другие новости|другие новости по теме|новости по теме|читайте также|читать также|по теме|ещё по теме|еще по теме|топ новостей|топ-5|топ-10|топ 5|топ 10|главные новости|рекомендуем|выбор читателей|самое популярное|материалы по теме|смотрите также|вам может быть интересно|другие материалы|другие статьи
  |көп окулган|көп окулгандар|эң көп окулган|эң көп окулгандар|акыркы жаңылыктар|окшош жаңылыктар|окшош макалалар|башка жаңылыктар|дагы окуңуз|тектеш жаңылыктар
  |ko‘p o‘qilgan|ko‘p o‘qilganlar|eng ko‘p o‘qilgan|so‘nggi yangiliklar|o‘xshash yangiliklar|mashhur yangiliklar|mavzuga oid|boshqa yangiliklar
  |кўп ўқилган|кўп ўқилганлар|сўнгги янгиликлар|ўхшаш янгиликлар|мавзуга оид|бошқа янгиликлар
  |схожі новини|читайте також|популярне|популярні новини|найпопулярніше|найпопулярніші|останні новини|інші новини|новини за темою|за темою
  |most read|most popular|popular posts|latest news|related news|related posts|recent posts|read also|more news|other news|more stories|related articles|related stories|you may also like|you might also like|recommended for you|trending now|don't miss|editors' picks|editor's picks|more on this story|more from this section|latest stories|top stories
  |mehr zum thema|weitere meldungen|weitere nachrichten|weitere artikel|weitere themen|meistgelesen|das könnte sie auch interessieren|auch interessant|ähnliche artikel|neueste artikel|neueste nachrichten|aktuelle meldungen
  |à lire aussi|lire aussi|sur le même sujet|les plus lus|articles similaires|articles récents|à lire également|dernières actualités|dans la même rubrique|vous aimerez aussi
  |noticias relacionadas|lo más leído|lo más visto|más noticias|te puede interesar|también te puede interesar|últimas noticias|artículos relacionados|notícias relacionadas|mais lidas|últimas notícias|leia também|leia mais|artigos relacionados|veja também
  |altre notizie|leggi anche|potrebbe interessarti|ti potrebbe interessare|articoli correlati|ultime notizie|le più lette|i più letti|notizie correlate|articoli recenti
  |ilgili haberler|çok okunanlar|son haberler|benzer haberler|diğer haberler|bunlar da ilginizi çekebilir|popüler haberler
  |читайте також|останні новини|популярні новини|схожі новини|інші новини|за темою|новини за темою|czytaj także|najczęściej czytane|powiązane artykuły|lees ook|meest gelezen|les også|läs också|læs også|lue myös|čtěte také|související články
  |أخبار ذات صلة|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضاً|الأكثر قراءة|آخر الأخبار|相关新闻|相关阅读|相关推荐|推荐阅读|热门文章|热点新闻|最新新闻|関連記事|関連ニュース|人気記事|アクセスランキング|新着記事|あわせて読みたい|おすすめ記事`;
/** What may stand behind such a heading. */
const MARKS = ' \u00a0\t\n:»>.…';
const isHeading = phraseTest(KAZAKH, OTHERS);
/** Letters of the longest heading, and some signs. */
export const LONGEST_MARGIN_HEADING = 45;

/** Whether a text is the heading of a box about other stories: «Көп оқылған», «Последние новости:». */
export function isMarginHeading(text: string): boolean {
  return text.length <= LONGEST_MARGIN_HEADING && isHeading(withoutMarks(text.toLowerCase()));
}

/** A pattern for what stands at an end would be tried at every space. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && MARKS.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
