import type { Command } from 'commander';
import { chooseExitCode, EXIT, exitCodeOf } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { addChoiceFlags, addDumpFlags, type DumpFlags, dumpOptionsOf, dumpsOf } from '../options.js';
import { print, say } from '../output.js';
import { oneLine } from '../terminal.js';
import { failureLine, rejectLine } from '../trouble-lines.js';

interface ParseFlags extends DumpFlags {
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat parse page.html | jq .article.headline
  $ muragat parse dumps/ > records.ndjson
  $ cat crawl.jsonl | muragat parse -
  $ find dumps -name '*.warc.gz' | muragat parse --files-from - | muragat import -

One JSON object a page on standard output; what could not be read is named on standard error. A filter for many
processes, each with an output of its own: import takes the records back, to the same archive (docs/scale.md).

Exit codes: 0 done · 1 something was rejected · 2 wrong usage · 65 a dump is truncated or unusable · 66 no such input
`;

/** `muragat parse`: the same reading as import, printed. */
export function addParseCommand(program: Command, front: Front): void {
  const command = program
    .command('parse')
    .summary('read dumps and print one JSON record a page')
    .description('Reads dumps as import does, but prints one JSON record a page (NDJSON) and needs no archive.')
    .argument('[dump...]', 'files, folders, globs, or - for standard input');
  addChoiceFlags(addDumpFlags(command))
    .option('--quiet', 'do not name what could not be read')
    .addHelpText('after', EXAMPLES)
    .action((dumps: readonly string[], flags: ParseFlags) => runParse(dumps, flags, front));
}

async function runParse(named: readonly string[], flags: ParseFlags, front: Front): Promise<void> {
  const options = await dumpOptionsOf(flags);
  const dumps = await dumpsOf(named, flags);
  const { parseDumps } = await import('../../importer.js');
  const codes = new Set<number>();
  const complain = (code: number, text: string): void => {
    codes.add(code);
    if (!flags.quiet) say(`muragat: ${oneLine(text, 400)}`);
  };
  for await (const item of parseDumps(dumps, options)) {
    if (item.kind === 'record') await print(jsonLine(item.record));
    else if (item.kind === 'reject') complain(EXIT.rejects, rejectLine(item.reject));
    else if (item.kind === 'failed') complain(exitCodeOf(item.failure.code), failureLine(item.failure));
    else if (item.kind === 'end' && item.state === 'truncated') codes.add(EXIT.truncated);
  }
  front.outcome.code = chooseExitCode([...codes]);
}
