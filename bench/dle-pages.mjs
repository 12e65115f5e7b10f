// Invented pages as large as the real ones (58 KB), the same for the same number, whatever the machine: most of a page is menus, lists,
// styles and scripts; a tenth of the pages is in windows-1251, with Kazakh letters as entities, as that engine stores them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
const SECTIONS = ['kogam Қоғам', 'ruhaniyat Руханият', 'sport Спорт', 'bilim Білім', 'audan Аудан'];
const SYLLABLES =
  'ба бе бі да ды ға ге жа же қа қы кө ла ле ма мен на не ра рі са су та ты ша шы ау ай ең ық ым ін ста ров ная тің лық дер'.split(
    ' ',
  );
const WORDS = 12_000;
/** Letters that windows-1251 lacks. */
const NOT_IN_1251 = /[ҚқҒғӘәӨөҮүҰұҢңҺһ]/g;
const LINKS = 130;
const STYLE = '.box .title a:hover{margin:0 4px;padding:4px;color:#222;background:url(/i/b.png)}\n'.repeat(30);
const SCRIPT =
  'var dle_root="/";function go(n){document.getElementById("q"+n).style.display="block";return false}\n'.repeat(30);

/** A small generator of numbers (mulberry32). */
function numbers(state) {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const wordNumbers = numbers(7);
const words = Array.from({ length: WORDS }, () =>
  Array.from({ length: 2 + wordNumbers(3) }, () => SYLLABLES[wordNumbers(SYLLABLES.length)]).join(''),
);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** The page of this number: its address and its bytes. */
export function dlePage(id) {
  const below = numbers(id * 7919 + 1);
  // Few words are frequent and many are rare, as in any language.
  const word = () => words[Math.floor((below(1000) / 1000) ** 3 * WORDS)];
  const phrase = (count) => capital(Array.from({ length: count }, word).join(' '));
  const sentence = () => `${phrase(6 + below(9))}${below(3) ? '' : `, ${word()} ${word()}`}.`;
  const [path, section] = SECTIONS[below(SECTIONS.length)].split(' ');
  const headline = `${phrase(5)} ${id}`;
  const [day, month, year] = [1 + below(28), below(12), 2015 + below(10)];
  const two = (n) => String(n).padStart(2, '0');
  const date = `${two(day)} ${MONTHS[month]} ${year} ж.`;
  const body = Array.from(
    { length: 5 + below(8) },
    () => `<p>${Array.from({ length: 3 + below(4) }, sentence).join(' ')}</p>`,
  );
  const link = () => `/kogam/${1 + below(30_000)}-jana-habar.html`;
  const links = Array.from(
    { length: LINKS },
    () => `<li class="item clearfix"><a class="thumb" href="${link()}" title=""><img src="/uploads/posts/${year}-${two(month + 1)}/thumbs/${below(1e9)}.jpg" alt="" width="80" height="60"></a>
<div class="text"><a href="${link()}">${phrase(5)}</a> <span class="date"><i class="icon"></i>${1 + below(28)} ${MONTHS[below(12)]} ${year} ж.</span></div></li>`,
  );
  const url = `https://kokjar-uni.example/${path}/${id}-story.html`;
  const isOld = id % 10 === 0;
  const views = String(below(4000)).replace(/\B(?=(\d{3})+$)/g, ' ');
  const html = `<!DOCTYPE html>
<html lang="kk"><head><meta http-equiv="Content-Type" content="text/html; charset=${isOld ? 'windows-1251' : 'utf-8'}"><title>${headline} » Көкжар үні</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"><link rel="canonical" href="${url}">
<style>${STYLE}</style><script>${SCRIPT}</script></head><body>
<ul class="menu">${links.slice(0, 50).join('\n')}</ul>
<div class="speedbar"><span id="dle-speedbar"><a href="/">Көкжар үні</a> &raquo; <a href="/${path}/">${section}</a> &raquo; ${headline}</span></div>
<div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text">${body.join('\n')}</div>
<div class="category"><a href="/${path}/">${section}</a></div>
<ul class="meta"><li class="grey" title="Қаралды: ${views}">${views}</li><li title="Пікірлер: ${below(4)}">0</li><li class="story_date"><time datetime="${year}-${two(month + 1)}-${two(day)}">${date}</time></li></ul></article></div>
<aside><ol class="topnews">${links.slice(50).join('\n')}</ol></aside></body></html>
`;
  return { url, bytes: isOld ? to1251(html) : Buffer.from(html) };
}

/** Writes pages 1 … count into a folder. */
export function writePages(folder, count) {
  mkdirSync(folder, { recursive: true });
  for (let id = 1; id <= count; id += 1)
    writeFileSync(join(folder, `${String(id).padStart(6, '0')}.html`), dlePage(id).bytes);
}

const cyrillic = new Map(
  Array.from(new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)), (sign, i) => [
    sign,
    128 + i,
  ]),
);

function to1251(html) {
  const plain = html.replace(NOT_IN_1251, (letter) => `&#${letter.codePointAt(0)};`);
  return Uint8Array.from(plain, (sign) => cyrillic.get(sign) ?? sign.charCodeAt(0));
}
