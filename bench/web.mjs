// Accuracy on labelled pages of other sites, and pages a CPU-second over readability + linkedom.
// usage: npm run build && node bench/web.mjs [folder with node_modules of other tools] [folder of cases]
// The cases are those of ../shared/cases/web; other tools are measured where the folder has them:
//   npm i --prefix <folder> @mozilla/readability linkedom defuddle @extractus/article-extractor @postlight/parser
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { profiles, readPage } from '../dist/index.js';

const [others = '', given = join(import.meta.dirname, '../../shared/cases/web')] = process.argv.slice(2);
const cases = resolve(given);
if (!existsSync(join(cases, 'truth.jsonl'))) {
  console.error(`no truth.jsonl in ${cases}`);
  process.exit(66);
}
/** The compiler of Node reads at its full speed only after a round. */
const ROUNDS = 3;
const score = join(cases, 'score.mjs');
const run = (...args) => spawnSync(process.execPath, [score, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
const pages = run('feed')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const options = { charset: null, site: null, baseUrl: null, profiles };
const nothing = { capturedAt: null, capturedAtBasis: null, httpStatus: null, contentSha256: '', recordId: null };
function muragat({ url, html }) {
  const source = { path: url, format: 'html', locator: 'file' };
  const capture = { ...nothing, source, url, mediaType: 'text/html', charsetDeclared: 'utf-8', diagnostics: [] };
  return readPage({ ...capture, payload: Buffer.from(html) }, options).article;
}

/** Readers of the other tools that the folder holds; text of markup is that of its blocks. */
async function openOthers() {
  if (others === '') return [];
  const require = createRequire(join(resolve(others), 'package.json'));
  const find = async (name) => {
    try {
      return await import(name.startsWith('/') ? name : require.resolve(name));
    } catch {
      return null;
    }
  };
  const linkedom = await find('linkedom');
  const textOf = (html) =>
    linkedom === null
      ? html
      : linkedom
          .parseHTML(`<html><body>${html.replace(/<(?:\/p|br|\/div|\/li|\/h\d)/g, '\n$&')}</body></html>`)
          .document.body.textContent.trim();
  const readability = await find('@mozilla/readability');
  const defuddle = await find(join(resolve(others), 'node_modules/defuddle/dist/node.js'));
  const extractor = await find('@extractus/article-extractor');
  const mercury = await find('@postlight/parser');
  return [
    linkedom &&
      readability && [
        'readability',
        ({ html }) => {
          const { Readability } = readability.default ?? readability;
          const article = new Readability(linkedom.parseHTML(html).document).parse();
          return { headline: article?.title, datePublished: article?.publishedTime, articleBody: article?.textContent };
        },
      ],
    linkedom &&
      defuddle && [
        'defuddle',
        async ({ html, url }) => {
          const article = await defuddle.Defuddle(linkedom.parseHTML(html).document, url);
          return { headline: article.title, datePublished: article.published, articleBody: textOf(article.content) };
        },
      ],
    extractor && [
      'article-extractor',
      async ({ html, url }) => {
        const article = await extractor.extractFromHtml(html, url);
        return {
          headline: article?.title,
          datePublished: article?.published,
          articleBody: textOf(article?.content ?? ''),
        };
      },
    ],
    mercury && [
      'mercury',
      async ({ html, url }) => {
        const article = await mercury.default.parse(url, { html, contentType: 'text' });
        return { headline: article.title, datePublished: article.date_published, articleBody: article.content };
      },
    ],
  ].filter(Boolean);
}

async function readAll(read) {
  const records = [];
  for (const page of pages) {
    let article = null;
    try {
      article = await read(page);
    } catch {}
    records.push({ url: page.url, article });
  }
  return records;
}

const folder = mkdtempSync(join(tmpdir(), 'web-'));
function rate(name, records) {
  const file = join(folder, 'records.ndjson');
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
  const { rows } = JSON.parse(run(file, '--json'));
  const cell = (value) => (value === null ? '   -' : value.toFixed(3)).padStart(6);
  for (const row of rows) {
    const body = row.bodies > 0 ? row.f1 : null;
    console.log(
      `${name.padEnd(18)}${row.set.padEnd(10)} body ${cell(body)}  title ${cell(row.exact)} ${cell(row.loose)}  date ${cell(row.day)} ${cell(row.near)} wrong ${cell(row.wrong)}`,
    );
  }
  const bodies = rows.filter((row) => row.bodies > 0).map((row) => row.f1);
  console.log(`${name.padEnd(18)}mean body F1 ${(bodies.reduce((a, b) => a + b, 0) / bodies.length).toFixed(3)}\n`);
}

async function cpuOf(read) {
  const { user, system } = process.cpuUsage();
  const records = await readAll(read);
  const used = process.cpuUsage({ user, system });
  return { records, seconds: (used.user + used.system) / 1e6 };
}

const silenced = ['warn', 'error', 'debug'];
for (const method of silenced) console[method] = () => {};
const tools = [['muragat', muragat], ...(await openOthers())];
const seconds = new Map();
for (const [name, read] of tools) {
  const runs = [];
  const rounds = name === 'muragat' || name === 'readability' ? ROUNDS : 1;
  for (let round = 0; round < rounds; round += 1) runs.push(await cpuOf(read));
  seconds.set(name, Math.min(...runs.map((one) => one.seconds)));
  rate(name, runs[0].records);
}
const own = seconds.get('muragat');
for (const [name, used] of seconds)
  if (name !== 'muragat') console.log(`pages a CPU-second, muragat over ${name}: ${(used / own).toFixed(1)}`);
rmSync(folder, { recursive: true });
