/** Lower-case letters of Kazakh and Russian in Cyrillic; the code of a letter is its place from 1, 0 is the side of a word. */
export const LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі';
/** Letters that Kazakh has and Russian lacks. */
export const KAZAKH_LETTERS = 'әғқңөұүһі';

const codes = new Uint8Array(0x600);
[...LETTERS].forEach((letter, index) => {
  codes[letter.charCodeAt(0)] = index + 1;
  codes[letter.toUpperCase().charCodeAt(0)] = index + 1;
});

/** Code of a letter, capital or small, by code unit; 0 for anything else. */
export function codeOf(unit: number): number {
  return codes[unit] ?? 0;
}

/** Codes of a word; null where it holds anything but letters of the two alphabets. */
export function toCodes(word: string): Uint8Array | null {
  const result = new Uint8Array(word.length);
  for (let index = 0; index < word.length; index += 1) {
    const code = codeOf(word.charCodeAt(index));
    if (code === 0) return null;
    result[index] = code;
  }
  return result;
}

/** Lower-case word of codes. */
export function toWord(codesOfWord: ArrayLike<number>, length: number): string {
  let word = '';
  for (let index = 0; index < length; index += 1) word += LETTERS[(codesOfWord[index] ?? 1) - 1] ?? '';
  return word;
}

/** Words of a text as the model counts them: runs of letters of the two alphabets. */
export const WORDS = /[а-яёәғқңөұүһі]+/gi;
