import type { IssueYear, ReportFigures } from '../../model/report.js';
import { drawColumns } from '../charts/columns.js';
import { columnsOf, details, hint, legend, nothing, section, table } from '../elements.js';
import { type Content, escaped, type Html, html, quoted, trusted } from '../html.js';
import type { Language } from '../language.js';
import { yearsShown } from '../years.js';

/** Rows with gaps that stand open; the table below has more. */
const FEW = 12;
const TONES = ['known', 'inferred', 'missing'] as const;
/** Marks of an issue number. */
const NUMBER_MARK = '№\u2009';

/** Print issues: which are known, deduced and missing. */
export function issuesPart({ issueYears, totals }: ReportFigures, language: Language): Html {
  const { say } = language;
  if (issueYears.length === 0) return section('issues', say('issues'), nothing(say('issuesNone')));
  const gaps = issueYears.filter(({ missing }) => missing > 0).toReversed();
  return section('issues', say('issues'), [
    hint(say('issuesHint')),
    legend(TONES.map((tone) => [tone, `${say(tone)} ${language.number(countOf(tone, totals))}`])),
    yearsChart(issueYears, totals, language),
    details(say('table'), yearsTable(issueYears, language)),
    html`<h3>${say('issueGaps')}</h3>\n`,
    gaps.length === 0 ? nothing(say('issueGapsNone')) : gapsTable(gaps.slice(0, FEW), language),
    gaps.length > FEW ? details(say('more', { n: gaps.length - FEW }), gapsTable(gaps.slice(FEW), language)) : null,
  ]);
}

function countOf(tone: (typeof TONES)[number], totals: ReportFigures['totals']): number {
  if (tone === 'missing') return totals.missingIssues;
  return tone === 'inferred' ? totals.inferredIssues : totals.issues - totals.inferredIssues;
}

function yearsChart(
  issueYears: readonly IssueYear[],
  totals: ReportFigures['totals'],
  { number, say }: Language,
): Html | null {
  const all = yearsShown(issueYears.flatMap(({ year }) => year ?? []));
  if (all.length === 0) return null;
  const sum = (year: number, tone: (typeof TONES)[number]): number =>
    issueYears.filter((entry) => entry.year === year).reduce((count, entry) => count + entry[tone], 0);
  const chart = drawColumns({
    categories: all.map(String),
    series: TONES.map((tone) => ({ tone, values: all.map((year) => sum(year, tone)) })),
    number,
    label: escaped(
      say('issuesLabel', {
        known: countOf('known', totals),
        inferred: countOf('inferred', totals),
        missing: countOf('missing', totals),
      }),
    ),
  });
  return html`<figure>${trusted(chart)}</figure>\n`;
}

function yearsTable(issueYears: readonly IssueYear[], language: Language): Html {
  const { number, say } = language;
  const columns = columnsOf(language, ['year', 'known', 'inferred', 'missing'], ['name', 'number', 'number', 'number']);
  const rows = issueYears
    .toReversed()
    .map(({ year, site, known, inferred, missing }): readonly Content[] => [
      yearOf(year, site, say),
      number(known),
      number(inferred),
      number(missing),
    ]);
  return table(say('issues'), columns, rows);
}

function gapsTable(gaps: readonly IssueYear[], language: Language): Html {
  const { number, say } = language;
  const columns = columnsOf(language, ['year', 'missing', 'missingNumbers'], ['name', 'number', 'text']);
  const rows = gaps.map(({ year, site, missing, missingRuns }): readonly Content[] => [
    yearOf(year, site, say),
    number(missing),
    NUMBER_MARK + runsOf(missingRuns, missing),
  ]);
  return table(say('issueGaps'), columns, rows);
}

function yearOf(year: number | null, site: string, say: Language['say']): Html {
  return html`${year ?? say('unknown')}<small>${quoted(site)}</small>`;
}

/** `1–21, 25, 32 …`: numbers of issues are printed without marks between thousands. */
function runsOf(runs: IssueYear['missingRuns'], missing: number): string {
  const shown = runs.reduce((count, [first, last]) => count + last - first + 1, 0);
  const texts = runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return `${texts.join(', ')}${shown < missing ? ' …' : ''}`;
}
