import type { Drift, ImportReport } from '../index.js';
import { jsonLine } from './json-line.js';
import { columns, counted, number, oneLine, table } from './terminal.js';
import { failureLine, rejectLine } from './trouble-lines.js';

/** Rejects named in a summary for a person, unless --verbose asks for all. */
const FEW = 10;

/** The summary as one JSON object on one line. */
export function importJson(report: ImportReport): string {
  const { read, inserted, updated, unchanged, skipped, rejected } = report;
  return jsonLine({
    import: report.import,
    status: report.status,
    ...{ read, inserted, updated, unchanged, skipped, rejected },
    articles: report.articles,
    issues: report.issues,
    repairs: report.repairs,
    skippedKinds: report.skippedKinds,
    sources: report.sources,
    failedDumps: report.failedDumps,
    drift: report.drift,
    seconds: report.seconds,
  });
}

const FIELD_NAMES: Readonly<Record<Drift['field'], string>> = {
  datePublished: 'no date',
  views: 'no views',
  articleBody: 'no body',
};

/** `paper.example: 45 % of 130 articles have no date; before it was 2 % of 900. …` */
export function driftText({ site, field, before, now }: Drift): string {
  const [present, earlier] = [percent(now.share), percent(before.share)];
  return (
    `${site}: ${present} of ${counted(now.articles, 'article')} have ${FIELD_NAMES[field]}; before it was ${earlier} of ` +
    `${number(before.articles)}. Has the site a new theme? muragat inspect shows one page.`
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** What went wrong, one line each; empty after a clean run. */
export function importTroubles(report: ImportReport, isVerbose: boolean): string {
  const width = columns(process.stderr);
  const rejects = isVerbose ? report.rejects : report.rejects.slice(0, FEW);
  const lines = [
    ...report.failedDumps.map((failure) => `muragat: ${failureLine(failure)}`),
    ...rejects.map((reject) => `muragat: ${rejectLine(reject)}`),
    ...report.truncatedSources.map((path) => `muragat: ${path}: truncated; what was complete is in the archive`),
    ...report.drift.map((drift) => `muragat: ${driftText(drift)}`),
  ];
  const more = report.rejected - rejects.length;
  if (more > 0 && rejects.length > 0)
    lines.push(`muragat: … and ${counted(more, 'more reject')}; muragat status lists them by reason`);
  return lines.map((line) => `${oneLine(line, Math.max(width, 300))}\n`).join('');
}

/** The summary for a person. */
export function importSummary(
  report: ImportReport,
  { archive, isDryRun }: { archive: string; isDryRun: boolean },
): string {
  const kinds = Object.entries(report.skippedKinds)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${number(count)}`);
  const rows: readonly (readonly [string, number, string])[] = [
    ['read', report.read, report.read === 1 ? 'page' : 'pages'],
    ['inserted', report.inserted, report.inserted === 1 ? 'new article' : 'new articles'],
    ['updated', report.updated, 'known articles with a new version or reading'],
    ['unchanged', report.unchanged, 'known already'],
    ['skipped', report.skipped, kinds.length > 0 ? `no articles: ${kinds.join(', ')}` : 'no articles'],
    ['rejected', report.rejected, 'could not be read'],
  ];
  const title = isDryRun ? `Dry run: nothing was written to ${archive}` : `Import ${report.import} into ${archive}`;
  const holds = `The archive ${isDryRun ? 'would hold' : 'holds'} ${counted(report.articles, 'article')} and ${counted(report.issues, 'issue')}`;
  const repaired =
    report.repairs > 0
      ? `; ${counted(report.repairs, 'damaged text')} ${report.repairs === 1 ? 'was' : 'were'} repaired`
      : '';
  return [
    `${title}: ${report.status}, ${report.seconds.toFixed(1)} s\n`,
    table(rows.map(([name, count, meaning]) => [name, number(count), count > 0 ? meaning : ''])),
    `${holds}${repaired}.\n`,
  ].join('\n');
}
