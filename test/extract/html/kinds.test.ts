import { describe, expect, it } from 'vitest';
import { calendar, HEADLINE, PARAGRAPHS, STORY_URL, sitePage, themes } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');

/** Items of a list as DLE themes print them. */
function shortStories(count: number, names = 'box story shortstory'): string {
  return Array.from({ length: count }, (_, index) => {
    const url = `https://tasbulaq.example/sport/${500 + index}-zhaalyk.html`;
    return `<article class="${names}"><h2 class="title"><a href="${url}">Ауылдағы ${index + 1}-ші сайыс қорытындысы</a></h2><div class="text">Сайысқа облыстың барлық ауданынан жүзден астам спортшы қатысып, үш күн бойы күш сынасты...</div><div class="meta"><ul><li title="Қаралды: ${index}">${index}</li></ul><time datetime="2021-02-0${1 + index}">0${1 + index} ақпан 2021 ж.</time></div><a href="${url}">Толығырақ</a></article>`;
  }).join('\n');
}
/** Items of a list in a theme without headings. */
function linkedItems(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<div class="zi"><a href="https://tasbulaq.example/sport/${600 + index}-zhaalyk.html">Ауылдағы ${index + 1}-ші сайыс</a><p>Сайысқа облыстың барлық ауданынан жүзден астам спортшы қатысып, үш күн бойы күш сынасты</p><span>0${1 + index} ақпан 2021 ж.</span> Қаралды: ${index}</div>`,
  ).join('');
}

/** Items below the address of their list, in paragraphs. */
function itemsBelow(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<p class="news-item"><span>0${1 + index}.02.2021</span> <a href="/index.php/news/sport/${600 + index}/"><b>Ауылдағы ${index + 1}-ші сайыс өтті</b></a><br>Сайысқа облыстың барлық ауданынан жүзден астам спортшы қатысып, үш күн бойы күш сынасты.</p>`,
  ).join('');
}

const pager =
  '<div class="navigation"><span class="pages"><span>1</span> <a href="/page/2/">2</a></span><a class="page_next" href="/page/2/">»</a></div>';

interface Case {
  readonly name: string;
  readonly html: string;
  readonly url?: string;
  readonly kind: string;
  readonly detail?: string | null;
}

