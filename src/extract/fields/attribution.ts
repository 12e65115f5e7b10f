import type { Attribution } from '../../model/attribution.js';
import { readKazakh } from './attribution-kk.js';
import { readLabel, readLabelled } from './attribution-labels.js';
import { readDateline, readPressLine, readSignature } from './attribution-lines.js';
import { readOther } from './attribution-other.js';
import { canonicalNameOf } from './attribution-outlets.js';
import { readBarePhoto } from './attribution-photo.js';
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
  const line = readPressLine(paragraph);
  const found = line.length > 0 || readLabel(paragraph) !== null ? [...line, ...readLabelled(paragraph)] : null;
  if (found !== null) return found.map((finding) => toAttribution(finding, paragraph));
  const ends = [readDateline(paragraph), readSignature(paragraph)].map((findings) =>
    findings.map((finding) => toAttribution(finding, paragraph)),
  );
  const inside = splitSentences(paragraph).flatMap((sentence) =>
    readSentence(sentence, ownNames).map((finding) => toAttribution(finding, sentence)),
  );
  return [...(ends[0] ?? []), ...inside, ...(ends[1] ?? [])];
}

/** The grammars in order; the first that finds a source has read the sentence. */
function readSentence(text: string, ownNames: readonly string[]): readonly Finding[] {
  const sentence = { text, words: readWords(text, ownNames) };
  const grammars = [() => readLabelled(text), readBarePhoto, readKazakh, readRussian, readOther];
  for (const read of grammars) {
    const found = read(sentence);
    if (found.length > 0) return found;
  }
  return [];
}

function toAttribution({ name, role, rule, start, end }: Finding, text: string): Attribution {
  return { name, canonicalName: canonicalNameOf(name), role, phrase: text.slice(start, end), rule };
}
