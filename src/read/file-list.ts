import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

/** Reads a list of dumps, as `find` writes it: a path a line, or NUL between paths. `-` is standard input. Empty lines are left out. */
export async function readFileList(path: string): Promise<readonly string[]> {
  const list = path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  const paths = list.includes('\0') ? list.split('\0') : list.replace(/^\ufeff/, '').split(/\r?\n/);
  return paths.filter((line) => line.trim() !== '');
}
