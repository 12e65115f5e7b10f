import { HEADLINE, PARAGRAPHS } from './dle-pages.js';

/** One story as other engines print it, with their traps; all text is written for these tests. */
export interface CmsPage {
  readonly url: string;
  readonly html: string;
}

const SITE = 'Тасбұлақ жаршысы';
const texts = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');

function page(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** The same story of 3 February 2021 in each of them. */
export const cmsPages: Readonly<Record<string, CmsPage>> = {
  'K2, its comments named in one word': {
    url: 'https://tasbulaq.example/component/k2/item/883-kopir',
    html: page(
      `${HEADLINE} - ${SITE}`,
      `<h1><a href="/">${SITE}</a></h1><div class="itemView"><div class="itemHeader"><span class="itemDateCreated">Сәрсенбі, 03 ақпан 2021 10:15</span><h2 class="itemTitle">${HEADLINE}</h2></div>
<div class="itemBody"><div class="itemFullText">${texts}</div><span class="itemDateModified">Соңғы өзгеріс: Бейсенбі, 04 ақпан 2021 09:10</span></div>
<div class="itemComments"><h3>Ой-пікірлер</h3><ul class="itemCommentsList"><li><span class="commentDate">Жұма, 05 ақпан 2021 10:00</span><p>Құтты болсын, ағайын, жақсы іс болыпты!</p></li></ul></div></div>`,
    ),
  },
  'Blogger, with the name of the site before that of the story': {
    url: 'https://tasbulaq.blogspot.example/2021/02/blog-post_3.html',
    html: page(
      `${SITE}: ${HEADLINE}`,
      `<div class="widget Header"><h1 class="title"><a href="https://tasbulaq.blogspot.example/">${SITE}</a></h1></div><div class="widget Blog"><h2 class="date-header"><span>сәрсенбі, 3 ақпан 2021 ж.</span></h2>
<div class="post hentry"><h3 class="post-title entry-title">${HEADLINE}</h3><div class="post-body entry-content">${texts}</div><div class="post-footer"><div class="post-footer-line post-footer-line-1">уақыты: <a rel="bookmark" href="https://tasbulaq.blogspot.example/2021/02/blog-post_3.html"><abbr class="published" title="2021-02-03T18:40:00+06:00">18:40</abbr></a></div></div></div></div>`,
    ),
  },
  'uCoz, with the day in its title': {
    url: 'https://tasbulaq.ucoz.example/news/zhana_kopir/1-0-58',
    html: page(
      `${HEADLINE} - 3 Ақпан 2021 - Тасбұлақ`,
      `<h1>Тасбұлақ ауылының сайты</h1><div>Сейсенбі, 05.03.2024, 11:20</div><a href="/">Басты бет</a> &raquo; <a href="/news/2021">2021</a> &raquo; ${HEADLINE}<hr>
<table><tr><td><div class="eTitle"><div>18:22</div>${HEADLINE}</div></td></tr><tr><td class="eMessage">${texts}</td></tr></table><div class="cBlock1"><b>Нұрлан</b> <span class="cDate">(05.02.2021 10:05)</span><div class="cMessage">Құтты болсын, ағайын, жақсы іс болыпты!</div></div>`,
    ),
  },
  'OpenCart, the story named in the query of the front page': {
    url: 'https://tasbulaq.example/index.php?route=information/news&news_id=17',
    html: page(
      HEADLINE,
      `<header><a href="/">${SITE}</a></header><div id="content"><h1>${HEADLINE}</h1><div><b>Жарияланған күні:</b> 03.02.2021</div><div class="news-description">${texts}</div></div><footer>${SITE} © 2024</footer>`,
    ),
  },
  'ASP.NET, one title for every page': {
    url: 'http://www.tasbulaq.example/Pages/NewsView.aspx?id=912',
    html: page(
      SITE,
      `<form method="post"><div><a href="../Default.aspx">Басты бет</a></div><table><tr><td><div><span class="newsTitle" style="font-weight:bold">${HEADLINE}</span><br><span class="newsDate">03.02.2021 0:00:00</span><br><span>${texts}</span></div></td></tr></table></form>`,
    ),
  },
  'tables of large fonts under the title of an issue': {
    url: 'http://www.tasbulaq.example/arhiv/2021/n5.htm',
    html: page(
      `${SITE} - №5, 2021 жыл`,
      `<table><tr><td><center><font size="7"><b>${SITE}</b></font><br><font size="2">Аудандық қоғамдық-саяси газет</font></center></td></tr><tr><td><p align="right">3 ақпан 2021 жыл</p><p align="center"><font size="5"><b>${HEADLINE}</b></font></p>
${PARAGRAPHS.map((paragraph) => `<p><font size="3">${paragraph}</font></p>`).join('')}</td></tr></table>`,
    ),
  },
  'WordPress, the day in a sentence of the theme': {
    url: 'http://tasbulaq.example/?p=55',
    html: page(
      `${SITE} &raquo; Blog Archive &raquo; ${HEADLINE}`,
      `<div id="header"><h1><a href="http://tasbulaq.example/">${SITE}</a></h1></div><div class="post"><h2>${HEADLINE}</h2><div class="entry">${texts}<p class="postmetadata alt"><small>This entry was posted on Wednesday, February 3rd, 2021 and is filed under <a href="/?cat=1">Roads</a>.</small></p></div></div>`,
    ),
  },
  'tagDiv, where the day of publication bears the name of a change': {
    url: 'https://tasbulaq.example/2021/02/kopir/',
    html: page(
      `${HEADLINE} - ${SITE}`,
      `<div><a href="/">${SITE}</a> Дүйсенбі, 8 ақпан, 2021</div><article><header><h1 class="entry-title">${HEADLINE}</h1><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2021-02-03T11:00:00+00:00">03.02.2021</time></span></header><div class="td-post-content">${texts}</div></article>`,
    ),
  },
  'the name of the section as heading and title': {
    url: 'https://tasbulaq.example/kz/qogam/9001',
    html: page(
      `Қоғам - ${SITE}</title><meta property="og:title" content="${HEADLINE}"><title>`,
      `<header><a href="/">${SITE}</a></header><h1>Қоғам</h1><div><h2>${HEADLINE}</h2><span>3 ақпан 2021</span><div>${texts}</div></div>`,
    ),
  },
  'a kicker above a headline of large letters': {
    url: 'http://tasbulaq.example/2007/31/b.html',
    html: page(
      SITE,
      `<table><tr><td align="center"><font size="6">${SITE}</font></td></tr><tr><td><p align="right">03.02.2021</p><p align="center"><b>ЖАҚСЫЛЫҚ ЖАРШЫСЫ</b></p><p align="center"><b><font size="4">${HEADLINE}</font></b></p>${texts}</td></tr></table>`,
    ),
  },
  'a title that was cut off': {
    url: 'https://tasbulaq.example/news/5521',
    html: `${page(`Тасбұлақта жаңа... | ${SITE}`, `<nav><a href="/">${SITE}</a></nav><div><h2 class="post__title">${HEADLINE}</h2><ul><li>3 ақпан, 2021</li></ul><div class="post__text">${texts}</div></div>`)}`,
  },
  'a text shown as it is written': {
    url: 'http://old.tasbulaq.example/kopir.html',
    html: page(
      HEADLINE,
      `<h2>${HEADLINE}</h2><p>03.02.2021</p><pre>\n   ${PARAGRAPHS.map((paragraph) => paragraph.replace(' ', '\n')).join('\n\n   ')}\n</pre>`,
    ),
  },
  'Tilda, a block for each paragraph, and the rights at the end': {
    url: 'https://tasbulaq.example/kopir',
    html: page(
      HEADLINE,
      `<div class="t-records"><div class="r"><div class="t-title">${HEADLINE}</div><div class="t-uptitle">03.02.2021</div></div>${PARAGRAPHS.map((paragraph) => `<div class="r"><div><div class="t-text">${paragraph}</div></div></div>`).join('')}<div class="r"><div>© 2018–2024 ${SITE}. Барлық құқықтары қорғалған</div></div></div>`,
    ),
  },
};
