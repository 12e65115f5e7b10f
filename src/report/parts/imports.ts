import type { RejectFigures, ReportFigures } from '../../model/report.js';
import { drawColumns } from '../charts/columns.js';
import { columnsOf, details, hint, legend, moreOf, nothing, section, table } from '../elements.js';
import { type Content, escaped, type Html, html, quoted, trusted } from '../html.js';
import type { Language } from '../language.js';
import type { TextName } from '../texts/en.js';

const OUTCOMES = ['inserted', 'updated', 'unchanged', 'skipped', 'rejected'] as const;
const STATUS: Readonly<Record<ReportFigures['imports'][number]['status'], TextName>> = {
  running: 'statusRunning',
  ok: 'statusOk',
  partial: 'statusPartial',
  failed: 'statusFailed',
  interrupted: 'statusInterrupted',
};
const STAGES: ReadonlyMap<string, TextName> = new Map([
  ['read', 'stageRead'],
  ['decode', 'stageDecode'],
  ['extract', 'stageExtract'],
  ['store', 'stageStore'],
]);

/** Records that could not be read. */
export function rejectsPart({ rejects, totals }: ReportFigures, language: Language): Html {
  const { say } = language;
  if (rejects.length === 0) return section('rejects', say('rejects'), nothing(say('rejectsNone')));
  const shown = rejects.reduce((sum, { count }) => sum + count, 0);
  return section('rejects', say('rejects'), [
    hint(say('rejectsHint')),
    rejects.map((reject) => rejectOf(reject, language)),
    moreOf(language, shown, totals.rejects),
  ]);
}

function rejectOf({ code, stage, count, path, locator, message }: RejectFigures, { say, number }: Language): Html {
  const name = STAGES.get(stage);
  const flag = html`<span class="flag">${name === undefined ? quoted(stage) : say(name)}</span>`;
  // Messages are kept as the importer wrote them, in English.
  return html`<div class="block"><h3><code>${quoted(code)}</code> <span class="count">${number(count)}</span> ${flag}</h3>
<p><span lang="en">${quoted(message)}</span><small>${quoted(path)} ${quoted(locator)}</small></p></div>\n`;
}

/** Imports over time, and the dumps they read. */
export function importsPart({ imports, formats, totals }: ReportFigures, language: Language): Html {
  const { say } = language;
  if (imports.length === 0) return section('imports', say('imports'), nothing(say('importsNone')));
  return section('imports', say('imports'), [
    hint(say('importsHint')),
    legend(OUTCOMES.map((outcome) => [outcome, say(outcome)])),
    importsChart(imports.toReversed(), language),
    details(say('table'), importsTable(imports, language)),
    moreOf(language, imports.length, totals.imports),
    formats.length === 0 ? null : [html`<h3>${say('formats')}</h3>\n`, formatsTable(formats, language)],
  ]);
}

function importsChart(imports: ReportFigures['imports'], { say, number }: Language): Html {
  const chart = drawColumns({
    categories: imports.map(({ id }) => String(id)),
    series: OUTCOMES.map((outcome) => ({ tone: outcome, values: imports.map((entry) => entry[outcome]) })),
    number,
    label: escaped(say('importsLabel', { n: imports.length })),
  });
  return html`<figure>${trusted(chart)}</figure>\n`;
}

function importsTable(imports: ReportFigures['imports'], language: Language): Html {
  const { say, number, shortDay } = language;
  const columns = columnsOf(
    language,
    ['import', 'started', 'status', 'read', ...OUTCOMES],
    ['text', 'number', 'text', ...Array<'number'>(6).fill('number')],
  );
  const rows = imports.map((entry): readonly Content[] => [
    entry.id,
    shortDay(entry.startedAt),
    say(STATUS[entry.status]),
    number(entry.read),
    ...OUTCOMES.map((outcome) => number(entry[outcome])),
  ]);
  return table(say('imports'), columns, rows);
}

function formatsTable(formats: ReportFigures['formats'], language: Language): Html {
  const { say, number } = language;
  const columns = columnsOf(
    language,
    ['format', 'dumps', 'records', 'rejected', 'unfinished'],
    ['text', 'number', 'number', 'number', 'number'],
  );
  const rows = formats.map((entry): readonly Content[] => [
    quoted(entry.format),
    number(entry.sources),
    number(entry.records),
    number(entry.rejected),
    number(entry.unfinished),
  ]);
  return table(say('formats'), columns, rows);
}
