import type { PageKind } from '../../model/page.js';
import { isStandingHeadline } from '../fields/standing-page.js';
import type { Anchor } from './anchor.js';
import { readIssuePage } from './issue-page.js';
import type { Line } from './lines.js';
import { isCutList, isDatedList, isListing, isSearch } from './listing.js';
import { menuEnd } from './menu.js';
import type { PageView } from './page-view.js';
import type { Story } from './story.js';
import { isHeading, withoutRelated } from './tail.js';
import { isProse, readRuns } from './text-runs.js';

/** What a page is. */
export interface KindOfPage {
  readonly kind: PageKind;
  readonly detail: string | null;
}

/** A page that says only that something went wrong is short. */
const LONGEST_ERROR = 1_200;
const LONGEST_TITLE = 120;
const SHORT_TITLE = 40;
const CAPTCHA =
  /captcha|мен робот емеспін|я не робот|i'?m not a robot|checking your browser|just a moment\.\.\.|verify you are human|ddos-guard|проверка браузера|проверяем ваш браузер/iu;
const ERROR =
  /(?:^|\D)(?:400|401|403|404|410|500|502|503|504)(?:\D.{0,30})?(?:not found|error|forbidden|bad gateway|unavailable|ошибка|қате|қателік|страница|бет|табылмады|unauthorized|gone|gateway)|(?:not found|error|ошибка|қате|қателік)\D{0,10}(?:400|403|404|410|500|502|503|504)|бет табылмады|парақша табылмады|bet tabylmady|بەت تابىلمادى|барак(?:ча)? табылган жок|sahifa topilmadi|саҳифа топилмади|сторінк[аиу] не (?:знайден[аоу]|існує)|страница не найдена|страница не существует|page not found|бұл бет жоқ|обнаружена ошибка|қате табылды|назар аударыңыз, қате|nazar a[uýúw]dary[nńñŋ]y[zs], qate|نازار اۋدارىڭىز، قاتە|увага, виявлен[ао] помилк|diqqat, xato|көңүл буруңуз, ката|данная страница для вас не доступна|сайт временно недоступен|сайт уақытша жұмыс істемейді|bet tabylmady|service unavailable|bad gateway|access denied|доступ запрещ[её]н|error establishing a database connection|mysql error/iu;
/** What the engine says of an address without a story. */
const NOT_FOUND =
  /^\P{L}{0,3}(?:по данному адресу|бұл мекенжай|осы мекенжай|бул дарек|за цією адресою|ushbu manzil|bu manzil|запрашиваем\p{L}+ (?:страниц|публикаци|новост)\p{L}+|сұралған (?:бет|мақала|парақша)).{0,120}(?:не найден|табылмады|табылган жок|не знайден|topilmadi)/iu;
const LONGEST_NOTICE = 250;
/** A line this long is no heading. */
const LONG = 60;
/** Letters of a body that make a page without any other sign of a story one. */
const SHORTEST_STORY = 20;
const SENTENCE_END = /[.!?…»")]$/;
const WITHOUT_HEADLINE = 200;

/** Tells what a page is: a story, a list of stories, a print issue, a notice, or none of these. */
export function kindOf(view: PageView): KindOfPage {
  const { anchor, margin, story, address } = view;
  const echoed = anchor?.rule === 'breadcrumb-echo';
  const notice = echoed && isDated(story) ? null : readNotice(view, echoed);
  if (notice !== null) return notice;
  if (readIssuePage(story) !== null) return { kind: 'issue', detail: null };
  if (isSearch(story, anchor)) return { kind: 'listing', detail: 'search' };
  if (!echoed && isStanding(story) && story.footers === 0 && !isCutList(margin.story) && !isDatedList(view.lines))
    return { kind: 'static', detail: null };
  if (!echoed && standsBelow(view)) return { kind: 'static', detail: null };
  if (isListing(view) || (!echoed && address.kind === 'listing')) return { kind: 'listing', detail: address.detail };
  if ((!echoed && address.kind === 'static') || isStanding(story)) return { kind: 'static', detail: null };
  return hasStory(story, anchor) ? { kind: 'article', detail: address.detail } : { kind: 'other', detail: null };
}

/** A breadcrumb or a date makes any text a story; without them it takes a headline and a sentence. */
function hasStory(story: Story, anchor: Anchor | null): boolean {
  const { headline, body } = story;
  const length = body.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const dated = isDated(story);
  if (anchor?.rule === 'breadcrumb-echo' && dated) return true;
  if (anchor !== null || dated) return length > 0;
  if (headline === null) return body.paragraphs.length > 1 && length >= WITHOUT_HEADLINE;
  return length >= SHORTEST_STORY && body.paragraphs.some(({ text }) => SENTENCE_END.test(text) || text.length >= LONG);
}

function isDated({ facts }: Story): boolean {
  return [facts.below, facts.above].some(({ date, counters }) => date !== null || counters !== null);
}

/** Below the margin of a page that was written down whole: one of the usual headlines, and a sentence right below it. */
function standsBelow({ lines, anchor }: PageView): boolean {
  const menu = menuEnd(lines);
  if (anchor !== null || menu === 0 || isCutList(lines) || lines.some((line) => isProse(line.text))) return false;
  return lines.some(({ text }, index) => {
    if (index < menu || !isStandingHeadline(text) || isHeading(text) || isNeighbour(lines[index - 1], text))
      return false;
    const below = lines[index + 1]?.text ?? '';
    return SENTENCE_END.test(below) || (below.length >= SHORT_TITLE && below.includes(':'));
  });
}

/** Whether the line above is another entry of a menu at the foot of a page. */
function isNeighbour(above: Line | undefined, text: string): boolean {
  return above !== undefined && above.text !== text && isStandingHeadline(above.text);
}

/** A page that stands for good bears one of its usual headlines, and nobody dates it or counts its views. */
function isStanding(story: Story): boolean {
  const headline = story.headline?.text.replace(/^»[»\s]*/, '') ?? '';
  return !isDated(story) && isStandingHeadline(headline);
}

/**
 * Whether a text is the notice of an error or a test for robots, at its top or below the margin; null for any other
 * page. With a breadcrumb only the headline speaks for the page: a story may tell of an error.
 */
function readNotice({ lines, margin, story }: PageView, echoed: boolean): KindOfPage | null {
  const own = withoutRelated(margin.story);
  const runs = readRuns(
    lines.filter((line) => !isNoticeLine(line)),
    0,
  );
  if (runs.every(({ count }) => count === 1) && lines.some(isNoticeLine)) return { kind: 'error', detail: null };
  const text = own.map((line) => line.text).join('\n');
  if (text.length > LONGEST_ERROR) return null;
  if (CAPTCHA.test(text)) return { kind: 'error', detail: 'captcha' };
  const headline = story.headline === null ? [] : [story.headline.line];
  const top = echoed ? headline : [...lines.slice(0, 4), ...margin.story.slice(0, 4)];
  const titles = top.filter((line) => line.text.length <= LONGEST_TITLE);
  return titles.some((line) => ERROR.test(line.text)) ? { kind: 'error', detail: null } : null;
}

/** On a page without running text the notice may stand below its margin: a title, or the sentence of the engine. */
function isNoticeLine({ text }: Line): boolean {
  return (text.length <= SHORT_TITLE && ERROR.test(text)) || (text.length <= LONGEST_NOTICE && NOT_FOUND.test(text));
}
