import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySteps, undoSteps } from '../../src/repair/plan.js';
import { repairSegments } from '../../src/repair/repair.js';
import { charsetReverse, charsetTable } from '../../src/text/charsets.js';
import { cpuTime } from '../cpu-time.js';

const HEADLINE = 'Көктемгі егіс жұмыстары ауданда мерзімінен бұрын басталды';
const RUSSIAN = 'Жители посёлка Сосновый получили новую школу и стадион';
const sharedSeed = new URL('../../../shared/cases/seed/', import.meta.url);
const sharedEncoding = new URL('../../../shared/cases/encoding/', import.meta.url);

/** UTF-8 read in an 8-bit charset. */
function utf8ReadAs(text: string, charset: string): string {
  const table = charsetTable(charset);
  return [...new TextEncoder().encode(text)].map((byte) => table[byte] ?? '').join('');
}

/** One 8-bit charset read as another. */
function readAs(text: string, written: string, read: string): string {
  const reverse = charsetReverse(written);
  const table = charsetTable(read);
  return [...text].map((char) => (char < '\u0080' ? char : (table[reverse.get(char) ?? 0x3f] ?? ''))).join('');
}

function dropC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, '');
}

/** What a repairing tool makes of text that lost its C1 bytes: letters that are still whole are decoded. */
function decodePartly(text: string): string {
  return text.replace(/\S+/g, (word) =>
    word.length % 2 === 0
      ? word
      : word.replace(/[ÐÑÒÓ][\u00a1-\u00bf]/g, (pair) => Buffer.from(pair, 'latin1').toString('utf8')),
  );
}

function repairOne(text: string): string {
  return repairSegments([text]).texts[0] ?? '';
}

function methodsOf(texts: readonly string[]): readonly string[] {
  return repairSegments(texts).steps.map((step) => step.method);
}

