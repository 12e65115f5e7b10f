// Measures charsets and repair on the development cases: a table mechanism × language, and what clean text suffers.
// usage: npm run build && node bench/encoding.mjs [folder]   (default: ../shared/cases/encoding)
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../dist/decode/decode.js';
import { isSuspect } from '../dist/repair/gate.js';
import { repairSegments } from '../dist/repair/repair.js';
import { charsetReverse, charsetTable } from '../dist/text/charsets.js';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/cases/encoding');
if (!existsSync(join(folder, 'matrix.jsonl'))) {
  console.error(`no matrix.jsonl in ${folder}`);
  process.exit(66);
}
const textOf = (name) => readFileSync(join(folder, name), 'utf8');
const matrix = textOf('matrix.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`.padStart(8);

console.log('mechanism × language: exact alone | exact beside a clean copy | wrong copies | left and marked');
const cells = new Map();
for (const row of matrix) {
  const name = `${row.mechanism} ${row.lang}`;
  cells.set(name, [...(cells.get(name) ?? []), row]);
}
for (const [name, rows] of [...cells].sort()) {
  const tally = { exact: 0, copied: 0, wrong: 0, marked: 0 };
  for (const { damaged, clean } of rows) {
    const alone = repairSegments([damaged]);
    if (alone.texts[0] === clean) tally.exact += 1;
    if (alone.steps.some((step) => step.method === 'none')) tally.marked += 1;
    const beside = repairSegments([`» » ${clean}`, damaged]);
    if (beside.texts[1]?.trim() === clean.trim()) tally.copied += 1;
    else if (beside.steps.some((step) => step.method === 'page-copy')) tally.wrong += 1;
  }
  const { exact, copied, wrong, marked } = tally;
  console.log(
    name.padEnd(50),
    percent(exact, rows.length),
    percent(copied, rows.length),
    wrong,
    percent(marked, rows.length),
  );
}

console.log('\nclean text that was changed or marked');
const clean = {
  'kk.txt': textOf('kk.txt').split('\n'),
  'ru.txt': textOf('ru.txt').split('\n'),
  'meant.json': JSON.parse(textOf('meant.json')),
};
for (const [name, lines] of Object.entries(clean)) {
  const alone = lines.filter((line) => repairSegments([line]).steps.length > 0).length;
  console.log(name.padEnd(50), alone, 'alone,', repairSegments(lines).steps.length, 'as one page, of', lines.length);
}

/** Cases of ftfy whose answer is no question of the encoding, or which ftfy itself does not reach, by label. */
const OUT_OF_SCOPE = [
  [
    /^Messy language names: (?:Bulgarian|Russian|Serbian)/,
    'letters of Cyrillic are lost: kept as they are for restoring, not given up as U+FFFD',
  ],
  [/Incomplete UTF-8 .* in Arabic/, 'a known failure of ftfy: a digit lost its second byte'],
  [
    /Latin-1 \/ MacRoman mixup in Spanish/,
    'a known failure of ftfy: one byte of Mac OS Roman, which may be an apostrophe as well',
  ],
];
const straight = (text) => text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");

if (existsSync(join(folder, 'ftfy-cases.json'))) {
  console.log('\nftfy’s own cases; where ftfy gives no text with the encoding alone, quotes are compared straightened');
  const total = { right: 0, asked: 0, all: 0 };
  for (const [group, cases] of Object.entries(JSON.parse(textOf('ftfy-cases.json')))) {
    const asked = cases.filter(({ label }) => !OUT_OF_SCOPE.some(([pattern]) => pattern.test(label)));
    const right = asked.filter((each) => {
      const text = repairSegments([each.original]).texts[0];
      return (
        text === each['fixed-encoding'] ||
        text === each.fixed ||
        (!each['fixed-encoding'] && straight(text) === each.fixed)
      );
    });
    total.right += right.length;
    total.asked += asked.length;
    total.all += cases.length;
    console.log(group.padEnd(50), right.length, 'of', asked.length);
    for (const { label } of asked.filter((each) => !right.includes(each))) console.log('  not:', label);
    for (const { label } of cases) {
      const reason = OUT_OF_SCOPE.find(([pattern]) => pattern.test(label))?.[1];
      if (reason !== undefined) console.log(`  out of scope: ${label} (${reason})`);
    }
  }
  console.log(
    'of the encoding'.padEnd(50),
    percent(total.right, total.asked),
    'of all',
    percent(total.right, total.all),
  );
}

console.log('\npage copies of lossy lines: mended | wrong | asked');
for (const [name, damage] of Object.entries({ 'inside a longer line': null, 'cut with an ellipsis': cutHalf })) {
  const tally = { right: 0, wrong: 0, asked: 0 };
  for (const { mechanism, damaged, clean } of matrix) {
    if (!/^(?:d|e1|f3)/.test(mechanism)) continue;
    const pair = damage === null ? [damaged, clean] : damage(damaged, clean);
    if (pair === null) continue;
    const page = [damage === null ? `Басты бет » Жаңалықтар » ${clean} | Газета` : clean, pair[0]];
    const { texts, steps } = repairSegments(page);
    tally.asked += 1;
    if (texts[1].trim() === pair[1].trim()) tally.right += 1;
    else if (steps.some((step) => step.method === 'page-copy')) tally.wrong += 1;
  }
  console.log(name.padEnd(50), percent(tally.right, tally.asked), tally.wrong, tally.asked);
}

/** The first words of a damaged line and of its clean form, where both have the same number of words. */
function cutHalf(damaged, clean) {
  const [left, right] = [damaged.split(' '), clean.split(' ')];
  if (left.length !== right.length || right.length < 8) return null;
  const words = Math.ceil(right.length * 0.6);
  return [`${left.slice(0, words).join(' ')}...`, `${right.slice(0, words).join(' ')}...`];
}

console.log('\ncharset of cuts of unseen lines: text read exactly');
const charsets = {
  ru: ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'ibm855', 'x-mac-cyrillic', 'iso-8859-5'],
  kk: ['kz-1048', 'pt154'],
};
for (const length of [12, 20, 40, 120]) {
  for (const [lang, names] of Object.entries(charsets)) {
    for (const charset of names)
      console.log(`${length} bytes ${lang} ${charset}`.padEnd(50), charsetShare(lang, charset, length));
  }
}

