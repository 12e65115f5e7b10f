import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readHttpBody, readHttpMessage } from '../../src/read/http-message.js';

const page = Buffer.from('<html><body><p>Су құбыры тартылды.</p></body></html>');
const chunk = (body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)};x=1\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);

function bodyOf(body: Uint8Array, ...fields: readonly string[]) {
  const head = ['HTTP/1.1 200 OK', ...fields, '', ''].join('\r\n');
  const message = readHttpMessage(Buffer.concat([Buffer.from(head), body]));
  return message === null ? null : readHttpBody(message);
}

const bodies: readonly (readonly [fact: string, body: Uint8Array, ...fields: readonly string[]])[] = [
  ['leaves a plain body as it is', page],
  ['joins chunks', chunk(page), 'Transfer-Encoding: chunked'],
  ['passes over a false transfer encoding', page, 'Transfer-Encoding: chunked'],
  ['unpacks gzip', gzipSync(page), 'Content-Encoding: gzip'],
  ['unpacks gzip in chunks', chunk(gzipSync(page)), 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'],
  ['unpacks deflate with a zlib head', deflateSync(page), 'Content-Encoding: deflate'],
  ['unpacks raw deflate', deflateRawSync(page), 'Content-Encoding: deflate'],
  ['unpacks brotli', brotliCompressSync(page), 'content-encoding: BR'],
  ['unpacks two encodings, the last first', brotliCompressSync(gzipSync(page)), 'Content-Encoding: gzip, br'],
  ['passes over a false gzip', page, 'Content-Encoding: gzip'],
  ['passes over a false deflate', page, 'Content-Encoding: deflate'],
  ['passes over a false brotli', page, 'Content-Encoding: br'],
  ['passes over an encoding that is none', page, 'Content-Encoding: utf-8'],
  ['passes over an unknown encoding of a plain page', page, 'Content-Encoding: amz-1.0'],
];

describe('readHttpBody()', () => {
  it.each(bodies.map(([fact, body, ...fields]) => ({ fact, body, fields })))('$fact', ({ body, fields }) => {
    const read = bodyOf(body, ...fields);
    expect(read?.kind === 'body' && Buffer.from(read.bytes).toString()).toBe(page.toString());
  });

  it.each<readonly [fact: string, body: Uint8Array, encoding: string, code: string]>([
    ['cut gzip', gzipSync(page).subarray(0, 30), 'gzip', 'content-encoding'],
    ['cut brotli', brotliCompressSync(page).subarray(0, 20), 'br', 'content-encoding'],
    ['unknown packing', gzipSync(page), 'snappy', 'content-encoding'],
    ['a bomb', gzipSync(Buffer.alloc(20 << 20)), 'gzip', 'expansion'],
    [
      'a page of 9 MB',
      gzipSync(Buffer.from(Array.from({ length: 9 << 17 }, (_, i) => `${(i * 7919) % 99991} `.padEnd(8)).join(''))),
      'gzip',
      'page-too-large',
    ],
  ])('rejects %s', (_fact, body, encoding, code) => {
    expect(bodyOf(body, `Content-Encoding: ${encoding}`)).toMatchObject({ kind: 'fault', code });
  });

  it('keeps what came of chunks that end early, and says so', () => {
    const cut = bodyOf(chunk(page).subarray(0, 40), 'Transfer-Encoding: chunked');
    expect(cut).toMatchObject({ kind: 'body', diagnostics: [{ code: 'chunked-broken' }] });
  });
});

describe('readHttpMessage()', () => {
  it.each([
    ['HTTP/1.1 404 Not Found\r\nA: b\r\n\r\nx', 404],
    ['HTTP/2 200\nA: b\n\nx', 200],
    ['HTTP/1.1 301', 301],
    ['<html>', undefined],
  ])('reads the status of %j', (text, status) => {
    expect(readHttpMessage(Buffer.from(text))?.status).toBe(status);
  });
});
