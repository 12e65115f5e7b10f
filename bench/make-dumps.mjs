// Writes samples/containers: the same two invented pages in one small dump of each format, and broken dumps by name.
// The same bytes each time: node bench/make-dumps.mjs [folder]
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, crc32, deflateRawSync, gzipSync } from 'node:zlib';

const folder = process.argv[2] ?? fileURLToPath(new URL('../samples/containers', import.meta.url));
const HOST = 'kokzhiek-tany.example';
const DATE = '2024-03-24T10:00:00Z';

const pages = [
  {
    path: 'kogam/812-kopir-zhondeldi.html',
    html: page('Ауыл көпірі жөнделді', '14 наурыз 2024 ж.', 214, [
      'Қарасу ауылындағы ағаш көпір күрделі жөндеуден өтті.',
      'Енді жүк көліктері де еркін өтеді.',
    ]),
  },
  {
    path: 'bilim/815-kitap-kuni.html',
    html: page('Мектепте кітап күні өтті', '19 наурыз 2024 ж.', 97, [
      'Оқушылар сүйікті кітаптарын алып келді.',
      'Келесі кездесу сәуірде болады.',
    ]),
  },
].map((entry) => ({ ...entry, url: `https://${HOST}/${entry.path}` }));

function page(headline, date, views, paragraphs) {
  return Buffer.from(`<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>${headline} » Көкжиек таңы</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div class="speedbar"><span id="dle-speedbar"><a href="/">Көкжиек таңы</a> » ${headline}</span></div>
<div id="dle-content"><article class="box story fullstory"><h1 class="title">${headline}</h1>
<div class="text">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>
<ul class="meta"><li class="story_date meta_date">${date}</li><li class="meta_views" title="Просмотров: ${views}">${views}</li></ul></article></div></body></html>
`);
}

// WARC and ARC

const digest = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const http = (body) =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ]);

