import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const muragat = (...args: readonly string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
const hasShell = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

/** What bash offers after the words typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${muragat('completion', 'bash').stdout}
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
  });

  it.each(['zsh', 'fish'].filter(hasShell))('is sound in %s', (shell) => {
    const { stdout } = muragat('completion', shell);
    expect(spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['bash', 'zsh', 'fish'])('names every command for %s', (shell) => {
    const { stdout } = muragat('completion', shell);
    for (const command of ['import', 'search', 'export', 'merge', 'completion']) expect(stdout).toContain(command);
  });

  it('knows three shells', () => {
    expect(muragat('completion', 'tcsh').status).toBe(2);
  });
});

describe('muragat', () => {
  it('alone explains the first steps', () => {
    expect(muragat()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('First steps:') });
  });

  it('suggests what a mistyped command may have meant', () => {
    expect(muragat('serach', 'су')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean search?'),
    });
  });
});
