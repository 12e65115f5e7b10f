import type { PageKind } from '../../model/page.js';
import { readIssueLabel } from '../fields/issue-label.js';
import { isStandingHeadline } from '../fields/standing-page.js';
import { headlineKey } from '../text/same-text.js';
import { parseAddress } from './address-shape.js';
import { textIn } from './folded-text.js';
import { mainText, SHORT_STORY, storyHeadings, storyItems, storyLinks } from './listed-stories.js';
import { pageTitle } from './page-title.js';
import type { PageElement } from './page-tree.js';
import type { Reading } from './reading.js';
import { isIssueArchive, isSection } from './section-page.js';
import type { StorySigns } from './story-signs.js';

/** What a page is, and what of that kind. */
export interface PageClass {
  readonly kind: PageKind;
  readonly detail: string | null;
}

const CAPTCHA =
  /captcha|just a moment|attention required|checking your browser|ddos[- ]?guard|проверка (?:браузера|вашего браузера|безопасности)|(?:вы|я) не робот|символы с картинки|робот емес(?:пін|сіз)|verify you are human|are you a robot/i;
const ERROR_TITLE =
  /(?:^|\D)(?:40[0134]|410|50[0-4])(?:\D|$).{0,40}(?:not found|error|forbidden|ошибка|қате|gateway|не найден|табылмады|unavailable)|^(?:error )?(?:40[034]|410|50[0-4])(?: |$)|(?:страница|публикация|запрошенная страница) не (?:найдена|существует)|page not found|^not found|seite (?:wurde )?nicht gefunden|sayfa bulunamadı|nie znaleziono strony|strona nie istnieje|página no encontrada|page (?:introuvable|non trouvée)|pagina non trovata|бет табылмады|парақ(?:ша)? табылмады|беті табылмады|bet tabylmady|بەت تابىلمادى|барак(?:ча)? табылган жок|sahifa topilmadi|саҳифа топилмади|сторінк[аиу] не (?:знайден[аоу]|існує)|access denied|forbidden|bad gateway|service unavailable|database connection|account suspended|доступ запрещ[её]н/i;
/** A title or a headline that is nothing but the code. */
const ERROR_CODE = /^(?:error|ошибка|қате)?\s*(?:40[0134]|410|50[0-4])\s*(?:error|ошибка|қате|қателік)?$/iu;
const ERROR_TEXT =
  /по данному адресу публикаций на сайте не найдено|либо у вас нет доступа для просмотра|данная страница для вас не доступна|обнаружена ошибка|назар аударыңыз, қате|nazar a[uýúw]dary[nńñŋ]y[zs], qate|نازار اۋدارىڭىز، قاتە|увага, виявлен[ао] помилк|diqqat, xato|көңүл буруңуз, ката|(?:көруге|кіруге) (?:рұқсат|құқы)\p{L}{0,8} жоқ|запрашиваемая страница не найдена|мұндай бет (?:жоқ|табылмады)|бұл мекенжай бойынша .{0,60}табылмады|mysql (?:error|fatal)|(?:fatal|parse) error\s?: [\s\S]{0,400} on line \d|сайт (?:временно )?(?:недоступен|отключ[её]н)|ошибка 404|404 not found|сайт(?:та|ымыз)? (?:уақытша )?(?:жұмыс істемейді|қолжетімсіз)|техникалық жұмыстар жүргізіл|сайт на реконструкции|ведутся технические работы|nothing was found at this location|access denied for user|error connecting to (?:the )?(?:database|mysql)|страница (?:была )?удалена|(?:бет|парақша) (?:өшірілген|жойылған)|такой страницы нет/iu;
const NO_RESULTS =
  /по запросу .{0,80}ничего не найдено|поиск по сайту не дал никаких результатов|по вашему запросу .{0,80}не найдено|ештеңе табылмады|nothing found for/i;
const SEARCH =
  /поиск по сайту|результаты поиска|іздеу нәтиже|сайттан іздеу|search results|результати пошуку|издөө жыйынты|qidiruv natija|arama sonuç|suchergebnis|wyniki wyszukiwania|resultados de (?:la )?b[uú]s|résultats de (?:la )?recherche|risultati della ricerca/i;
