filedesc://pages.arc 0.0.0.0 20240324100000 text/plain 74
1 0 SampleCrawler
URL IP-address Archive-date Content-type Archive-length

https://kokzhiek-tany.example/kogam/812-kopir-zhondeldi.html 192.0.2.1 20240324100000 text/html 944
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 864

<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>Ауыл көпірі жөнделді » Көкжиек таңы</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div class="speedbar"><span id="dle-speedbar"><a href="/">Көкжиек таңы</a> » Ауыл көпірі жөнделді</span></div>
<div id="dle-content"><article class="box story fullstory"><h1 class="title">Ауыл көпірі жөнделді</h1>
<div class="text"><p>Қарасу ауылындағы ағаш көпір күрделі жөндеуден өтті.</p><p>Енді жүк көліктері де еркін өтеді.</p></div>
<ul class="meta"><li class="story_date meta_date">14 наурыз 2024 ж.</li><li class="meta_views" title="Просмотров: 214">214</li></ul></article></div></body></html>

https://kokzhiek-tany.example/bilim/815-kitap-kuni.html 192.0.2.1 20240324100000 text/html 933
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 853

<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>Мектепте кітап күні өтті » Көкжиек таңы</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div class="speedbar"><span id="dle-speedbar"><a href="/">Көкжиек таңы</a> » Мектепте кітап күні өтті</span></div>
<div id="dle-content"><article class="box story fullstory"><h1 class="title">Мектепте кітап күні өтті</h1>
<div class="text"><p>Оқушылар сүйікті кітаптарын алып келді.</p><p>Келесі кездесу сәуірде болады.</p></div>
<ul class="meta"><li class="story_date meta_date">19 наурыз 2024 ж.</li><li class="meta_views" title="Просмотров: 97">97</li></ul></article></div></body></html>

