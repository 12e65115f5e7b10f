import type { Needs } from './attribution-cues.js';
import { coarseKey } from './attribution-words.js';

const keysOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(coarseKey));

/** «деп …» */
export const SAY = keysOf('деп дея');
/** What an outlet or an office does when it passes news on. */
export const REPORT = keysOf(
  `хабарлайды хабарлады хабарлаған хабарлап хабарлауда жазады жазды жазған мәлімдеді мәлімдейді мәлімдеген жеткізді жеткізеді таратты таратқан баяндайды мәлімет ақпарат ескертті ескертеді
   айтты айтады түсіндірді түсіндіреді жариялады жариялаған кабарлайт кабарлады билдирди билдирет жазат жазган маалымдады маалымдайт маалымдаган`,
);
/** The passive: the body stands in the locative before it. */
export const REPORTED = keysOf(
  'айтылған айтылды айтылады жарияланған жарияланды делінген делінді жазылған жазылды көрсетілген хабарланды хабарланған хабарлады мәлімдеді хабарлайды жазды айтты',
);
/** The passive in one word, before its body. */
export const SAID = keysOf('делінген делінді');
/** Where the report stands: «сайтында», «хабарламасында». */
export const PLACES = keysOf(
  'сайтында порталында хабарламасында мәлімдемесінде парақшасында арнасында хабарында ақпаратында telegram-арнасында хабарлауында ақпаратта мәліметте хабарламада релизінде баспасөз-релизінде таратқан жариялаған',
);
/** One word after the body that says it is the source. */
export const ACCORDING = withApostrophes(
  `мәліметінше мәліметтерінше дерегінше деректерінше хабарлауынша ақпаратынша ақпараттарынша мәлімдеуінше жазуынша болжамынша болжауынша есебінше хабарлағандай жазғандай мәлімдегендей билдиргендей кабарлагандай маалымдагандай
   хабарлауларынша айтуынша`,
);
/** A noun after the body that wants a word after itself: «дерегі бойынша», «ақпаратына сәйкес». */
export const REPORTS = keysOf(
  `мәліметі мәліметтері дерегі деректері ақпараты ақпараттары хабарламасы хабары болжамы есебі статистикасы мәлімдемесі мәліметіне мәліметтеріне дерегіне деректеріне ақпаратына ақпараттарына
   хабарламасына хабарына болжамына болжамдарына есебіне мәлімдемесіне хабарлауы хабарлауына жазуы жазуына айтуы мәлімет мәліметтер ақпарат дерек деректер ақпаратқа мәліметке мәліметтерге деректерге дерекке маалыматы маалыматына маалыматка билдирүүсү билдирүүсүнө`,
);
export const AFTER_REPORTS = keysOf(
  'бойынша сәйкес сүйенсек сүйеніп сүйене қарағанда негізделіп ылайык боюнча караганда',
);
/** «X-тен хабарлады»: of all that bodies do, what they tell to everybody. */
export const TELL = keysOf('хабарлады хабарлайды хабарлаған мәлімдеді мәлімдейді жеткізді таратты түсіндірді ескертті');
/** «мәлім болғандай», «белгілі болды», «мәлім етті». */
export const KNOWN = keysOf('мәлім белгілі');
export const MADE_KNOWN = keysOf('болғандай болды болған болғанындай етті еткендей етілді');
/** «X-тен алынған мәлімет бойынша». */
export const GIVEN_FROM = keysOf('алынған түскен келген берілген');
export const OFFICIAL = keysOf('ресми өзінің өз арнайы');
/** «таратқан мәліметке сәйкес»: stands between the body and its report. */
export const GIVEN = keysOf('берген таратқан ұсынған жариялаған жарияланған келтірген жолдаған таркаткан');
export const REFER = keysOf('сілтеме шилтеме');
export const REFER_VERB = keysOf('жасап жасай жасаған жасады жасады-да кылып жасоо');
export const LEAN = keysOf('сүйеніп сүйене таянып');
/** «Бұл туралы …» */
export const THIS = keysOf('бұл ол осы бул мұндай аталған жаңалық оқиға');
/** «Жаңалықты X таратты.» */
export const NEWS = keysOf('жаңалықты ақпаратты хабарды хабарламаны мәліметті деректі мәлімдемені');
/** What a body does with news besides telling it: «Ақпаратты X ұсынды». */
export const GIVES = keysOf('ұсынды ұсынған берді берген келтірді келтіреді растады растаған жолдады бөлісті');
export const ABOUT = keysOf('туралы жөнінде жайлы жайында тууралуу тууралу жөнүндө');
/** Between two bodies: «ҚазАқпарат пен Хабар 24». */
export const JOINS = keysOf('және мен бен пен жана менен');
/** Words before or after a body that belong neither to it nor to anybody else. */
export const FILLERS = keysOf(
  `бүгін кеше биыл былтыр бізге енді сонымен қатар бірге сондай-ақ ал айта кетейік кету керек айтпақшы жалпы қазір алдымен өз өзінің ресми сайтында парақшасында арнасында telegram-арнасында facebook instagram
   telegram желісінде арқылы жұма сенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жексенбі күні таңертең түнде осылай осылайша деп бұл туралы жөнінде ақпарат отырып мәлімет берді жаңалық баспасөз-релизінде бұған дейін ақпараттық да де`,
);
export const TIME = keysOf(
  'жылы жыл күні айы айында қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан бойынша туралы үшін сәйкес мен пен бен мәліметтер',
);

/** With the spellings of 2017 («ma'limetins'e», «habarlay'yns'a»), whose sh and u are an s and a y with an apostrophe. */
function withApostrophes(text: string): ReadonlySet<string> {
  const keys = [...keysOf(text)];
  return new Set([...keys, ...keys.map((key) => key.replaceAll('sh', 's').replaceAll('auy', 'ayy'))]);
}

/** What tells that something is passed on. */
export const TOLD: ReadonlySet<string> = new Set([...REPORT, ...REPORTED, ...KNOWN]);

/** What the rules of the grammar cannot do without, in their order. */
export const KAZAKH_NEEDS: Needs = [
  [SAID],
  [SAY, TOLD],
  [REFER, REPORT],
  [LEAN, REPORT],
  [NEWS, TOLD],
  [NEWS, GIVES],
  [ABOUT, THIS, TOLD],
  [ACCORDING],
  [REPORTS, AFTER_REPORTS],
  [TELL],
  [KNOWN, MADE_KNOWN],
];