const USER_TEXT =
  /(?:^|\s)(?:пользователь: |дата регистрации|последнее посещение|количество публикаций|тіркелген күні|соңғы кіру|жарияланым(?:дар)? саны)/i;
const LATEST_COMMENTS = /последние комментарии|соңғы пікірлер|latest comments/i;
const FEEDS: ReadonlySet<string> = new Set(['rss', 'feed', 'urlset', 'sitemapindex', 'rdf:rdf']);
/** Boxes in which the engine puts its messages. */
const MESSAGES =
  '#dle-content > .berrors, #dle-content > .alert, #dle-content > .message, #dle-content .berrors, .message_error, .alert_error';
const USER = '#userinfo, .userinfo, .user_profile, .user-profile, .profile_top, .user_prof';
const FULL_STORY =
  '.fullstory, .full-story, .full_story, #dle-comments-list, #dlemasscomments, #dle-comments-form, .addcomments, #dle-ajax-comments, .addcomment';
const PAGER =
  '.navigation .pages, .pages-numbers, .page_next, .page_prev, .page_nav, .pagination, .nav-links .page-numbers, .wp-pagenavi, .bottom-nav .navigation';
const PRINT_TITLE =
  /версия для печати|басып шығару нұсқасы|баспа нұсқасы|басып шығаруға|print version|printable version|printer[- ]friendly/i;
/** A page to print leads back, or prints itself, and has no menu. */
const PRINT_LINKS = 'a[href^="javascript:history"], a[href^="javascript:window.print"], body[onload*="print("]';
const MOST_PRINT_LINKS = 8;
/** WordPress says in the class of `body` what a page is. */
const WORDPRESS: readonly (readonly [RegExp, PageClass])[] = [
  [/ error404 /, { kind: 'error', detail: null }],
  [/ search(?:-results|-no-results)? /, { kind: 'listing', detail: 'search' }],
  [/ category /, { kind: 'listing', detail: 'category' }],
  [/ tag /, { kind: 'listing', detail: 'tag' }],
  [/ author /, { kind: 'listing', detail: 'user' }],
  [/ date /, { kind: 'listing', detail: 'day' }],
  [/ (?:archive|tax-\S+|post-type-archive) /, { kind: 'listing', detail: 'category' }],
  [/ (?:home|blog) /, { kind: 'listing', detail: 'front' }],
];
const WORDPRESS_STORY = / (?:single|single-post|postid-\d+) /;
const WORDPRESS_PAGE = / (?:page-id-\d+|page-template\S*) /;
/** Forms of the engine for letters to the editor, new accounts and lost passwords. */
const FORMS =
  'form[name="sendmail"], form#sendmail, form[name="registration"], form[name="lostpassword"], form[name="entryform"]';
/** The link from the beginning of a story to all of it. */
const MORE =
  /^(?:толығырақ|(?:ары|әрі) қарай(?: оқу)?|толық оқу|подробнее|читать (?:далее|полностью)|далее|read more)[\s.…»>→]{0,5}$/iu;
/** Text that a page of an issue may hold beside its file. */
const ISSUE_TEXT = 400;
const SHORTEST = 140;
/** Links to stories of which a page without one of its own is a list. */
const FEWEST_LISTED = 3;
const FEWEST_IN_CATEGORY = 2;
/** `/madeniet/`, `/zanalyk/ruhaniyt/`: names only. */
const CATEGORY_PATH = /^(?:\/index\.php)?(?:\/[\p{L}\p{N}_-]{1,60}){1,3}\/?$/u;
/** `/kontakty.html`: a fixed page of the DataLife Engine; its stories have a number or a day in their address. */
const FIXED_PATH = /^\/[^/\d][^/]{0,60}\.html$/;
/** A fixed page of WordPress may as well be a long story. */
const LONG_PAGE = 3000;
const FILE_LINK =
  'a[href*=".pdf"], a[href*="do=download"], a[href*="download.php"], a[href*=".djvu"], iframe[src*=".pdf"], embed[src*=".pdf"], object[data*=".pdf"]';

