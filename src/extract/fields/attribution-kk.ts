import { readBareTitle } from './attribution-kk-outlets.js';
import { endOf, readAll, readLast, skipFillers, startBefore } from './attribution-kk-spans.js';
import { readKkUnit } from './attribution-kk-units.js';
import {
  ABOUT,
  ACCORDING,
  AFTER_REPORTS,
  GIVEN,
  GIVEN_FROM,
  GIVES,
  JOINS,
  KNOWN,
  LEAN,
  MADE_KNOWN,
  NEWS,
  OFFICIAL,
  PLACES,
  REFER,
  REFER_VERB,
  REPORT,
  REPORTED,
  REPORTS,
  SAID,
  SAY,
  TELL,
  THIS,
  TOLD,
} from './attribution-kk-words.js';
import { isCyrillic } from './attribution-names.js';
import type { Finding, Sentence, Unit } from './attribution-sentence.js';
import { foundAt, type Word } from './attribution-words.js';

/** Words that may stand between «деп» and its verb. */
const MAX_BETWEEN = 9;

/** Sources that a Kazakh or Kyrgyz sentence names, in Cyrillic or Latin letters. */
export function readKazakh(sentence: Sentence): readonly Finding[] {
  return (
    readReported(sentence) ??
    readReference(sentence) ??
    readAboutThis(sentence) ??
    readAccording(sentence) ??
    readTeller(sentence) ??
    readSubject(sentence) ??
    []
  );
}

/** «…, деп хабарлайды X», «…, деп хабарлайды Y X-ға сілтеме жасап», «… X-ға сілтеме жасап Y». */
function readReported({ words, text }: Sentence): readonly Finding[] | null {
  const place = reportAt(words);
  if (place === null) return null;
  const { say, verb } = place;
  const cyrillic = isCyrillic(text);
  const refer = referenceAt(words, say);
  if (refer !== null)
    return readPair(words, { from: refer < verb ? say + 1 : verb + 1, refer, phraseFrom: say, cyrillic });
  const [from, to] = verb > say + 1 ? [say + 1, verb] : [verb + 1, endOf(words, verb + 1)];
  const units = readAll(words, from, to, cyrillic);
  if (units === null || units.length === 0) return null;
  return toFindings(words, rolesOf(units), { rule: 'kk-dep', from: say, to: verb + 1 });
}

/** «деп хабарлайды», «делінген», and «деп X хабарлайды» with the body between. */
function reportAt(words: readonly Word[]): { readonly say: number; readonly verb: number } | null {
  for (const [at, { key }] of words.entries()) {
    if (SAID.has(key)) return { say: at, verb: at };
    if (!SAY.has(key)) continue;
    const verb = words.findIndex(
      (word, index) => index > at && index <= at + MAX_BETWEEN && (REPORT.has(word.key) || REPORTED.has(word.key)),
    );
    // «жауады деп күтіледі, деп хабарлайды X»: the last «деп» belongs to the verb.
    if (verb > at) return { say: words.findLastIndex((word, index) => index < verb && SAY.has(word.key)), verb };
  }
  return null;
}

interface PairPlace {
  readonly from: number;
  readonly refer: number;
  readonly phraseFrom: number;
  readonly cyrillic: boolean;
}

