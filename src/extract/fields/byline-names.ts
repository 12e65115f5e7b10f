const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Given names that Kazakh and Russian papers print often, in lower case. */
export const GIVEN_NAMES: ReadonlySet<string> = setOf(`
  абай абзал айбек айгерім айгүл айгуль айдана айдар айдос айнұр айнур айсұлу алмас алмат алтынай аман амангелді анар арман арнұр аружан асан асет асқар аскар асылхан ахмет ақерке
  бақыт бахыт бағдат бағлан бауыржан бауржан бекзат бекжан берік берик болат бейбіт гауһар гүлжан гүлмира гульмира гүлнар гульнара гүлназ дана данияр дархан дастан дәулет даулет дәурен динара дина
  ербол ербұлан ерболат ерғали ерасыл ержан ерлан ермек ерік есен есенгелді жадыра жандос жанар жанна жаннұр жансая жанат жасұлан жұлдыз зарина зәуре зейнеп зухра индира кайрат қайрат қанат қуаныш құралай
  ләззат лаура мадина мәдина марат мақсат мұрат мурат мейрам мейіржан молдир мөлдір назерке назгүл назым нұрбек нұрлан нурлан нұржан нұрсұлтан нұргүл оразбек рауан рахат рүстем рысты сабина салтанат самал самат сания сәкен сәуле
  саят серік серик сұлтан талғат талгат төлеген тимур ұлан ұлболсын фариза шолпан шынар ырыс әйгерім әлия алия әсел асель әсем әділ адиль әлібек әлішер
  александр алексей алёна алена алина анастасия анатолий андрей анна антон арина артём артем борис вадим валентина валерий валерия василий вера вероника виктор виктория виталий владимир владислав галина
  георгий григорий дарья денис дмитрий евгений евгения егор екатерина елена елизавета иван игорь илья инна ирина кирилл константин ксения лариса лев леонид лидия любовь людмила максим маргарита марина мария михаил надежда наталия наталья
  никита николай нина оксана олег олеся ольга павел полина пётр петр раиса роман руслан светлана семён сергей софия станислав степан тамара татьяна тимофей фёдор юлия юрий яна ярослав
  азамат айпери айжан бакыт бермет гулзат жылдыз кубат нурбек нурлан талант чынара эрмек
  adam agnieszka alan albert alessandro alex alexander alice andrea andreas andrew anna anne antonio barbara beata ben bernd brian carlos carol caroline charles chris christian christine christopher claudia
  daniel david diana dorota edward elena elif elizabeth emily emma emre eric ewa fatma felix fernando francesco frank gabriel george giulia giuseppe grzegorz hans heike helen henry ivan jack jacek james jan jane jason javier jean
  jennifer jens jessica joanna joao john jonas jonathan jorge jose joseph juan julia julian julie karen karin katarzyna kate katharina kevin klaus krzysztof laura lena leon linda lisa louis lucas luca lucía lucia luis lukas magdalena
  małgorzata manuel marco marcin marco marek maria marie mario mark markus marta martin mary matteo matthew max mehmet michael michel michelle miguel monika murat mustafa nicolas nicole nina olga oliver olivier pablo patricia patrick
  paul paulo pedro peter petra philip philipp pierre piotr rachel rebecca richard robert roberto ryan samuel sandra sara sarah scott sebastian silvia simon sofia sophie stefan stephen steven susan susanne sven sylvia thomas tim tobias tom
  tomasz ursula uwe victor victoria vincent wolfgang zeynep ahmet ali ayşe hasan hüseyin
  aibek aigerim aigul arman askar asel bauyrzhan berik bolat dana dinara erlan gulnara madina marat nurlan samat serik timur
`);

/** Words that stand with a capital but in no person's name, in lower case. */
export const NOT_NAMES: ReadonlySet<string> = setOf(`
  қазақстан казахстан қазақ республикасы республики республика алматы астана қызылорда кызылорда шымкент тараз ақтөбе атырау орал павлодар өскемен көкшетау семей арал байқоңыр бишкек ташкент россия кыргызстан өзбекстан
  жаңалықтар новости газета газеті қоғам спорт мәдениет білім құрметті уважаемые редакция фото видео сурет дереккөз источник автор подробнее толығырақ бөлісу поделиться акимат әкімдік полиция министерство
  the about bio full posted published updated staff profile press
  сайт портал агентство telegram facebook instagram whatsapp youtube tiktok read more photo news share next previous related copyright all rights reserved home contact
  наурыз қаңтар ақпан сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан января февраля марта апреля мая июня июля августа сентября октября ноября декабря дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
`);

/** Ends of surnames and patronymics, Kazakh, Russian, Kyrgyz, Ukrainian, and their Latin spellings, in lower case. */
export const SURNAME_END =
  /(?:[оеё]в|[оеё]ва|ын|ына|ин|ина|ский|ская|цкий|цкая|ской|енко|чук|юк|ян|швили|дзе|ұлы|улы|қызы|кызы|тегі|уулу|хан|бек|бай|баев|баева|ғали|гали|ов[иа]ч|евич|овна|евна|ична|ova|ev|ov|eva|uly|qyzy|kyzy|skiy|sky)$/u;
