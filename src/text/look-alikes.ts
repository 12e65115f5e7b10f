const SEARCH_LETTERS = new Map(
  Object.entries({ қ: 'к', ә: 'а', і: 'и', ң: 'н', ғ: 'г', ү: 'у', ұ: 'у', ө: 'о', һ: 'х', ё: 'е' }),
);

/** The text with letters of the other script in a word replaced by the ones they look like («шешiм» → «шешім»); same length. */
export function foldLookAlikes(text: string): string {
  return text.replace(/ə/g, 'ә').replace(/Ə/g, 'Ә');
}

/** The key under which a word is looked up: lower case, look-alikes folded, Kazakh letters as their Russian neighbours (қ→к, ё→е). */
export function foldForSearch(text: string): string {
  return [...foldLookAlikes(text.toLowerCase())].map((letter) => SEARCH_LETTERS.get(letter) ?? letter).join('');
}
