import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dlePage } from './dle-pages.mjs';

/**
 * Writes WARC files of invented pages, a gzip member a record. Each file begins `step` pages after the one before, so that where `step` is
 * smaller than `pages` neighbours hold captures of the same articles, a day apart. Gives the number of captures.
 */
export function writeWarcs(folder, { dumps, pages, step }) {
  mkdirSync(folder, { recursive: true });
  for (let dump = 0; dump < dumps; dump += 1) {
    const date = new Date(Date.UTC(2024, 0, 1 + dump)).toISOString().replace('.000', '');
    const records = Array.from({ length: pages }, (_, index) => gzipSync(warcRecord(dump * step + index + 1, date)));
    writeFileSync(join(folder, `${String(dump).padStart(4, '0')}.warc.gz`), Buffer.concat(records));
  }
  return dumps * pages;
}

function warcRecord(id, date) {
  const { url, bytes } = dlePage(id);
  const charset = id % 10 === 0 ? 'windows-1251' : 'utf-8';
  const http = Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=${charset}\r\nContent-Length: ${bytes.length}\r\n\r\n`,
    ),
    bytes,
  ]);
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(id).padStart(12, '0')}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]);
}
