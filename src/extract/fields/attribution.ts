import type { Attribution } from '../../model/attribution.js';
import { type Needs, openCues } from './attribution-cues.js';
import { readKazakh } from './attribution-kk.js';
import { KAZAKH_NEEDS } from './attribution-kk-words.js';
import { LABEL_NEEDS, readLabel, readLabelled } from './attribution-labels.js';
import { PRESS_NEEDS, readDateline, readPressLine, readSignature } from './attribution-lines.js';
import { OTHER_NEEDS, readOther } from './attribution-other.js';
import { canonicalNameOf } from './attribution-outlets.js';
import { PHOTO_NEEDS, readBarePhoto } from './attribution-photo.js';
import { readRussian } from './attribution-ru.js';
import { RUSSIAN_NEEDS } from './attribution-ru-words.js';
import type { Finding, Sentence } from './attribution-sentence.js';
import { MAX_SENTENCE, splitSentences } from './attribution-sentences.js';
import { readTaken, TAKEN_NEEDS } from './attribution-taken.js';
import { coarseKey, readWords, type Word } from './attribution-words.js';

/**
 * The sources that a story names: where it was taken from, who passes it on, who is credited for a picture.
 * `paragraphs` are the body's, white space folded, credit lines among them; `ownNames` the names of the paper itself.
 * An origin stands before its relay; a name that plays one part twice is given once.
 */
export function findAttributions(paragraphs: readonly string[], ownNames: readonly string[]): readonly Attribution[] {
  const found = paragraphs.flatMap((paragraph) => readParagraph(paragraph, ownNames));
  const seen = new Set<string>();
  return found.filter(({ canonicalName, role }) => {
    const key = `${coarseKey(canonicalName)} ${role === 'photo' ? role : ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The grammars of a sentence in order; the first that finds a source has read it. */
const GRAMMARS: readonly { readonly needs: Needs; readonly read: (sentence: Sentence) => readonly Finding[] }[] = [
  { needs: LABEL_NEEDS, read: ({ text }) => readLabelled(text) },
  { needs: PHOTO_NEEDS, read: readBarePhoto },
  { needs: TAKEN_NEEDS, read: readTaken },
  { needs: KAZAKH_NEEDS, read: readKazakh },
  { needs: RUSSIAN_NEEDS, read: readRussian },
  { needs: OTHER_NEEDS, read: readOther },
];
/** The bits of `cuesOf`: the grammars in their order, then what fills a whole paragraph. */
const LABEL = 1;
const PRESS = 1 << GRAMMARS.length;
const cuesOf = openCues([...GRAMMARS.map(({ needs }) => needs), PRESS_NEEDS]);

function readParagraph(paragraph: string, ownNames: readonly string[]): readonly Attribution[] {
  const cues = cuesOf(paragraph);
  const line = (cues & PRESS) === 0 ? [] : readPressLine(paragraph);
  if (line.length > 0 || (((cues & LABEL) !== 0 || paragraph.startsWith('©')) && readLabel(paragraph) !== null))
    return [...line, ...readLabelled(paragraph)].map((finding) => toAttribution(finding, paragraph));
  const dateline = readDateline(paragraph).map((finding) => toAttribution(finding, paragraph));
  const signature = readSignature(paragraph).map((finding) => toAttribution(finding, paragraph));
  return [...dateline, ...readSentences(paragraph, { cues, ownNames }), ...signature];
}

function readSentences(
  paragraph: string,
  { cues, ownNames }: { readonly cues: number; readonly ownNames: readonly string[] },
): readonly Attribution[] {
  // A longer sentence is cut, perhaps inside a word that then looks like another.
  if (cues === 0 && paragraph.length <= MAX_SENTENCE) return [];
  return splitSentences(paragraph).flatMap((sentence) =>
    readSentence(sentence, ownNames).map((finding) => toAttribution(finding, sentence)),
  );
}

function readSentence(text: string, ownNames: readonly string[]): readonly Finding[] {
  const cues = cuesOf(text);
  if (cues === 0) return [];
  const sentence = openSentence(text, ownNames);
  for (const [index, { read }] of GRAMMARS.entries()) {
    const found = (cues & (1 << index)) === 0 ? [] : read(sentence);
    if (found.length > 0) return found;
  }
  return [];
}

/** A sentence whose words are read when a grammar asks for them. */
function openSentence(text: string, ownNames: readonly string[]): Sentence {
  let words: readonly Word[] | null = null;
  return {
    text,
    get words() {
      words ??= readWords(text, ownNames);
      return words;
    },
  };
}

function toAttribution({ name, role, rule, start, end }: Finding, text: string): Attribution {
  return { name, canonicalName: canonicalNameOf(name), role, phrase: text.slice(start, end), rule };
}
