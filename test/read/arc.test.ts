import { describe, expect, it } from 'vitest';
import { readBytes, told } from './inputs.js';

const text = '<html><body><p>Су</p></body></html>';
const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${text}`;
const record = (url: string, length = Buffer.byteLength(block)): string =>
  `${url} 192.0.2.1 20240324100000 text/html ${length}\n${block}\n`;
const head = 'filedesc://a.arc 0.0.0.0 20240324100000 text/plain 4\n1 0\n\n';
const urlsOf = async (dump: string): Promise<readonly (string | null)[]> =>
  (await readBytes(Buffer.from(head + dump))).records.flatMap((result) =>
    result.kind === 'capture' ? [result.capture.url] : [],
  );

describe('readArc()', () => {
  it('reads an address with spaces', async () => {
    expect(await urlsOf(record('https://a.example/b c.html'))).toEqual(['https://a.example/b c.html']);
  });

  it.each([10 ** 7, 10 ** 12])('goes on with the next record behind one whose length says %d', async (length) => {
    const dump = [record('https://a.example/1', length), record('https://a.example/2'), record('https://a.example/3')];
    expect(await urlsOf(dump.join(''))).toEqual(expect.arrayContaining(['https://a.example/2', 'https://a.example/3']));
  });

  it('says once what stands between two records', async () => {
    const dump = Buffer.from(
      `${head}${record('https://a.example/1')}${'no record\n'.repeat(50)}${record('https://a.example/2')}`,
    );
    expect(told((await readBytes(dump)).records).map((line) => line.replace(/ offset:\d+/, ''))).toEqual([
      'skipped arc-filedesc',
      'capture',
      'unreadable not-a-record',
      'capture',
    ]);
  });
});
