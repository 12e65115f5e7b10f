// Prints the word list inside a tesseract model, one word a line: the source of the lists that bench/restore-model.mjs takes.
// usage: node bench/restore-words.mjs <kaz.traineddata>
import { readFileSync } from 'node:fs';

/** Places of the LSTM model's words and of its letters in a `.traineddata` file. */
const WORDS = 19;
const LETTERS = 21;

const file = readFileSync(process.argv[2]);
const offsets = Array.from({ length: file.readInt32LE(0) }, (_, index) => Number(file.readBigInt64LE(4 + 8 * index)));
const part = (index) => {
  const start = offsets[index];
  const end = Math.min(file.length, ...offsets.filter((offset) => offset > start));
  return file.subarray(start, end);
};

const [size, ...lines] = part(LETTERS).toString('utf8').split('\n');
const letters = lines.slice(0, Number(size)).map((line) => line.split(' ')[0]);
const graph = part(WORDS);
/** An edge: letter, three flags (last of its state, backwards, end of a word), target. */
const letterBits = BigInt(Math.ceil(Math.log2(graph.readInt32LE(2) + 1)));
const edge = (index) => graph.readBigUInt64LE(10 + 8 * index);

const open = [{ state: 0, word: '' }];
for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
  for (let at = entry.state; ; at += 1) {
    const value = edge(at);
    const flags = Number((value >> letterBits) & 7n);
    const target = Number(value >> (letterBits + 3n));
    if ((flags & 2) === 0) {
      const word = entry.word + letters[Number(value & ((1n << letterBits) - 1n))];
      if ((flags & 4) !== 0) console.log(word);
      if (target !== 0) open.push({ state: target, word });
    }
    if ((flags & 1) !== 0) break;
  }
}
