import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildKnowledge, type ModelData, type RestoreKnowledge } from './settle/knowledge.js';

/** Languages of the model in `data/` (docs: `repair-model.md`). */
const LANGUAGES = ['kk', 'ru'] as const;

/** What the shipped model knows, and what clean lines and word lists add to it. Reads the model when called. */
export function loadKnowledge(cleanLines: Iterable<string>, words: Iterable<string>): RestoreKnowledge {
  return buildKnowledge({ shipped: LANGUAGES.map(loadModel), archive: cleanLines, words });
}

function loadModel(language: string): ModelData {
  const graph = unpack(`restore-${language}.graph.gz`);
  const counts = unpack(`restore-${language}.counts.gz`).toString('utf8');
  return { language, graph, counts };
}

function unpack(name: string): Buffer {
  return gunzipSync(readFileSync(new URL(`../data/${name}`, import.meta.url)));
}
