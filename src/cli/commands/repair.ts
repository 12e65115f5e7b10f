import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { RepairedText, RepairTextOptions } from '../../index.js';
import { chooseExitCode, exitCodeOf } from '../exit-codes.js';
import type { Front } from '../front.js';
import { jsonLine } from '../json-line.js';
import { checkCharset, toShare } from '../options.js';
import { print, say } from '../output.js';
import { oneLine, visible } from '../terminal.js';
import { unreadFile } from '../unread-file.js';

interface RepairFlags {
  readonly charset?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly minConfidence?: number;
}

/** Lines written at once. */
const LINES_A_WRITE = 10_000;
/** Characters shown of a text that changed. */
const WIDTH = 100;

const EXAMPLES = `
Examples:
  $ muragat repair page.txt > repaired.txt
  $ curl -s https://paper.example/ | muragat repair | less
  $ muragat repair --explain page.txt      what was changed, line by line
  $ muragat repair --json page.txt         one object a line: text and repairs

One line out for each line in. What decoding undoes is undone; what lost bytes is put back where a clean copy in
the same text, or words and context, make it sure enough; the rest is proposed (--explain, --json) and left alone.
`;

/** `muragat repair`: a filter, damaged text in, repaired text out. */
export function addRepairCommand(program: Command, front: Front): void {
  program
    .command('repair')
    .summary('a filter: damaged text in, repaired text out')
    .description('Repairs plain text: files or standard input, each as one page. Writes UTF-8 to standard output.')
    .argument('[file...]', 'text files; none or - for standard input')
    .option('--explain', 'show each repair instead of the text')
    .option('--json', 'one JSON object a line: text, and what was changed or is proposed')
    .option('--charset <label>', 'charset of the input (default: told from its bytes)')
    .addOption(
      new Option('--min-confidence <share>', 'how sure a lost letter must be to be put back')
        .argParser(toShare)
        .default(0.995),
    )
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], flags: RepairFlags) => runRepair(files, flags, front));
}

async function runRepair(files: readonly string[], flags: RepairFlags, front: Front): Promise<void> {
  await checkCharset(flags.charset);
  const { repairText, SURE } = await import('../../repair-text.js');
  const { loadKnowledge } = await import('../../shipped-model.js');
  const options: RepairTextOptions = {
    charset: flags.charset ?? null,
    leastConfidence: flags.minConfidence ?? SURE,
    knowledge: keepingBare((cleanLines) => loadKnowledge(cleanLines, [])),
  };
  const codes: number[] = [];
  for (const file of files.length === 0 ? ['-'] : files) {
    const bytes = await readInput(file, codes);
    if (bytes !== null) await write(bytes, repairText(bytes, options), flags);
  }
  front.outcome.code = chooseExitCode(codes);
}

/** Knowledge takes most of a second to prepare: files without a clean line, such as one line each, share what needs none. */
function keepingBare(load: RepairTextOptions['knowledge']): RepairTextOptions['knowledge'] {
  let bare: ReturnType<typeof load> | null = null;
  return (cleanLines) => {
    if (cleanLines.some((line) => line.trim() !== '')) return load(cleanLines);
    bare ??= load([]);
    return bare;
  };
}

async function readInput(file: string, codes: number[]): Promise<Uint8Array | null> {
  try {
    if (file !== '-') return await readFile(file);
    const parts: Uint8Array[] = [];
    for await (const part of process.stdin) parts.push(part as Uint8Array);
    return Buffer.concat(parts);
  } catch (error) {
    const { code, message, remedy } = unreadFile(file, error, 'Name text files that can be read.');
    codes.push(exitCodeOf(code));
    say(`muragat: ${visible(message)}\n  ${remedy}`);
    return null;
  }
}

async function write(bytes: Uint8Array, repaired: RepairedText, flags: RepairFlags): Promise<void> {
  const show = flags.json ? toJson : flags.explain ? toExplanation : toText;
  if (show === toText && repaired.isAsFound) return print(bytes);
  for (let from = 0; from < repaired.lines.length; from += LINES_A_WRITE) {
    const part = repaired.lines.slice(from, from + LINES_A_WRITE);
    await print(part.map((text, index) => show(repaired, text, from + index)).join(''));
  }
}

function toText({ endOf }: RepairedText, text: string, line: number): string {
  return text + endOf(line);
}

function toJson({ repairs }: RepairedText, text: string, line: number): string {
  return jsonLine({ text, repairs: repairs.get(line) ?? [] });
}

function toExplanation({ repairs }: RepairedText, text: string, line: number): string {
  const found = repairs.get(line) ?? [];
  if (found.length === 0) return '';
  const steps = found.map(({ before, after, method, lossy, confidence, applied }) => {
    const what = `  ${method}${lossy ? ', bytes were lost' : ''}, confidence ${confidence.toFixed(3)}${applied ? '' : ', not applied'}`;
    return `${what}\n    before  ${oneLine(before, WIDTH)}\n${after === null ? '' : `    after   ${oneLine(after, WIDTH)}\n`}`;
  });
  return `line ${line + 1}: ${oneLine(text, WIDTH)}\n${steps.join('')}`;
}
