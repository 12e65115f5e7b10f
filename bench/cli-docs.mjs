// Writes docs/cli.md, the man page and the schema of muragat.json from the commands, so that they never say different things.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../dist/cli/config-schema.js';
import { manPage } from '../dist/cli/man-page.js';
import { buildProgram } from '../dist/cli/program.js';

const page = new URL('../docs/cli.md', import.meta.url);
const bin = fileURLToPath(new URL('../bin/muragat.js', import.meta.url));
const program = await buildProgram({ code: 0 }, []);
const HELP = /(```text\n\$ muragat ([^\n]*)\n)[\s\S]*?(```\n)/g;

const help = (args) => execFileSync(process.execPath, [bin, ...args.split(' ').filter(Boolean)], { encoding: 'utf8' });
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(HELP, (_, head, args, end) => head + help(args) + end),
);
writeFileSync(
  new URL('../data/muragat.schema.json', import.meta.url),
  `${JSON.stringify(configSchema(program), null, 2)}\n`,
);
writeFileSync(new URL('../man/muragat.1', import.meta.url), manPage(program, program.version()));