describe('repairSegments() undoes UTF-8 read in a wrong charset:', () => {
  it.each(['latin-1', 'windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'])('%s', (charset) => {
    for (const text of [HEADLINE, RUSSIAN, '«Ауыл» газеті — 2019 жылдың №5 саны']) {
      expect(repairOne(utf8ReadAs(text, charset))).toBe(text);
      expect(methodsOf([utf8ReadAs(text, charset)])).toEqual([`utf-8-as-${charset}`]);
    }
  });

  it.each(['kz-1048', 'pt154', 'koi8-u', 'iso-8859-5', 'windows-1250', 'macintosh', 'cp437'])(
    '%s, with every letter',
    (charset) => {
      for (const text of [HEADLINE, RUSSIAN, 'Хлеб подорожал: «Ауыл» айтады']) {
        expect(repairOne(utf8ReadAs(text, charset))).toBe(text);
      }
    },
  );

  it.each(['latin-1', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'])(
    '%s, in Uzbek and Tajik letters',
    (charset) => {
      const text = 'Ҳоким тўғри айтди: бугун ҷамъияти шаҳр ҳам ҳозир';
      expect(repairOne(utf8ReadAs(text, charset))).toBe(text);
    },
  );

  it('where letters of words look like bytes of Kazakh charsets, not at all', () => {
    for (const text of ['КӨТӨРҮЛҮП ЖАТҮРҮ: ҮЙЛӨРГӨ КОРКУНУЧ', 'ТҮРКІСТАН – РҮСТЕМ ТҮНЕДІ', 'OK??:(   `¬´    ):'])
      expect(repairOne(text)).toBe(text);
  });

  it.each(['latin-1', 'windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'])('%s, twice', (charset) => {
    const damaged = utf8ReadAs(utf8ReadAs(HEADLINE, charset), charset);
    expect(repairOne(damaged)).toBe(HEADLINE);
    expect(repairSegments([damaged]).steps).toHaveLength(2);
  });

  it.each(['windows-1253', 'iso-8859-7'])('%s, where it has the bytes', (charset) => {
    expect(repairOne(utf8ReadAs(RUSSIAN, charset))).toBe(RUSSIAN);
  });

  it('three layers', () => {
    expect(repairOne(utf8ReadAs(utf8ReadAs(utf8ReadAs(RUSSIAN, 'latin-1'), 'windows-1252'), 'latin-1'))).toBe(RUSSIAN);
  });

  it('half a line, the other half clean', () => {
    expect(repairOne(`Кеше ауданда ${utf8ReadAs(HEADLINE, 'windows-1252')}`)).toBe(`Кеше ауданда ${HEADLINE}`);
  });
});

describe('repairSegments() undoes an 8-bit charset read as another:', () => {
  it.each([
    ['windows-1251', 'latin-1'],
    ['windows-1251', 'windows-1252'],
    ['koi8-r', 'windows-1251'],
    ['windows-1251', 'koi8-r'],
    ['ibm866', 'windows-1251'],
    ['windows-1251', 'ibm866'],
    ['x-mac-cyrillic', 'windows-1251'],
    ['windows-1251', 'x-mac-cyrillic'],
    ['koi8-r', 'latin-1'],
    ['ibm866', 'latin-1'],
    ['windows-1251', 'windows-1254'],
    ['windows-1251', 'windows-1250'],
    ['koi8-r', 'windows-1250'],
    ['ibm866', 'iso-8859-5'],
    ['ibm866', 'x-mac-cyrillic'],
    ['iso-8859-5', 'koi8-r'],
    ['iso-8859-5', 'ibm866'],
    ['x-mac-cyrillic', 'iso-8859-5'],
    ['koi8-r', 'kz-1048'],
  ])('%s as %s', (written, read) => {
    expect(repairOne(readAs(RUSSIAN, written, read))).toBe(RUSSIAN);
  });

  it.each([
    ['windows-1251', 'latin-1', 'Громада Підлісного збудувала новий міст, щоб їздити до школи'],
    ['koi8-u', 'windows-1251', 'Громада Підлісного збудувала новий міст, щоб їздити до школи'],
    ['windows-1251', 'koi8-u', 'Громада Підлісного збудувала новий міст, щоб їздити до школи'],
    ['kz-1048', 'windows-1251', 'Көлдүн жээгинде жаңы үйлөр курулду'],
    ['pt154', 'windows-1251', 'Көлдүн жээгинде жаңы үйлөр курулду'],
    ['pt154', 'latin-1', 'Қишлоқ ўқувчилари янги ўйинлар кўрсатди'],
    ['pt154', 'windows-1251', 'Қишлоқ ўқувчилари янги ўйинлар кўрсатди'],
  ])('%s as %s: «%s»', (written, read, text) => {
    expect(repairOne(readAs(text, written, read))).toBe(text);
  });

  it('Kyrgyz letters of a font in the places of Ukrainian ones', () => {
    expect(repairOne('Їрєндї сепкен дыйкандар жаўы жерди карап кєрїштї')).toBe(
      'Үрөндү сепкен дыйкандар жаңы жерди карап көрүштү',
    );
    expect(methodsOf(['Їрєндї сепкен дыйкандар жаўы жерди карап кєрїштї'])).toEqual(['kyrgyz-font-as-windows-1251']);
  });

  it('in sound text of neighbouring languages and among units, nothing', () => {
    const clean = [
      'Її брат має намір відновити роботу вбудованої станції',
      'Покретање пројекта и даље тражење решења',
      'Користење на новото решение: ќе се гради пат',
      'Малдын баасы көтөрүлүп, үйлөр оңдолду',
      'Ўқитувчи ҳар куни йўлда ҳикоя ўқийди',
      'Мощность 40 кВт, напряжение 10 кВ, память 64 кБ, частота 50 кГц',
    ];
    expect(repairSegments(clean)).toEqual({ texts: clean, steps: [] });
  });

  it.each([
    ['kz-1048', 'windows-1251'],
    ['pt154', 'windows-1251'],
    ['kz-1048', 'latin-1'],
    ['kz-1048', 'windows-1254'],
    ['pt154', 'koi8-r'],
    ['pt154', 'ibm866'],
    ['kz-1048', 'iso-8859-5'],
  ])('%s as %s', (written, read) => {
    expect(repairOne(readAs(HEADLINE, written, read))).toBe(HEADLINE);
  });

  it.each([
    ['Ïðîñìîòðîâ: 1 234', 'Просмотров: 1 234'],
    ['¹ 25 • 5-àïðåëü, 2013', '№ 25 • 5-апрель, 2013'],
    ['Газета «Заря» ñîîáùàåò î íîâîé äîðîãå', 'Газета «Заря» сообщает о новой дороге'],
    ['Купили ïÿòü êîìïüþòåðîâ Lenovo ThinkPad', 'Купили пять компьютеров Lenovo ThinkPad'],
  ])('in words among others: %s', (damaged, clean) => {
    expect(repairOne(damaged)).toBe(clean);
  });
});

describe('repairSegments() leaves alone', () => {
  it.each([
    HEADLINE,
    RUSSIAN,
    'МӘСЛИХАТ СЕССИЯСЫ ӨТТІ',
    'ГАЗЕТА «СТЕПНОЙ ВЕСТНИК»',
    'АО «НУР-Р» и ТОО «С»',
    'рейс Алматы–Рига–Минск',
    'Le maire a été réélu à l’unanimité, naïveté comprise',
    'Müller fährt über die Straße nach Köln',
    'AÇILIŞ TÖRENİ ÖĞLE SAATLERİNDE YAPILDI',
    'Það er gott veður á Akureyri, sagði Þórður',
    'El niño pidió piñata y jalapeño',
    'Її сестра живе у Львові, а її брат поїхав до Європи',
    'Ён жыве ў вёсцы, дзе ўсе ўсміхаюцца',
    'Η Πάτρα και το Ρίο, «Ρόδος» — Π°',
    'Његош',
    'Љубица',
    'Ѓорѓи',
    'Ѕвезда',
    '•лист подорожал, •сено подешевело',
    'Никола и његова породица живе у Љубовији',
    'Буква Ñ и буква Ð в разных языках',
    'Вместо слова «Да» читатель видит «Ð Ñ»',
    'В кодировке UTF-8 слово «да» выглядит как «Ð´Ð°», а в KOI8-R — «ДБ»',
    'Кто? Где? Когда? — спросил он',
    'ДсСсСрБсЖмСбЖс',
    'A&B &lt;p&gt; &amp; C',
    '',
  ])('%s', (text) => {
    expect(repairSegments([text])).toEqual({ texts: [text], steps: [] });
  });
});

describe('repairSegments() decides the charset pair for the page', () => {
  it('so that a word with one strange letter is read as its neighbours are', () => {
    const lines = ['Ауданда көктемгі жұмыстар қызу жүріп жатыр', 'Басында үрей болды'];
    const damaged = lines.map((line) => readAs(line, 'kz-1048', 'windows-1251'));
    expect(repairSegments(damaged).texts).toEqual(lines);
    expect(repairSegments(damaged.slice(1)).steps).toEqual([]);
  });
});

describe('repairSegments() mends Latin text:', () => {
  it.each([
    ['La dÃ©cision du maire Ã©tonne', 'La décision du maire étonne'],
    ['Itâ€™s the â€œriverâ€ town', 'It’s the “river” town'],
    ['RÄ«gas ostas vÄ“sture', 'Rīgas ostas vēsture'],
    ['Die StraÃŸe nach MÃ¼nchen', 'Die Straße nach München'],
    ['The river town  a walk', 'The “river” town – a walk'],
  ])('%s', (damaged, clean) => {
    expect(repairOne(damaged)).toBe(clean);
  });

  it.each(['SELKEÄ ILMA', 'ROUTE ZZÉ’S', '4×£3 = 12', 'voilà »', 'MÄ£ÄM'])('not %s', (text) => {
    expect(repairOne(text)).toBe(text);
  });
});

describe('repairSegments() takes no sign for a letter:', () => {
  it('no-break spaces and © of a page in English, beside a damaged line', () => {
    const page = [
      readAs(RUSSIAN, 'ibm866', 'windows-1251'),
      'Read on.\u00a0 More\u00a0news here\u00a0',
      '©',
      '\u00a0\u00a0 · 30 min',
    ];
    expect(repairSegments(page).texts).toEqual([RUSSIAN, ...page.slice(1)]);
  });

  it('Russian words that are bytes of arrows and syllables in ibm866', () => {
    const text = 'Из того, что только того и ждали на сайте region.example — 5 §';
    expect(repairOne(text)).toBe(text);
  });

  it('Ukrainian beside damaged Kazakh', () => {
    const page = [readAs(HEADLINE, 'kz-1048', 'windows-1251'), 'Мешканці України святкують її день'];
    expect(repairSegments(page).texts[1]).toBe(page[1]);
  });
});

describe('repairSegments() on texts about encodings', () => {
  it('mends a long stretch outside quotes', () => {
    const damaged = utf8ReadAs(RUSSIAN, 'windows-1252');
    expect(repairOne(`UTF-8: ${damaged}`)).toBe(`UTF-8: ${RUSSIAN}`);
  });

  it.each([
    `В кодировке UTF-8 вместо «${utf8ReadAs(RUSSIAN, 'windows-1252')}» стоит текст`,
    `Буква ${utf8ReadAs('ж', 'windows-1252')} — так её видно в windows-1252`,
  ])('leaves an example: %s', (text) => {
    expect(repairSegments([text]).steps).toEqual([]);
  });
});

describe('repairSegments() reads entities', () => {
  it.each([
    ['хал&#1179;ы&#1187;', 'халқың'],
    ['хал&amp;#1179;ы&amp;#1187;', 'халқың'],
    ['&amp;laquo;Ауыл&amp;raquo; &#x49b;а&#1171;аз', '«Ауыл» қағаз'],
  ])('%s', (damaged, clean) => {
    expect(repairOne(damaged)).toBe(clean);
    expect(methodsOf([damaged])).toEqual(['html-entities']);
  });

  it.each([
    ['Ия &#151; дейді ол&#133;', 'Ия — дейді ол…'],
    ['&#1179ала мен дала', 'қала мен дала'],
    ['&laquoАуыл&raquo жыры', '«Ауыл» жыры'],
  ])('as browsers do: %s', (damaged, clean) => {
    expect(repairOne(damaged)).toBe(clean);
  });

  it('that are bytes of UTF-8', () => {
    const damaged = [...new TextEncoder().encode(RUSSIAN)].map((byte) =>
      byte < 128 ? String.fromCharCode(byte) : `&#${byte};`,
    );
    expect(repairOne(damaged.join(''))).toBe(RUSSIAN);
  });

  it('not in addresses', () => {
    const address = 'https://paper.example/?a=1&copy=2&section=3';
    expect(repairSegments([address]).steps).toEqual([]);
  });
});

describe('repairSegments() mends lossy lines by the clean copy of the page', () => {
  it('with the number sign or dash before it, of which only the lead is left', () => {
    for (const text of ['№ 7 мектепте жаңа спорт залы ашылды', '— Көпір қашан бітеді? — деп сұрады ол'])
      expect(repairSegments([text, dropC1(utf8ReadAs(text, 'latin-1'))]).texts[1]).toBe(text);
  });

  it('where і was lost with the Kazakh letters', () => {
    const damaged = HEADLINE.replace(/[әғқңөұүһі]/gi, '?');
    expect(repairSegments([HEADLINE, damaged]).texts[1]).toBe(HEADLINE);
  });

  const lossy: readonly (readonly [string, (text: string) => string])[] = [
    ['C1 dropped', (text) => dropC1(utf8ReadAs(text, 'latin-1'))],
    ['C1 dropped, then decoded in part', (text) => decodePartly(dropC1(utf8ReadAs(text, 'latin-1')))],
    ['five bytes of windows-1252 lost', (text) => dropC1(utf8ReadAs(text, 'windows-1252'))],
    ['C1 turned into ?', (text) => utf8ReadAs(text, 'latin-1').replace(/[\u0080-\u009f]/g, '?')],
    ['C1 turned into U+FFFD', (text) => utf8ReadAs(text, 'latin-1').replace(/[\u0080-\u009f]/g, '\ufffd')],
    ['two layers, C1 dropped', (text) => dropC1(utf8ReadAs(utf8ReadAs(text, 'latin-1'), 'latin-1'))],
    ['Kazakh letters turned into ?', (text) => text.replace(/[әғқңөұүһ]/gi, '?')],
  ];

  it.each(lossy)('%s: equal to the copy', (_, damage) => {
    const { texts, steps } = repairSegments([HEADLINE, RUSSIAN, damage(HEADLINE)]);
    expect(texts).toEqual([HEADLINE, RUSSIAN, HEADLINE]);
    expect(steps).toEqual([
      {
        segment: 2,
        start: 0,
        before: damage(HEADLINE),
        after: HEADLINE,
        method: 'page-copy',
        lossy: true,
        confidence: 1,
        applied: true,
      },
    ]);
  });

  it.each(lossy)('%s: contained in the breadcrumb', (_, damage) => {
    expect(repairSegments([`» » ${HEADLINE}`, damage(HEADLINE)]).texts[1]).toBe(HEADLINE);
  });

  it.each(lossy.slice(0, 5))('%s: cut with an ellipsis', (_, damage) => {
    const cut = `${damage(HEADLINE.slice(0, 30))}...`;
    expect(repairSegments([HEADLINE, cut]).texts[1]).toBe(`${HEADLINE.slice(0, 30)}...`);
  });

  it.each(lossy)('%s: applies nothing when the copy is absent', (_, damage) => {
    const { texts, steps } = repairSegments([RUSSIAN, damage(HEADLINE)]);
    expect(texts[1]).toBe(damage(HEADLINE));
    expect(steps.map(({ method, after, applied }) => ({ method, after, applied }))).toEqual([
      { method: 'none', after: null, applied: false },
    ]);
  });

  it.each([
    ['…', '…'],
    [' …', '…'],
    ['....', '....'],
  ])('cut with %s, whatever was lost', (ending, shown) => {
    const cut = dropC1(utf8ReadAs(RUSSIAN.slice(0, 32), 'latin-1'));
    expect(repairSegments([RUSSIAN, cut + ending]).texts[1]).toBe(RUSSIAN.slice(0, 32) + shown);
    const replaced = RUSSIAN.slice(0, 32).replace('о', '\ufffd');
    expect(repairSegments([RUSSIAN, replaced + ending]).texts[1]).toBe(RUSSIAN.slice(0, 32) + ending);
  });

  it('broken in two where a lost byte was a line break', () => {
    const text = 'Кеше ауылдан ескі хабар келіп, ел қуанды';
    const bytes = utf8ReadAs(text, 'latin-1').replaceAll('\u0085', '\n');
    const parts = dropC1(bytes).split('\n');
    expect(parts.length).toBeGreaterThan(1);
    expect(
      repairSegments([text, ...parts])
        .texts.slice(1)
        .join(''),
    ).toBe(text);
  });

  it('not when two copies differ only in lost letters', () => {
    const damaged = dropC1(utf8ReadAs('Ауданда жаңа мектеп салынар', 'latin-1'));
    const { texts } = repairSegments(['Ауданда жаңа мектеп салынар', 'Ауданда жаңа мектеп салынас', damaged]);
    expect(texts[2]).toBe(damaged);
  });

  it('not when the copy is too short to be sure', () => {
    const damaged = dropC1(utf8ReadAs('Сурет', 'latin-1'));
    expect(repairSegments(['Сурет', damaged]).texts[1]).toBe(damaged);
  });

  it('by a copy that was itself repaired', () => {
    const damaged = dropC1(utf8ReadAs(HEADLINE, 'latin-1'));
    expect(repairSegments([utf8ReadAs(HEADLINE, 'windows-1251'), damaged]).texts).toEqual([HEADLINE, HEADLINE]);
  });

  it.skipIf(!existsSync(sharedSeed))('the damaged line of the real page', () => {
    const expected = JSON.parse(readFileSync(new URL('expected.json', sharedSeed), 'utf8')).repairs[0];
    const { steps } = repairSegments(readFileSync(new URL('page.txt', sharedSeed), 'utf8').split('\n'));
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ before: expected.before, after: expected.after, method: 'page-copy' });
  });
});

