import { type Command, Option } from 'commander';
import type { Front } from '../front.js';
import { print } from '../output.js';
import { visible } from '../terminal.js';

interface CiteFlags {
  readonly db: string;
  readonly format: string;
}

/** As the library names them; it is not loaded to print help. */
const FORMATS = ['text', 'csl-json', 'bibtex', 'ris'];

const EXAMPLES = `
Examples:
  $ muragat cite 12                               for a footnote
  $ muragat cite 12 --format bibtex >> sources.bib
  $ muragat cite 12 --format csl-json             for Zotero, pandoc and citeproc

The id in a citation (host/key@version) is the same in every archive of the same pages; muragat show takes it.
`;

/** `muragat cite`: how to cite an article. */
export function addCiteCommand(program: Command, _front: Front): void {
  program
    .command('cite')
    .summary('how to cite an article, with capture, dump and repairs')
    .description(
      'Prints a citation: when the page was captured, where it lies in which dump, and what was repaired in it.',
    )
    .argument('<article>', 'number, address or id of the article')
    .option('--db <archive>', 'the archive: a file, or postgres://… for a server', 'archive.db')
    .addOption(new Option('--format <name>', 'form of the citation').choices(FORMATS).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(runCite);
}

async function runCite(name: string, flags: CiteFlags): Promise<void> {
  const { openReader } = await import('../../open-archive.js');
  const { citationFormats } = await import('../../query/citation-formats.js');
  const { citeArticle } = await import('../../query/citation.js');
  const reader = await openReader(flags.db);
  try {
    const citation = await citeArticle(reader, name);
    const text = citationFormats.get(flags.format)?.(citation) ?? '';
    await print(flags.format === 'text' ? visible(text) : text);
  } finally {
    await reader.close();
  }
}