/** Tells what a page is: a notice, a list, an issue, a fixed page, or a story. */
export function classifyPage(reading: Reading, signs: StorySigns): PageClass {
  return (
    readFeed(reading) ??
    readNotice(reading, signs) ??
    readIssue(reading, signs) ??
    readWordPress(reading, signs) ??
    readPrint(reading, signs) ??
    readList(reading, signs) ??
    readStatic(reading, signs) ??
    readStory(reading, signs)
  );
}

/** Whether the page is the print version of a story. */
export function isPrintPage({ tree, address }: Pick<Reading, 'tree' | 'address'>): boolean {
  const title = tree.find('title')[0];
  if (address.shape.detail === 'print' || (title !== undefined && PRINT_TITLE.test(textIn(tree, title)))) return true;
  return tree.find(PRINT_LINKS).length > 0 && tree.find('a').length <= MOST_PRINT_LINKS;
}

/** A feed or a map of the site is no page for readers. */
function readFeed({ tree }: Reading): PageClass | null {
  const [first] = tree.elements();
  return first !== undefined && FEEDS.has(first.tag) ? { kind: 'other', detail: null } : null;
}

/** A page that only says that something went wrong is short, and no story stands on it. */
function readNotice(reading: Reading, signs: StorySigns): PageClass | null {
  const title = pageTitle(reading.tree);
  const content = mainText(reading);
  const isShort = signs.bodyLength < 1500 || content.length < 1500;
  if (CAPTCHA.test(title) && isShort) return { kind: 'error', detail: 'captcha' };
  // A story with its date and counters may speak of an error.
  const isNotice = isShort && !(signs.hasDate && signs.hasCounters);
  if (isNotice && NO_RESULTS.test(content)) return { kind: 'listing', detail: 'search' };
  if (isNotice && ERROR_TEXT.test(content)) return { kind: 'error', detail: null };
  const isMessage =
    isNotice &&
    signs.bodyLength < 600 &&
    reading.tree.find(MESSAGES).length > 0 &&
    !hasFullStory(reading) &&
    countOfStories(reading, signs.body) === 0;
  if (isMessage) return { kind: 'error', detail: null };
  const isError = ERROR_TITLE.test(title) || (signs.headline !== null && ERROR_TITLE.test(signs.headline));
  const isCode = ERROR_CODE.test(title) || ERROR_CODE.test(signs.headline ?? '');
  if (isError && (isCode || !signs.hasDate) && signs.bodyLength < 800) return { kind: 'error', detail: null };
  return signs.bodyLength < 400 && !signs.hasDate && /captcha|cf-challenge|challenge-form/.test(controlNames(reading))
    ? { kind: 'error', detail: 'captcha' }
    : null;
}

function readIssue({ tree }: Reading, signs: StorySigns): PageClass | null {
  if (signs.headline === null || readIssueLabel(signs.headline) === null) return null;
  const holdsFile = tree.find(FILE_LINK).length > 0;
  return signs.bodyLength < (holdsFile ? ISSUE_TEXT : ISSUE_TEXT / 4) ? { kind: 'issue', detail: null } : null;
}

function readWordPress(reading: Reading, signs: StorySigns): PageClass | null {
  const names = reading.tree.find('body')[0]?.names ?? '';
  if (reading.engine !== 'wordpress' || WORDPRESS_STORY.test(names)) return null;
  if (WORDPRESS_PAGE.test(names) && !/ (?:home|blog) /.test(names))
    return signs.bodyLength < LONG_PAGE ? { kind: 'static', detail: null } : null;
  return WORDPRESS.find(([pattern]) => pattern.test(names))?.[1] ?? null;
}

function readPrint(reading: Reading, { bodyLength }: StorySigns): PageClass | null {
  return bodyLength > 0 && isPrintPage(reading) ? { kind: 'article', detail: 'print' } : null;
}

