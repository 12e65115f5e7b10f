import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes, told } from './inputs.js';

interface RecordParts {
  readonly type?: string;
  readonly url?: string;
  readonly length?: number;
  readonly fields?: readonly string[];
  readonly body?: string | Uint8Array;
  readonly http?: string;
}

const page = (text: string): string => `<html><head><title>${text}</title></head><body><p>${text}</p></body></html>`;

function record({ type = 'response', url, length, fields = [], body = page('Су'), http }: RecordParts = {}): Buffer {
  const head = http ?? 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n';
  const block = type === 'response' ? Buffer.concat([Buffer.from(head), Buffer.from(body)]) : Buffer.from(body);
  const lines = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url ?? 'https://a.example/1.html'}`,
    'WARC-Date: 2024-03-24T10:00:00Z',
    ...fields,
    `Content-Length: ${length ?? block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

const kindsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  told((await readBytes(bytes)).records).map((line) => line.replace(/ offset:\S+/, ''));
const html = (type: string): string => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`;

describe('readWarc()', () => {
  it.each([
    ['an image by its type', { http: html('image/png') }, 'skipped image'],
    ['an image by its bytes', { body: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }, 'skipped image'],
    ['a stylesheet', { http: html('text/css') }, 'skipped stylesheet'],
    ['JSON named HTML', { body: '{"a": 1}' }, 'skipped json'],
    ['a feed', { body: '<?xml version="1.0"?><rss version="2.0"/>', http: html('application/xml') }, 'skipped xml'],
    ['a page without a type', { http: 'HTTP/1.1 200 OK\r\n\r\n' }, 'capture'],
    ['a page of a wrong type', { http: html('text/plain') }, 'capture'],
    ['an error page', { http: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n' }, 'capture'],
    ['a redirect without a body', { http: 'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n', body: '' }, 'skipped empty'],
    [
      'robots.txt',
      { url: 'https://a.example/robots.txt', http: html('text/plain'), body: 'Disallow: /' },
      'skipped robots',
    ],
    ['a look-up of a name', { url: 'dns:a.example', body: 'a', http: html('text/dns') }, 'skipped warc-note'],
    ['a request', { type: 'request', body: 'GET /' }, 'skipped warc-request'],
    ['a type nobody knows', { type: 'Ünknown' }, 'skipped warc-unknown'],
    ['a response without a head', { http: '', body: 'no head' }, 'unreadable http-head'],
    ['a resource', { type: 'resource', fields: ['Content-Type: text/html'] }, 'capture'],
  ] as const)('sorts %s', async (_fact, parts, expected) => {
    expect(await kindsOf(record(parts))).toEqual([expected]);
  });

  it.each([
    ['<https://a.example/1.html>', 'https://a.example/1.html'],
    ['https://a.example/ауыл.html', 'https://a.example/ауыл.html'],
  ])('reads the address %s', async (url, expected) => {
    expect((await readBytes(record({ url }))).records).toMatchObject([{ capture: { url: expected } }]);
  });

  it.each([0, 1, 60, 119, 121, 150, 400, 5000, 10 ** 12])(
    'keeps its neighbours when a length says %d',
    async (length) => {
      const records = [
        record({ body: page('Бір') }),
        record({ body: page('Екі'), length }),
        record({ body: page('Үш') }),
      ];
      for (const bytes of [Buffer.concat(records), Buffer.concat(records.map((part) => gzipSync(part)))]) {
        const payloads = (await readBytes(bytes)).records.map((result) =>
          result.kind === 'capture' ? Buffer.from(result.capture.payload).toString() : result.kind,
        );
        expect(payloads[0]).toBe(page('Бір'));
        expect(payloads.at(-1)).toBe(page('Үш'));
        expect(payloads).toHaveLength(3);
      }
    },
  );

  it('tells a film that is too large from a page that is', async () => {
    const body = Buffer.alloc(33 << 20, 'x');
    const bytes = Buffer.concat([record({ body, http: html('video/mp4') }), record({ body }), record()]);
    expect(await kindsOf(bytes)).toEqual(['skipped video', 'unreadable record-too-large', 'capture']);
  });

  it('passes over what is no record and goes on', async () => {
    const sure = record({
      http: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n',
      body: '<p>x',
    });
    const bytes = Buffer.concat([sure, Buffer.from('noise\r\n\r\n'), record()]);
    expect(await kindsOf(bytes)).toEqual(['capture', 'unreadable not-a-record', 'capture']);
  });

  it('never throws for damaged bytes, and keeps every tally', async () => {
    const bytes = Buffer.concat([record(), record({ body: page('Екі') }), record({ type: 'request', body: 'GET /' })]);
    const gz = Buffer.concat([gzipSync(record()), gzipSync(record({ body: page('Екі') }))]);
    const damage = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(bytes, gz), damage, async (sound, changes) => {
        const copy = Buffer.from(sound);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        const { records, end } = await readBytes(copy);
        expect(['done', 'truncated', 'failed']).toContain(end.state);
        expect(records.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});
