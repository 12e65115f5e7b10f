import type { Case } from './attribution-kk-forms.js';
import {
  firstUnit,
  HOLDER,
  readPlace,
  readReporter,
  readSubjectAfterThis,
  readSubjectBefore,
  toldBefore,
} from './attribution-ru-reporters.js';
import { readRuUnit } from './attribution-ru-units.js';
import {
  ANNOUNCE,
  BY,
  DATA,
  GIVE,
  GIVEN,
  NEWS,
  NO_NAME,
  PASS,
  REFER_AFTER,
  REPORT,
  SUCH,
} from './attribution-ru-words.js';
import type { Finding, Sentence, Unit } from './attribution-sentence.js';
import { foundAt, type Word } from './attribution-words.js';

/** «Из сообщения X следует, что …» */
const FOLLOWS = 'следует';
const INFORMATION = /^(?:информация|материал|материалы|данные|сведения)$/u;

/** Sources that a Russian sentence names. */
export function readRussian(sentence: Sentence): readonly Finding[] {
  const { words } = sentence;
  const found =
    readReference(words) ??
    readNews(words) ??
    readReported(words) ??
    readAccording(words) ??
    readSubject(words) ??
    readPlaceFirst(words) ??
    readGiven(words);
  // It stands for a body that was named before.
  return found?.filter(({ name }) => name.toLowerCase() !== NO_NAME) ?? [];
}

interface Referred {
  readonly unit: Unit;
  /** First word of «со ссылкой на» and the word after the body. */
  readonly from: number;
}

/** «… со ссылкой на X»: X is the origin, whoever reports passes it on. */
function readReference(words: readonly Word[]): readonly Finding[] | null {
  const referred = readReferred(words);
  const verb = foundAt(words.findIndex(({ lower }) => REPORT.has(lower)));
  if (referred === null || verb === null) return null;
  const units = [referred.unit, ...alsoNamed(words, referred.unit, 'accusative')];
  const relay =
    readReporter(words, verb) ??
    readSubjectBefore(words, verb) ??
    readRuUnit(words, units.at(-1)?.to ?? 0, 'nominative') ??
    readSubjectBefore(words, referred.from);
  const start = Math.min(verb, referred.from);
  const rule = words[referred.from]?.lower.startsWith('ссыл') ? 'ru-ssylayas' : 'ru-so-ssylkoy';
  const origins = units.map((unit) => toFinding(words, unit, { role: 'origin', rule, from: start }));
  return relay === null || relay.from === referred.unit.from
    ? origins
    : [...origins, toFinding(words, relay, { role: 'relay', rule, from: Math.min(start, verb) })];
}

/** «Reuters и Bloomberg»: an outlet beside an outlet; what stands so beside an office belongs to its name. */
function alsoNamed(words: readonly Word[], unit: Unit, name: Case): readonly Unit[] {
  const next = unit.kind === 'outlet' && words[unit.to]?.lower === 'и' ? readRuUnit(words, unit.to + 1, name) : null;
  return next?.kind === 'outlet' ? [next] : [];
}

function readReferred(words: readonly Word[]): Referred | null {
  const at = words.findIndex(
    ({ lower }, index) =>
      (/^ссылк(?:ой|ою)$/u.test(lower) || lower === 'ссылаясь' || lower === 'ссылается') &&
      words[index + 1]?.lower === 'на',
  );
  if (at < 0) return null;
  const from = words[at - 1]?.lower === 'со' ? at - 1 : at;
  let next = at + 2;
  while (REFER_AFTER.has(words[next]?.lower ?? '')) next++;
  const unit =
    firstUnit(words, next, next > at + 2 ? ['genitive', 'accusative'] : ['accusative']) ??
    firstUnit(words, at + 2, ['accusative']);
  return unit === null ? null : { unit, from };
}

/** «, сообщает X», «Как передаёт X», «Об этом рассказали в X», «… X сообщили в Y». */
function readReported(words: readonly Word[]): readonly Finding[] | null {
  for (const [at, { lower }] of words.entries()) {
    if (!REPORT.has(lower) || !isParenthetic(words, at)) continue;
    const found = readAround(words, at);
    if (found !== null) return withRelay(words, found, at);
  }
  return null;
}

/** «…, сообщили в X, передаёт Y»: an outlet passes on what an office told. */
function withRelay(words: readonly Word[], found: readonly Finding[], verb: number): readonly Finding[] {
  const [origin, ...others] = found;
  const pass = words.findIndex(({ lower }, at) => at > verb && PASS.has(lower) && words[at - 1]?.kind === 'mark');
  const relay = pass < 0 ? null : readReporter(words, pass);
  if (origin === undefined || others.length > 0 || relay?.kind !== 'outlet' || relay.name === origin.name) return found;
  return [origin, toFinding(words, relay, { role: 'relay', rule: 'ru-soobshchaet', from: pass })];
}

