import { existsSync } from 'node:fs';

/** Read from the current folder where no --config names another. */
const CONFIG_FILE = 'muragat.json';
const CONFIG_FLAG = '--config';
/** What is asked, not done: a faulty file must not keep anyone from the help. */
const ASKING: ReadonlySet<string> = new Set(['--help', '--version', 'help', 'completion']);

/** Path of the file of flags that a command line reads; null where it reads none. */
export function configPath(argv: readonly string[]): string | null {
  if (argv.length === 0 || argv.some((word) => ASKING.has(word))) return null;
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const at = words.indexOf(CONFIG_FLAG);
  const joined = words.find((word) => word.startsWith(`${CONFIG_FLAG}=`))?.slice(CONFIG_FLAG.length + 1);
  const named = joined ?? (at === -1 ? undefined : words[at + 1]);
  return named ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : null);
}
