import type { Anchor } from './anchor.js';
import type { Line } from './lines.js';
import type { PageView } from './page-view.js';
import type { Story } from './story.js';
import { isHeading, withoutRelated } from './tail.js';
import { isProse, longestDatedList, readRuns } from './text-runs.js';

/** The end of a lead that a list cuts. */
const CUT = /(?:\.{3,}|…)(?:\s*(?:толығырақ|подробнее|оқу|читать далее|далее|read more|tolyǵyraq)\s*»?)?$/iu;
const PAGER =
  /^(?:(?:алдыңғы|артқа|назад|келесі|вперед|вперёд|кийинки|prev|next|«|»|‹|›|<|>)\s+)?(?:\d{1,4}\s+){2,15}(?:(?:\.{3}|…)\s*)?(?:\d{1,4}\s*)?(?:алға|келесі|вперед|вперёд|next|»|›|>)?$/iu;
const MORE =
  /^(?:толығырақ|подробнее|толық оқу|читать далее|читать дальше|оқу|read more|далее|tolyǵyraq)(?:\s*[.…»→>]+)?$/iu;
const LONG = 60;
const FEWEST_ITEMS = 3;
/** Where all that is long is cut, two will do. */
const FEWEST_CUT = 2;
/** Headlines and nothing else: lines that end no sentence. */
const FEWEST_TITLES = 5;
const FEWEST_DATED = 4;
/** Paragraphs of a lead. */
const MOST_OF_LEAD = 2;
const TITLE = /^(?=.{15,200}$)\p{Lu}.*[\p{L}\d»"]$/u;
/** Headings of a search. Lower case. */
const SEARCH =
  /^(?:іздеу нәтиже(?:сі|лері)|сайттан іздеу|сайт бойынша іздеу|поиск по сайту|результаты поиска|поиск|издөө жыйынтыктары|изде[өо]|qidiruv natijalari|қидирув натижалари|search results|search)(?:\s*[:«"“].{0,120})?$/iu;

/** What the lines of a page show of a list of stories. */
interface ListSigns {
  /** Long lines that end with «...». */
  readonly cut: number;
  /** Long lines that are whole. */
  readonly whole: number;
  /** Invitations to read on. */
  readonly more: number;
  /** Lines with a date and counters. */
  readonly footers: number;
  readonly pager: boolean;
}

/** Whether the headline is that of a search. A story has a breadcrumb that repeats its headline, and a date. */
export function isSearch({ headline, facts }: Story, anchor: Anchor | null): boolean {
  const dated = facts.below.date !== null || facts.above.date !== null;
  return headline !== null && SEARCH.test(headline.text) && !(dated && anchor?.rule === 'breadcrumb-echo');
}

/**
 * Whether a page is a list of stories: at least three cut leads, invitations to read on, or a pager, and more of
 * them than whole paragraphs. Below a breadcrumb that repeats the headline it takes more: a story may like «...».
 */
export function isListing({ lines: all, anchor, margin, story }: PageView): boolean {
  if (areParted(all) || isDatedList(all)) return true;
  const { lines, footers } = partOfPage(margin.story, story);
  const signs = signsOf(lines, footers);
  if (anchor?.rule === 'breadcrumb-echo')
    return isCategory(
      signs,
      lines.filter((line) => line !== story.headline?.line),
    );
  const { cut, whole } = signs;
  if (cut >= FEWEST_ITEMS && cut > whole) return true;
  const items = itemsOf(signs);
  if (cut >= FEWEST_CUT && whole === 0 && items >= FEWEST_CUT) return true;
  if (items === 0 && lines.length >= FEWEST_TITLES && lines.every(({ text }) => TITLE.test(text))) return true;
  return items >= FEWEST_ITEMS && whole <= 2 * items;
}

/** Whether all running text stands in short pieces, the titles and days of other stories between them. */
function areParted(lines: readonly Line[]): boolean {
  const [first, ...more] = readRuns(lines, 0);
  if (first === undefined) return false;
  // What stands below the next heading of a box is told beside a story.
  const box = lines.findIndex(({ text }, index) => index > first.start && isHeading(text));
  const runs = [first, ...more.filter(({ start }) => box === -1 || start < box)];
  return runs.length >= FEWEST_ITEMS && runs.every(({ count }) => count <= MOST_OF_LEAD);
}

/** The lines that tell what a page is: those of the story where it has whole paragraphs, else all. */
function partOfPage(
  lines: readonly Line[],
  story: Story,
): { readonly lines: readonly Line[]; readonly footers: number } {
  const own = withoutRelated(lines);
  const whole = own.filter(({ text }) => isProse(text)).length;
  return whole > 0 && own.length < lines.length
    ? { lines: own, footers: story.footers }
    : { lines, footers: story.allFooters };
}

/** Whether lines hold titles and days, and no running text. */
export function isDatedList(lines: readonly Line[]): boolean {
  return !lines.some(({ text }) => isProse(text)) && longestDatedList(lines) >= FEWEST_DATED;
}

/** Whether lines hold the cut leads of several stories. */
export function isCutList(lines: readonly Line[]): boolean {
  return lines.filter(({ text }) => text.length >= LONG && CUT.test(text)).length >= FEWEST_CUT;
}

/** A category begins with the lead of its first story, a story with a whole paragraph. */
function isCategory(signs: ListSigns, lines: readonly Line[]): boolean {
  const first = lines.find((line) => line.text.length >= LONG);
  const opensCut = first !== undefined && CUT.test(first.text);
  return opensCut && itemsOf(signs) >= FEWEST_CUT && signs.cut > signs.whole;
}

function itemsOf({ more, footers, pager, cut }: ListSigns): number {
  return Math.max(more, footers, pager ? cut : 0);
}

function signsOf(lines: readonly Line[], footers: number): ListSigns {
  const long = lines.filter(({ text }) => text.length >= LONG);
  const cut = long.filter(({ text }) => CUT.test(text)).length;
  return {
    cut,
    whole: long.length - cut,
    more: lines.filter(({ text }) => MORE.test(text)).length,
    footers,
    pager: lines.some(({ text }) => text.length < 100 && PAGER.test(text)),
  };
}
