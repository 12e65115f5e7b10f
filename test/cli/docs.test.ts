import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const blocks = [...page.matchAll(/```text\n\$ muragat ([^\n]*)\n([\s\S]*?)```\n/g)].map(([, args = '', text = '']) => ({
  args,
  text,
}));
const help = (args: readonly string[]): string => execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
const commands = [...help(['--help']).matchAll(/^ {2}([a-z]+) .*/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'help');

describe('docs/cli.md', () => {
  it.each(blocks)('shows what muragat $args prints', ({ args, text }) => {
    expect(help(args.split(' '))).toBe(text);
  });

  it('shows the help of every command', () => {
    expect(blocks.map(({ args }) => args)).toEqual(['--help', ...commands.map((name) => `${name} --help`)]);
  });
});
