import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Each command of a page with what it shows of the answer. */
export function stepsOf(page: string): readonly (readonly [command: string, shown: string])[] {
  return [...page.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => [step.slice(0, step.indexOf('\n')), step.slice(step.indexOf('\n') + 1)] as const),
  );
}

/** `…` alone on a line stands for any lines, inside a line for any signs; all else is meant as it stands. */
export function pattern(shown: string): RegExp {
  const exactly = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = shown.split('\n').slice(0, -1);
  const parts = lines.map((line) =>
    line === '…' ? '(?:[^\\n]*\\n)*' : `${line.split('…').map(exactly).join('[^\\n]*')}\\n`,
  );
  return new RegExp(`^${parts.join('')}$`);
}

/** Gives a folder the samples, and a `muragat` to type. */
export function prepare(folder: string): void {
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/muragat.js')}" "$@"\n`;
  writeFileSync(join(folder, 'bin/muragat'), script);
  chmodSync(join(folder, 'bin/muragat'), 0o755);
}

/** What a shell in the folder prints; a table of CSV ends its lines with CRLF. */
export function printed(command: string, folder: string): string {
  const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, LC_ALL: 'C.UTF-8' };
  return spawnSync('sh', ['-c', `${command} 2>&1`], { cwd: folder, encoding: 'utf8', env }).stdout.replaceAll(
    '\r\n',
    '\n',
  );
}

/** True where the machine has the program. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}
