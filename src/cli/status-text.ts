import type { ArchiveStatus, Arrivals } from '../index.js';
import { driftText } from './import-summary.js';
import { counted, number, oneLine, table, visible } from './terminal.js';

/** Rows shown of a long list. */
const FEW = 10;
const WIDTH = 100;

/** What an archive holds, in words. */
export function statusText(status: ArchiveStatus, archive: string): string {
  const { articles, issues, captures, sources, repairs } = status;
  const heading = `${archive}: ${counted(articles, 'article')}, ${counted(issues, 'issue')}, ${counted(captures, 'capture')} from ${counted(sources, 'source')}, ${counted(repairs, 'repaired text')}`;
  return [
    `${heading}\n`,
    part(
      'Newspapers',
      status.sites.map(({ host, name, articles: count }) => [
        visible(name === null ? host : `${name} (${host})`),
        counted(count, 'article'),
      ]),
    ),
    part('Captures by kind', rowsOf(status.captureKinds)),
    part(
      'Most read',
      status.mostRead.map(({ publishedOn, headline, views }) => [
        publishedOn ?? 'no date   ',
        number(views),
        oneLine(headline ?? '–', WIDTH),
      ]),
    ),
    part(
      'Taken from',
      status.sourceNames.map(({ name, articles: count }) => [visible(name), counted(count, 'article')]),
    ),
    repairsPart(status.repairMethods),
    part(
      'Missing issues',
      status.missingIssues.map(({ host, year, numbers }) => [host, String(year), runsOf(numbers)]),
    ),
    part('Sources by state', rowsOf(status.sourceStates)),
    part('Pages', pagesRows(status)),
    part(
      'Missing far more often than before',
      status.drift.map((drift) => [visible(driftText(drift))]),
    ),
    part('Imports', status.imports.slice(0, FEW).map(importRow)),
    part(
      'Rejects by reason',
      status.rejects.slice(0, FEW).map(({ code, count, example }) => [code, number(count), oneLine(example, WIDTH)]),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** What came in since a moment, in words. */
export function arrivalsText(arrivals: Arrivals, archive: string): string {
  const { since, imports, sites } = arrivals;
  const rows = sites.map(({ host, name, ...counts }) => [
    visible(name === null ? host : name),
    ...arrivalCells(counts),
  ]);
  const [articles, , captures, issues] = arrivalCells(arrivals);
  return [
    `${visible(archive)} since ${since}: ${articles}, ${captures}, ${issues} in ${counted(imports.length, 'import')}\n`,
    part('Newspapers', rows),
    part('Imports', imports.map(importRow)),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function arrivalCells({
  articles,
  updated,
  captures,
  issues,
}: Pick<Arrivals, 'articles' | 'updated' | 'captures' | 'issues'>): readonly string[] {
  return [
    counted(articles, 'new article'),
    `${number(updated)} updated`,
    counted(captures, 'new capture'),
    counted(issues, 'new issue'),
  ];
}

/** What the archive keeps of its pages, and what newer rules have not read yet. */
function pagesRows({ rules, keptPages: { pages, bytes, packed } }: ArchiveStatus): readonly (readonly string[])[] {
  const older = `${counted(rules.olderCaptures, 'capture')} read by older rules`;
  const remedy = pages > 0 ? 'muragat retry --kept' : 'muragat import --force with the dumps';
  return [
    ...(pages === 0
      ? []
      : [[`${counted(pages, 'page')} kept`, `${megabytes(bytes)} MB, packed ${megabytes(packed)} MB`]]),
    ...(rules.olderCaptures === 0 ? [] : [[older, `renewed by ${remedy}`]]),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** Each method with one repair of its kind. */
function repairsPart(methods: ArchiveStatus['repairMethods']): string {
  const rows = methods.map(({ method, applied, count, before, after }) => {
    const title = `  ${method}: ${number(count)}${applied ? '' : after === null ? ', left as found' : ', proposed'}\n`;
    const lines = [
      `    before  ${oneLine(before, WIDTH)}`,
      ...(after === null ? [] : [`    after   ${oneLine(after, WIDTH)}`]),
    ];
    return `${title}${lines.join('\n')}\n`;
  });
  return rows.length === 0 ? '' : `Repairs\n${rows.join('')}`;
}

function importRow({
  id,
  startedAt,
  status,
  read,
  inserted,
  updated,
  unchanged,
  skipped,
  rejected,
}: ArchiveStatus['imports'][number]): readonly string[] {
  const tallies = Object.entries({ inserted, updated, unchanged, skipped, rejected }).filter(([, count]) => count > 0);
  return [
    String(id),
    startedAt,
    status,
    `${number(read)} read: ${tallies.map(([name, count]) => `${number(count)} ${name}`).join(', ') || 'nothing'}`,
  ];
}

/** `3–5, 9`: runs of numbers as people write them. */
export function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const value of numbers) {
    const last = runs.at(-1);
    if (last && value === last[1] + 1) last[1] = value;
    else runs.push([value, value]);
  }
  return runs.map(([from, to]) => (from === to ? `№${from}` : `№${from}–${to}`)).join(', ');
}

function rowsOf(counts: Readonly<Record<string, number>>): readonly (readonly string[])[] {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => [name, number(count)]);
}

function part(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${title}\n${table(rows)}`;
}
