import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { helpTextOf } from '../../src/cli/help-text.js';
import { manPage } from '../../src/cli/man-page.js';
import { buildProgram, openProgram } from '../../src/cli/program.js';

const program = await buildProgram({ code: 0 }, []);
const commands = program.commands.map((command) => [command.name(), command] as const);
/** A line of an example is a command, a pipe into one, or the end of a longer one. */
const EXAMPLE = /^ {2}\$ .*\bmuragat /;

const helpOf = (command: Command): string => command.helpInformation();

describe('help', () => {
  it.each(commands)('of %s begins with examples, and then lists its flags', (_, command) => {
    const help = helpOf(command);
    const { examples } = helpTextOf(command);
    expect(examples.split('\n').filter((line) => EXAMPLE.test(line)).length).toBeGreaterThan(1);
    expect(help.indexOf('Examples:')).toBeGreaterThan(0);
    expect(help.indexOf('Examples:')).toBeLessThan(help.indexOf('Options:'));
    expect(help.match(/Examples:/g)).toHaveLength(1);
  });

  it('of the program begins with the first steps and lists every command', () => {
    const help = helpOf(program);
    expect(help.indexOf('First steps:')).toBeLessThan(help.indexOf('Commands:'));
    for (const [name] of commands) expect(help).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  it('lists a command that is not loaded as it lists the command itself', async () => {
    expect(helpOf(await openProgram({ code: 0 }, ['--help']))).toBe(helpOf(program));
  });

  it.each(commands.map(([name]) => name))('of %s is the same where only that command is loaded', async (name) => {
    const opened = (await openProgram({ code: 0 }, ['help', name])).commands.find((one) => one.name() === name);
    const whole = program.commands.find((one) => one.name() === name);
    expect(opened && helpOf(opened)).toBe(whole && helpOf(whole));
  });
});

describe('manPage()', () => {
  const page = readFileSync(new URL('../../man/muragat.1', import.meta.url), 'utf8');

  it('is what man/muragat.1 holds (renew it with `npm run docs`)', () => {
    expect(page).toBe(manPage(program, program.version() ?? ''));
  });

  it('has no line that roff would take for a request it is not', () => {
    const requests = page.split('\n').filter((line) => /^[.']/.test(line));
    expect(requests.filter((line) => !/^\.(?:TH|SH|SS|TP|PP|B|I|RI|nf|fi)\b/.test(line))).toEqual([]);
  });
});
