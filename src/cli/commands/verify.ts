import type { Command } from 'commander';
import type { VerifyReport } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { print, show } from '../output.js';
import { counted, number, oneLine } from '../terminal.js';

interface VerifyFlags {
  readonly db: string;
  readonly sources?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Damages and characters of each shown to a person. */
const SHOWN = 40;
const WIDTH = 300;

const EXAMPLES = `
Examples:
  $ muragat verify                       the archive against itself
  $ muragat verify --sources             and every capture against its dump
  $ muragat verify --json | jq .digest

Checks the schema, pages, keys and the full-text index, the counts of imports, the hashes of texts; computes every
article, issue and join anew from the captures and compares; takes the repairs of headlines and bodies back and replays
them. Two archives of the same content have the same digest. --sources reads the dumps at the paths they were imported
from: run it in the same folder. Needs room among the temporary files (TMPDIR) for about what the archive takes.

Exit codes: 0 all is well · 1 damage, each named with table and row · 65 no SQLite database · 66 no archive ·
75 an import holds the archive · 78 archive of a newer version
`;

/** `muragat verify`: the archive against itself and its dumps. */
export function addVerifyCommand(program: Command, front: Front): void {
  program
    .command('verify')
    .summary('check the archive against itself and, with --sources, its dumps')
    .description('Checks the archive against itself and, with --sources, against the dumps. Changes nothing.')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .option('--sources', 'read the dumps again and look for every capture')
    .option('--json', 'print the report as one JSON object')
    .option('--quiet', 'print nothing when all is well')
    .addHelpText('after', EXAMPLES)
    .action((flags: VerifyFlags) => runVerify(flags, front));
}

async function runVerify(flags: VerifyFlags, front: Front): Promise<void> {
  const { tuneEngine } = await import('../tune-engine.js');
  const { openForVerify } = await import('../../open-archive.js');
  const { read } = await import('../../read/read.js');
  const { settleRules } = await import('../../settle/settle-rules.js');
  const { profiles } = await import('../../sites/profiles.js');
  const { openSqliteStore } = await import('../../store/sqlite/sqlite-store.js');
  const { verifyArchive } = await import('../../verify/verify-archive.js');
  tuneEngine();
  const archive = await openForVerify(flags.db, profiles);
  const report = await verifyArchive({
    ...archive,
    openScratch: () => openSqliteStore(':temporary:', { create: true, lean: true, profiles }),
    rules: settleRules,
    readDump:
      flags.sources === true
        ? (path, format) => read([path], { format, capturedAt: null, include: [], exclude: [] })
        : null,
  }).finally(archive.close);
  if (!report.ok) front.outcome.code = EXIT.rejects;
  if (flags.json) await print(jsonLine(report));
  else if (!(flags.quiet && report.ok)) await show(verifyText(report));
}

function verifyText(report: VerifyReport): string {
  const { damages, damageCount, digest } = report;
  const lines = damages.slice(0, SHOWN).map(({ check, table, row, message }) => {
    const place = row === null ? table : `${table} ${row}`;
    return `${check}: ${oneLine(`${place}: ${message}`, WIDTH)}\n`;
  });
  const moved = (report.sources?.moved ?? []).slice(0, SHOWN).map(({ message, captures }) => {
    return `${oneLine(`${message}; ${counted(captures, 'capture')} proven by kept pages`, WIDTH)}\n`;
  });
  if (damageCount > SHOWN) lines.push(`… and ${number(damageCount - SHOWN)} more: --json lists them\n`);
  return `${lines.join('')}${moved.join('')}${countsOf(report)}${digest === null ? '' : `digest ${digest}\n`}`;
}

function countsOf({ ok, damageCount, captures, articles, repairs, sources }: VerifyReport): string {
  const verdict = ok ? 'All is well' : counted(damageCount, 'damage');
  const own = `${counted(captures, 'capture')}, ${counted(articles, 'article')}, ${counted(repairs, 'repair')} of headlines and bodies replayed`;
  if (sources === null) return `${verdict}: ${own}\n`;
  const again = `${counted(sources.captures, 'capture')} found again in ${counted(sources.sources, 'dump')}`;
  const kept = sources.kept === 0 ? '' : `, ${number(sources.kept)} proven by kept pages`;
  const not = sources.unchecked === 0 ? '' : `, ${number(sources.unchecked)} from standard input not checked`;
  return `${verdict}: ${own}; ${again}${kept}${not}\n`;
}
