// Reads pages of 8 MB that are made to be costly, and tells which of them cost how much CPU: rejected or read, none may run on.
// node bench/baits.mjs [--megabytes 8]      (after npm run build)
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { profiles, readPage } from '../dist/index.js';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '8' } } });
/** Bytes of a bait, a little less than what is read as a page. */
const SIZE = Number(values.megabytes) * (1 << 20) - 2000;

const fill = (make, size = SIZE) => {
  const parts = [];
  let n = 0;
  for (let i = 0; n < size; i++) {
    const s = make(i);
    parts.push(s);
    n += Buffer.byteLength(s);
  }
  return parts.join('');
};
const moji = (t) =>
  [...Buffer.from(t, 'utf8')].map((b) => new TextDecoder('windows-1251').decode(Buffer.from([b]))).join('');
const latin = (t) => [...Buffer.from(t, 'utf8')].map((b) => String.fromCharCode(b)).join('');
const page = (body) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Тақырып » Газет</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body><div id="dle-content"><h1>Тақырып</h1>${body}</div></body></html>`;
const sent = 'Бұл туралы ҚазАқпарат тілшісіне сілтеме жасап деп хабарлайды «Жаңақорған тынысы». ';
const H = {
  deepDiv: () => page(fill(() => '<div>')),
  deepB: () => page(fill(() => '<b><i>x')),
  links: () => page(fill((i) => `<a href="/n/${i}-a.html">Сілтеме ${i} туралы хабар</a> `)),
  linksUl: () => page(fill((i) => `<li><a href="/n/${i}-a.html">№${i} (${8000 + i}) 24</a></li>`)),
  paras: () => page(fill((i) => `<p>${sent}${i}</p>`)),
  oneLine: () => page(`<p>${fill(() => sent)}</p>`),
  oneLineNoDot: () => page(`<p>${fill(() => 'ҚазАқпарат деп хабарлайды сілтеме жасап, ')}</p>`),
  quotes: () => page(`<p>${fill(() => '«Ақ» ')}</p>`),
  openQuotes: () => page(`<p>${fill(() => '«')}</p>`),
  rus: () => page(fill((i) => `<p>Об этом сообщает «Интерфакс» со ссылкой на пресс-службу МВД. ${i}</p>`)),
  rusLine: () => page(`<p>${fill(() => 'сообщает со ссылкой на пресс-службу ')}</p>`),
  moji: () => page(fill((i) => `<p>${moji('Ауыл тұрғындары қысқа дейін көше шамдарын да күтіп отыр ')}${i}</p>`)),
  latinMoji: () => page(fill((i) => `<p>${latin('Ауыл тұрғындары қысқа дейін ')}${i}</p>`)),
  mojiLine: () => page(`<p>${fill(() => moji('Ауыл тұрғындары '))}</p>`),
  lost: () => page(fill((i) => `<p>А??ыл т??р?ындары ${i} Ð ÐÑ</p>`)),
  fffd: () => page(fill((i) => `<p>А\ufffdыл т\ufffdр\ufffdында ${i}</p>`)),
  cells: () =>
    page(`<table>${fill((i) => `<tr><td>${i % 31}</td><td><a href="/2024/03/${i % 28}/">x</a></td></tr>`)}</table>`),
  tables: () => page(fill(() => '<table><tr><td>')),
  headings: () => page(fill((i) => `<h1>Тақырып ${i}</h1><h2>Тақырып</h2>`)),
  dates: () =>
    page(fill((i) => `<span class="date">${1 + (i % 28)} маусым 20${10 + (i % 14)} ж. 10:${10 + (i % 50)}</span>`)),
  datesLine: () => page(`<p>${fill((i) => `${1 + (i % 28)} маусым 20${10 + (i % 14)} ж., `)}</p>`),
  counters: () => page(fill((i) => `<li title="Қаралды: ${i}">${i}</li>`)),
  comments: () =>
    page(
      fill(
        (i) =>
          `<div id="comment-id-${i}" class="comment"><span class="name">А${i}</span><div id="comm-id-${i}">Пікір ${i}</div></div>`,
      ),
    ),
  nestedComments: () =>
    page(
      fill((i) => `<ol class="comments-tree-list"><li id="comments-tree-item-${i}"><div id="comment-id-${i}">x</div>`),
    ),
  jsonld: () =>
    page(
      `<script type="application/ld+json">[${fill((i) => `{"@type":"NewsArticle","headline":"Т ${i}","datePublished":"2019-06-24"},`)}{}]</script>`,
    ),
  jsonldDeep: () => page(`<script type="application/ld+json">${'['.repeat(SIZE)}</script>`),
  jsonlds: () =>
    page(
      fill(
        (i) => `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Т ${i}"}]}</script>`,
      ),
    ),
  metas: () => `<html><head>${fill((i) => `<meta property="og:title" content="Т ${i}">`)}</head><body>x</body></html>`,
  entities: () => page(`<p>${fill(() => '&amp;#1178;')}</p>`),
  attrs: () => page(`<div ${fill((i) => `a${i}="x" `)}>x</div>`),
  classes: () => page(fill((i) => `<div class="c${i} story text"><p>Мәтін ${i}</p></div>`)),
  longClass: () => page(`<div class="${fill((i) => `c${i} `)}">x</div>`),
  title: () => `<html><head><title>${fill(() => 'Тақырып » ')}</title></head><body><h1>Тақырып</h1></body></html>`,
  breadcrumbs: () => page(`<div class="speedbar">${fill((i) => `<a href="/c${i}/">Бөлім ${i}</a> » `)}</div>`),
  keywords: () =>
    `<html><head><meta name="keywords" content="${fill((i) => `сөз${i}, `)}"></head><body><h1>x</h1></body></html>`,
  images: () => page(fill((i) => `<img src="/u/${i}.jpg" alt="сурет ${i}">`)),
  brs: () => page(fill((i) => `Жол ${i}<br>`)),
  select: () => page(`<select>${fill((i) => `<option value="${i}">№${i} (87) 12 мамыр</option>`)}</select>`),
  lt: () => page(fill(() => '<')),
  unclosedComment: () => page(fill(() => '<!--')),
  unclosedAttr: () => page(fill(() => '<a href="')),
  scripts: () => page(fill(() => '<script></script>')),
  spaces: () => page(`<p>${fill(() => ' \u00a0\t')}</p>`),
  sameLines: () => page(fill(() => '<p>Бір жол</p>')),
  digits: () => page(`<p>${fill(() => '1 234 567 ')}</p>`),
  photo: () => page(fill((i) => `<p>Фото: А. Бекұлы, Б. Сериков ${i}</p>`)),
  byline: () => page(`<p>${fill((_i) => `Айгүл Бекқызы, Серік Нұрланұлы, `)}</p>`),
};
const T = {
  tLines: () => fill((i) => `Жол ${i} туралы мәтін\n`),
  tSent: () => fill(() => `${sent}\n`),
  tOne: () => fill(() => sent),
  tMoji: () => fill((i) => `${moji('Ауыл тұрғындары қысқа ') + i}\n`),
  tDates: () => fill((i) => `${1 + (i % 28)} маусым 2019 ж. 10:15\n`),
  tIssues: () => fill((i) => `№${i} (${8000 + i}) 24\n`),
  tNumbers: () => fill((i) => `${i}\n`),
  tBlank: () => fill(() => '\n'),
  tBread: () => fill((i) => `Басты бет » Бөлім » Тақырып ${i}\n`),
  tSpaces: () => fill(() => ' '),
  tCal: () => fill(() => 'Дс Сс Ср Бс Жм Сн Жк\n1 2 3 4 5 6 7\n'),
  tSame: () => fill(() => 'Бір жол\n'),
  tFoot: () => fill((i) => `Қаралды: ${i} Пікірлер: 0 24 маусым 2019 ж.\n`),
};

