import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'muragat-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));
const muragat = (...args: readonly string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
const hasShell = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

const scripts = new Map(['bash', 'zsh', 'fish'].map((shell) => [shell, muragat('completion', shell).stdout]));

/** What bash offers after the words typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${scripts.get('bash')}
COMP_WORDS=(muragat ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _muragat; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('muragat completion', () => {
  it.skipIf(!hasShell('bash'))('completes commands, flags and the words that may follow a flag in bash', () => {
    expect(offered('im')).toEqual(['import']);
    expect(offered('import', '--max')).toEqual(['--max-rejects']);
    expect(offered('cite', '1', '--format', 'bib')).toEqual(['bibtex']);
    expect(offered('import', '--site', 'dl')).toContain('dle');
    expect(offered('import', 'dumps')).toEqual([]);
    expect(offered('sites', 'sh')).toEqual(['show']);
    expect(offered('sites', 'show', 'syr')).toEqual(['syr-media']);
    expect(offered('sites', 'test', '--at')).toEqual(['--at-least']);
    expect(offered('completion', 'z')).toEqual(['zsh']);
    expect(offered('help', 'ver')).toEqual(['verify']);
  });

  it.each(['zsh', 'fish'].filter(hasShell))('is sound in %s', (shell) => {
    const path = join(folder, shell);
    writeFileSync(path, scripts.get(shell) ?? '');
    expect(spawnSync(shell, ['-n', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([...scripts])('names every command for %s', (_shell, script) => {
    for (const command of ['import', 'search', 'export', 'merge', 'completion']) expect(script).toContain(command);
  });

  it('knows three shells', () => {
    expect(muragat('completion', 'tcsh').status).toBe(2);
  });
});

describe('muragat', () => {
  it('alone explains the first steps', () => {
    expect(muragat()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('First steps:') });
    expect(muragat().stdout.split('\n').length).toBeLessThan(12);
  });

  it.each([
    [['serach', 'су'], 'Did you mean search?'],
    [['import', '--qiet', 'x'], 'Did you mean --quiet?'],
    [['search', '--limt', 'су'], 'Did you mean --limit?'],
    [['import', '--format', 'wrac', 'x'], 'Did you mean warc?'],
    [['sites', 'show', 'syr-meida'], 'Did you mean syr-media?'],
    [['sites', 'lst'], 'Did you mean list?'],
  ])('suggests what %j may have meant', (args, stderr) => {
    expect(muragat(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(stderr) });
  });
});
