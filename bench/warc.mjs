// CPU time of warcio.js reading a WARC over ours reading the same one. Usage: node bench/warc.mjs [pages] (after npm run build)
// The WARC is generated in a folder of its own and removed. Both are asked for every page with its content decoded.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { read } from '../dist/read/read.js';

const PAGES = Number(process.argv[2]) || 1500;
/** The compiler of Node needs some thousand pages before either reads at its full speed. */
const WARM_UP = 3;
const ROUNDS = 7;
const SYLLABLES =
  'ба бе бі да ды ға ге жа же қа қы кө ла ле ма мен на не ра рі са су та ты ша шы ау ай ең ық ым ін'.split(' ');

/** A page of about 58 KB, most of it menus and scripts, as engines print them. */
function page(number) {
  let seed = number * 7919 + 1;
  const next = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    // The low bits of such a generator repeat.
    return (seed >>> 12) % below;
  };
  const word = () => Array.from({ length: 2 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('');
  const text = (count) => Array.from({ length: count }, word).join(' ');
  const menu = Array.from(
    { length: 300 },
    (_, i) => `<li class="menu-item item-${i}"><a href="/${next(99)}/${next(9999)}-x.html">${text(4)}</a></li>`,
  );
  const body = Array.from({ length: 18 }, () => `<p>${text(60)}.</p>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${text(6)}</title></head><body><ul>${menu.join('\n')}</ul><div class="text">${body.join('\n')}</div></body></html>`;
}

function record(number) {
  const body = Buffer.from(page(number));
  const block = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${number}>\r\nWARC-Date: 2024-03-24T10:00:00Z\r\nWARC-Target-URI: https://bench.example/${number}.html\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`;
  return gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]));
}

async function readOurs(path) {
  let bytes = 0;
  for await (const result of read([path], { format: null, capturedAt: null })) {
    if (result.kind === 'capture') bytes += result.capture.payload.length;
  }
  return bytes;
}

async function readTheirs(path) {
  let bytes = 0;
  for await (const entry of new WARCParser(createReadStream(path))) {
    if (entry.warcType === 'response') bytes += (await entry.readFully(true)).length;
  }
  return bytes;
}

/** Median CPU milliseconds (user and system) of reading the file, and the bytes of all pages. */
async function measure(run, path) {
  const costs = [];
  let bytes = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const before = process.cpuUsage();
    bytes = await run(path);
    const { user, system } = process.cpuUsage(before);
    if (round >= WARM_UP) costs.push((user + system) / 1000);
  }
  return { bytes, ms: costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] };
}

const readers = { ours: readOurs, theirs: readTheirs };

/** Each reader has a process of its own, so that neither pays for the other's garbage. */
function measureAlone(name, path) {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, '--measure', name, path], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-bench-'));
  try {
    const path = join(folder, 'pages.warc.gz');
    writeFileSync(path, Buffer.concat(Array.from({ length: PAGES }, (_, number) => record(number))));
    const [ours, theirs] = [measureAlone('ours', path), measureAlone('theirs', path)];
    if (ours.bytes !== theirs.bytes) throw new Error(`our ${ours.bytes} bytes are not their ${theirs.bytes}`);
    const each = ({ ms }) => `${Math.round((ms * 1000) / PAGES)} µs a page`;
    const ratio = (theirs.ms / ours.ms).toFixed(2);
    console.log(`muragat ${each(ours)} · warcio.js ${each(theirs)} · ratio ${ratio} (at least 3)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [mode, name, file] = process.argv.slice(2);
if (mode === '--measure') console.log(JSON.stringify(await measure(readers[name], file)));
else compare();
