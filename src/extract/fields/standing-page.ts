import { phraseTest } from './phrases.js';

/** Headlines of pages that stand for good: contacts, the office, prices, forms. Lower case. */
const KAZAKH = `байланыс|байланыстар|біздің байланыс|байланыс деректері|байланыс формасы|кері байланыс|біз туралы|сайт туралы|газет туралы|басылым туралы|редакция|редакция туралы|редакция құрамы|жарнама|жарнама бағасы|жарнама берушілерге|жазылу|газетке жазылу
  |газет тарихы|біздің тарих|редакция тарихы|бос орындар|бос жұмыс орындары|сауалнама|сауалнамалар|сауалнама нәтижелері|хабарландырулар
  |пайдалану ережелері|сайт ережелері|сайтты пайдалану ережелері|сайт статистикасы|құпия сөзді қалпына келтіру|құпиясөзді қалпына келтіру|сайтқа кіру|сайтқа тіркелу|жаңа пайдаланушыны тіркеу|жаңа қолданушыны тіркеу
  |сайт картасы|тіркелу|кіру|байланысу`;
const OTHERS = `контакты|контактная информация|наши контакты|история газеты|наша история|вакансии|опрос|опросы|результаты опроса|объявления|подписка на газету|о нас|о сайте|о газете|о редакции|о проекте|реклама|реклама на сайте|рекламодателям|подписка|обратная связь|правила сайта|общие правила на сайте|пользовательское соглашение
  |политика конфиденциальности|карта сайта|авторизация|регистрация|регистрация нового пользователя|восстановление пароля|восстановление забытого пароля|общая статистика сайта|статистика сайта|вход|вход на сайт
  |байланыш|биз жөнүндө|сайт жөнүндө|гезит жөнүндө|редакция жөнүндө|жарнак|каттоо|кирүү|кайрылуу|сурамжылоо
  |алоқа|биз ҳақимизда|сайт ҳақида|газета ҳақида|реклама бўлими|aloqa|biz haqimizda|sayt haqida|gazeta haqida|qayta aloqa|ro‘yxatdan o‘tish|so‘rovnoma|reklama
  |про нас|про газету|про редакцію|про сайт|зворотний зв’язок|реєстрація|контакти|опитування|передплата|вхід
  |redaksıa|contacts|contact us|contact|about us|about|privacy policy|terms of use|advertise with us|login|register
  |impressum|datenschutz|datenschutzerklärung|kontakt|mediadaten|über uns|hakkımızda|iletişim|künye|o nas|polityka prywatności|contacto|quiénes somos|mentions légales|aviso legal`;
const isStanding = phraseTest(KAZAKH, OTHERS);

/** Whether a headline is one that pages bear which stand for good: «Байланыс», «О газете»; a story may bear it too. */
export function isStandingHeadline(headline: string): boolean {
  return isStanding(headline.trim().replace(/\s*:$/, '').toLowerCase());
}
