/** Pages of an invented paper in the themes of the DataLife Engine; all text is written for these tests. */

export const HEADLINE = 'Тасбұлақта жаңа көпір ашылды';
export const PARAGRAPHS: readonly string[] = [
  'Тасбұлақ өзенінің үстінен салынған жаңа көпір бүгін пайдалануға берілді.',
  'Құрылыс екі жылға созылып, оған отыздан астам жұмысшы қатысты.',
  'Ауыл тұрғындары енді көктемгі су тасқыны кезінде де қатынай алады.',
];
export const STORY_URL = 'https://tasbulaq.example/kogam/4321-tasblata-zhaa-kpr-ashyldy.html';

const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
const lines = PARAGRAPHS.join('<br /><br />');
const comLink = `<a id="dle-comm-link" href="${STORY_URL}#comment">`;

/** Head, menu, margin and foot of every page of the site. */
export function sitePage(
  content: string,
  options: { readonly title?: string; readonly head?: string; readonly margin?: string } = {},
): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${options.title ?? `${HEADLINE} » Тасбұлақ жаршысы`}</title>
<meta name="generator" content="DataLife Engine (http://dle-news.ru)"><link rel="search" href="https://tasbulaq.example/engine/opensearch.php" title="Тасбұлақ жаршысы">
<meta name="keywords" content="тасбұлақта, жаңа, көпір, ашылды">${options.head ?? ''}<style>.text{color:red}</style></head><body>
<header id="header"><a class="logotype" href="/">Тасбұлақ жаршысы</a><nav><ul><li><a href="/kogam/">Қоғам</a></li><li><a href="/sport/">Спорт</a></li></ul></nav></header>
${content}
<aside class="rightside"><div class="block"><h4 class="title">Көп оқылғандар</h4><ol class="topnews">
<li><a href="https://tasbulaq.example/sport/4310-x.html" title="Палуандар сайысы">Палуандар сайысы<span class="topnews_date">05 ақпан 2021 ж.</span><span class="views" title="Қаралды: 777">777</span></a></li>
</ol></div><div class="tag_cloud"><span class="clouds_large"><a href="/tags/sport/">Спорт</a></span></div>${options.margin ?? ''}</aside>
<footer id="footer"><p>© 2009–2025 Тасбұлақ жаршысы. Мекенжайы: Тасбұлақ ауылы, Бейбітшілік көшесі, 5</p></footer><script>var dle_root = '/';</script></body></html>`;
}

/** The archive calendar of February 2021 with news on the 3rd; `today` is marked as the current day. */
export function calendar(today: number | null, isPast = false): string {
  const cells = Array.from({ length: 28 }, (_, index) => index + 1).map((day) => {
    const names = [day === 3 ? 'day-active-v' : 'day', ...(day === today ? ['day-current'] : [])].join(' ');
    const link = '<a class="day-active-v" href="https://tasbulaq.example/2021/02/03/">3</a>';
    return `<td class="${names}">${day === 3 ? link : day}</td>`;
  });
  const rows = [0, 7, 14, 21].map((start) => `<tr>${cells.slice(start, start + 7).join('')}</tr>`);
  const next = isPast ? '<a class="monthlink" href="/2021/03/">&raquo;</a>' : '&raquo;';
  return `<div id="calendar-layer"><table id="calendar" class="calendar"><tr><th colspan="7" class="monthselect"><a class="monthlink" href="/2021/01/">&laquo;</a>&nbsp;&nbsp;&nbsp;&nbsp;Ақпан 2021&nbsp;&nbsp;&nbsp;&nbsp;${next}</th></tr><tr><th class="workday">Дс</th></tr>${rows.join('')}</table></div>`;
}

/** Themes of the engine, each with the same story: 3 February 2021, 1 109 views, 2 comments, category Қоғам. */
export const themes: Readonly<Record<string, string>> = {
  '9.7 Default':
    sitePage(`<div class="speedbar"><span id="xtm-speedbar"><a href="https://tasbulaq.example/">Тасбұлақ жаршысы</a> &raquo; <a href="https://tasbulaq.example/kogam/">Қоғам</a> &raquo; ${HEADLINE}</span></div>
