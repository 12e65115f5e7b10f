import type { Command } from 'commander';
import { articleText } from '../article-text.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { print, show } from '../output.js';
import { styleFor } from '../style.js';

interface ShowFlags {
  readonly db: string;
  readonly json?: boolean;
  readonly color: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat show 12                               an article by the number that search shows
  $ muragat show https://paper.example/6638-su.html
  $ muragat show paper.example/id:6638            by its id, which is the same in every archive
  $ muragat show 12 --json | jq .readings

Repaired words stand in ⟦…⟧, words that nobody could mend in ⟦?…⟧ (on a terminal in colours).
`;

/** `muragat show`: one article with all that lies behind it. */
export function addShowCommand(program: Command, _front: Front): void {
  program
    .command('show')
    .summary('one article with its versions, readings, repairs and dumps')
    .description(
      'Shows one article: its text with repairs marked, what changed between versions, readings, evidence, dumps.',
    )
    .argument('<article>', 'number, address or id of the article')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .option('--json', 'print one JSON object')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(runShow);
}

async function runShow(name: string, flags: ShowFlags): Promise<void> {
  const { openReader } = await import('../../open-archive.js');
  const { showArticle } = await import('../../query/show.js');
  const reader = await openReader(flags.db);
  try {
    const shown = await showArticle(reader, name);
    if (flags.json) {
      const { headlineParts: _headline, bodyParts: _body, ...rest } = shown;
      await print(jsonLine(rest));
    } else await show(articleText(shown, styleFor(flags.color)));
  } finally {
    await reader.close();
  }
}
