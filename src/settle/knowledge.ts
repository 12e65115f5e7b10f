import { addCounts, countLine, type LanguageCounts, openCounts, unpackCounts } from './language-counts.js';
import { buildLanguageModel, type LanguageModel, type ModelWord } from './language-model.js';
import { KAZAKH_LETTERS, toCodes } from './letters.js';
import { buildWordGraph, unpackWordGraph } from './word-graph.js';

/** One language of the shipped model, unzipped: `data/restore-<language>.graph.gz` and `.counts.gz`. */
export interface ModelData {
  readonly language: string;
  readonly graph: Uint8Array;
  readonly counts: string;
}

/** Everything that restoring may rest on. */
export interface KnowledgeSources {
  readonly shipped: readonly ModelData[];
  /** Clean lines of the archive, in any order. */
  readonly archive: Iterable<string>;
  /** Words of the user's lists. */
  readonly words: Iterable<string>;
}

/** What is known of words and letters; the same sources, in whatever order, give the same knowledge. */
export interface RestoreKnowledge {
  /** The model of a language, built when first asked for; null for a language that nothing is known of. */
  readonly modelOf: (language: string) => LanguageModel | null;
  /** Remembers what a damaged word may have been. */
  readonly remember: (language: string, key: string, make: () => readonly ModelWord[]) => readonly ModelWord[];
}

const KAZAKH = new RegExp(`[${KAZAKH_LETTERS}]`, 'gi');
const KAZAKH_SHARE = 0.03;
const MOST_REMEMBERED = 100_000;

/** Language of a clean line by the share of letters that only Kazakh has. */
export function languageOf(line: string): string {
  return (line.match(KAZAKH)?.length ?? 0) > line.length * KAZAKH_SHARE ? 'kk' : 'ru';
}

/** Knowledge of the shipped model, the archive's clean text and the user's lists. */
export function buildKnowledge({ shipped, archive, words }: KnowledgeSources): RestoreKnowledge {
  const learnt = new Map(['kk', 'ru'].map((language) => [language, openCounts()]));
  for (const line of archive) {
    const counts = learnt.get(languageOf(line));
    if (counts !== undefined) countLine(counts, line);
  }
  const lexicon = new Set<string>();
  for (const word of words) if (word !== '' && toCodes(word) !== null) lexicon.add(word.toLowerCase());
  const models = new Map<string, LanguageModel>();
  const remembered = new Map<string, readonly ModelWord[]>();
  return {
    modelOf: (language) => {
      const known = models.get(language);
      if (known !== undefined) return known;
      const data = shipped.find((entry) => entry.language === language);
      const own = learnt.get(language);
      if (own === undefined) return null;
      const model = buildModel(language, data, { own, lexicon });
      models.set(language, model);
      return model;
    },
    remember: (language, key, make) => {
      const place = `${language} ${key}`;
      const known = remembered.get(place);
      if (known !== undefined) return known;
      const made = make();
      if (remembered.size > MOST_REMEMBERED) remembered.clear();
      remembered.set(place, made);
      return made;
    },
  };
}

function buildModel(
  language: string,
  data: ModelData | undefined,
  learnt: { readonly own: LanguageCounts; readonly lexicon: ReadonlySet<string> },
): LanguageModel {
  const counts = openCounts();
  if (data !== undefined) addCounts(counts, unpackCounts(data.counts));
  addCounts(counts, learnt.own);
  const graph = data === undefined ? buildWordGraph([]) : unpackWordGraph(data.graph);
  return buildLanguageModel({ language, graph, counts, lexicon: learnt.lexicon });
}
