import { readMonthName } from '../fields/month-names.js';
import { monthInAddress } from './address-date.js';
import type { Reading } from './reading.js';
import { type OrderSigns, type SlashOrder, slashOrder } from './slash-order.js';

/** `2020年4月17日`, `2020년 4월 17일`, `2020. 4. 17.` */
const YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})(?:[年년]|\. ) ?(\d{1,2})(?:[月월]|\. ) ?(\d{1,2})(?:[日일]|\.(?!\d))/u;
/** `2023 Jan 7`: the form of libraries. */
const NAME_SECOND = /(?<!\d)((?:19|20)\d{2}) (\p{L}{3,9})\.? (\d{1,2})(?!\d)/u;
/** `4/25/2025`, `3/9/2021`, and no part of `1/2/3/2021`. */
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})(?![\d/])/;
/** `25.04.24`: three figures of two digits. */
const SHORT_YEAR = /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.])/;

/** Months of two words and of two letters, as papers of the Levant call them. */
const LEVANTINE =
  /(?<![\u0600-\u06ff])(?:(?:كانون|تشرين) (?:ال)?(?:أول|اول|ثاني)|آب|شباط|آذار|نيسان|أيار|حزيران|تموز|أيلول|ايلول)(?![\u0600-\u06ff])/gu;
const MONTHS_OF_LEVANT: ReadonlyMap<string, string> = new Map(
  'كانون ثاني=يناير|شباط=فبراير|آذار=مارس|نيسان=أبريل|أيار=مايو|حزيران=يونيو|تموز=يوليو|آب=أغسطس|أيلول=سبتمبر|ايلول=سبتمبر|تشرين أول=أكتوبر|تشرين اول=أكتوبر|تشرين ثاني=نوفمبر|كانون أول=ديسمبر|كانون اول=ديسمبر'
    .split('|')
    .map((pair) => pair.split('=') as [string, string]),
);

/** A longer line may hold the figures of something else. */
const LONGEST_LINE = 60;
/** Where the day of the capture is not known, figures beyond are no year. */
const LATEST = '40';
const MONTHS = 12;
const DAY_FIRST = /^(?:kk|ru|ky|uz|uk|be|tt)(?:-|$)/i;

/** A text with the forms of dates that other languages print written as the reader of dates knows them. */
export function withKnownForms(reading: Pick<Reading, 'address' | 'engine' | 'tree' | 'today'>, text: string): string {
  if (!/\p{Nd}/u.test(text)) return text;
  return text
    .replace(LEVANTINE, (name) => MONTHS_OF_LEVANT.get(name.replace(' ال', ' ')) ?? name)
    .replace(YEAR_FIRST, '$1-$2-$3')
    .replace(NAME_SECOND, (whole, year: string, name: string, day: string) =>
      // «2013 жылғы 18 желтоқсан» names its month elsewhere.
      readMonthName(name) === null ? whole : `${day} ${name} ${year}`,
    )
    .replace(SLASHED, (whole, first: string, second: string, year: string) => {
      const order = orderOf(reading, first, second);
      // What may be either is none.
      return order === null ? '' : order === 'month' ? `${second}.${first}.${year}` : whole;
    })
    .replace(SHORT_YEAR, (whole, day: string, month: string, year: string) => {
      // Which of the figures is the year, the address tells.
      const full = monthInAddress(reading);
      if (full !== null && full.slice(2) === `${year}-${month}`) return `${day}.${month}.${full.slice(0, 4)}`;
      const isLast =
        text.length <= LONGEST_LINE && isDayFirst(reading) && year <= (reading.today?.slice(2, 4) ?? LATEST);
      return full === null && isLast ? `${day}.${month}.20${year}` : whole;
    });
}

/** Whether a text prints a day of which nobody can tell day and month apart: `3/9/2021` on an English page. */
export function isUndecided(reading: OrderSigns, text: string): boolean {
  const [, first, second] = (text.includes('/') ? SLASHED.exec(text) : null) ?? [];
  return first !== undefined && second !== undefined && orderOf(reading, first, second) === null;
}

/** Of two figures only the day can be more than twelve. */
function orderOf(reading: OrderSigns, first: string, second: string): SlashOrder | null {
  if (Number(first) > MONTHS || first === second) return 'day';
  return Number(second) > MONTHS ? 'month' : slashOrder(reading);
}

/** Languages, and the engine, that print the day first and the year last wherever they print three figures. */
function isDayFirst({ engine, tree }: Pick<Reading, 'engine' | 'tree'>): boolean {
  return engine === 'dle' || DAY_FIRST.test(tree.find('html')[0]?.attributes.lang ?? '');
}
