/** How sites call their front page: the first entry of a menu, the first link of a breadcrumb. Kazakh, Russian, Kyrgyz, Uzbek, Ukrainian, English. */
const NAMES = [
  'басты бет',
  'бастапқы бет',
  'basty bet',
  'главная(?: страница)?',
  'башкы бет',
  'негизги бет',
  'бош саҳифа',
  'bosh sahifa',
  'головна(?: сторінка)?',
  'باستى بەت',
  'home(?:page)?',
].join('|');
const WHOLE = new RegExp(`^(?:${NAMES})$`, 'iu');
const START = new RegExp(`^(?:${NAMES})(?=$|\\s)`, 'iu');

/** Whether a text is nothing but a name of the front page. */
export function isFrontPageName(text: string): boolean {
  return WHOLE.test(text);
}

/** Whether a text begins with such a name, as a menu in one line does. */
export function beginsWithFrontPageName(text: string): boolean {
  return START.test(text);
}
