/** A list of words that a user has: plain, one a line, or hunspell's `.dic` with its `.aff`, already decoded. */
export interface WordList {
  readonly words: string;
  /** Affix file of a hunspell list; null for a plain list. */
  readonly affixes: string | null;
}

interface Affix {
  readonly isPrefix: boolean;
  readonly strip: string;
  readonly add: string;
  /** What the word must end (or, for a prefix, begin) with, a set of letters a place. */
  readonly condition: readonly Letters[];
}

interface Letters {
  readonly chars: string;
  readonly isNegated: boolean;
}

type FlagKind = 'char' | 'long' | 'num';

interface AffixFile {
  readonly flags: FlagKind;
  readonly affixes: ReadonlyMap<string, readonly Affix[]>;
}

const LINE = /\r?\n/;
const PLACE = /\[(\^?)([^\]]*)\]|(.)/gsu;
const RULE_FIELDS = 5;
const NUMBER = /^\d+$/;

/** Words of a list, affixes put on one at a time. Linear in the list and what comes out of it. */
export function* wordsOfList({ words, affixes }: WordList): Generator<string> {
  const file = affixes === null ? null : readAffixes(affixes);
  for (const [index, raw] of words.split(LINE).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || (index === 0 && NUMBER.test(line))) continue;
    const entry = line.split(/[\t ]/, 1)[0] ?? '';
    const slash = entry.indexOf('/');
    const stem = slash < 0 ? entry : entry.slice(0, slash);
    yield stem;
    if (file === null || slash < 0) continue;
    const letters = [...stem];
    for (const flag of splitFlags(entry.slice(slash + 1), file.flags)) {
      for (const affix of file.affixes.get(flag) ?? []) {
        const form = putOn(stem, letters, affix);
        if (form !== null) yield form;
      }
    }
  }
}

function readAffixes(text: string): AffixFile {
  const affixes = new Map<string, Affix[]>();
  let flags: FlagKind = 'char';
  for (const line of text.split(LINE)) {
    const [kind = '', flag = '', strip = '', added = '', condition = '.'] = line.trim().split(/\s+/, RULE_FIELDS);
    if (kind === 'FLAG') flags = flag === 'long' || flag === 'num' ? flag : 'char';
    if ((kind !== 'SFX' && kind !== 'PFX') || added === '' || NUMBER.test(added)) continue;
    const affix = {
      isPrefix: kind === 'PFX',
      strip: strip === '0' ? '' : strip,
      add: (added.split('/', 1)[0] ?? '').replace(/^0$/, ''),
      condition: condition === '.' ? [] : readCondition(condition),
    };
    affixes.set(flag, [...(affixes.get(flag) ?? []), affix]);
  }
  return { flags, affixes };
}

function readCondition(condition: string): readonly Letters[] {
  return [...condition.matchAll(PLACE)].map(([, negation, chars, single]) => {
    if (single !== undefined) return { chars: single === '.' ? '' : single, isNegated: single === '.' };
    return { chars: chars ?? '', isNegated: negation === '^' };
  });
}

function splitFlags(flags: string, kind: FlagKind): readonly string[] {
  if (kind === 'num') return flags.split(',');
  return kind === 'long' ? (flags.match(/../gsu) ?? []) : [...flags];
}

function putOn(stem: string, letters: readonly string[], { isPrefix, strip, add, condition }: Affix): string | null {
  if (letters.length < condition.length) return null;
  const side = isPrefix ? letters.slice(0, condition.length) : letters.slice(letters.length - condition.length);
  if (!side.every((letter, index) => admits(condition[index], letter))) return null;
  if (isPrefix) return stem.startsWith(strip) ? add + stem.slice(strip.length) : null;
  return stem.endsWith(strip) ? stem.slice(0, stem.length - strip.length) + add : null;
}

function admits(place: Letters | undefined, letter: string): boolean {
  return place !== undefined && place.chars.includes(letter) !== place.isNegated;
}