/** The body in the dative before «сілтеме жасап» is the origin, any other the relay. */
function readPair(words: readonly Word[], { from, refer, phraseFrom, cyrillic }: PairPlace): readonly Finding[] | null {
  const before = readAll(words, from, refer, cyrillic) ?? readLast(words, from, refer, cyrillic);
  const origin = before.at(-1);
  if (origin === undefined) return null;
  const start = skipFillers(words, refer + 2, words.length);
  const verb = words.findIndex(({ key }, at) => at >= start && REPORT.has(key));
  const after =
    readAll(words, start, verb < 0 ? endOf(words, start) : verb, cyrillic) ?? outletAt(words, start, cyrillic);
  const origins = before.slice(JOINS.has(words[origin.from - 1]?.key ?? '') ? -2 : -1);
  const relay =
    (before.length > origins.length ? before[0] : after.find((unit) => unit.case === 'nominative')) ??
    readBareTitle(words.slice(0, origin.from), skipFillers(words, from, origin.from));
  const originPhrase = { rule: 'kk-silteme', from: phraseFrom, to: refer + 2 };
  return [
    ...toFindings(
      words,
      origins.map((unit) => ({ unit, role: 'origin' })),
      originPhrase,
    ),
    ...(relay === null
      ? []
      : toFindings(words, [{ unit: relay, role: 'relay' }], { rule: 'kk-silteme', from: phraseFrom })),
  ];
}

/** «…, «Y» порталы бағаның өскенін хабарлады»: an outlet that tells more than that it tells. */
function outletAt(words: readonly Word[], start: number, cyrillic: boolean): readonly Unit[] {
  const unit = readKkUnit(words, start, cyrillic);
  return unit?.kind === 'outlet' ? [unit] : [];
}

/** «X-ға сілтеме жасап, Y хабарлайды»: a reference without «деп» counts only where an outlet reports, or after «Бұл туралы». */
function readReference({ words, text }: Sentence): readonly Finding[] | null {
  const refer = referenceAt(words, 0);
  if (refer === null || !words.some(({ key }) => REPORT.has(key))) return null;
  const about = afterAbout(words);
  const start = about ?? startBefore(words, refer);
  const found = readPair(words, { from: start, refer, phraseFrom: start, cyrillic: isCyrillic(text) });
  return about === null && found?.length === 1 ? null : found;
}

/** «Бұл туралы X хабарлады». */
function readAboutThis({ words, text }: Sentence): readonly Finding[] | null {
  const from = afterAbout(words);
  if (from === null) return null;
  const isNews = NEWS.has(words[from - 1]?.key ?? '');
  const verb = foundAt(words.findIndex(({ key }, at) => at >= from && (TOLD.has(key) || (isNews && GIVES.has(key)))));
  if (verb === null) return null;
  const cyrillic = isCyrillic(text);
  const before = readAll(words, from, verb, cyrillic) ?? [];
  const units = before.length > 0 ? before : (readAll(words, verb + 1, endOf(words, verb + 1), cyrillic) ?? []);
  return units.length === 0
    ? null
    : toFindings(words, rolesOf(units), { rule: 'kk-bul-turaly', from: 0, to: verb + 1 });
}

/** «X-тің мәліметінше, …», «X дерегі бойынша …», «X таратқан ақпаратқа сәйкес …». */
function readAccording({ words, text }: Sentence): readonly Finding[] | null {
  const anchor = words.findIndex(
    ({ key }, at) => ACCORDING.has(key) || (REPORTS.has(key) && AFTER_REPORTS.has(words[at + 1]?.key ?? '')),
  );
  if (anchor < 1) return null;
  const given = GIVEN.has(words[anchor - 1]?.key ?? '') ? anchor - 1 : anchor;
  const end = beforePlace(words, given);
  const [unit] = readLast(words, startBefore(words, end), end, isCyrillic(text));
  if (unit === undefined) return null;
  const to = ACCORDING.has(words[anchor]?.key ?? '') ? anchor + 1 : anchor + 2;
  return toFindings(words, [{ unit, role: 'origin' }], { rule: 'kk-malimetinshe', from: unit.from, to });
}

/** Where what holds the report begins: «X-тің | ресми сайтында жарияланған ақпаратқа сәйкес». */
function beforePlace(words: readonly Word[], end: number): number {
  let at = end;
  while (at > 0 && (PLACES.has(words[at - 1]?.key ?? '') || OFFICIAL.has(words[at - 1]?.key ?? ''))) at--;
  return at;
}

