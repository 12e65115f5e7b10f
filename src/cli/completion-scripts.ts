/** A command as a shell must know it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  /** Words that may stand at each place behind the command: sub-commands, shells, profiles. */
  readonly words: readonly (readonly string[])[];
}

/** A flag by its long name; `choices` are the words that may follow it, none where a file or anything else may. */
export interface CompletedFlag {
  readonly name: string;
  readonly takesValue: boolean;
  readonly summary: string;
  readonly choices: readonly string[];
}

/** Shells, and what writes their script. */
export const completionScripts: ReadonlyMap<string, (commands: readonly CompletedCommand[]) => string> = new Map([
  ['bash', toBash],
  ['zsh', toZsh],
  ['fish', toFish],
]);

function toBash(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, flags, words: places }) => {
    const values = flags
      .filter(({ choices }) => choices.length > 0)
      .map(
        (flag) =>
          `        ${flag.name}) COMPREPLY=($(compgen -W ${quoted(flag.choices.join(' '))} -- "$cur")); return ;;\n`,
      );
    const free = flags.filter(({ takesValue, choices }) => takesValue && choices.length === 0).map((flag) => flag.name);
    const files = free.length === 0 ? '' : `        ${free.join('|')}) return ;;\n`;
    const prev =
      values.length + files.length === 0 ? '' : `      case "$prev" in\n${values.join('')}${files}      esac\n`;
    const words = flags.map((flag) => flag.name).join(' ');
    const at = places.map(
      (choices, place) => `      [ "$COMP_CWORD" -eq ${place + 2} ] && plain=${quoted(choices.join(' '))}\n`,
    );
    return `    ${name})\n${prev}${at.join('')}      words=${quoted(words)} ;;\n`;
  });
  return `# bash completion for muragat: source this file, or put it into ~/.local/share/bash-completion/completions/muragat
_muragat() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words= plain=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(' '))} -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('')}  esac
  # What is no flag and no word of ours is a file, which bash completes itself.
  case "$cur" in -*) plain=$words ;; esac
  COMPREPLY=($(compgen -W "$plain" -- "$cur"))
}
complete -o default -F _muragat muragat
`;
}

function toZsh(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}\n`);
  const cases = commands.map(({ name, flags, words }) => {
    const specs = [...flags.map(zshSpec), ...words.map(zshPlace)].map((spec) => ` \\\n        ${quoted(spec)}`);
    return `      ${name}) _arguments${specs.join('')} '*:file:_files' ;;\n`;
  });
  return `#compdef muragat
# zsh completion for muragat: put this file as _muragat into a folder of $fpath
_muragat() {
  local -a commands
  commands=(
${names.join('')}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command=$words[2]
    shift words; (( CURRENT-- ))
    case $command in
${cases.join('')}    esac
  fi
}
if [ "$funcstack[1]" = _muragat ]; then _muragat "$@"; else compdef _muragat muragat; fi
`;
}

const ZSH_SPECIAL = /[[\]\\:]/g;

function zshSpec({ name, summary, takesValue, choices }: CompletedFlag): string {
  const text = summary.replace(ZSH_SPECIAL, '\\$&');
  if (!takesValue) return `${name}[${text}]`;
  return `${name}[${text}]:value:${choices.length > 0 ? `(${choices.join(' ')})` : '_files'}`;
}

/** Words of ours or a file. */
function zshPlace(words: readonly string[], place: number): string {
  return `${place + 1}:word:_alternative "words:word:(${words.join(' ')})" "files:file:_files"`;
}

function toFish(commands: readonly CompletedCommand[]): string {
  const names = commands.map(
    ({ name, summary }) => `complete -c muragat -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(summary)}\n`,
  );
  const words = commands.flatMap(({ name, words: places }) =>
    places.map(
      (choices) => `complete -c muragat -n '__fish_seen_subcommand_from ${name}' -a ${fishQuoted(choices.join(' '))}\n`,
    ),
  );
  const flags = commands.flatMap(({ name, flags: all }) =>
    all.map((flag) => {
      const value =
        flag.choices.length > 0 ? ` -x -a ${fishQuoted(flag.choices.join(' '))}` : flag.takesValue ? ' -r' : '';
      const where = `-n '__fish_seen_subcommand_from ${name}'`;
      return `complete -c muragat ${where} -l ${flag.name.slice(2)}${value} -d ${fishQuoted(flag.summary)}\n`;
    }),
  );
  return `# fish completion for muragat: put this file into ~/.config/fish/completions/muragat.fish\n${[...names, ...words, ...flags].join('')}`;
}

/** For bash and zsh: nothing in single quotes means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
