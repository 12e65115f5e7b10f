import type { Attribution } from '../../model/attribution.js';
import { readKazakh } from './attribution-kk.js';
import { readDateline, readLabel, readLabelled, readPressLine } from './attribution-labels.js';
import { canonicalNameOf } from './attribution-outlets.js';
import { readRussian } from './attribution-ru.js';
import type { Finding } from './attribution-sentence.js';
import { splitSentences } from './attribution-sentences.js';
import { coarseKey, readWords } from './attribution-words.js';

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

function readParagraph(paragraph: string, ownNames: readonly string[]): readonly Attribution[] {
  const whole = readWhole(paragraph);
  if (whole.length > 0 && whole[0]?.rule !== 'dateline')
    return whole.map((finding) => toAttribution(finding, paragraph));
  const rest = splitSentences(paragraph).flatMap((sentence) =>
    readSentence(sentence, ownNames).map((finding) => toAttribution(finding, sentence)),
  );
  return [...whole.map((finding) => toAttribution(finding, paragraph)), ...rest];
}

function readWhole(paragraph: string): readonly Finding[] {
  const pressLine = readPressLine(paragraph);
  if (pressLine.length > 0) return pressLine;
  return readLabel(paragraph) === null ? readDateline(paragraph) : readLabelled(paragraph);
}

function readSentence(text: string, ownNames: readonly string[]): readonly Finding[] {
  const labelled = readLabelled(text);
  if (labelled.length > 0) return labelled;
  const sentence = { text, words: readWords(text, ownNames) };
  const kazakh = readKazakh(sentence);
  return kazakh.length > 0 ? kazakh : readRussian(sentence);
}

function toAttribution({ name, role, rule, start, end }: Finding, text: string): Attribution {
  return { name, canonicalName: canonicalNameOf(name), role, phrase: text.slice(start, end), rule };
}
