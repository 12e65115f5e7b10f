// Builds data/restore-{kk,ru}.{graph,counts}.gz, the model that `restore` loads on demand.
// usage: npm run build && node bench/restore-model.mjs <kk.txt> <ru.txt> <kk.words> <ru.words> [--data folder]
//   *.txt: clean text, one sentence or paragraph a line; *.words: word lists, one a line (sources and licences: docs/repair-model.md)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { countLine, openCounts, packCounts } from '../dist/settle/language-counts.js';
import { toCodes } from '../dist/settle/letters.js';
import { buildWordGraph, packWordGraph } from '../dist/settle/word-graph.js';

const args = process.argv.slice(2);
const [kkText, ruText, kkWords, ruWords] = args;
const folder = args.includes('--data')
  ? pathToFileURL(`${args[args.indexOf('--data') + 1]}/`)
  : new URL('../data/', import.meta.url);
mkdirSync(folder, { recursive: true });

for (const [language, text, list] of [
  ['kk', kkText, kkWords],
  ['ru', ruText, ruWords],
]) {
  const counts = openCounts();
  for (const line of readFileSync(text, 'utf8').split('\n')) countLine(counts, line);
  const words = readFileSync(list, 'utf8')
    .split(/[^\p{L}]+/u)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 1 && toCodes(word) !== null)
    .filter((word) => language === 'kk' || !/[әғқңөұүһі]/.test(word));
  const graph = buildWordGraph(words);
  write(`restore-${language}.graph.gz`, packWordGraph(graph));
  write(`restore-${language}.counts.gz`, packCounts(counts));
  console.log(
    `${language}: ${new Set(words).size} words, ${graph.edges.length} edges, ${counts.words.size} counted, ${counts.pairs.size} pairs`,
  );
}

function write(name, content) {
  const packed = gzipSync(content, { level: 9 });
  writeFileSync(new URL(name, folder), packed);
  console.log(`${name}: ${packed.length} bytes`);
}
