import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SURE } from '../../src/settle/confidence.js';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;

function repair(
  input: string | Uint8Array,
  ...flags: readonly string[]
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'repair', ...flags], { input });
  return { code: status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
}

/** UTF-8 read as Latin-1, controls dropped: the damage that loses bytes (reference: `encoding.md`, 1). */
function lossy(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, '');
}

const HEADLINE = 'Бұлақты ауылының тұрғындары жаңа көпірдің ашылуын тойлады';
const misread = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('muragat repair', () => {
  it('writes one line for each line and leaves clean text and its line ends alone', () => {
    const text = 'Бірінші жол\r\n\r\nЕкінші\u0085жол\nүшінші';
    expect(repair(text)).toEqual({ code: 0, out: text, err: '' });
  });

  it('undoes what decoding can undo', () => {
    expect(repair(`Таза жол\n${misread(HEADLINE)}\n`).out).toBe(`Таза жол\n${HEADLINE}\n`);
  });

  it('puts back what a clean copy proves', () => {
    expect(repair(`${HEADLINE}\n${lossy(HEADLINE)}\n`).out).toBe(`${HEADLINE}\n${HEADLINE}\n`);
  });

  it('tells what it did and what it only proposes, one object a line', () => {
    const lines = repair(`Таза жол\n${misread(HEADLINE)}\n${lossy('Ауданда жаңа мектеп салынды')}\n`, '--json')
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { text: 'Таза жол', repairs: [] },
      {
        text: HEADLINE,
        repairs: [{ after: HEADLINE, method: 'utf-8-as-latin-1', lossy: false, confidence: 1, applied: true }],
      },
      { repairs: expect.arrayContaining([expect.objectContaining({ after: 'мектеп', lossy: true })]) },
    ]);
    for (const { applied, confidence } of lines[2].repairs) expect(applied).toBe(confidence >= SURE);
  });

  it('proposes everything and changes nothing that was lost with --min-confidence 1', () => {
    const damaged = lossy('Ауданда жаңа мектеп салынды');
    const [line] = repair(damaged, '--json', '--min-confidence', '1')
      .out.trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(line.repairs.length).toBeGreaterThan(0);
    expect(
      line.repairs.filter(
        (part: { lossy: boolean; applied: boolean; confidence: number }) =>
          part.lossy && part.applied && part.confidence < 1,
      ),
    ).toEqual([]);
  });

  it('explains for people, line by line', () => {
    expect(repair(misread(HEADLINE), '--explain').out).toMatch(
      /^line 1: Бұлақты[^\n]*\n {2}utf-8-as-latin-1, confidence 1\.000\n/,
    );
  });

  it('reads another charset when told', () => {
    expect(repair(Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a]), '--charset', 'windows-1251').out).toBe(
      'Привет\n',
    );
  });

  it('says of each of several files what it says of one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'muragat-repair-'));
    const files = [HEADLINE, 'Мектепте көктемгі мереке өтті'].map((line, index) => {
      const file = join(folder, `${index}.txt`);
      writeFileSync(file, `${lossy(line)}\n`);
      return file;
    });
    const alone = files.map((file) => repair('', '--json', file).out);
    expect(repair('', '--json', ...files).out).toBe(alone.join(''));
    rmSync(folder, { recursive: true });
  });

  it('goes on after a file that is not there', () => {
    expect(repair('Су', 'no-such-file', '-')).toEqual({
      code: 66,
      out: 'Су',
      err: expect.stringContaining('no-such-file'),
    });
  });
});
