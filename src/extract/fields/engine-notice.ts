/** What an engine or an office prints below every story. */
const NOTICE =
  /^(?:уважаемый посетитель, вы зашли на сайт как|посетители, находящиеся в группе|құрметті (?:оқырман|қонақ), сіз сайтқа|қонақтар тобындағы|коноктор (?:тобундагы )?.{0,40}(?:пикир|комментарий)|mehmonlar .{0,40}(?:izoh|fikr)|відвідувачі, які знаходяться в групі|гості не можуть|информация посетители, находящиеся|(?:егер )?(?:вы )?нашли (?:ошибку|опечатку)|(?:мәтіннен )?қате (?:таптыңыз|тапсаңыз|байқасаңыз)|(?:©|\(c\)|copyright)[^.]{0,80}\.? (?:барлық құқық|все права|all rights|бардык укуктар|барча ҳуқуқлар|барча huquqlar|усі права))/iu;

/** Whether a line is a notice of the engine, or of the office, that stands below every story. */
export function isEngineNotice(text: string): boolean {
  return NOTICE.test(text);
}