const cases: readonly Case[] = [
  {
    name: 'a dated text whose page never says its headline',
    html: `<html><head><title>Тасбұлақ</title></head><body><div class="n">Көпір ашылды</div><span>18.03.2024</span><div class="t">${text}</div></body></html>`,
    url: 'https://tasbulaq.example/oqigalar/4101/',
    kind: 'article',
  },
  {
    name: 'a riddle at the address of a story',
    html: '<html><head><title>Проверка, что вы не робот</title></head><body><h1>Подтвердите, что вы не робот</h1><p>Введите символы с картинки.</p></body></html>',
    url: STORY_URL,
    kind: 'error',
    detail: 'captcha',
  },
  {
    name: 'a category in the root',
    html: sitePage(`<div id="dle-content">${shortStories(4)}</div>`, { title: 'Спорт » Тасбұлақ жаршысы' }),
    url: 'https://tasbulaq.example/sport/',
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'a section with a single story',
    html: `<html><head><title>Спорт</title></head><body><div class="zz"><h1>Спорт</h1><div class="zi"><h3><a href="/sport/600-zhaalyk.html">Ауылдағы үшінші сайыс қызықты өтті</a></h3><div>3 ақпан 2021 ж.</div>${text}</div></div></body></html>`,
    url: 'https://tasbulaq.example/sport/',
    kind: 'listing',
  },
  {
    name: 'a story at an address of words, with others below it',
    html: `<html><head><title>${HEADLINE}</title></head><body><h1>${HEADLINE}</h1><p>3 ақпан 2021 ж.</p><div>${text}</div><div><h3><a href="/sport/600-zhaalyk.html">Ауылдағы үшінші сайыс қызықты өтті</a></h3></div></body></html>`,
    url: 'https://tasbulaq.example/sport/',
    kind: 'article',
  },
  {
    name: 'a section with little but its name',
    html: `<html><head><title>Газет</title></head><body><h1>Хабарландыру</h1><p>3 ақпан 2021 ж. Үй сатылады.</p></body></html>`,
    url: 'https://tasbulaq.example/jarnama-burysh/',
    kind: 'listing',
  },
  {
    name: 'a section of cut leads without an address',
    html: `<html><head><title>Спорт » Газет</title></head><body><h2>Спорт</h2>${[1, 2].map((id) => `<div><a href="/${id}00-zhaalyk.html"><b>Ауылдағы ${id}-ші сайыс өтті</b></a><div>0${id}.02.2021</div><div>${PARAGRAPHS[0]}…</div></div>`).join('')}</body></html>`,
    kind: 'listing',
  },
  {
    name: 'an archive of print issues',
    html: sitePage(
      `<div id="dle-content"><h1>Нөмірлер</h1><ul>${[1, 2, 3, 4, 5, 6].map((id) => `<li><a href="/pdf/${id}.pdf">№${id} (450${id})</a> 0${id}.02.2021</li>`).join('')}</ul></div>`,
    ),
    url: 'https://tasbulaq.example/pdf/',
    kind: 'listing',
  },
  {
    name: 'the results of a search without an address',
    html: `<html><head><title>Газет</title></head><body><div>3 ақпан 2021</div><h1>Іздеу нәтижесі: «алма»</h1><div>${text}</div></body></html>`,
    kind: 'listing',
    detail: 'search',
  },
  {
    name: 'a code and nothing else for a title, below a clock',
    html: `<html><head><title>404</title></head><body><div>3 ақпан 2021</div><h1>404</h1><p>К сожалению, такой страницы нет.</p></body></html>`,
    kind: 'error',
  },
  {
    name: 'a feed',
    html: '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Газет</title><entry><title>Көпір</title><updated>2021-02-03T00:00:00Z</updated></entry></feed>',
    url: 'https://tasbulaq.example/atom.xml',
    kind: 'other',
  },
  {
    name: 'the page of the office on any engine',
    html: `<html><head><title>Газет туралы</title></head><body><div>Сейсенбі, 2 ақпан 2021</div><h1>Газет туралы</h1><div>${text}</div></body></html>`,
    url: 'https://tasbulaq.example/redakciya.html',
    kind: 'static',
  },
  {
    name: 'a fixed page of the engine in a theme of its own',
    html: sitePage(`<h1>Газеттің жетпіс жылы</h1><div>${text}</div>`, { title: 'Газеттің жетпіс жылы' }),
    url: 'https://tasbulaq.example/tarih.html',
    kind: 'static',
  },
  {
    name: 'the form for letters beside a list in the margin',
    html: sitePage('<h1>Кері байланыс</h1><form><textarea></textarea></form>'),
    url: 'https://tasbulaq.example/index.php?do=feedback',
    kind: 'static',
  },
  {
    name: 'a program that died',
    html: '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function\nStack trace:\n#0 {main}\n in <b>/var/www/a.php</b> on line <b>44</b><br />',
    url: STORY_URL,
    kind: 'error',
  },
  {
    name: 'a front page that a program would have filled',
    html: '<html><head><title>Газет</title></head><body><div id="root"></div></body></html>',
    url: 'https://tasbulaq.example/',
    kind: 'other',
  },
  {
    name: 'a list without headings or address',
    html: sitePage(`<div class="zz">${linkedItems(5)}</div>`, { title: 'Спорт » Тасбұлақ жаршысы' }),
    kind: 'listing',
  },
  {
    name: 'a list of links only',
    html: sitePage(
      `<div id="dle-content">${[1, 2, 3].map((id) => `<article><a href="/sport/${id}0-zhaalyk.html"><span>Ауылдағы ${id}-ші сайыс өтті</span></a><time>0${id}.02.2021</time></article>`).join('')}</div>`,
      { title: 'Спорт » Тасбұлақ жаршысы' },
    ),
    kind: 'listing',
  },
  {
    name: 'a list of tables without an engine or address of a list',
    html: `<html><head><title>Жаңалықтар — Газет</title></head><body><h1>Жаңалықтар</h1><div>${[1, 2, 3, 4].map((id) => `<table><tr><td><a href="/sport/${id}0-zhaalyk.html"><b>Ауылдағы ${id}-ші сайыс өтті</b></a><br>${PARAGRAPHS.join(' ')}<br><a href="/sport/${id}0-zhaalyk.html">Толығырақ</a></td></tr></table>`).join('')}</div></body></html>`,
    url: 'https://tasbulaq.example/news/',
    kind: 'listing',
  },
  {
    name: 'a notice that the site is down',
    html: '<html><head><title>Газет</title></head><body><h1>Сайт уақытша жұмыс істемейді</h1><p>Техникалық жұмыстар жүргізілуде. Кейінірек қайта кіріңіз.</p></body></html>',
    url: STORY_URL,
    kind: 'error',
  },
  {
    name: 'one story of a list without an address',
    html: sitePage(
      `<div id="dle-content"><div class="zi"><h2><a href="/sport/600-zhaalyk.html">Ауылдағы үшінші сайыс қызықты өтті</a></h2><div>${text}</div><span>03 ақпан 2021 ж.</span></div></div>`,
      { title: 'Мұрағат » Тасбұлақ жаршысы' },
    ),
    kind: 'listing',
  },
  {
    name: 'the beginning of one story with a link to the rest',
    html: sitePage(
      `<div id="dle-content"><h1>Ауылдағы үшінші сайыс қызықты өтті</h1><div>${text}<a href="/sport/600-zhaalyk.html">Ауылдағы үшінші сайыс қызықты өтті</a></div><a href="/sport/600-zhaalyk.html">Толығырақ</a></div>`,
      { title: 'Мұрағат » Тасбұлақ жаршысы' },
    ),
    kind: 'listing',
  },
  {
    name: 'a letter to the editor',
    html: sitePage(
      '<div id="dle-content"><form method="post" name="sendmail"><input name="name"><textarea name="message"></textarea></form></div>',
      { title: 'Кері байланыс » Тасбұлақ жаршысы' },
    ),
    kind: 'static',
  },
  {
    name: 'a wall of covers',
    html: sitePage(
      `<div id="dle-content">${[1, 2, 3].map((id) => `<a href="https://tasbulaq.example/pdf/${id}-gazet.html"><img src="/${id}.jpg" alt=""></a>`).join('')}</div>`,
    ),
    url: 'https://tasbulaq.example/pdf/',
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'results of a search in a box of messages',
    html: sitePage(
      `<div id="dle-content"><div class="berrors">По Вашему запросу найдено 4 ответа</div>${shortStories(4)}</div>`,
      { title: 'Поиск по сайту' },
    ),
    url: 'https://tasbulaq.example/index.php?do=search',
    kind: 'listing',
    detail: 'search',
  },
  {
    name: 'a blog of Joomla',
    html: sitePage(
      `<div class="blog">${[1, 2, 3, 4].map((id) => `<div><h2><a href="/index.php/sport/${id}-zhana-sayys">Ауылдағы ${id}-ші сайыс басталды</a></h2><p>${text}</p></div>`).join('')}</div>`,
    ),
    url: 'https://tasbulaq.example/index.php/sport',
    kind: 'listing',
  },
  {
    name: 'a fixed page beside a margin with dates',
    html: sitePage(
      '<div id="dle-content"><h1>Байланыс</h1><p>Мекенжайымыз: Тасбұлақ ауылы, Достық көшесі, 5.</p></div>',
      {
        title: 'Байланыс » Тасбұлақ жаршысы',
        margin: [1, 2, 3]
          .map((day) => `<li><a href="/sport/${day}-x.html">Сайыс</a> 0${day} ақпан 2021 ж. Қаралды: ${day}</li>`)
          .join(''),
      },
    ),
    url: 'https://tasbulaq.example/baylanys.html',
    kind: 'static',
  },
  {
    name: 'a story about an error',
    html: sitePage(
      `<div id="dle-content"><article class="fullstory"><h2 class="title">${HEADLINE}</h2><div class="text"><p>В реестре обнаружена ошибка.</p></div><li class="story_date"><time datetime="2021-02-03">3 ақпан 2021 ж.</time></li><ul><li title="Қаралды: 5">5</li></ul></article></div>`,
    ),
    url: STORY_URL,
    kind: 'article',
  },
  {
    name: 'a category',
    html: sitePage(`<div id="dle-content">${shortStories(4)}${pager}</div>`, { title: 'Спорт » Тасбұлақ жаршысы' }),
    url: 'https://tasbulaq.example/sport/page/3/',
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'a category without address',
    html: sitePage(`<div id="dle-content">${shortStories(4)}${pager}</div>`, { title: 'Спорт » Тасбұлақ жаршысы' }),
    kind: 'listing',
  },
  {
    name: 'a list of one story',
    html: sitePage(`<div id="dle-content">${shortStories(1)}</div>`, { title: 'Спорт » Тасбұлақ жаршысы' }),
    kind: 'listing',
  },
  {
    name: 'a list in a theme of its own',
    html: sitePage(`<div id="dle-content">${shortStories(5, 'zz-item')}${pager}</div>`, {
      title: 'Спорт » Тасбұлақ жаршысы',
    }),
    kind: 'listing',
  },
  {
    name: 'a day archive',
    html: sitePage(`<div id="dle-content">${shortStories(3)}</div>`, {
      title: 'Материалы за 03.02.2021 » Тасбұлақ жаршысы',
    }),
    url: 'https://tasbulaq.example/2021/02/03/',
    kind: 'listing',
    detail: 'day',
  },
  {
    name: 'a tag',
    html: sitePage(`<div id="dle-content">${shortStories(2)}</div>`),
    url: 'https://tasbulaq.example/tags/kopir/',
    kind: 'listing',
    detail: 'tag',
  },
  {
    name: 'the front page',
    html: sitePage(`<div id="dle-content">${shortStories(6)}${pager}</div>`, { title: 'Тасбұлақ жаршысы' }),
    url: 'https://tasbulaq.example/',
    kind: 'listing',
    detail: 'front',
  },
  {
    name: 'the latest news',
    html: sitePage(`<div id="dle-content">${shortStories(3)}</div>`),
    url: 'https://tasbulaq.example/lastnews/',
    kind: 'listing',
    detail: 'lastnews',
  },
  {
    name: 'a search',
    html: sitePage(
      `<div id="dle-content"><form id="fullsearch"></form><div>Результаты поиска</div>${shortStories(3)}</div>`,
      { title: 'Поиск по сайту » Тасбұлақ жаршысы' },
    ),
    kind: 'listing',
    detail: 'search',
  },
  {
    name: 'a search that finds nothing',
    html: sitePage(
      '<div id="dle-content"><div class="berrors"><b>Внимание</b> К сожалению, поиск по сайту не дал никаких результатов. Попробуйте изменить или сократить Ваш запрос.</div></div>',
    ),
    url: 'https://tasbulaq.example/index.php?do=search',
    kind: 'listing',
    detail: 'search',
  },
  {
    name: 'a user',
    html: sitePage(
      '<div id="dle-content"><div class="userinfo"><h1>Пользователь: Гүлнар</h1><ul><li>Тіркелген күні: 3.02.2019</li><li>Жарияланымдар: 14</li></ul></div></div>',
      { title: 'Гүлнар » Тасбұлақ жаршысы' },
    ),
    url: 'https://tasbulaq.example/user/gulnar/',
    kind: 'listing',
    detail: 'user',
  },
  {
    name: 'a user in a theme of its own, without address',
    html: sitePage(
      '<div id="dle-content"><div class="zz"><h1>Гүлнар</h1><p>Дата регистрации: 3.02.2019 10:11</p><p>Последнее посещение: 5.02.2021 12:00</p><p>Количество публикаций: 14</p></div></div>',
    ),
    kind: 'listing',
    detail: 'user',
  },
  {
    name: 'the latest comments',
    html: sitePage(
      '<div id="dle-content"><form id="dlemasscomments"><div id="dle-comments-list"><div id="comment-id-5"><b>Бақыт</b> 3 ақпан 2021 10:10<div id="comm-id-5">Көпір керек еді, бұл жақсы жаңалық болды ғой.</div></div></div></form></div>',
      { title: 'Последние комментарии » Тасбұлақ жаршысы' },
    ),
    kind: 'listing',
    detail: 'comments',
  },
  {
    name: 'the error of the engine',
    html: sitePage(
      '<div id="dle-content"><div class="box berrors"><b>Внимание, обнаружена ошибка</b><br>По данному адресу публикаций на сайте не найдено, либо у Вас нет доступа для просмотра информации по данному адресу.</div></div>',
      { title: 'Тасбұлақ жаршысы' },
    ),
    kind: 'error',
  },
  {
    name: 'a server’s error',
    html: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    kind: 'error',
  },
  {
    name: 'a page not found',
    html: '<html><head><title>404 – Бет табылмады</title></head><body><h1>Бет табылмады</h1><p>Сіз іздеген бет жоқ немесе басқа жерге көшірілген. Басты бетке өтіп, қайта іздеп көріңіз.</p></body></html>',
    kind: 'error',
  },
  {
    name: 'a test for robots',
    html: '<html><head><title>Just a moment...</title></head><body><h1>tasbulaq.example</h1><p>Checking your browser before accessing the site.</p><form id="challenge-form"></form></body></html>',
    kind: 'error',
    detail: 'captcha',
  },
  {
    name: 'a fixed page',
    html: sitePage(
      `<div id="dle-content"><article class="box story"><h1 class="title">Газет туралы</h1><div class="text"><p>«Тасбұлақ жаршысы» аудандық газеті 1932 жылдан бері шығады.</p><p>Редакция мекенжайы: Тасбұлақ ауылы, Бейбітшілік көшесі, 5.</p></div></article></div>`,
      { title: 'Газет туралы » Тасбұлақ жаршысы' },
    ),
    kind: 'static',
  },
  { name: 'an empty page', html: '<html><body></body></html>', kind: 'other' },
  {
    name: 'a list of WordPress',
    html: `<html><head><title>Спорт – Газет</title><meta name="generator" content="WordPress 6.1"></head><body class="archive category category-sport"><main><article><h2 class="entry-title"><a href="/2021/02/03/sayys/">Сайыс өтті</a></h2><div class="entry-summary">Сайысқа жүзден астам спортшы қатысып, үш күн бойы күш сынасты.</div></article></main></body></html>`,
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'a fixed page of WordPress',
    html: `<html><head><title>Байланыс – Газет</title><meta name="generator" content="WordPress 6.1"></head><body class="page-template-default page page-id-12"><main><article><h1 class="entry-title">Байланыс</h1><div class="entry-content">${text}</div></article></main></body></html>`,
    kind: 'static',
  },
  {
    name: 'the print page of 11.0',
    html: `<html><head><title>Тасбұлақ жаршысы &gt; Версия для печати &gt; ${HEADLINE}</title></head><body><div class="top"><a href="/">Тасбұлақ жаршысы</a> / <a href="${STORY_URL}">${HEADLINE}</a></div><h1 class="title">${HEADLINE}</h1><div class="text">${text}</div><div class="meta">3 ақпан 2021</div><a class="back" href="javascript:history.go(-1)">Вернуться назад</a></body></html>`,
    kind: 'article',
    detail: 'print',
  },
  {
    name: 'the print page of 9.7',
    html: `<html><head><title>${HEADLINE} » Версия для печати » Тасбұлақ жаршысы</title></head><body><table width="640"><tr><td><a href="${STORY_URL}"><b>${HEADLINE}</b></a><br><small>3-02-2021, 10:15. Разместил: admin</small></td></tr><tr><td>${PARAGRAPHS.join('<br /><br />')}</td></tr></table><br><a href="javascript:history.go(-1)">Вернуться назад</a></body></html>`,
    kind: 'article',
    detail: 'print',
  },
  {
    name: 'a list of stories below its own address',
    html: `<html><head><title>Жаңалықтар</title></head><body><header><a href="/">Тасбұлақ жаршысы</a></header><h1>Жаңалықтар</h1><div class="news-list">${itemsBelow(5)}</div></body></html>`,
    url: 'https://tasbulaq.example/index.php/news/',
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'a section whose rows link below it',
    html: `<html><head><title>Мәдениет | Тасбұлақ жаршысы</title></head><body><a href="/">Тасбұлақ жаршысы</a><h2>Мәдениет</h2>${[1, 2, 3, 4].map((id) => `<div class="row"><div>0${id}.02.2021</div><a href="/madeniet/zhana-kitap-${id}-zharyk-kordi">Жаңа кітаптың ${id}-тарауы жарық көрді</a><div>Кітапқа жазушының соңғы жылдардағы әңгімелері енді.</div></div>`).join('')}</body></html>`,
    url: 'https://tasbulaq.example/madeniet',
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'a section that og:type calls an article',
    html: `<html><head><title>Спорт</title><meta property="og:type" content="article"></head><body><h1>Спорт</h1>${[1, 2, 3, 4].map((id) => `<div><h3><a href="/sport/${id}0-saiys.html">Ауылдағы ${id}-ші сайыс өтті</a></h3><p>Сайысқа облыстың барлық ауданынан жүзден астам спортшы қатысты.</p></div>`).join('')}</body></html>`,
    url: 'https://tasbulaq.example/sport/',
    kind: 'listing',
    detail: 'category',
  },
  {
    name: 'a topic with a long name',
    html: `<html><head><title>Көпір құрылысы туралы соңғы жаңалықтар топтамасы</title></head><body><main><h1>Көпір құрылысы туралы соңғы жаңалықтар топтамасы</h1>${[1, 2, 3, 4].map((id) => `<div class="it"><a href="/news/${id}00">Көпірдің ${id}-ші тірегі орнатылды</a><p>Құрылысшылар жұмысты мерзімінен бұрын аяқтайды деп күтіледі.</p><span>0${id}.02.2021</span></div>`).join('')}</main></body></html>`,
    url: 'https://tasbulaq.example/topic/12',
    kind: 'listing',
  },
  {
    name: 'a search in another language',
    html: `<html><head><title>Wyniki wyszukiwania</title></head><body><main><h1>Wyniki wyszukiwania</h1>${text}</main></body></html>`,
    url: 'https://kurier.example/szukaj/?text=most',
    kind: 'listing',
    detail: 'search',
  },
  {
    name: 'a notice in another language',
    html: '<html><head><title>Gazete</title></head><body><h1>Sayfa bulunamadı</h1><p><a href="/">Ana sayfa</a></p></body></html>',
    url: 'https://gazete.example/n/kopru',
    kind: 'error',
  },
  {
    name: 'terms at their usual address, whatever networks are told',
    html: `<html><head><title>Datenschutz</title><meta property="og:type" content="article"></head><body><h1>Datenschutz</h1>${text}</body></html>`,
    url: 'https://bote.example/datenschutz/',
    kind: 'static',
  },
  {
    name: 'the second page of a story',
    html: themes['11.0 Default'] ?? '',
    url: 'https://tasbulaq.example/kogam/page,2,4321-tasblata-zhaa-kpr-ashyldy.html',
    kind: 'article',
    detail: 'page-2',
  },
];

