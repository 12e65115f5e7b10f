import type { ReportFigures, ViewsAtAge } from '../../model/report.js';
import { columnsOf, hint, nothing, section, table } from '../elements.js';
import { type Content, type Html, html, quoted } from '../html.js';
import type { Language } from '../language.js';

const MONTHS_FROM = 91;
const YEAR = 365;

/** How often articles are read, by their age, and those read most. */
export function viewsPart({ viewsByAge, mostRead }: ReportFigures, language: Language): Html {
  const { say } = language;
  return section('views', say('views'), [
    viewsByAge.length === 0 ? nothing(say('viewsNone')) : [hint(say('viewsHint')), agesTable(viewsByAge, language)],
    mostRead.length === 0 ? null : [html`<h3>${say('mostRead')}</h3>\n`, mostReadTable(mostRead, language)],
  ]);
}

function agesTable(ages: readonly ViewsAtAge[], language: Language): Html {
  const { say, number } = language;
  const largest = Math.max(1, ...ages.map(({ upper }) => upper));
  const columns = columnsOf(
    language,
    ['age', 'median', 'middleHalf', 'readings'],
    ['text', 'number', 'number', 'number'],
  );
  const rows = ages.map((age): readonly Content[] => [
    ageOf(age, language),
    span(age, largest),
    number(age.median),
    `${number(age.lower)}–${number(age.upper)}`,
    number(age.readings),
  ]);
  return table(say('views'), [...columns.slice(0, 1), { head: '', kind: 'bar' }, ...columns.slice(1)], rows);
}

function ageOf({ from, to }: ViewsAtAge, { say }: Language): string {
  if (to === null) return say('ageOver', { from: Math.floor(from / YEAR) });
  if (to === 0) return say('ageSameDay');
  if (from === MONTHS_FROM) return say('ageMonths');
  return from > YEAR
    ? say('ageYears', { from: Math.floor(from / YEAR), to: Math.floor(to / YEAR) })
    : say('ageDays', { from, to });
}

/** From the lower to the upper quartile, with the median as a line. */
function span({ lower, median, upper }: ViewsAtAge, largest: number): Html {
  const at = (views: number): number => Math.round((views / largest) * 990) / 10;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="half" x="${at(lower)}" width="${Math.max(0.5, at(upper) - at(lower))}" height="10"/><rect class="ink" x="${at(median)}" width="1" height="10"/></svg>`;
}

function mostReadTable(mostRead: ReportFigures['mostRead'], language: Language): Html {
  const { say, number, shortDay } = language;
  const columns = columnsOf(language, ['headline', 'date', 'viewCount'], ['text', 'number', 'number']);
  const rows = mostRead.map(({ headline, publishedOn, views }): readonly Content[] => [
    headline === null ? '–' : quoted(headline),
    publishedOn === null ? '–' : shortDay(publishedOn),
    number(views),
  ]);
  return table(say('mostRead'), columns, rows);
}
