import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteLine, byteLines } from '../../src/read/byte-lines.js';

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

async function linesOf(bytes: Uint8Array, sizes: readonly number[], limit = 1000): Promise<readonly ByteLine[]> {
  const lines: ByteLine[] = [];
  for await (const line of byteLines(inPieces(bytes, sizes), limit)) lines.push(line);
  return lines;
}

describe('byteLines()', () => {
  it('gives the same lines for every size of chunks', async () => {
    const text = fc.stringMatching(/^[а-д\n]{0,40}$/);
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (content, pieces) => {
        const bytes = Buffer.from(content, 'utf8');
        const lines = await linesOf(bytes, pieces);
        const texts = lines.map((line) =>
          line.kind === 'line' ? Buffer.from(line.bytes).toString('utf8') : 'too long',
        );
        const expected = content.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(texts).toEqual(expected);
        expect(lines.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1));
      }),
    );
  });

  it('passes over a line beyond the limit and goes on after it', async () => {
    const lines = await linesOf(Buffer.from(`ab\n${'x'.repeat(50)}\ncd\n`), [7], 10);
    expect(lines.map((line) => [line.kind, line.number])).toEqual([
      ['line', 1],
      ['too-long', 2],
      ['line', 3],
    ]);
  });

  it('says when the last line has no end', async () => {
    expect((await linesOf(Buffer.from('a\nb'), [1])).map((line) => line.kind === 'line' && line.ended)).toEqual([
      true,
      false,
    ]);
  });
});
