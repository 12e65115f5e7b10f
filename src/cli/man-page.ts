import type { Argument, Command, Option } from 'commander';
import { helpTextOf } from './help-text.js';

/** Sections behind the commands: heading and lines of roff. */
const LAST = [
  ['ENVIRONMENT', 'NO_COLOR forbids colours, FORCE_COLOR demands them; CI hides the progress line.'],
  [
    'FILES',
    'muragat.json in the current folder holds flags that every run repeats; archive.db is the archive where --db names no other.',
  ],
  [
    'EXIT STATUS',
    '0 done. 1 more was rejected than --max-rejects allows. 2 wrong usage. 65 a dump is truncated or unusable. 66 no such input. 69 the database server cannot be reached. 70 a bug. 73 the archive cannot be created. 74 I/O error. 75 another import holds the archive. 77 permission denied. 78 the archive was written by a newer version. 130, 143 interrupted.',
  ],
] as const;

/** The manual page in roff, made from the texts that --help prints. */
export function manPage(program: Command, version: string): string {
  const commands = program.commands.filter((command) => command.name() !== 'help');
  return [
    `.TH MURAGAT 1 "" "muragat ${version}" "User Commands"`,
    '.SH NAME',
    `muragat \\- ${escaped(program.description())
      .replace(/^Turns/, 'turns')
      .replace(/\.$/, '')}`,
    '.SH SYNOPSIS',
    '.B muragat\n.I command\n.RI [ options ]',
    ...textOf(program, '.SH'),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandPage(command, '')),
    ...LAST.flatMap(([heading, text]) => [`.SH ${heading}`, escaped(text)]),
    '',
  ].join('\n');
}

function commandPage(command: Command, parents: string): readonly string[] {
  const name = `${parents}${command.name()}`;
  const inner = command.commands.filter((one) => one.name() !== 'help');
  return [
    `.SS ${escaped(`muragat ${name} ${command.usage()}`.trimEnd())}`,
    escaped(command.description()),
    ...command.registeredArguments.flatMap(argumentLines),
    ...command.options.flatMap(optionLines),
    ...textOf(command, '.PP\n.B'),
    ...inner.flatMap((one) => commandPage(one, `${name} `)),
  ];
}

function argumentLines(argument: Argument): readonly string[] {
  return ['.TP', `.I ${escaped(argument.name())}`, escaped(argument.description)];
}

function optionLines(option: Option): readonly string[] {
  const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
  const standard =
    option.defaultValueDescription ?? (typeof option.defaultValue === 'boolean' ? undefined : option.defaultValue);
  const otherwise = standard === undefined ? '' : ` (default: ${standard})`;
  return ['.TP', `.B ${escaped(option.flags)}`, escaped(`${option.description}${choices}${otherwise}`)];
}

/** Examples as they are typed, notes as text. */
function textOf(command: Command, heading: string): readonly string[] {
  const { examples, notes } = helpTextOf(command);
  const [title = '', ...lines] = examples.split('\n');
  const shown =
    examples === '' ? [] : [`${heading} ${escaped(title.replace(/:$/, ''))}`, '.PP\n.nf', ...lines.map(escaped), '.fi'];
  return [
    ...shown,
    ...(notes === '' ? [] : ['.PP', ...notes.split('\n').map((line) => (line === '' ? '.PP' : escaped(line)))]),
  ];
}

/** Text that roff prints as it is: a dash is a minus, which can be copied; no line is a request. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gm, '\\&$&');
}