describe('repairSegments() marks what nobody can mend:', () => {
  it.each([
    ['U+FFFD inside words', 'Ауданда жаңа мек\ufffdеп салы\ufffdды'],
    ['Kazakh letters turned into ?', 'Ауданда жа?а мектепті? ?абыр?асы салынды'],
    ['codes of a cut-down font', 'ǍǁǄǅǇ ɧɳɲɱ ͓͐͑͒ ǍǁǄ'],
    ['only entity letters left', ' ұ  ,  қ ,   ғ   .'],
  ])('%s', (_, damaged) => {
    const { texts, steps } = repairSegments([damaged]);
    expect(texts).toEqual([damaged]);
    expect(steps).toMatchObject([
      { segment: 0, start: 0, before: damaged, after: null, method: 'none', applied: false },
    ]);
  });
});

describe('the laws of repair', () => {
  const pieces = fc.constantFrom(
    HEADLINE,
    utf8ReadAs('мектеп — ауыл', 'latin-1'),
    utf8ReadAs('Көктем келді', 'windows-1251'),
    dropC1(utf8ReadAs('егіс жұмыстары', 'latin-1')),
    readAs('новая школа', 'windows-1251', 'latin-1'),
    '&#1179;',
    '&amp;#1199;',
    'Ñ',
    '\ufffd',
    '😀',
    ' ',
    'été',
    'clean',
  );
  const segment = fc.oneof(
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  it('steps replay and undo byte for byte', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (texts) => {
        const { texts: repaired, steps } = repairSegments(texts);
        expect(applySteps(texts, steps)).toEqual(repaired);
        expect(undoSteps(repaired, steps)).toEqual(texts);
      }),
    );
  });

  it('steps are ordered by segment', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (texts) => {
        const segments = repairSegments(texts).steps.map((step) => step.segment);
        expect(segments).toEqual([...segments].sort((a, b) => a - b));
      }),
    );
  });

  it('a second run finds nothing more to apply', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (texts) => {
        const once = repairSegments(texts).texts;
        expect(repairSegments(once).steps.filter((step) => step.applied)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is idempotent on damaged news', () => {
    for (const charset of ['latin-1', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic']) {
      const once = repairSegments([HEADLINE, RUSSIAN].map((text) => utf8ReadAs(text, charset))).texts;
      expect(repairSegments(once)).toEqual({ texts: once, steps: [] });
    }
  });

  it.skipIf(!existsSync(sharedEncoding))('clean text stays as it is', () => {
    for (const name of ['kk.txt', 'ru.txt']) {
      const lines = readFileSync(new URL(name, sharedEncoding), 'utf8').split('\n');
      expect(repairSegments(lines).steps).toEqual([]);
    }
    const meant: readonly string[] = JSON.parse(readFileSync(new URL('meant.json', sharedEncoding), 'utf8'));
    expect(repairSegments(meant).steps).toEqual([]);
  });

  it.each(['Ñ', 'Ð°', 'ÃÂ', 'Р°', '?а', 'а?', '&#', '&amp;', '–А', '╨', 'аА', 'à', 'қ ', '\ufffdа'])(
    'takes linear time on a hundred thousand times %s',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const start = cpuTime();
      repairSegments([text, `${text} x`]);
      expect(cpuTime() - start).toBeLessThan(3000);
    },
  );
});