/** «X-тен хабарлады», «X-тен мәлім болғандай», «X-тен алынған мәлімет бойынша»: the body in the ablative tells. */
function readTeller({ words, text }: Sentence): readonly Finding[] | null {
  const verb = words.findIndex((_, at) => at > 0 && tellsAt(words, at));
  if (verb < 1) return null;
  const cyrillic = isCyrillic(text);
  const [unit] = readLast(words, startBefore(words, verb), verb, cyrillic);
  if (unit === undefined || unit.case !== 'ablative' || unit.to !== verb) return null;
  // «Ол мектептен хабарлады»: a place by itself, from which somebody calls.
  if (TELL.has(words[verb]?.key ?? '') && unit.to - unit.from < 2) return null;
  return toFindings(words, [{ unit, role: 'origin' }], { rule: 'kk-ten-habarlady', from: unit.from, to: verb + 1 });
}

function tellsAt(words: readonly Word[], at: number): boolean {
  const [key, next] = [words[at]?.key ?? '', words[at + 1]?.key ?? ''];
  if (GIVEN_FROM.has(key)) return REPORTS.has(next) && AFTER_REPORTS.has(words[at + 2]?.key ?? '');
  return TELL.has(key) || ACCORDING.has(key) || (KNOWN.has(key) && MADE_KNOWN.has(next));
}

/** «X … деп хабарлайды.»: the body is the subject of the whole sentence. */
function readSubject({ words, text }: Sentence): readonly Finding[] | null {
  const say = words.findIndex(({ key }, at) => SAY.has(key) && REPORT.has(words[at + 1]?.key ?? ''));
  if (say < 2 || skipFillers(words, say + 2, words.length) < words.length) return null;
  const unit = readKkUnit(words, skipFillers(words, 0, say), isCyrillic(text));
  if (unit === null || unit.case !== 'nominative' || words[unit.to]?.kind === 'mark' || unit.to >= say) return null;
  return toFindings(words, [{ unit, role: 'origin' }], { rule: 'kk-subject', from: say, to: say + 2 });
}

function referenceAt(words: readonly Word[], from: number): number | null {
  return foundAt(
    words.findIndex(
      ({ key }, at) =>
        at >= from && ((REFER.has(key) && REFER_VERB.has(words[at + 1]?.key ?? '')) || (LEAN.has(key) && at > from)),
    ),
  );
}

function afterAbout(words: readonly Word[]): number | null {
  if (NEWS.has(words[0]?.key ?? '')) return 1;
  if (THIS.has(words[0]?.key ?? '') && NEWS.has(words[1]?.key ?? '')) return 2;
  const at = words.findIndex(({ key }, index) => index < 4 && ABOUT.has(key));
  const before = words.slice(0, Math.max(at, 0));
  return at > 0 && before.some(({ key }) => THIS.has(key)) ? at + 1 : null;
}

interface Role {
  readonly unit: Unit;
  readonly role: Finding['role'];
}

/** A body in the dative was told the news and passes it on; the others are where it comes from. */
function rolesOf(units: readonly Unit[]): readonly Role[] {
  const others = units.filter((unit) => unit.case !== 'dative');
  const told = units.filter((unit) => unit.case === 'dative');
  if (others.length === 0) return [];
  return [
    ...others.map((unit) => ({ unit, role: 'origin' as const })),
    ...told.map((unit) => ({ unit, role: 'relay' as const })),
  ];
}

function toFindings(
  words: readonly Word[],
  roles: readonly Role[],
  { rule, from, to }: { readonly rule: string; readonly from: number; readonly to?: number },
): readonly Finding[] {
  return roles.map(({ unit, role }) => ({
    name: unit.name,
    role,
    rule,
    start: words[Math.min(from, unit.from)]?.start ?? 0,
    end: words[Math.max(to ?? 0, unit.to) - 1]?.end ?? 0,
  }));
}