<div id="dle-content"><div class="base fullstory"><div class="dpad"><h3 class="btl"><span id="news-title">${HEADLINE}</span></h3>
<div class="bhinfo"><span class="baseinfo radial">Авторы: <a href="/user/admin/">admin</a> &nbsp; 3-02-2021, 10:15</span></div>
<div class="maincont"><div id="news-id-4321" style="display:inline;">${lines}</div><div class="clr"></div><p class="basetags"><i>Тегтер: <a href="/tags/kopir/">көпір</a></i></p></div></div>
<div class="related"><ul class="reset"><li><a href="https://tasbulaq.example/kogam/4300-y.html">Көктем келді</a></li></ul></div>
<div class="mlink"><span class="argviews"><span title="Қаралды: 1109"><b>1109</b></span></span><span class="argcoms">${comLink}<span title="Пікірлер: 2"><b>2</b></span></a></span><p class="lcol argcat">Санат: <a href="/kogam/">Қоғам</a></p></div></div>
<form id="dlemasscomments"><div id="dle-comments-list"></div></form></div>`),
  '11.0 Default':
    sitePage(`<div class="speedbar"><span id="dle-speedbar"><span itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="https://tasbulaq.example/" itemprop="url"><span itemprop="title">Тасбұлақ жаршысы</span></a></span> &raquo; <span itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="https://tasbulaq.example/kogam/" itemprop="url"><span itemprop="title">Қоғам</span></a></span> &raquo; ${HEADLINE}</span></div>
<div id="dle-content"><article class="box story fullstory"><div class="box_in"><h2 class="title">${HEADLINE}</h2><div class="text">${text}<div class="adv">Жарнама орны</div></div><div class="story_tools"><div class="category"><a href="/kogam/">Қоғам</a></div></div></div>
<div class="meta"><ul class="right"><li class="grey" title="Просмотров: 1 109"><svg class="icon"></svg> 1 109</li><li title="Комментариев: 2">${comLink} 2</a></li></ul><ul class="left"><li class="story_date"><a href="/user/admin/">admin</a><span class="grey"> от </span><time datetime="2021-02-03" class="grey">3 ақпан 2021 10:15</time></li></ul></div></article>
<div class="comments"><form id="dlemasscomments"><div id="dle-comments-list"></div></form></div></div>`),
  '11.0 Green':
    sitePage(`<div id="dle-content"><article class="block story fullstory"><h1 class="h2 title">${HEADLINE}</h1><div class="story_top"><time class="date grey" datetime="2021-02-03">03/02/2021 10:15</time></div>
<div class="text">${text}</div><div class="category grey"><a href="/kogam/">Қоғам</a></div><div class="story_tools"><ul class="meta grey"><li class="meta_author" title="Автор">admin</li><li class="meta_coms" title="Комментариев: 2">${comLink}2</a></li><li class="meta_views" title="Просмотров: 1 109">1 109</li></ul></div></article></div>`),
  '14 Red':
    sitePage(`<div itemscope itemtype="http://schema.org/BreadcrumbList"><span itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a itemprop="item" href="https://tasbulaq.example/"><span itemprop="name">Тасбұлақ жаршысы</span></a></span> / <span itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a itemprop="item" href="https://tasbulaq.example/kogam/"><span itemprop="name">Қоғам</span></a></span></div>
<div id="dle-content"><article class="story"><h1 class="title h2 ultrabold">${HEADLINE}</h1><ul class="story_meta"><li class="meta_date"><time datetime="2021-02-03T10:15:00+06:00">Вчера, 10:15</time></li><li class="meta_user"><a href="/user/admin/">admin</a></li><li class="meta_cat"><a href="/kogam/">Қоғам</a></li><li class="meta_views">1 109</li><li class="meta_coms">${comLink}2</a></li></ul>
<div class="story_cont"><div class="text">${text}</div></div><div class="story_tags"><div class="tag_list"><a href="/tags/kopir/">көпір</a></div></div></article>
<div class="col_news"><h4>Ұқсас</h4><div class="grid_list"><a href="/sport/4310-x.html">Палуандар сайысы қызықты өтті</a><a href="/sport/4311-x.html">Футболшылар жеңіске жетті</a></div></div></div>`),
  smartphone:
    sitePage(`<div id="dle-content"><article class="post fullstory"><h1 class="title"><a href="${STORY_URL}">${HEADLINE}</a></h1><p class="icat"><a href="/kogam/">Қоғам</a></p>