function record(number, fields, block) {
  const head = Object.entries({
    'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
    'WARC-Date': DATE,
    ...fields,
    'Content-Length': block.length,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

const info = record(
  0,
  { 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' },
  Buffer.from('software: sample-crawler 1.0\r\n'),
);
const response = ({ url, html }, index, more = {}) =>
  record(
    index + 1,
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': url,
      'WARC-Block-Digest': digest(http(html)),
      'WARC-Payload-Digest': digest(html),
      'Content-Type': 'application/http; msgtype=response',
      ...more,
    },
    http(html),
  );
const records = [info, ...pages.map((entry, index) => response(entry, index))];
const warc = Buffer.concat(records);
const warcGz = Buffer.concat(records.map((bytes) => gzipSync(bytes)));
const wet = Buffer.concat([
  info,
  record(
    9,
    { 'WARC-Type': 'conversion', 'WARC-Target-URI': pages[0].url, 'Content-Type': 'text/plain' },
    Buffer.from('Ауыл көпірі жөнделді\n\nҚарасу ауылындағы ағаш көпір күрделі жөндеуден өтті.\n'),
  ),
]);
const quoting = Buffer.from(
  pages[0].html
    .toString()
    .replace(
      '<p>Енді',
      '<pre>\r\n\r\nWARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://phantom.example/\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<p>Phantom.</p>\r\n\r\n</pre><p>Енді',
    ),
);
const arcRecord = (line, block) => Buffer.concat([Buffer.from(`${line} ${block.length}\n`), block, Buffer.from('\n')]);
const arc = Buffer.concat([
  arcRecord(
    'filedesc://pages.arc 0.0.0.0 20240324100000 text/plain',
    Buffer.from('1 0 SampleCrawler\nURL IP-address Archive-date Content-type Archive-length\n'),
  ),
  ...pages.map(({ url, html }) => arcRecord(`${url} 192.0.2.1 20240324100000 text/html`, http(html))),
]);

// zip and tar, by hand, since no library writes broken ones

function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, data, mode = 0o100644, isStored = false } of entries) {
    const packed = isStored ? data : deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(isStored ? 0 : 8, 4);
    common.writeUInt32LE(0x58780000, 6);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), common, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function tar(entries) {
  const parts = entries.flatMap(({ name, data = Buffer.alloc(0), type = '0', link = '' }) => {
    const head = Buffer.alloc(512);
    const octal = (value, at, size) => head.write(`${value.toString(8).padStart(size - 1, '0')}\0`, at, 'latin1');
    head.write(name, 0, 100);
    octal(0o644, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(data.length, 124, 12);
    octal(1711274400, 136, 12);
    head.write('        ', 148);
    head.write(type, 156);
    head.write(link, 157, 100);
    head.write('ustar\x0000', 257, 'latin1');
    octal(
      head.reduce((sum, byte) => sum + byte, 0),
      148,
      7,
    );
    return [head, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

const tree = pages.map(({ path, html }) => ({ name: `${HOST}/${path}`, data: html }));

/** `change` alters the archive after its hash was taken; `extra` are entries beside it, by the bytes of its list of parts. */
function wacz({ change = (bytes) => bytes, more = [], extra = () => [] } = {}) {
  const listed = { name: 'archive/pages.warc.gz', data: warcGz, isStored: true };
  const resources = [
    { name: 'pages.warc.gz', path: listed.name, hash: digest(listed.data), bytes: listed.data.length },
    ...more,
  ];
  const list = Buffer.from(
    JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', software: 'sample-packer 1.0', resources }),
  );
  const pagesList = Buffer.from('{"format":"json-pages-1.0","id":"pages","title":"All Pages"}\n');
  return zip([
    { ...listed, data: change(listed.data) },
    { name: 'pages/pages.jsonl', data: pagesList },
    { name: 'datapackage.json', data: list },
    ...extra(list),
  ]);
}

/** The seal of a WACZ: the hash of its list of parts. */
const seal = (list) => [
  {
    name: 'datapackage-digest.json',
    data: Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: digest(list) })),
  },
];

// texts

const lines = pages.map(({ url, html }) => JSON.stringify({ url, html: html.toString(), capturedAt: DATE }));
const jsonl = Buffer.from(`${lines.join('\n')}\n`);
const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;
const csv = [
  'url,html,capturedAt',
  ...pages.map(({ url, html }) => [url, html.toString(), DATE].map(quoted).join(',')),
].join('\r\n');
const commented = (comment) =>
  Buffer.concat([
    Buffer.from('<!DOCTYPE html>\n'),
    Buffer.from(`<!-- ${comment} -->\n`),
    pages[0].html.subarray('<!DOCTYPE html>\n'.length),
  ]);
const mhtml = [
  'From: <Saved by a browser>',
  `Snapshot-Content-Location: ${pages[0].url}`,
  'Subject: sample',
  'Date: Sun, 24 Mar 2024 10:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----sample-boundary----"',
  '',
  '',
  '------sample-boundary----',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  `Content-Location: ${pages[0].url}`,
  '',
  ...(pages[0].html.toString('base64').match(/.{1,76}/g) ?? []),
  '',
  '------sample-boundary----',
  'Content-Type: image/gif',
  'Content-Transfer-Encoding: base64',
  `Content-Location: https://${HOST}/p.gif`,
  '',
  'R0lGODlhAQABAAAAACw=',
  '------sample-boundary------',
  '',
].join('\r\n');

const flipped = (bytes, at) => {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at] ^= 0x55;
  return copy;
};

const dumps = {
  'pages.warc': warc,
  'pages.warc.gz': warcGz,
  'one-member.warc.gz': gzipSync(warc),
  'pages.warc.wet': wet,
  'pages.arc': arc,
  'pages.wacz': wacz(),
  'pages.zip': zip(tree),
  'pages.tar': tar(tree),
  'pages.tar.gz': gzipSync(tar(tree)),
  'nested.zip': zip([{ name: 'inner.zip', data: zip([{ name: 'a.warc.gz', data: warcGz }]) }]),
  'pages.jsonl': jsonl,
  'pages.jsonl.gz': gzipSync(jsonl),
  'pages.jsonl.br': brotliCompressSync(jsonl),
  'pages.json': Buffer.from(`[\n  ${lines.join(',\n  ')}\n]\n`),
  'pages.csv': Buffer.from(csv),
  'page.mhtml': Buffer.from(mhtml),
  'page.html.gz': gzipSync(
    commented(`saved from url=(${String(pages[0].url.length).padStart(4, '0')})${pages[0].url}`),
  ),
  'by-browser.html': commented(`saved from url=(${String(pages[0].url.length).padStart(4, '0')})${pages[0].url}`),
  'by-single-file.html': commented(
    `\n Page saved with SingleFile \n url: ${pages[0].url} \n saved date: Sun Mar 24 2024 15:00:00 GMT+0500 (Kazakhstan Time)\n`,
  ),
  'by-httrack.html': commented(
    `Mirrored from ${HOST}/${pages[0].path} by HTTrack Website Copier/3.x [XR&CO'2014], Sun, 24 Mar 2024 10:00:00 GMT`,
  ),
  'quoting-a-record.warc': Buffer.concat([info, response({ ...pages[0], html: quoting }, 0)]),
  'revisit.warc': Buffer.concat([
    ...records,
    record(
      7,
      {
        'WARC-Type': 'revisit',
        'WARC-Target-URI': pages[0].url,
        'WARC-Refers-To-Target-URI': pages[0].url,
        'WARC-Refers-To-Date': DATE,
        'WARC-Date': '2024-04-01T10:00:00Z',
        'Content-Type': 'application/http; msgtype=response',
      },
      Buffer.from('HTTP/1.1 304 Not Modified\r\n\r\n'),
    ),
  ]),
  'broken/cut.warc': warc.subarray(0, warc.length - 300),
  'broken/cut.warc.gz': warcGz.subarray(0, warcGz.length - 100),
  'broken/no-directory.zip': zip(tree).subarray(0, -80),
  'broken/cut.tar': tar(tree).subarray(0, 2048 + 200),
  'broken/wrong-digest.warc': Buffer.concat([
    info,
    response(pages[0], 0, { 'WARC-Payload-Digest': digest(Buffer.from('?')) }),
  ]),
  'broken/wrong-checksum.html.gz': flipped(gzipSync(pages[0].html), -8),
  'broken/damaged-member.warc.gz': Buffer.concat([
    ...records
      .slice(0, 2)
      .map((bytes) => gzipSync(bytes))
      .map((bytes, index) => (index === 1 ? flipped(flipped(bytes, 40), 41) : bytes)),
    gzipSync(records[2]),
  ]),
  'broken/wrong-checksum.jsonl.gz': flipped(gzipSync(jsonl), -8),
  'broken/wrong-checksum.tar.gz': flipped(gzipSync(tar(tree)), -8),
  'broken/wrong-hash.wacz': wacz({ change: (bytes) => Buffer.concat([bytes, gzipSync(response(pages[0], 4))]) }),
  'broken/wrong-seal.wacz': wacz({ extra: () => seal(Buffer.from('{}')) }),
  'broken/missing-part.wacz': wacz({
    more: [{ name: 'more.warc.gz', path: 'archive/more.warc.gz', hash: digest(Buffer.from('gone')), bytes: 4 }],
    extra: seal,
  }),
  'broken/climbing-names.zip': zip([
    ...tree,
    { name: '../evil.html', data: pages[0].html },
    { name: '/evil.html', data: pages[0].html },
    { name: 'link.html', data: Buffer.from('/etc/hostname'), mode: 0o120777 },
  ]),
  'broken/too-deep.zip': [1, 2, 3, 4, 5].reduce((data) => zip([{ name: 'inner.zip', data }]), zip(tree)),
};

for (const [name, data] of Object.entries(dumps)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), data);
}
console.log(`${Object.keys(dumps).length} dumps in ${folder}`);