function charsetShare(lang, charset, length) {
  const reverse = charsetReverse(charset);
  const table = charsetTable(charset);
  const single = [...new Set(matrix.filter((row) => row.lang === lang).map((row) => row.clean))];
  const lines = single.map((_, index) => [0, 1, 2].map((step) => single[(index + step) % single.length]).join(' '));
  const cuts = lines.flatMap((line) => {
    const known = [...line].filter((char) => char < '\u0080' || reverse.has(char)).join('');
    return [...Array(12).keys()].map((start) => known.split(' ').slice(start).join(' ').slice(0, length));
  });
  const fit = cuts.filter((cut) => cut.length === length && (cut.match(/[^\u0000-\u007f]/g)?.length ?? 0) >= 4);
  const right = fit.filter((cut) => {
    const bytes = Uint8Array.from(cut, (char) => (char < '\u0080' ? char.charCodeAt(0) : reverse.get(char)));
    const text = [...bytes].map((byte) => table[byte]).join('');
    return decode(bytes, { given: null, declared: null, mediaType: 'text/plain' }).text === text;
  });
  return `${percent(right.length, fit.length)} of ${fit.length}`;
}

console.log('\nspeed, MB of UTF-8 a CPU-second');
const all = [...clean['kk.txt'], ...clean['ru.txt']];
const damaged = matrix.filter(({ mechanism }) => mechanism.startsWith('b1')).map((row) => row.damaged);
const TIMES = 10;
const measures = {
  gate: [all, (lines) => lines.filter(isSuspect)],
  'clean text': [all, repairSegments],
  'UTF-8 to unwind': [damaged, repairSegments],
};
for (const [name, [lines, run]] of Object.entries(measures)) {
  const megabytes = Buffer.byteLength(lines.join('\n')) / 1e6;
  const speeds = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    for (let times = 0; times < TIMES; times += 1) run(lines);
    const { user, system } = process.cpuUsage(start);
    return (megabytes * TIMES) / ((user + system) / 1e6);
  });
  console.log(name.padEnd(50), speeds.sort((a, b) => a - b)[3].toFixed(0));
}
