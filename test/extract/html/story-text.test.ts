import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`);
const [first = '', ...others] = text;

/** The paragraphs read of a story with something between its first and its second one. */
function bodyWith(inside: string): readonly string[] | undefined {
  const body = `<article><h1>${HEADLINE}</h1><div class="q">${first}${inside}${others.join('')}</div></article>`;
  return readHtml(`<html><head><title>${HEADLINE}</title></head><body>${body}</body></html>`).article?.articleBody;
}

const bare = bodyWith('');
const withLine = (line: string): readonly string[] => [bare?.[0] ?? '', line, ...(bare?.slice(1) ?? [])];

describe('extractHtml() on the text of a story', () => {
  it.each([
    ['a box about the author', '<div class="author-bio"><p>Автор ауылда туып-өскен, үш кітап жазған.</p></div>'],
    ['what asks for consent', '<div class="embed-consent"><p>Бейнені көру үшін келісіміңізді беріңіз.</p></div>'],
    ['a box that the style sheet hides', '<div class="box hidden"><p>Жазылушыларға ғана арналған мәтін осы.</p></div>'],
    [
      'a label and the headline of another story',
      '<p><b>Les også: <a href="/b">Ny bru over elva til våren</a></b></p>',
    ],
    [
      'a box that asks for an address',
      '<div><h3>Газетке жазылыңыз</h3><p>Аптасына бір рет таңдаулы жаңалықтар.</p><form><input type="email"></form></div>',
    ],
    [
      'a label above links to other stories',
      '<div><div>Тақырыпқа орай</div><a href="/b">Мектепке жаңа автобус берілді</a><a href="/c">Ауыл жолына асфальт төселді</a></div>',
    ],
    [
      'a post of another place',
      '<blockquote class="twitter-tweet"><p>Көпір ашылды, құтты болсын!</p>— Ауыл (@auyl) <a href="https://twitter.com/auyl/status/1">9 наурыз</a></blockquote>',
    ],
    [
      'a quotation that names such a post',
      '<blockquote cite="https://t.me/auyl/12"><p>Достар, көпір ашылды, бәріңізді құттықтаймын!</p></blockquote>',
    ],
    ['what asks the reader to follow', '<p>Підписуйтесь на наш <a href="https://t.me/a">Telegram-канал</a> щодня.</p>'],
    ['the editors in brackets', '<p>(责编:李明、王小梅)</p>'],
    ['a caption without an element of its own', '<p><i>Суретте: көпірдің ашылу сәті</i></p>'],
    ['a label in Kazakh and a headline', '<p>Оқи отыр: <a href="/b">Өзен үстінен жаңа көпір салынып жатыр</a></p>'],
  ])('leaves %s out', (_, inside) => {
    expect(bodyWith(inside)).toEqual(bare);
  });

  it.each([
    ['a heading that leads to itself', '<h2><a href="#sebep">Судың тасу себебі</a></h2>', 'Судың тасу себебі'],
    ['a heading in the style of a widget', '<h2 class="widget-title">Жол ашылды</h2>', 'Жол ашылды'],
    [
      'what is hidden on some screens only',
      '<p class="hidden md:block">Жолдың бойы түгел жөнделеді.</p>',
      'Жолдың бойы түгел жөнделеді.',
    ],
    [
      'a list of goods, each a link',
      '<ul><li><a href="https://a.example/1">Қалам</a></li><li><a href="https://a.example/2">Дәптер</a></li><li>Сия, бояу, қағаз</li></ul>',
      'Сия, бояу, қағаз',
    ],
    ['a quotation', '<blockquote><p>Көпір бізге керек еді.</p></blockquote>', 'Көпір бізге керек еді.'],
    ['a sentence with a label and a link', '<p>Мекенжай: <a href="/b">Абай көшесі</a></p>', 'Мекенжай: Абай көшесі'],
  ])('keeps %s', (_, inside, line) => {
    expect(bodyWith(inside)).toEqual(withLine(line));
  });

  it('leaves the heading of the story out with its label, and the rubric above it', () => {
    const html = `<body><article><p>Қоғам</p><h1>${HEADLINE}<span class="badge">Plus</span></h1>${text.join('')}</article></body>`;
    const { article } = readHtml(html);
    expect([article?.headline, article?.articleBody]).toEqual([HEADLINE, bare]);
  });

  it.each([
    ['a box about the author', '<div class="author-info"><span>Асан Серіков</span> <span>12.03.2021</span></div>'],
    ['an address', '<address>Асан Серіков, <time datetime="2021-03-12">12.03.2021</time></address>'],
  ])('reads the day of the story in %s above its text', (_, box) => {
    const html = `<body><div><h1>${HEADLINE}</h1>${box}${text.join('')}</div></body>`;
    const { article } = readHtml(html);
    expect([article?.datePublished, article?.articleBody]).toEqual(['2021-03-12', bare]);
  });
});
