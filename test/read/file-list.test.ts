import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFileList } from '../../src/read/file-list.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readFileList()', () => {
  it.each([
    ['a path a line', 'a.warc\nb c.html\n\n', ['a.warc', 'b c.html']],
    ['line ends of Windows', 'a.warc\r\nb.html\r\n', ['a.warc', 'b.html']],
    ['NUL between paths', 'a\nb.html\0c.html\0', ['a\nb.html', 'c.html']],
  ])('reads %s', async (_fact, content, expected) => {
    const path = join(folder, 'list');
    writeFileSync(path, content);
    expect(await readFileList(path)).toEqual(expected);
  });
});
