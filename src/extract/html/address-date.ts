import { parseAddress } from './address-shape.js';
import type { Candidate } from './candidate.js';
import type { StoryDate } from './date-moment.js';
import type { Reading } from './reading.js';

/** `/2019/06/24/slug`: the day on which the engine filed the story; without a slug it is the archive of a day. */
const FOLDERS = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\/(?!page\/)(?=[^/]*[\p{L}\d][^/]{4})/u;
/** `/news/2019-06-24-slug`, `/slug-20190624.html`. */
const IN_SLUG = /[/_-]((?:19|20)\d{2})([-_]?)(\d{2})\2(\d{2})(?=[-_/.]|$)/;
const MONTH = /\/((?:19|20)\d{2})\/(\d{2})\//;
const LETTERS = /\p{L}{3}/u;
/** Below what programs are told and a date printed under the headline: the day may be that of another time zone. */
const SCORE = 0.66;

/** The day that stands in the address of the story. */
export function addressDates({ address }: Pick<Reading, 'address'>): readonly Candidate<StoryDate>[] {
  const found = [address.page, address.canonical].map(dayIn).find((day) => day !== null);
  return found === undefined || found === null
    ? []
    : [
        {
          value: { date: found, time: null, text: null, utc: null },
          rule: 'address-date',
          layer: 'address',
          score: SCORE,
        },
      ];
}

/** `2024-04` of an address such as `/sport/2024/04/slug`; null where it holds no month. */
export function monthInAddress({ address }: Pick<Reading, 'address'>): string | null {
  const match = MONTH.exec(parseAddress(address.page)?.pathname ?? '');
  return match === null ? null : `${match[1]}-${match[2]}`;
}

function dayIn(address: string | null): string | null {
  const path = parseAddress(address)?.pathname ?? '';
  const folders = FOLDERS.exec(path);
  const slug = folders === null && LETTERS.test(path) ? IN_SLUG.exec(path) : null;
  const [, year, month, day] = folders ?? (slug === null ? [] : [slug[0], slug[1], slug[3], slug[4]]);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}
