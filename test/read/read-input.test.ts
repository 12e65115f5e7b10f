import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../src/read/read.js';
import { readBytes, told } from './inputs.js';

const html = (text: string): string => `<html><body><p>${text}</p></body></html>`;
const object = (text: string, space?: number): string =>
  JSON.stringify({ url: 'https://a.example/1.html', html: html(text) }, null, space);
const [one, two] = [object('Су'), object('Нан')];
const table = `url;html\r\nhttps://a.example/1.html;"${html('Су')}"\r\n`;
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const row = (line: number): string => `capture line:${line}`;
const cases: readonly (readonly [string, { name?: string; dump: string | Buffer; format: string; told: string[] }])[] =
  [
    [
      'lines behind a comment',
      { dump: `# made by a crawler\n${one}\n`, format: 'jsonl', told: ['unreadable line:1 invalid-json', row(2)] },
    ],
    [
      'lines behind a broken one',
      {
        name: 'a.jsonl',
        dump: `{"url": \n${one}\n`,
        format: 'jsonl',
        told: ['unreadable line:1 invalid-json', row(2)],
      },
    ],
    ['lines with the commas of a list', { dump: `${one},\n${two},\n`, format: 'jsonl', told: [row(1), row(2)] }],
    [
      'lines with record separators',
      { name: 'a.jsonl', dump: `\u001e${one}\n\u001e${two}\n`, format: 'jsonl', told: [row(1), row(2)] },
    ],
    [
      'lines with the NULs of a lost block',
      { dump: `${one}\n\0\0\0\n${two}\n`, format: 'jsonl', told: [row(1), row(3)] },
    ],
    ['lines in UTF-16', { dump: utf16(`${one}\n${two}\n`), format: 'jsonl', told: [row(1), row(2)] }],
    ['lines in UTF-16, packed', { dump: gzipSync(utf16(`${one}\n${two}`)), format: 'jsonl', told: [row(1), row(2)] }],
    [
      'a list in a file named as lines',
      { name: 'a.jsonl', dump: `[${one},\n${two}]`, format: 'json', told: ['capture item:1', 'capture item:2'] },
    ],
    [
      'objects over several lines',
      {
        name: 'a.jsonl',
        dump: `${object('Су', 1)}\n${object('Нан', 1)}\n`,
        format: 'json',
        told: ['capture item:1', 'capture item:2'],
      },
    ],
    ['one object over several lines', { dump: `${object('Су', 1)}\n`, format: 'json', told: ['capture file'] }],
    [
      'objects over several lines, cut',
      {
        dump: `${object('Су', 1)}\n${object('Нан', 1)}`.slice(0, -9),
        format: 'json',
        told: ['capture item:1', 'unreadable item:2 truncated'],
      },
    ],
    [
      'lines with record separators, without a name',
      { dump: `\u001e${one}\n\u001e${two}\n`, format: 'jsonl', told: [row(1), row(2)] },
    ],
    [
      'an object with tabs in its strings',
      { dump: `${one.replace('Су', 'Су\t\u0001')}\n`, format: 'jsonl', told: [row(1)] },
    ],
    [
      'an object that is broken, without a name',
      { dump: `${one.slice(0, -1)}"\n`, format: 'jsonl', told: ['unreadable line:1 invalid-json'] },
    ],
    [
      'a list behind a list',
      {
        dump: `[${one}]\n[${two},\n${one}]\n`,
        format: 'json',
        told: ['capture item:1', 'capture item:2', 'capture item:3'],
      },
    ],
    [
      'objects behind each other in a line',
      { name: 'a.jsonl', dump: one + two, format: 'json', told: ['capture item:1', 'capture item:2'] },
    ],
    [
      'lines that end with carriage returns alone',
      { dump: `${one}\r${two}\r`, format: 'json', told: ['capture item:1', 'capture item:2'] },
    ],
    [
      'a table that ends its lines with carriage returns alone',
      { dump: table.replaceAll('\n', ''), format: 'csv', told: [row(2)] },
    ],
    ['a table parted by bars', { dump: table.replaceAll(';', '|'), format: 'csv', told: [row(2)] }],
    [
      'a table that names a column twice',
      {
        dump: table.replaceAll(/;(.*)\r/g, ';$1;html\r').replace(/;html\r\n$/, ';\r\n'),
        format: 'csv',
        told: [row(2)],
      },
    ],
    ['a table in UTF-16', { dump: utf16(table), format: 'csv', told: [row(2)] }],
    ['a table that names its separator', { name: 'a.csv', dump: `sep=;\r\n${table}`, format: 'csv', told: [row(3)] }],
    ['a page with stray NULs', { dump: html(`Су\0${' нан'.repeat(80)}`), format: 'html', told: ['capture file'] }],
    ['a text with a stray NUL', { dump: `Су\0${' нан'.repeat(80)}`, format: 'text', told: ['capture file'] }],
  ];

describe('readSniffed()', () => {
  it.each(cases)('reads %s', async (_fact, { name = 'dump', dump, format, told: expected }) => {
    for (const sizes of [undefined, [1], [7, 3]]) {
      const all = await readBytes(Buffer.from(dump), { name, ...(sizes ? { sizes } : {}) });
      expect([all.format, told(all.records)]).toEqual([format, expected]);
    }
  });

  it.each([
    ['JSON Lines', Buffer.concat([Buffer.from('{"html": "<p>'), Buffer.from([0xd1, 0xf3]), Buffer.from('</p>"}\n')])],
    [
      'a table',
      Buffer.concat([
        Buffer.from('url,html\nhttps://a.example/,<p>'),
        Buffer.from([0xd1, 0xf3]),
        Buffer.from('</p>\n'),
      ]),
    ],
  ])('leaves the charset of %s that is not UTF-8 to the decoder', async (_fact, dump) => {
    const payload = Buffer.concat([Buffer.from('<p>'), Buffer.from([0xd1, 0xf3]), Buffer.from('</p>')]);
    expect((await readBytes(dump)).records).toMatchObject([{ capture: { payload } }]);
  });
});

describe('sniffInput()', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'muragat-sniff-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A zip file of one stored entry. */
  const zip = (name: string, content: string): Buffer => {
    const size = Buffer.byteLength(content);
    const common = Buffer.alloc(26);
    common.writeUInt32LE(size, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    common.writeInt32LE(checksum(content), 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name + content)]);
    const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, central, end]);
  };

  it.each([
    ['a zip file behind a program', zip('a.html', html('Су')), ['source', 'capture entry:a.html', 'end done']],
    ['a program', Buffer.alloc(4000, 0x90), ['source', 'skipped file binary', 'end done']],
  ])('knows %s', async (_fact, tail, expected) => {
    const path = join(folder, 'setup.exe');
    writeFileSync(path, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(9 << 20, 0), tail]));
    const results = [];
    for await (const result of read([path], { format: null, capturedAt: null })) results.push(result);
    expect(told(results)).toEqual(expected);
  });
});

/** CRC-32 of a text as gzip writes it into its trailer. */
function checksum(content: string): number {
  const packed = gzipSync(content);
  return packed.readInt32LE(packed.length - 8);
}
