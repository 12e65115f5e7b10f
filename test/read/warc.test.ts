import { createHash } from 'node:crypto';
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
    ['a page without a head', { http: '', body: page('Су') }, 'capture'],
    ['a page packed without a word', { body: gzipSync(page('Су')) }, 'capture'],
    ['a page packed twice', { body: gzipSync(gzipSync(page('Су'))) }, 'capture'],
    [
      'a page packed without a word and cut',
      { body: gzipSync(page('Су')).subarray(0, 40) },
      'unreadable content-encoding',
    ],
    ['a packed file', { http: html('application/octet-stream'), body: gzipSync('Су') }, 'skipped archive'],
    ['a page with a stray NUL', { body: page('Су\0') }, 'capture'],
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

  it.each([
    ['a byte order mark', '\ufeff'],
    ['empty lines', '\r\n\r\n'],
    ['both', '\ufeff\n'],
  ])('passes %s before its first record', async (_fact, ahead) => {
    const { format, records } = await readBytes(Buffer.concat([Buffer.from(ahead), record(), record()]));
    expect([format, records.map(({ kind }) => kind)]).toEqual(['warc', ['capture', 'capture']]);
  });

  it('passes the zeros that fill blocks between records', async () => {
    const zeros = Buffer.alloc(3000);
    expect(await kindsOf(Buffer.concat([record(), zeros, record(), zeros]))).toEqual(['capture', 'capture']);
  });

  const text = page('Арна тазартылды');
  const half = Buffer.from(html('text/html') + text);
  const first = { fields: ['WARC-Record-ID: <urn:a>', 'WARC-Segment-Number: 1'], body: half.subarray(0, 70), http: '' };
  const segment = (number: number, body: Uint8Array) => ({
    type: 'continuation',
    body,
    fields: [
      `WARC-Segment-Number: ${number}`,
      'WARC-Segment-Origin-ID: <urn:a>',
      ...(number === 3 ? [`WARC-Segment-Total-Length: ${half.length}`] : []),
    ],
  });

  it('joins the segments of a page', async () => {
    const parts = [
      record(first),
      record(),
      record(segment(2, half.subarray(70, 90))),
      record(segment(3, half.subarray(90))),
    ];
    const { records } = await readBytes(Buffer.concat(parts));
    expect(records.map(({ kind }) => kind)).toEqual(['capture', 'skipped', 'capture', 'skipped']);
    expect(records[2]).toMatchObject({ capture: { payload: Buffer.from(text), source: { locator: 'offset:0' } } });
  });

  it.each([
    ['none follows', []],
    ['one is missing', [segment(3, half.subarray(90))]],
  ])('takes no half page for a page where of its segments %s', async (_fact, rest) => {
    const { records } = await readBytes(
      Buffer.concat([record(first), ...rest.map((parts) => record(parts)), record()]),
    );
    expect(told(records).filter((line) => !line.startsWith('skipped'))).toEqual([
      expect.stringMatching(/^capture offset:[1-9]/),
      'unreadable offset:0 warc-segment',
    ]);
  });

  const damaged = (bytes: Uint8Array): Buffer => {
    const packed = gzipSync(bytes);
    packed[packed.length - 8] = (packed[packed.length - 8] ?? 0) ^ 1;
    return packed;
  };

  it('rejects a record that does not fit the checksum of its member, unless its digest proves it', async () => {
    const block = createHash('sha1')
      .update(html('text/html') + page('Су'))
      .digest('hex');
    const proven = damaged(record({ fields: [`WARC-Block-Digest: sha1:${block}`] }));
    const dump = Buffer.concat([gzipSync(record()), damaged(record()), damaged(record({ type: 'request' })), proven]);
    expect(await kindsOf(dump)).toEqual(['capture', 'unreadable gzip-checksum', 'skipped warc-request', 'capture']);
  });

  it('keeps the records of a damaged member of several, and says so once', async () => {
    const dump = Buffer.concat([damaged(Buffer.concat([record(), record(), record()])), gzipSync(record())]);
    expect(await kindsOf(dump)).toEqual([...Array.from({ length: 4 }, () => 'capture'), 'unreadable gzip-checksum']);
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
