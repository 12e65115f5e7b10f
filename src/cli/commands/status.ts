import type { Command } from 'commander';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { print } from '../output.js';
import { statusText } from '../status-text.js';

interface StatusFlags {
  readonly db: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat status
  $ muragat status --db news.db --json | jq .rejects
`;

/** `muragat status`: what the archive holds. */
export function addStatusCommand(program: Command, _front: Front): void {
  program
    .command('status')
    .summary('what the archive holds')
    .description(
      'Shows what the archive holds: articles, issues and their gaps, imports, sources and their state, rejects by reason.',
    )
    .option('--db <file>', 'the archive', 'archive.db')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(runStatus);
}

async function runStatus(flags: StatusFlags): Promise<void> {
  const { openSqliteStore } = await import('../../index.js');
  const store = openSqliteStore(flags.db, { create: false });
  try {
    const status = await store.status();
    await print(flags.json ? jsonLine(status) : statusText(status, flags.db));
  } finally {
    await store.close();
  }
}