describe.skipIf(!existsSync(sharedEncoding))('repairSegments() on the development cases', () => {
  const rows: readonly { mechanism: string; lang: string; damaged: string; clean: string }[] = existsSync(
    sharedEncoding,
  )
    ? readFileSync(new URL('matrix.jsonl', sharedEncoding), 'utf8')
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row))
    : [];
  const isLossy = (mechanism: string) => /^(?:d|e1|f3)/.test(mechanism);

  it('mends every mechanism that loses nothing', () => {
    const lossless = rows.filter(({ mechanism }) => !isLossy(mechanism));
    const right = lossless.filter(({ damaged, clean }) => repairOne(damaged) === clean);
    expect(right.length / lossless.length).toBeGreaterThanOrEqual(0.999);
  });

  it('mends every lossy line beside its copy, whole or inside another line, and none without', () => {
    for (const { damaged, clean } of rows.filter(({ mechanism }) => isLossy(mechanism))) {
      expect(repairSegments([clean, damaged]).texts[1]?.trim()).toBe(clean.trim());
      expect(repairSegments([`Басты бет » ${clean} | Газета`, damaged]).texts[1]?.trim()).toBe(clean.trim());
      expect(methodsOf([RUSSIAN, damaged])).not.toContain('page-copy');
    }
  });

  it('agrees with nine in ten of ftfy’s own cases', () => {
    type Case = { readonly original: string; readonly fixed: string; readonly 'fixed-encoding'?: string };
    const groups: Record<string, readonly Case[]> = JSON.parse(
      readFileSync(new URL('ftfy-cases.json', sharedEncoding), 'utf8'),
    );
    const cases = Object.values(groups).flat();
    const right = cases.filter((each) => repairOne(each.original) === (each['fixed-encoding'] ?? each.fixed));
    expect(right.length / cases.length).toBeGreaterThanOrEqual(0.9);
    for (const each of groups.negative ?? []) expect(repairSegments([each.original]).steps).toEqual([]);
  });
});
