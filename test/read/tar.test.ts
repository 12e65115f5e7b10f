import { describe, expect, it } from 'vitest';
import { readBytes, told } from './inputs.js';

const page = Buffer.from('<html><body><p>Су</p></body></html>');
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);

function entry(name: string, content = page, type = '0'): Buffer {
  const head = Buffer.alloc(512);
  head.write(name);
  head.write(content.length.toString(8).padStart(11, '0'), 124);
  head.write(' '.repeat(8), 148);
  head.write(type, 156);
  head.write('ustar\x0000', 257, 'latin1');
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, padded(content)]);
}

const end = Buffer.alloc(1024);
const toldOf = async (...parts: readonly Buffer[]): Promise<readonly string[]> =>
  told((await readBytes(Buffer.concat(parts))).records);

describe('readTar()', () => {
  it('goes on with a tar file that stands behind another', async () => {
    expect(await toldOf(entry('a.html'), end, Buffer.alloc(8192), entry('b.html'), end)).toEqual([
      'capture entry:a.html',
      'capture entry:b.html',
    ]);
  });

  it('names files with holes, which it cannot read', async () => {
    const note = entry('x', Buffer.from('22 GNU.sparse.major=1\n'), 'x');
    expect(await toldOf(entry('a.html', page, 'S'), note, entry('b.html'), entry('c.html'), end)).toEqual([
      'unreadable entry:a.html unsupported-format',
      'unreadable entry:b.html unsupported-format',
      'capture entry:c.html',
    ]);
  });

  it.each([
    ['15 path=b.html\n', 'b.html'],
    ['99 path=b.html\n', 'a.html'],
  ])('believes a pax note only where its length fits: %j', async (note, name) => {
    expect(await toldOf(entry('x', Buffer.from(note), 'x'), entry('a.html'), end)).toEqual([`capture entry:${name}`]);
  });
});
