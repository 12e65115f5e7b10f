/** What stands in front of the name of an author. */
export const AUTHOR_LABEL =
  /^(?:автор(?:ы|лары)?|авторы|автор текста|текст|жазған|дайындаған|(?:written |submitted |posted |reported |story |words )?by|author|опубликовал|добавил|разместил|додав|жариялаған|қосқан|кошкон|от|von|par|por|di|door|av|af|autora?|autorka|auteur|autore|yazan|yazar|muhabir|muallif|yozgan|tekst)\s*(?::\s*|[—–-]?\s+)/i;
/** Names of the element of an author: `post__author`, `ArticlePage_author__d92k`, `e-author-value`. */
export const AUTHOR_NAMES =
  /[\s_-](?:\w*author(?:s|_?name)?|byline|(?:posted|written|submitted|created)-?by|writer|reporter|journalist|muhabir|yazar|firma|firmado|autor[ae]?|auteur|signature|sign(?:ed)?|user-?name)(?=[\s_-])| by /;
