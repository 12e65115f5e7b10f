// Writes a folder of invented DLE pages, the same for the same seed: node bench/make-pages.mjs <folder> [count] [seed]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, count = '1000', seed = '1'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node bench/make-pages.mjs <folder> [count] [seed]');
  process.exit(2);
}

const MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];
const SECTIONS = [
  ['kogam', 'Қоғам'],
  ['ruhaniyat', 'Руханият'],
  ['sport', 'Спорт'],
  ['bilim', 'Білім'],
  ['audan', 'Аудан'],
];
const PLACES = ['Көкжар', 'Ақбұлақ', 'Сарытөбе', 'Жиделі', 'Теректі', 'Қызылқайнар', 'Бесарық', 'Шалқия'];
const THINGS = ['мектебі', 'кітапханасы', 'емханасы', 'көпірі', 'стадионы', 'балабақшасы', 'наубайханасы', 'мұражайы'];
const DEEDS = ['жөнделді', 'ашылды', 'жаңарды', 'жүлде алды', 'елу жылдығын атап өтті', 'қонақ қабылдады'];
const SENTENCES = [
  'Жұмысқа ауыл тұрғындары көп болып атсалысты.',
  'Құрылысқа бөлінген қаржы толық игерілді.',
  'Жиында ардагерлер мен жастар сөз алды.',
  'Келесі кезеңде аулаға ағаш егіледі.',
  'Әкімдік көмектің жалғасатынын айтты.',
  'Балалар үшін алаң мен жүгіру жолы салынды.',
  'Көршілес ауылдар да осындай бастама көтермек.',
  'Ұстаздар қауымы бұл күнді көптен күткен еді.',
];

/** A small generator of numbers (mulberry32), so that the folder does not depend on the machine. */
function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(Number(seed));
const below = (n) => Math.floor(next() * n);
const pick = (list) => list[below(list.length)];
const spaced = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');

function page(id) {
  const [path, section] = pick(SECTIONS);
  const headline = `${pick(PLACES)} ${pick(THINGS)} ${pick(DEEDS)} (${id})`;
  const [day, month, year] = [1 + below(28), below(12), 2015 + below(10)];
  const date = `${String(day).padStart(2, '0')} ${MONTHS[month]} ${year} ж.`;
  const iso = `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const body = Array.from(
    { length: 4 + below(6) },
    () => `<p>${Array.from({ length: 3 + below(4) }, () => pick(SENTENCES)).join(' ')}</p>`,
  );
  const links = Array.from(
    { length: 40 },
    (_, n) =>
      `<li><a href="/kogam/${1 + n}-jana.html">${pick(PLACES)} ${pick(THINGS)} ${pick(DEEDS)}</a> <span>${1 + below(28)} ${pick(MONTHS)} ${year} ж.</span></li>`,
  );
  const url = `https://kokjar-uni.example/${path}/${id}-story.html`;
  return `<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>${headline} » Көкжар үні</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"><link rel="canonical" href="${url}">
<style>${'.a{margin:0;padding:4px;color:#222}'.repeat(60)}</style></head><body>
<ul class="menu">${links.slice(0, 20).join('')}</ul>
<div class="speedbar"><span id="dle-speedbar"><a href="/">Көкжар үні</a> &raquo; <a href="/${path}/">${section}</a> &raquo; ${headline}</span></div>
<div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text">${body.join('\n')}</div>
<div class="category"><a href="/${path}/">${section}</a></div>
<ul class="meta"><li class="grey" title="Қаралды: ${spaced(below(4000))}">0</li><li title="Пікірлер: ${below(4)}">0</li><li class="story_date"><time datetime="${iso}">${date}</time></li></ul></article></div>
<aside><ol class="topnews">${links.slice(20).join('')}</ol></aside><script>${'var q=[];'.repeat(200)}</script></body></html>
`;
}

mkdirSync(folder, { recursive: true });
for (let id = 1; id <= Number(count); id += 1)
  writeFileSync(join(folder, `${String(id).padStart(6, '0')}.html`), page(id));
