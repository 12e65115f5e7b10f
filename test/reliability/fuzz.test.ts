import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const script = new URL('../../bench/fuzz.mjs', import.meta.url).pathname;

describe('samples damaged at random', () => {
  it('never break an import, and every record is counted', () => {
    const args = [script, '--cases', '400', '--seed', '5'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toMatch(/^cases 400 · throws 0 · bugs 0 · unbalanced 0 · unsound 0/);
    expect(status).toBe(0);
  });
});
