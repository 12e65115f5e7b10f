import { pageTitle } from './page-title.js';
import type { PageTree } from './page-tree.js';
import type { Reading } from './reading.js';

/** What tells how a page orders the figures of its dates. */
export type OrderSigns = Pick<Reading, 'tree' | 'address' | 'engine'>;
/** Which figure of `3/9/2021` comes first. */
export type SlashOrder = 'day' | 'month';

/** `3/9/2021` */
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:19|20)\d{2}(?![\d/])/g;
const LONGEST = 200;
const MONTHS = 12;
/** Countries where the month stands first, and zones that belong to nobody's habit. */
const MONTH_ZONE = /\.(?:us|gov|mil|edu)$/;
const COUNTRY_ZONE = /\.(?!(?:ai|ca|cc|co|eu|fm|gg|io|ly|me|ph|pr|tv|us|vi|ws)$)[a-z]{2}$/;
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]/u;

const known = new WeakMap<PageTree, SlashOrder | 'unknown'>();

/** The order of day and month on a page, by its other dates, its language and its country; null where they do not tell. */
export function slashOrder(signs: OrderSigns): SlashOrder | null {
  const order = known.get(signs.tree) ?? byDates(signs.tree) ?? byLanguage(signs) ?? 'unknown';
  known.set(signs.tree, order);
  return order === 'unknown' ? null : order;
}

/** Where one of the figures is more than twelve, it is a day. */
function byDates(tree: PageTree): SlashOrder | null {
  let [dayFirst, monthFirst] = [false, false];
  for (const node of tree.figureNodes) {
    const text = tree.trimmedTextOf(node);
    if (text.length > LONGEST || !text.includes('/')) continue;
    for (const [, first, second] of text.matchAll(SLASHED)) {
      dayFirst ||= Number(first) > MONTHS;
      monthFirst ||= Number(second) > MONTHS;
    }
  }
  return dayFirst === monthFirst ? null : dayFirst ? 'day' : 'month';
}

function byLanguage({ tree, address, engine }: OrderSigns): SlashOrder | null {
  const locale = tree.find('meta[property="og:locale"]')[0]?.attribute('content') ?? '';
  const lang = tree.find('html')[0]?.attribute('lang') ?? '';
  // «en» and «en_GB»: the one that names a country says more.
  const named = (lang.length > 2 || !locale.startsWith(lang) ? lang : locale).toLowerCase().replace('_', '-');
  // Themes keep the language they were made in.
  if (engine === 'dle' || OTHER_SCRIPT.test(pageTitle(tree))) return 'day';
  if (named === 'en-us') return 'month';
  if (named !== '' && !/^en(?:-ca|-ph)?$/.test(named)) return 'day';
  const host = address.host ?? '';
  return MONTH_ZONE.test(host) ? 'month' : COUNTRY_ZONE.test(host) ? 'day' : null;
}