function readAround(words: readonly Word[], verb: number): readonly Finding[] | null {
  const opening = beginsWithThis(words) ? 0 : /^(?:как|о)$/u.test(words[verb - 1]?.lower ?? '') ? verb - 1 : verb;
  const rule =
    opening === verb ? 'ru-soobshchaet' : opening === 0 && beginsWithThis(words) ? 'ru-ob-etom' : 'ru-kak-soobshchaet';
  const origin =
    readReporter(words, verb) ?? (opening === 0 && beginsWithThis(words) ? readSubjectAfterThis(words, verb) : null);
  if (origin === null) return null;
  const told = firstUnit(words, verb + 1, ['dative']) ?? toldBefore(words, verb);
  const findings = [origin, ...alsoNamed(words, origin, 'nominative')].map((unit) =>
    toFinding(words, unit, { role: 'origin', rule, from: opening }),
  );
  if (told === null || told.from === origin.from || told.name === origin.name) return findings;
  return [...findings, toFinding(words, told, { role: 'relay', rule, from: opening })];
}

/** «Информация предоставлена пресс-службой суда.» */
function readGiven(words: readonly Word[]): readonly Finding[] | null {
  if (!INFORMATION.test(words[0]?.lower ?? '') || !GIVEN.has(words[1]?.lower ?? '')) return null;
  const unit = readRuUnit(words, 2, 'instrumental');
  return unit === null ? null : [toFinding(words, unit, { role: 'origin', rule: 'ru-predostavleno', from: 0 })];
}

/** «Такие данные приводит X», «Информацию подтвердили в X». */
function readNews(words: readonly Word[]): readonly Finding[] | null {
  const at = SUCH.test(words[0]?.lower ?? '') ? 1 : 0;
  if (!NEWS.has(words[at]?.lower ?? '') || !GIVE.has(words[at + 1]?.lower ?? '')) return null;
  const unit = readReporter(words, at + 1);
  return unit === null ? null : [toFinding(words, unit, { role: 'origin', rule: 'ru-dannye-privodit', from: 0 })];
}

/** «По данным X», «Согласно сообщению X». */
function readAccording(words: readonly Word[]): readonly Finding[] | null {
  const at = words.findIndex(({ lower }, index) => DATA.has(lower) && startsAccording(words, index));
  if (at < 0) return null;
  let from = at;
  while (from > 0 && !BY.has(words[from]?.lower ?? '')) from--;
  const next = /^(?:с)$/u.test(words[at + 1]?.lower ?? '') && HOLDER.test(words[at + 2]?.lower ?? '') ? at + 3 : at + 1;
  const unit = firstUnit(words, next, ['genitive']);
  return unit === null ? null : [toFinding(words, unit, { role: 'origin', rule: 'ru-po-dannym', from })];
}

function startsAccording(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some(({ lower }) => BY.has(lower));
}

/** «X сообщает, что …», «X информирует о …»: the body opens the sentence. */
function readSubject(words: readonly Word[]): readonly Finding[] | null {
  const verb = words.findIndex(({ lower }, index) => index > 0 && index < 14 && ANNOUNCE.has(lower));
  if (verb < 1 || !/^(?:,|:|что|о|об|—|–)$/u.test(words[verb + 1]?.lower ?? '')) return null;
  const unit = readSubjectBefore(words, verb);
  return unit === null
    ? null
    : [toFinding(words, unit, { role: 'origin', rule: 'ru-subject', from: unit.from, to: verb + 1 })];
}

/** «В X сообщили, что …»: the place opens the sentence, the report follows it. */
function readPlaceFirst(words: readonly Word[]): readonly Finding[] | null {
  const verb = words.findIndex(
    ({ lower }, index) => index > 1 && index < 14 && REPORT.has(lower) && (/[иья]$/u.test(lower) || lower === FOLLOWS),
  );
  if (verb < 2 || !/^(?:[,:—–]|что)$/u.test(words[verb + 1]?.lower ?? '')) return null;
  const unit = readPlace(words.slice(0, verb), 0);
  return unit === null || unit.to !== verb
    ? null
    : [toFinding(words, unit, { role: 'origin', rule: 'ru-v-soobshchili', from: 0, to: verb + 1 })];
}

/** Stands apart from what is reported: after a mark, «как», «об этом», or first. */
function isParenthetic(words: readonly Word[], verb: number): boolean {
  const before = words[verb - 1];
  if (before === undefined || before.kind === 'mark' || before.lower === 'как') return true;
  return (
    beginsWithThis(words) ||
    (verb === 1 && before.lower === 'это') ||
    /^как$/u.test(words.slice(Math.max(0, verb - 6), verb).find(({ lower }) => lower === 'как')?.lower ?? '') ||
    isTold(words, verb)
  );
}

/** «…, корреспонденту X рассказали в Y». */
function isTold(words: readonly Word[], verb: number): boolean {
  return toldBefore(words, verb) !== null && /^(?:в|во)$/u.test(words[verb + 1]?.lower ?? '');
}

/** «Об этом …», «О случившемся …». */
function beginsWithThis(words: readonly Word[]): boolean {
  return (
    /^(?:об|о|обо)$/u.test(words[0]?.lower ?? '') &&
    /^(?:этом|том|случившемся|произошедшем|этой|всем|данном|инциденте|чп)$/u.test(words[1]?.lower ?? '')
  );
}

function toFinding(
  words: readonly Word[],
  unit: Unit,
  {
    role,
    rule,
    from,
    to,
  }: { readonly role: Finding['role']; readonly rule: string; readonly from: number; readonly to?: number },
): Finding {
  return {
    name: unit.name,
    role,
    rule,
    start: words[Math.min(from, unit.from)]?.start ?? 0,
    end: words[Math.max(to ?? 0, unit.to) - 1]?.end ?? 0,
  };
}
