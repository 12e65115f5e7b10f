/** Everyday words of languages in Latin letters that no letter of their own proves; Kazakh, Russian and Kyrgyz need none. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was on with as are be this by from at have not has were which but they his an said will',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach',
  fr: 'le la les de des et en un une du est que pour dans qui sur au par plus pas ne il ce avec se sont été cette ont à',
  es: 'el la de que y en los del se las por un para con no una su al lo como más pero sus este ha fue está años es',
  it: 'il di e la che in un per è una del le si della con non sono da dei al i come anche nel più gli alla ha delle',
  pt: 'o de a e que do da em um para os no se na por mais as dos com uma não foi ao das são pelo pela é à como',
  nl: 'de het een en van in is dat op te zijn voor met niet aan er ook als bij door naar maar om uit wordt heeft over hij ze',
  pl: 'w i na z się do nie że jest to o po jak za od przez przy dla są był oraz ale tym które ma tego już czy który',
  tr: 've bir bu da de için ile olarak çok daha olan gibi sonra en kadar ise var ne her göre olduğu ancak',
  cs: 'a se v na je že s z do o to i ve pro jsou by jako po ale k za od podle která který však nebo byl',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan',
  ro: 'și de în a la cu pe din care nu o să un mai că au fost pentru este o ale prin sau ca sunt',
  id: 'yang dan di untuk dengan dari pada dalam ini itu tidak akan oleh juga karena tersebut ke adalah sudah atau',
  hu: 'a az és hogy nem is egy meg ez de volt el csak már még mint azt vagy ha lehet után szerint',
  uz: 'va bilan uchun bu ham bir edi deb bo‘lgan kerak esa yoki qilish barcha mazkur har',
};
/** The languages of each word. */
const LANGUAGES = new Map<string, readonly string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language]);
const WORD = /[\p{L}\p{M}‘’ʻʼ']+/gu;
const FEWEST_HITS = 4;
/** Share of the words of a text that are such everyday words, at the least, and lead over the next language. */
const FEWEST_SHARE = 0.12;
const LEAD = 1.3;

/** The language whose everyday words are the most of a text in lower case; null where too few are found or two languages are close. */
export function readLanguageByWords(text: string): string | null {
  const words = text.match(WORD) ?? [];
  const counts = new Map(Object.keys(WORDS).map((language) => [language, 0]));
  for (const word of words)
    for (const language of LANGUAGES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const hits = [...counts].map(([language, count]) => ({ language, count }));
  const [best, next] = hits.sort((a, b) => b.count - a.count);
  if (best === undefined || best.count < FEWEST_HITS || best.count < words.length * FEWEST_SHARE) return null;
  return best.count >= (next?.count ?? 0) * LEAD ? best.language : null;
}