describe('extractHtml() tells what a page is', () => {
  it.each(cases)('$name: $kind', ({ html, url, kind, detail }) => {
    const found = readHtml(html, { url: url ?? null });
    expect(found.kind).toBe(kind);
    if (detail !== undefined) expect(found.kindDetail).toBe(detail);
  });

  it.each(cases.filter(({ kind }) => kind !== 'article'))('$name gives no article', ({ html, url }) => {
    expect(readHtml(html, { url: url ?? null }).article).toBeNull();
  });

  it.each(cases.filter(({ detail }) => detail === 'print'))(
    '$name gives the story, its day and its address',
    ({ html }) => {
      const { url, article } = readHtml(html);
      expect([url, article?.nativeId, article?.headline, article?.datePublished]).toEqual([
        STORY_URL,
        '4321',
        HEADLINE,
        '2021-02-03',
      ]);
      expect(article?.articleBody).toEqual(PARAGRAPHS);
    },
  );

  it('gives the second page the address of its story', () => {
    const page = cases.find(({ detail }) => detail === 'page-2');
    expect(readHtml(page?.html ?? '', { url: page?.url ?? null }).url).toBe(STORY_URL);
  });
});

describe('extractHtml() on a page of a print issue', () => {
  const issue = sitePage(
    `<div id="dle-content"><article class="box story fullstory"><div class="box_in"><h2 class="title">№12 (4567) 13 ақпан</h2><div class="text"><a href="/uploads/12.pdf"><img src="/uploads/12.jpg" alt=""></a><p><a href="/index.php?do=download&amp;id=77">№12 (4567) 13 ақпан 2021 ж. – PDF (9 Mb)</a></p></div></div><div class="meta"><ul><li class="story_date"><time datetime="2021-02-13">13 ақпан 2021 ж.</time></li></ul></div></article></div>`,
    { title: '№12 (4567) 13 ақпан » Тасбұлақ жаршысы', margin: calendar(14) },
  );

  it('reads the issue and no article', () => {
    const { kind, article, issues } = readHtml(issue);
    expect([kind, article]).toEqual(['issue', null]);
    expect(issues).toEqual([
      {
        number: 12,
        numberEnd: null,
        serial: 4567,
        serialEnd: null,
        datePublished: '2021-02-13',
        label: '№12 (4567) 13 ақпан',
        url: null,
      },
    ]);
  });
});
