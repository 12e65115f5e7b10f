import { once } from 'node:events';
import { foldLines } from './fold-lines.js';
import { terminalColumns } from './terminal.js';

/** Writes results to standard output and waits while the reader is slower. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes results made for a person: lines are broken between words where the terminal is narrower than they are. */
export async function show(text: string): Promise<void> {
  const columns = terminalColumns(process.stdout);
  await print(columns === null ? text : foldLines(text, columns));
}

/** Writes a word to the person: warnings, summaries, errors. */
export function say(text: string): void {
  const columns = terminalColumns(process.stderr);
  const lines = text.endsWith('\n') ? text : `${text}\n`;
  process.stderr.write(columns === null ? lines : foldLines(lines, columns));
}
