/** The letters on which all Latin spellings agree once marks and apostrophes are gone. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...table('аәбвгғдезкқлмнңоөпрстұүіфэь', 'aabvggdezkqlmnnooprstuuife'),
  ['ч', 'ch'],
  ['щ', 'sh'],
  ['ц', 'ts'],
  ['я', 'ia'],
  ['ю', 'iu'],
]);
/** У, ш, ж, и, й, х, ы, қ in the alphabets of 2017, 2018 and 2021, in the Turkic one, and as papers type them on a plain keyboard. */
const ALPHABETS: readonly (readonly string[])[] = [
  ['y', 's', 'j', 'i', 'i', 'h', 'y', 'q'],
  ['y', 'sh', 'j', 'i', 'i', 'h', 'y', 'q'],
  ['u', 's', 'j', 'i', 'i', 'h', 'y', 'q'],
  ['w', 's', 'j', 'i', 'y', 'x', 'i', 'q'],
  ['u', 's', 'j', 'i', 'i', 'h', 'i', 'q'],
  ['u', 'sh', 'j', 'i', 'i', 'h', 'y', 'q'],
  ['u', 'sh', 'j', 'i', 'y', 'h', 'y', 'q'],
  ['u', 'sh', 'zh', 'i', 'i', 'h', 'y', 'q'],
  ['u', 'sh', 'zh', 'i', 'y', 'kh', 'y', 'k'],
  ['u', 'sh', 'j', 'i', 'i', 'h', 'y', 'k'],
];
const VARYING = 'ушжийхық';

/** How a Kazakh word, in Cyrillic and lower case, is spelt in the Latin alphabets in use, without marks and apostrophes («шілде» → shilde, silde). */
export function latinSpellings(word: string): readonly string[] {
  const spellings = ALPHABETS.map((alphabet) =>
    [...word].map((letter) => alphabet[VARYING.indexOf(letter)] ?? LETTERS.get(letter) ?? letter).join(''),
  );
  return [...new Set(spellings)];
}

function table(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((letter, index) => [letter, to[index] ?? '']));
}
