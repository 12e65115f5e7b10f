import type { Command } from 'commander';
import type { PageStages, ReadResult } from '../../index.js';
import { EXIT, exitCodeOf } from '../exit-codes.js';
import type { Front } from '../front.js';
import { inspectText } from '../inspect-text.js';
import { jsonLine } from '../json-line.js';
import { addDumpFlags, type DumpFlags, dumpOptionsOf } from '../options.js';
import { print, say, show } from '../output.js';
import { visible } from '../terminal.js';
import { failureLine, rejectLine } from '../trouble-lines.js';

interface InspectFlags extends DumpFlags {
  readonly locator?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ muragat inspect page.txt                         a page through every stage
  $ muragat inspect crawl.jsonl --locator line:12    one page of a container
  $ muragat inspect page.html --json                 the same for a program
`;

/** `muragat inspect`: one page through every stage, for a person. */
export function addInspectCommand(program: Command, front: Front): void {
  const command = program
    .command('inspect')
    .summary('show one page through every stage')
    .description('Shows one page through every stage: charset, repairs, fields and the rule behind each value.')
    .argument('<dump>', 'a file, or - for standard input');
  addDumpFlags(command)
    .option('--locator <place>', 'which page of a container, as rejects and records name it (default: the first)')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action((dump: string, flags: InspectFlags) => runInspect(dump, flags, front));
}

async function runInspect(dump: string, flags: InspectFlags, front: Front): Promise<void> {
  const options = await dumpOptionsOf(flags);
  const { readPageInStages } = await import('../../page.js');
  const { read } = await import('../../read/read.js');
  let passedOver: Complaint | null = null;
  for await (const result of read([dump], options)) {
    if (result.kind === 'failed') return complain(front, [exitCodeOf(result.code), failureLine(result)]);
    if (!('locator' in result || result.kind === 'capture')) continue;
    const locator = result.kind === 'capture' ? result.capture.source.locator : result.locator;
    if (flags.locator !== undefined && flags.locator !== locator) continue;
    if (result.kind === 'capture') {
      const stages = readPageInStages(result.capture, options);
      return flags.json ? print(stagesJson(stages)) : show(inspectText(result.capture, stages));
    }
    // Where no place is named, a container is asked for its first page: what lies before that may be none.
    passedOver ??= complaintOf(result, dump);
    if (flags.locator !== undefined) break;
  }
  const nowhere = `${dump}: there is no page at ${flags.locator ?? 'its beginning'}; \`muragat parse\` prints the places of all`;
  complain(front, passedOver ?? [EXIT.noInput, nowhere]);
}

/** The exit code and what is wrong. */
type Complaint = readonly [code: number, text: string];

function complaintOf(result: Extract<ReadResult, { readonly locator: string }>, dump: string): Complaint {
  return result.kind === 'unreadable'
    ? [EXIT.rejects, rejectLine({ path: dump, ...result })]
    : [EXIT.done, `${dump} (${result.locator}): no page (${result.detail}), import would skip it`];
}

function stagesJson({ record, segments, steps }: PageStages): string {
  return jsonLine({ record, segments: segments.length, steps });
}

function complain(front: Front, [code, text]: Complaint): void {
  front.outcome.code = code;
  say(`muragat: ${visible(text)}`);
}
