// Writes docs/cli.md from the help texts, so that the page and the program never say different things.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../docs/cli.md', import.meta.url);
const bin = new URL('../bin/muragat.js', import.meta.url).pathname;
const HELP = /(```text\n\$ muragat ([^\n]*)\n)[\s\S]*?(```\n)/g;

const help = (args) => execFileSync(process.execPath, [bin, ...args.split(' ').filter(Boolean)], { encoding: 'utf8' });
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(HELP, (_, head, args, end) => head + help(args) + end),
);