function readList(reading: Reading, signs: StorySigns): PageClass | null {
  const { tree, address, data } = reading;
  const { kind, detail } = address.shape;
  if (kind === 'static') return null;
  const isOwnStory = kind === 'story' || hasFullStory(reading) || data.isStory;
  if (kind === 'listing' && !(data.isStory && signs.bodyLength > 1000)) return { kind: 'listing', detail };
  const named = isOnlyStory(reading, signs) ? 0 : shortStories(reading).length;
  if (!isOwnStory && isUserPage(reading, signs)) return { kind: 'listing', detail: 'user' };
  if (kind !== 'story' && isCommentList(reading, signs)) return { kind: 'listing', detail: 'comments' };
  if (!isOwnStory && SEARCH.test(signs.headline ?? '')) return { kind: 'listing', detail: 'search' };
  const stories = Math.max(named, storyHeadings(reading, signs.body), isOwnStory ? 0 : storyItems(reading, signs));
  const hasPager = tree.find(PAGER).length > 0;
  if (!isOwnStory && isTeaser(reading, signs)) return { kind: 'listing', detail: detail ?? listDetail(reading) };
  // Plug-ins call sections articles too.
  const isTyped = isOnlyTyped(reading) && kind !== 'story' && stories >= FEWEST_LISTED;
  if (
    (!isOwnStory &&
      (isCategory(reading, signs) || isSection(reading, signs) || isIssueArchive(reading, signs.bodyLength))) ||
    (isTyped && isSection(reading, signs))
  )
    return { kind: 'listing', detail: 'category' };
  if (isOwnStory || !(named > 0 || stories >= 3 || (stories > 0 && hasPager)))
    return kind === 'front' && signs.bodyLength < 3000 && !data.isStory && tree.find('a').length > 0
      ? { kind: 'listing', detail: 'front' }
      : null;
  return { kind: 'listing', detail: detail ?? listDetail(reading) };
}

/** Whether nothing but `og:type` says that the page is a story: no headline and no day are told programs. */
function isOnlyTyped({ data }: Reading): boolean {
  return data.isStory && data.headline === null && data.datePublished === null && data.dateMetaPublished === null;
}

/** One story in a list, on a page without an address: it links to the story, and prints no headline of its own or «Толығырақ». */
function isTeaser(reading: Reading, { headline, isPrinted }: StorySigns): boolean {
  const { tree, address } = reading;
  if (address.page !== null || storyLinks(reading) === 0) return false;
  if (!isPrinted) return true;
  if (headlineKey(pageTitle(tree)).includes(headlineKey(headline ?? ''))) return false;
  return leadsOn(reading);
}

/** The one story of a page, under the name that themes give to a story in a list: the window bears its headline, and nothing leads on to the rest of it. */
function isOnlyStory(reading: Reading, { headline, isPrinted, bodyLength }: StorySigns): boolean {
  if (headline === null || !isPrinted || bodyLength === 0 || shortStories(reading).length !== 1) return false;
  return headlineKey(pageTitle(reading.tree)).includes(headlineKey(headline)) && !leadsOn(reading);
}

function shortStories({ tree, zones }: Reading): readonly PageElement[] {
  return tree.find(SHORT_STORY).filter((element) => zones.zoneOf(element) !== 'around');
}

/** Whether a link of the main part invites to read on. */
function leadsOn({ tree, zones }: Reading): boolean {
  return tree.find('a').some((link) => zones.zoneOf(link) === 'main' && MORE.test(textIn(tree, link)));
}

/** An address of names only, and links to stories without a word about them: a wall of covers. */
function isCategory(reading: Reading, { bodyLength }: StorySigns): boolean {
  const path = parseAddress(reading.address.page)?.pathname ?? '';
  if (reading.engine !== 'dle' || bodyLength > SHORTEST || !CATEGORY_PATH.test(path)) return false;
  return storyLinks(reading, 0) >= FEWEST_IN_CATEGORY;
}

/** The page of an account says when it was opened, and how much it has published. */
function isUserPage(reading: Reading, { bodyLength }: StorySigns): boolean {
  if (reading.tree.find(USER).length > 0) return true;
  return reading.engine === 'dle' && bodyLength < 800 && USER_TEXT.test(mainText(reading));
}

