/** An end of a sentence: «қызметі. Су», «жоқ! – деді». */
const END = /[.!?…]{1,4}[»"”)]?\s{1,4}(?=[«"“„(–—-]?\s?[\p{Lu}\p{N}©@])/gu;
/** Words after which a full stop ends nothing: initials and abbreviations. */
const ABBREVIATION =
  /(?:^|[\s(«"])(?:\p{L}|\p{Lu}\.\p{Lu}|обл|ул|им|г|гг|ж|жж|т|тг|руб|млн|млрд|тыс|мың|см|стр|бет|пос|р-н|ауд|қ|ред|корр|соб|spb|dr|mr|mrs|st)$/iu;
/** Longest sentence that is read whole; of a longer one only head and tail, where sources are named. */
export const MAX_SENTENCE = 1200;
const ENDS_KEPT = 400;

/** Sentences of a paragraph in order. */
export function splitSentences(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of paragraph.matchAll(END)) {
    if (mark.startsWith('.') && ABBREVIATION.test(paragraph.slice(Math.max(from, index - 12), index))) continue;
    sentences.push(paragraph.slice(from, index + mark.length).trim());
    from = index + mark.length;
  }
  sentences.push(paragraph.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '').flatMap(endsOf);
}

function endsOf(sentence: string): readonly string[] {
  if (sentence.length <= MAX_SENTENCE) return [sentence];
  return [sentence.slice(0, ENDS_KEPT), sentence.slice(-ENDS_KEPT)];
}