const results = [];
for (const [baits, mediaType] of [
  [H, 'text/html'],
  [T, 'text/plain'],
])
  for (const [name, make] of Object.entries(baits)) results.push(measured(name, Buffer.from(make()), mediaType));
results.sort((a, b) => b.seconds - a.seconds);
for (const { name, seconds, end } of results)
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${name.padEnd(16)} ${end}`);
console.log(
  `${results.length} baits of ${values.megabytes} MB, the costliest ${results[0].seconds.toFixed(1)} s of CPU`,
);

function measured(name, payload, mediaType) {
  const contentSha256 = createHash('sha256').update(payload).digest('hex');
  const source = { path: name, format: 'html', locator: 'file' };
  const facts = { capturedAt: null, capturedAtBasis: null, httpStatus: 200, charsetDeclared: 'utf-8', recordId: null };
  const capture = { source, url: null, mediaType, payload, contentSha256, diagnostics: [], ...facts };
  const before = process.cpuUsage();
  const end = kindOf(capture);
  const { user, system } = process.cpuUsage(before);
  return { name, seconds: (user + system) / 1e6, end };
}

function kindOf(capture) {
  try {
    return readPage(capture, { charset: null, site: null, baseUrl: null, profiles }).kind;
  } catch (error) {
    return `rejected: ${error.message}`;
  }
}
