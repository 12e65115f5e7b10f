import type { DayFigures, ReportFigures } from '../../model/report.js';
import { drawHalfYear } from '../charts/calendar.js';
import { drawColumns } from '../charts/columns.js';
import { darknessOf } from '../darkness.js';
import { columnsOf, details, hint, legend, nothing, section, table } from '../elements.js';
import { escaped, type Html, html, trusted } from '../html.js';
import type { Language } from '../language.js';
import { yearsShown } from '../years.js';

/** Rows of the table of months, at most. */
const MOST_ROWS = 150;

/** Articles by day, month and year. */
export function calendarPart({ years, days }: ReportFigures, language: Language): Html {
  const { say } = language;
  if (years.length === 0) return section('calendar', say('calendar'), nothing(say('calendarNoDates')));
  const darkness = darknessOf(days.map(({ articles }) => articles));
  const shown = [...new Set(days.map(({ day }) => day.slice(0, 4)))].toReversed();
  const steps = darkness.steps.map(
    ({ from, to, level }) =>
      [`h${level}`, from === to ? language.number(from) : `${language.number(from)}–${language.number(to)}`] as const,
  );
  return section('calendar', say('calendar'), [
    html`<h3>${say('calendarYears')}</h3>\n`,
    yearsChart(years, language),
    details(say('table'), monthsTable(say('calendarYears'), years, language)),
    html`<h3>${say('legendArticles')}</h3>\n`,
    hint(say('calendarHint')),
    shown.length < years.length ? hint(say('calendarOlder', { n: shown.length })) : null,
    html`<div class="calendar-key">${legend([['h0', say('legendNone')], ...steps])}${legend([['mark', say('legendIssue')]])}</div>`,
    shown.map((year) =>
      yearFigure(
        Number(year),
        days.filter(({ day }) => day.startsWith(year)),
        { language, level: darkness.level },
      ),
    ),
    issueDaysTable(days, language),
  ]);
}

/** The dots of the heat map as figures. */
function issueDaysTable(days: readonly DayFigures[], language: Language): Html | null {
  const years = new Map<number, number[]>();
  for (const { day, issues } of days) {
    const [year = 0, month = 1] = day.split('-').map(Number);
    const months = years.get(year) ?? Array<number>(12).fill(0);
    if (issues > 0) years.set(year, months);
    months[month - 1] = (months[month - 1] ?? 0) + Number(issues > 0);
  }
  const rows = [...years].map(([year, months]) => ({ year, months }));
  const label = language.say('issueDays');
  return rows.length === 0 ? null : details(label, monthsTable(label, rows, language));
}

function yearsChart(years: ReportFigures['years'], { number, say }: Language): Html {
  const byYear = new Map(years.map(({ year, months }) => [year, sumOf(months)]));
  const all = yearsShown([...byYear.keys()]);
  const chart = drawColumns({
    categories: all.map(String),
    series: [{ tone: 'c1', values: all.map((year) => byYear.get(year) ?? 0) }],
    number,
    label: escaped(`${say('calendarYears')}: ${all[0]}–${all.at(-1)}`),
  });
  return html`<figure>${trusted(chart)}</figure>\n`;
}

function monthsTable(label: string, years: ReportFigures['years'], language: Language): Html {
  const { number, say, months } = language;
  const heads = [...months, say('total')].map((head) => ({ head, kind: 'number' as const }));
  const columns = [...columnsOf(language, ['year'], ['text']), ...heads];
  const rows = years
    .toReversed()
    .slice(0, MOST_ROWS)
    .map((entry) => [entry.year, ...[...entry.months, sumOf(entry.months)].map((n) => (n === 0 ? '·' : number(n)))]);
  return table(label, columns, rows);
}

function yearFigure(
  year: number,
  days: readonly DayFigures[],
  { language, level }: { readonly language: Language; readonly level: (articles: number) => number },
): Html {
  const { say, months, weekdays } = language;
  const withArticles = days.filter(({ articles }) => articles > 0);
  const withIssues = days.filter(({ issues }) => issues > 0).map(({ day }) => day);
  const articles = sumOf(withArticles.map((day) => day.articles));
  const label = say('calendarLabel', {
    year: String(year),
    articles: say('leadArticles', { n: articles }),
    days: say('calendarDays', { n: withArticles.length }),
    issueDays: say('calendarDays', { n: withIssues.length }),
  });
  const halves = ([0, 6] as const).map((firstMonth) =>
    drawHalfYear({
      year,
      firstMonth,
      levels: new Map(withArticles.map((day) => [day.day, level(day.articles)])),
      issueDays: new Set(withIssues),
      months,
      weekdays,
      label: escaped(`${label} (${firstMonth === 0 ? `${months[0]}–${months[5]}` : `${months[6]}–${months[11]}`})`),
    }),
  );
  const caption = html`<figcaption><strong>${year}</strong> <span>${language.number(articles)}</span></figcaption>`;
  return html`<figure class="year">${caption}<div class="halves">${trusted(halves.join(''))}</div></figure>\n`;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