/** Comments of many stories on one page. */
function isCommentList(reading: Reading, { comments, bodyLength }: StorySigns): boolean {
  if (comments === 0 || reading.tree.find('.fullstory').length > 0) return false;
  return bodyLength < 40 || LATEST_COMMENTS.test(pageTitle(reading.tree));
}

/** Marks of a whole story with room for comments; a list of the latest comments has them as well, without a story. */
function hasFullStory({ tree, engine }: Reading): boolean {
  return engine === 'dle' && tree.find(FULL_STORY).length > 0;
}

/** Stories that a page lists, by the names of its items or their headings. */
function countOfStories(reading: Reading, body: PageElement | null): number {
  return Math.max(shortStories(reading).length, storyHeadings(reading, body));
}

function listDetail(reading: Reading): string | null {
  const title = pageTitle(reading.tree);
  if (SEARCH.test(title) || reading.tree.find('#searchtable, #fullsearch, #searchsuggestions').length > 0)
    return 'search';
  const { page, shape } = reading.address;
  return shape.detail ?? (CATEGORY_PATH.test(parseAddress(page)?.pathname ?? '') ? 'category' : null);
}

/** A fixed page of the DataLife Engine has text, and neither date nor counters nor room for comments. */
function readStatic(reading: Reading, signs: StorySigns): PageClass | null {
  const { engine, address, data } = reading;
  if (address.shape.kind === 'static') return { kind: 'static', detail: null };
  if (isFixed(reading, signs)) return { kind: 'static', detail: null };
  const isForm = engine === 'dle' && signs.bodyLength < SHORTEST && reading.tree.find(FORMS).length > 0;
  if (isForm && !hasFullStory(reading)) return { kind: 'static', detail: null };
  if (engine !== 'dle' || address.shape.kind === 'story' || hasFullStory(reading) || data.isStory) return null;
  if (signs.hasDate || signs.hasCounters || signs.bodyLength === 0 || storyLinks(reading) >= FEWEST_LISTED) return null;
  return reading.tree.find('#dle-content').length > 0 ? { kind: 'static', detail: null } : null;
}

/** A page with the headline, or on this engine the address, of one that stands for good, and without counters. */
function isFixed(reading: Reading, { headline, hasCounters }: StorySigns): boolean {
  const { engine, address, data } = reading;
  if (hasCounters || address.shape.kind === 'story' || data.isStory || hasFullStory(reading)) return false;
  if (isStandingHeadline(headline ?? '')) return true;
  return engine === 'dle' && FIXED_PATH.test(parseAddress(address.page)?.pathname ?? '');
}

function readStory(reading: Reading, signs: StorySigns): PageClass {
  const { address, data } = reading;
  const isMarked = data.isStory || hasFullStory(reading) || address.shape.kind === 'story' || signs.hasDate;
  const isStory = signs.headline !== null && signs.bodyLength > 0 && (isMarked || signs.bodyLength >= SHORTEST);
  if (isStory || isNamelessStory(reading, signs)) return { kind: 'article', detail: address.shape.detail };
  const isList = address.shape.kind !== 'story' && !data.isStory && storyLinks(reading) >= FEWEST_LISTED;
  return isList ? { kind: 'listing', detail: listDetail(reading) } : { kind: 'other', detail: null };
}

/** A dated text at an address of its own, whose headline nothing tells: the title is the name of the paper, and no line looks like one. */
function isNamelessStory(reading: Reading, { headline, hasDate, bodyLength }: StorySigns): boolean {
  const path = parseAddress(reading.address.page)?.pathname ?? '/';
  const isText = headline === null && hasDate && bodyLength * 2 >= SHORTEST;
  return isText && path !== '/' && reading.address.shape.kind !== 'front' && storyLinks(reading) < FEWEST_LISTED;
}

function controlNames({ tree }: Reading): string {
  return tree
    .find('form, div, iframe')
    .slice(0, 200)
    .map(({ names, attributes }) => `${names} ${attributes.src ?? ''}`)
    .join(' ');
}
