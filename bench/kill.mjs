// Kills a real import at random instants, runs it again, and compares the archive with that of one clean run:
// node bench/kill.mjs [--rounds 200] [--pages 1500] [--seed 1]      (after npm run build)
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkSqliteFile, openSqliteStore } from '../dist/index.js';
import { randomOf } from './random.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    pages: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
  },
});
const bin = fileURLToPath(new URL('../bin/muragat.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muragat-kill-'));
const random = randomOf(Number(values.seed));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

writeDumps(Number(values.pages));
const clean = await importInto('clean.db', null);
const expected = await digestOf('clean.db');
if (clean.code !== 0) throw new Error(`the clean run ended with ${clean.code}: ${clean.errors}`);

const tally = { rounds: 0, killed: 0, withoutArchive: 0, halfDone: 0, damaged: 0, differing: 0, failed: 0 };
for (; tally.rounds < Number(values.rounds); tally.rounds += 1) await round();
const text = Object.entries(tally)
  .map(([name, count]) => `${name} ${count}`)
  .join(' · ');
console.log(`${text} · clean run ${clean.milliseconds} ms, seed ${values.seed}`);
process.exitCode = tally.damaged + tally.differing + tally.failed === 0 ? 0 : 1;

/** One kill, a look at what it left, and the run that goes on. */
async function round() {
  const archive = 'killed.db';
  for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, archive + ending), { force: true });
  const killed = await importInto(archive, random() * clean.milliseconds);
  if (killed.signal === 'SIGKILL') tally.killed += 1;
  const left = await look(archive);
  if (left === null) tally.withoutArchive += 1;
  else if (left.articles > 0 && left.digest !== expected) tally.halfDone += 1;
  if (left?.damages.length > 0) report('damaged', left.damages[0].message);
  const again = await importInto(archive, null);
  if (again.code !== 0) report('failed', again.errors);
  const after = await look(archive);
  if (after?.damages.length !== 0) report('damaged', after?.damages[0]?.message);
  else if (after.digest !== expected || after.running > 0) report('differing', after.digest);
}

function report(kind, why) {
  tally[kind] += 1;
  console.log(`round ${tally.rounds}: ${kind}: ${why}`);
}

async function look(archive) {
  try {
    const damages = checkSqliteFile(join(folder, archive));
    return { damages, ...(await contentOf(archive)) };
  } catch (error) {
    if (error.code === 'input-missing') return null;
    throw error;
  }
}

async function contentOf(archive) {
  const store = openSqliteStore(join(folder, archive), { create: false });
  try {
    const { imports } = await store.status();
    const running = imports.filter(({ status }) => status === 'running').length;
    return { digest: await store.digest(), ...(await store.totals()), running };
  } finally {
    await store.close();
  }
}

async function digestOf(archive) {
  return (await contentOf(archive)).digest;
}

/** Runs an import to its end, or kills it after some milliseconds. */
function importInto(archive, killAfter) {
  const started = performance.now();
  const args = ['import', '--quiet', '--db', archive, 'dumps'];
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, errors, milliseconds: Math.round(performance.now() - started) });
    }),
  );
}

/** Invented stories in four dumps; stories of one are read again in the next, with more views and sometimes another text. */
function writeDumps(pages) {
  mkdirSync(join(folder, 'dumps'));
  for (let dump = 0; dump < 4; dump += 1) {
    const lines = Array.from({ length: Math.ceil(pages / 4) }, (_, index) => storyLine(index * 2 + dump * 40, dump));
    writeFileSync(join(folder, 'dumps', `${dump}.jsonl`), lines.join(''));
  }
}

function storyLine(id, dump) {
  const headline = `Қайыңды ауылында ${id} отбасы баспаналы болды`;
  const extra = id % 7 === 0 ? `<p>Кейін тағы ${dump} үй тапсырылды.</p>` : '';
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline} » Қайыңды</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text"><p>Кілт тапсыру рәсіміне ${id} адам қатысты.</p><p>Құрылыс келесі көктемде жалғасады.</p>${extra}</div>
<ul class="meta"><li title="Қаралды: ${id + dump}">${id + dump}</li><li title="Пікірлер: 0">0</li><li class="story_date"><time datetime="2021-05-04">04 мамыр 2021 ж.</time></li></ul></article></div></body></html>`;
  const url = `https://qaiyndy.example/aimaq/${id}-ui.html`;
  return `${JSON.stringify({ url, html, capturedAt: `2022-0${dump + 1}-05T08:00:00Z` })}\n`;
}
