import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { RestoredText, RestoreReport, Store } from '../../index.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { collect, toShare } from '../options.js';
import { print, say, show } from '../output.js';
import { counted, number, oneLine, visible } from '../terminal.js';
import { unreadFile } from '../unread-file.js';

interface RestoreFlags {
  readonly db: string;
  readonly dryRun?: boolean;
  readonly undo?: boolean;
  readonly minConfidence?: number;
  readonly lexicon?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Characters shown of a headline. */
const WIDTH = 90;

const EXAMPLES = `
Examples:
  $ muragat restore --dry-run              see what would be put back and what is only proposed
  $ muragat restore --lexicon kk_KZ.dic    with a word list of your own, plain or hunspell
  $ muragat restore --json > repairs.ndjson
  $ muragat restore --undo                 take everything back that restore did

Learns from all clean text of the archive, then goes through the words that lost bytes. What is sure enough is put
into the articles, the rest is kept as proposals (table repairs, applied = 0). Run it again after an import.
`;

/** `muragat restore`: damaged text that only the rest of the archive can explain. */
export function addRestoreCommand(program: Command, _front: Front): void {
  program
    .command('restore')
    .summary('a second pass: damaged text that only the rest of the archive can explain')
    .description('Restores words that lost bytes from what the rest of the archive, word lists and context tell.')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .option('--dry-run', 'only show what would be done')
    .option('--undo', 'take back what restore did')
    .addOption(
      new Option(
        '--min-confidence <share>',
        'how sure a word must be to be put back (default: sure enough for 995 right of 1,000)',
      ).argParser(toShare),
    )
    .addOption(
      new Option(
        '--lexicon <file>',
        'a word list: one word a line, or hunspell .dic with its .aff beside it; repeatable',
      ).argParser(collect),
    )
    .option('--json', 'print each repair as one JSON object a line')
    .option('--quiet', 'print nothing when all went well')
    .addHelpText('after', EXAMPLES)
    .action(runRestore);
}

async function runRestore(flags: RestoreFlags): Promise<void> {
  const { openStore } = await import('../../open-archive.js');
  const store = await openStore(flags.db, { create: false });
  try {
    if (flags.undo) {
      const articles = await store.undoRestore();
      if (!flags.quiet) say(`${counted(articles, 'article')} as their pages gave them.`);
    } else {
      const report = await restore(store, flags);
      if (!flags.quiet) say(summaryOf(report, flags.dryRun === true));
    }
  } finally {
    await store.close();
  }
}

async function restore(store: Store, flags: RestoreFlags): Promise<RestoreReport> {
  const { SURE } = await import('../../repair-text.js');
  const { restoreArchive } = await import('../../restore.js');
  const { loadKnowledge } = await import('../../shipped-model.js');
  const words = await wordsOf(flags.lexicon ?? []);
  return restoreArchive(store, {
    knowledge: (cleanLines) => loadKnowledge(cleanLines, words),
    leastConfidence: flags.minConfidence ?? SURE,
    isDryRun: flags.dryRun === true,
    onRestored: async (text) => {
      if (flags.json) await print(toJson(text));
      else if (!flags.quiet) await show(toText(text));
    },
  });
}

/** Words of the lists that the user names; a `.dic` takes the `.aff` beside it. */
async function wordsOf(paths: readonly string[]): Promise<readonly string[]> {
  const { decode } = await import('../../decode/decode.js');
  const { wordsOfList } = await import('../../settle/word-list.js');
  const lists = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw unreadFile(path, cause, 'Name a word list that can be read.');
      });
      const affixes = path.endsWith('.dic') ? await readFile(path.replace(/\.dic$/, '.aff')).catch(() => null) : null;
      const textOf = (data: Uint8Array): string =>
        decode(data, { given: null, declared: null, mediaType: 'text/plain' }).text;
      return [...wordsOfList({ words: textOf(bytes), affixes: affixes === null ? null : textOf(affixes) })];
    }),
  );
  return lists.flat();
}

function toJson({ site, key, repairs }: RestoredText): string {
  return repairs.map((repair) => jsonLine({ site, article: key, ...repair })).join('');
}

function toText({ site, key, headline, repairs }: RestoredText): string {
  const lines = repairs.map(({ before, after, method, confidence, applied }) => {
    const mark = applied ? ' ' : '?';
    return `  ${mark} ${oneLine(before, WIDTH)} → ${oneLine(after ?? '', WIDTH)}  ${method} ${confidence.toFixed(3)}\n`;
  });
  return `${visible(site)} ${visible(key)}: ${oneLine(headline ?? '–', WIDTH)}\n${lines.join('')}`;
}

function summaryOf({ damaged, applied, proposed }: RestoreReport, isDryRun: boolean): string {
  const verb = isDryRun ? 'would be put back' : 'put back';
  return `${counted(damaged, 'damaged article')}: ${counted(applied, 'word')} ${verb}, ${number(proposed)} proposed.`;
}
