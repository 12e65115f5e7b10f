import type { PageKind } from '../../model/page.js';
import type { AddressShape } from '../html/address-shape.js';
import type { Anchor } from './anchor.js';
import { readIssuePage } from './issue-page.js';
import type { Line } from './lines.js';
import type { Margin } from './margin.js';
import type { Story } from './story.js';

/** Everything that the lines of a page showed. */
export interface PageView {
  readonly lines: readonly Line[];
  readonly anchor: Anchor | null;
  readonly margin: Margin;
  readonly story: Story;
  readonly address: AddressShape;
}

/** What a page is. */
export interface KindOfPage {
  readonly kind: PageKind;
  readonly detail: string | null;
}

/** A page that says only that something went wrong is short. */
const LONGEST_ERROR = 1_200;
const LONGEST_TITLE = 120;
const CAPTCHA =
  /captcha|мен робот емеспін|я не робот|i'?m not a robot|checking your browser|just a moment\.\.\.|verify you are human|ddos-guard|проверка браузера|проверяем ваш браузер/iu;
const ERROR =
  /(?:^|\D)(?:400|401|403|404|410|500|502|503|504)(?:\D.{0,30})?(?:not found|error|forbidden|bad gateway|unavailable|ошибка|қате|қателік|страница|бет|табылмады|unauthorized|gone|gateway)|(?:not found|error|ошибка|қате|қателік)\D{0,10}(?:400|403|404|410|500|502|503|504)|бет табылмады|парақша табылмады|барак табылган жок|страница не найдена|страница не существует|page not found|бұл бет жоқ|обнаружена ошибка|қате табылды|данная страница для вас не доступна|сайт временно недоступен|сайт уақытша жұмыс істемейді|bet tabylmady|service unavailable|bad gateway|access denied|доступ запрещ[её]н|error establishing a database connection|mysql error/iu;
/** The end of a lead that a list cuts. */
const CUT = /(?:\.{3,}|…)(?:\s*(?:толығырақ|подробнее|оқу|читать далее|далее|read more|tolyǵyraq)\s*»?)?$/iu;
const PAGER =
  /^(?:(?:алдыңғы|артқа|назад|келесі|вперед|вперёд|кийинки|prev|next|«|»|‹|›|<|>)\s+)?(?:\d{1,4}\s+){2,15}(?:(?:\.{3}|…)\s*)?(?:\d{1,4}\s*)?(?:алға|келесі|вперед|вперёд|next|»|›|>)?$/iu;
const MORE =
  /^(?:толығырақ|подробнее|толық оқу|читать далее|читать дальше|оқу|read more|далее|tolyǵyraq)(?:\s*[.…»→>]+)?$/iu;
const LONG = 60;
const FEWEST_ITEMS = 3;
/** Headlines and nothing else: lines that end no sentence. */
const FEWEST_TITLES = 5;
const TITLE = /^(?=.{15,200}$)\p{Lu}.*[\p{L}\d»"]$/u;
/** Letters of a body that make a page without any other sign of a story one. */
const SHORTEST_STORY = 20;
const SENTENCE_END = /[.!?…»")]$/;
const WITHOUT_HEADLINE = 200;

/** Tells what a page is: a story, a list of stories, a print issue, a notice, or none of these. */
export function kindOf(view: PageView): KindOfPage {
  const { anchor, margin, story, address } = view;
  const echoed = anchor?.rule === 'breadcrumb-echo';
  const notice = echoed ? null : readNotice(view.lines);
  if (notice !== null) return notice;
  if (readIssuePage(story) !== null) return { kind: 'issue', detail: null };
  const isList = isListing(margin.story, story.footers);
  if (!echoed && (isList || address.kind === 'listing')) return { kind: 'listing', detail: address.detail };
  if (!echoed && address.kind === 'static') return { kind: 'static', detail: null };
  return hasStory(story, anchor) ? { kind: 'article', detail: address.detail } : { kind: 'other', detail: null };
}

/** A breadcrumb or a date makes any text a story; without them it takes a headline and a sentence. */
function hasStory({ headline, body, facts }: Story, anchor: Anchor | null): boolean {
  const length = body.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const dated = [facts.below, facts.above].some(({ date, counters }) => date !== null || counters !== null);
  if (anchor?.rule === 'breadcrumb-echo' && dated) return true;
  if (anchor !== null || dated) return length > 0;
  if (headline === null) return body.paragraphs.length > 1 && length >= WITHOUT_HEADLINE;
  return length >= SHORTEST_STORY && body.paragraphs.some(({ text }) => SENTENCE_END.test(text) || text.length >= LONG);
}

/** Whether a text is the notice of an error or a test for robots; null for any other page. */
function readNotice(lines: readonly Line[]): KindOfPage | null {
  const text = lines.map((line) => line.text).join('\n');
  if (text.length > LONGEST_ERROR) return null;
  if (CAPTCHA.test(text)) return { kind: 'error', detail: 'captcha' };
  const titles = lines.slice(0, 4).filter((line) => line.text.length <= LONGEST_TITLE);
  return titles.some((line) => ERROR.test(line.text)) ? { kind: 'error', detail: null } : null;
}

/**
 * Whether lines are a list of stories: at least three cut leads, invitations to read on, or a pager, and
 * more of them than whole paragraphs.
 */
function isListing(lines: readonly Line[], footers: number): boolean {
  const cut = lines.filter(({ text }) => text.length >= LONG && CUT.test(text)).length;
  const more = lines.filter(({ text }) => MORE.test(text)).length;
  const whole = lines.filter(({ text }) => text.length >= LONG && !CUT.test(text)).length;
  const pager = lines.some(({ text }) => text.length < 100 && PAGER.test(text));
  if (cut >= FEWEST_ITEMS && cut > whole) return true;
  const items = Math.max(more, footers, pager ? cut : 0);
  if (items === 0 && lines.length >= FEWEST_TITLES && lines.every(({ text }) => TITLE.test(text))) return true;
  return items >= FEWEST_ITEMS && whole <= 2 * items;
}
