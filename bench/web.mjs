// Accuracy on labelled pages of other sites, and pages a CPU-second over readability + linkedom.
// usage: npm run build && node bench/web.mjs [--against <folder with node_modules of other tools>] [--cases <folder>] [--halves]
// The cases are those of ../shared/cases/web. --halves parts them by site, the same way every time: look at the misses of `seen` only,
// so that `unseen` stays fit to measure. Other tools are measured where the folder has them (difflib from npm, for Mercury asks for a git address):
//   echo '{"overrides":{"difflib":"0.2.4"}}' > <folder>/package.json
//   npm i --prefix <folder> @mozilla/readability linkedom defuddle @extractus/article-extractor @postlight/parser
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { profiles, readPage } from '../dist/index.js';

const { values: flags } = parseArgs({
  options: {
    against: { type: 'string', default: '' },
    cases: { type: 'string', default: join(import.meta.dirname, '../../shared/cases/web') },
    halves: { type: 'boolean', default: false },
  },
});
const others = flags.against;
const cases = resolve(flags.cases);
if (!existsSync(join(cases, 'truth.jsonl'))) {
  console.error(`no truth.jsonl in ${cases}`);
  process.exit(66);
}
/** The compiler of Node reads at its full speed only after a round. */
const ROUNDS = 3;
const score = join(cases, 'score.mjs');
const run = (script, ...args) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
const pages = run(score, 'feed')
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
        const article = await mercury.default.parse(url, { html, contentType: 'text', fetchAllPages: false });
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

/** The last two parts of a host decide to which half its pages belong. */
function halfOf(url) {
  const site = new URL(url).hostname
    .replace(/^www\./, '')
    .split('.')
    .slice(-2)
    .join('.');
  return createHash('sha256').update(site).digest()[0] % 2 === 0 ? 'seen' : 'unseen';
}

/** The score reads the truth beside it: a half is a folder with half of the truth. */
function scoreOf(part) {
  if (part === null) return score;
  const place = join(folder, part);
  mkdirSync(place, { recursive: true });
  copyFileSync(score, join(place, 'score.mjs'));
  const lines = readFileSync(join(cases, 'truth.jsonl'), 'utf8').trim().split('\n');
  writeFileSync(join(place, 'truth.jsonl'), lines.filter((line) => halfOf(JSON.parse(line).url) === part).join('\n'));
  return join(place, 'score.mjs');
}

function rate(name, records, part = null) {
  const file = join(folder, 'records.ndjson');
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
  const { rows } = JSON.parse(run(scoreOf(part), file, '--json'));
  if (part !== null) console.log(`of sites ${part}:`);
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
  if (flags.halves) for (const part of ['seen', 'unseen']) rate(name, runs[0].records, part);
  rate(name, runs[0].records);
}
const own = seconds.get('muragat');
for (const [name, used] of seconds)
  if (name !== 'muragat') console.log(`pages a CPU-second, muragat over ${name}: ${(used / own).toFixed(1)}`);
rmSync(folder, { recursive: true });