<ul class="post-info"><li class="idate">3 ақпан 2021 10:15</li><li class="iauthor"><b>admin</b></li><li class="iviews">1 109</li></ul><div class="post-cont">${text}</div><ul id="rel-news"><li><a href="/sport/4310-x.html">Палуандар сайысы</a></li></ul></article>
<div class="commentbox"><h3>Пікірлер (2)</h3></div></div>`),
  '13.3 Default': sitePage(
    `<div class="speedbar"><div id="dle-speedbar" itemscope itemtype="https://schema.org/BreadcrumbList"><a href="https://tasbulaq.example/">Тасбұлақ жаршысы</a> &raquo; <a href="https://tasbulaq.example/kogam/">Қоғам</a> &raquo; ${HEADLINE}</div></div>
<div id="dle-content"><article class="box story fullstory"><div class="box_in"><h2 class="title">${HEADLINE}</h2><div class="text">${text}</div><div class="category"><a href="/kogam/">Қоғам</a></div></div><div class="meta"><ul class="right"><li class="grey" title="Views: 1 109"> 1 109</li><li title="Comments: 2">${comLink}2</a></li></ul><ul class="left"><li class="story_date">admin <time datetime="2021-02-03">3 ақпан 2021, 10:15</time></li></ul></div></article></div>`,
    { head: `<meta property="og:url" content="${STORY_URL}">` },
  ),
  'a later engine with JSON-LD': sitePage(
    `<nav><a href="https://tasbulaq.example/">Басты бет</a> / <a href="https://tasbulaq.example/kogam/">Қоғам</a></nav><main><article class="article"><h1 class="article__title">${HEADLINE}</h1><div class="article__meta"><time datetime="2021-02-03T10:15:00+06:00">3 ақпан 2021, 10:15</time><a class="article__cat" rel="category" href="/kogam/">Қоғам</a><span class="article__views" title="Просмотров"><i class="fa fa-eye"></i> 1 109</span><span class="article__coms" title="Комментариев">2</span></div><div class="article__text">${text}<div class="also_read">Читайте также: <a href="/1-x.html">Газетке жазылу</a></div></div></article><div class="comments"><div id="dle-comments-list"></div></div></main>`,
    {
      head: `<link rel="canonical" href="${STORY_URL}"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"${HEADLINE}","datePublished":"2021-02-03T10:15:00+06:00","mainEntityOfPage":"${STORY_URL}",},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Тасбұлақ жаршысы"},{"@type":"ListItem","position":2,"name":"Қоғам"}]}]}</script>`,
    },
  ),
  'a theme of its own': sitePage(
    `<div id="dle-content"><div class="zz-head"><h1 class="zz-t">${HEADLINE}</h1><div class="zz-info"><span class="zz-when">3 ақпан 2021 ж. 10:15</span> <span class="zz-c"><a href="/kogam/">Қоғам</a></span> <span>Оқылды: 1 109</span> <span>2 пікір</span></div></div><div class="zz-b">${lines}</div>${comLink}</a></div>`,
    { head: '' },
  ),
  'tables without names': sitePage(
    `<table width="100%"><tr><td width="160"><a href="/kogam/">Қоғам</a><br><a href="/sport/">Спорт</a></td><td><table><tr><td><b><font size="4"><h2>${HEADLINE}</h2></font></b></td></tr><tr><td>${lines}</td></tr><tr><td><small>3.02.2021, 10:15 | Қаралды: 1 109 | Пікірлер: 2</small></td></tr></table><div id="dle-content"></div></td></tr></table>`,
  ),
};
