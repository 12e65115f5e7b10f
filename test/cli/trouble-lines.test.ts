import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ABOUT_RECORDS, failureLine, rejectLine } from '../../src/cli/trouble-lines.js';
import { root } from '../docs/steps.js';

const ROW = /^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \|$/gm;

describe('rejectLine()', () => {
  it('says which file and record, what, why and what to do', () => {
    const reject = {
      path: 'a.jsonl',
      locator: 'line:2',
      code: 'invalid-json',
      message: 'The record is no valid JSON.',
    };
    expect(rejectLine(reject)).toBe(
      'a.jsonl (line:2): rejected, invalid-json: The record is no valid JSON. Mend the line, `muragat retry`.',
    );
  });

  it('gives the advice that docs/tutorial.md gives', () => {
    const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
    const printed = new Map([...page.matchAll(ROW)].map(([, code = '', advice = '']) => [code, advice]));
    expect(printed.size).toBeGreaterThan(Object.keys(ABOUT_RECORDS).length);
    for (const [code, advice] of Object.entries(ABOUT_RECORDS))
      expect([code, printed.get(code)]).toEqual([code, advice]);
  });
});

describe('failureLine()', () => {
  it('says what to do where the message does not', () => {
    const missing = { path: 'x', code: 'input-missing', message: 'no such file or folder' } as const;
    expect(failureLine(missing)).toBe('x: no such file or folder; check the path');
    expect(failureLine({ ...missing, message: 'broken; mend it' })).toBe('x: broken; mend it');
  });
});
