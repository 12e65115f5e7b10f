import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/decode.js';
import { charsetReverse, charsetTable } from '../../src/text/charsets.js';

const RUSSIAN = 'Жители посёлка получили новую школу и просторный стадион';
const KAZAKH = 'Көктемгі егіс жұмыстары ауданда бүгін қайта басталды';

function encode(text: string, charset: string): Uint8Array {
  const reverse = charsetReverse(charset);
  return Uint8Array.from(text, (char) => (char < '\u0080' ? char.charCodeAt(0) : (reverse.get(char) ?? 0x3f)));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function read(bytes: Uint8Array, options: { given?: string; declared?: string; mediaType?: string } = {}) {
  const { given = null, declared = null, mediaType = 'text/plain' } = options;
  const { text, charset } = decode(bytes, { given, declared, mediaType });
  return { text, used: charset.used, evidence: charset.evidence, declared: charset.declared };
}

describe('decode() tells Cyrillic charsets by their letters:', () => {
  it.each(['windows-1251', 'koi8-r', 'ibm866', 'ibm855', 'x-mac-cyrillic', 'iso-8859-5'])('%s', (charset) => {
    expect(read(encode(RUSSIAN, charset))).toMatchObject({ text: RUSSIAN, used: charset, evidence: 'statistics' });
    expect(read(encode(RUSSIAN.slice(0, 14), charset)).text).toBe(RUSSIAN.slice(0, 14));
  });

  it.each(['kz-1048', 'pt154'])('%s', (charset) => {
    expect(read(encode(KAZAKH, charset))).toMatchObject({ text: KAZAKH, used: charset, evidence: 'statistics' });
    expect(read(encode(KAZAKH.slice(0, 14), charset)).text).toBe(KAZAKH.slice(0, 14));
  });

  it.each([
    ['windows-1251', 'Громада Підлісного збудувала новий міст, щоб їздити до школи'],
    ['kz-1048', 'Көлдүн жээгинде жаңы үйлөр курулду, эл кубанып турат'],
    ['pt154', 'Қишлоқ ўқувчилари янги ўйинларни ҳаммага кўрсатди'],
  ])('%s in a language of the neighbourhood', (charset, text) => {
    expect(read(encode(text, charset))).toMatchObject({ text, used: charset, evidence: 'statistics' });
  });

  it('windows-1251 where Kazakh letters are entities', () => {
    const bytes = encode('<p>Халы&#1179;аралы&#1179; байланыс жолдары ашылды</p>', 'windows-1251');
    expect(read(bytes, { declared: 'utf-8', mediaType: 'text/html' })).toMatchObject({
      used: 'windows-1251',
      declared: 'utf-8',
    });
  });

  it('koi8-u, where Kazakh і shows it', () => {
    const text = 'Ел ішінде жаңалық көп'.replace(/[ңқө]/g, '?');
    expect(read(encode(text, 'koi8-u'))).toMatchObject({ text, used: 'koi8-u' });
  });

  it.each(['windows-1251', 'iso-8859-5', 'ibm855'])('%s, Kazakh letters turned into question marks', (charset) => {
    const text = KAZAKH.replace(/[әғқңөұүһі]/g, '?').replace(/[ӘҒҚҢӨҰҮҺІ]/g, '?');
    expect(read(encode(text, charset))).toMatchObject({ text, used: charset });
  });

  it('by the capitals of a short text: лет я, not лет Я', () => {
    expect(read(encode('Он ушёл. Я остался', 'windows-1251')).text).toBe('Он ушёл. Я остался');
    expect(read(encode('много лет я ждал', 'x-mac-cyrillic')).text).toBe('много лет я ждал');
  });

  it('in spite of a wrong label', () => {
    expect(read(encode(RUSSIAN, 'koi8-r'), { declared: 'windows-1251' }).used).toBe('koi8-r');
  });
});

describe('decode() tells Latin charsets:', () => {
  it.each([
    ['windows-1252', 'Le maire a été réélu à la majorité, “sans surprise”'],
    ['windows-1252', 'Müller fährt über die große Straße'],
    ['windows-1254', 'İstanbul’da güneşli bir gün, ışıklar açıldı'],
    ['windows-1250', 'Zażółć gęślą jaźń, powiedział świadek'],
    ['windows-1250', 'Příští týden začne ve městě výstava'],
    ['windows-1250', 'A főépítész szombaton nyitotta meg a könyvtárát'],
    ['windows-1254', 'Belediye başkanı yeni köprünün açılışını yaptı'],
    ['windows-1252', 'Það er gott veður á Akureyri, sagði Þórður'],
    ['windows-1257', 'Miesto taryba patvirtino naują ūkio programą, sako žmonės'],
  ])('%s: %s', (charset, text) => {
    expect(read(encode(text, charset))).toMatchObject({ used: charset, text });
  });
});

describe('decode() trusts, strongest first,', () => {
  it('the charset that is given', () => {
    expect(read(utf8(RUSSIAN), { given: 'cp1251' })).toMatchObject({ used: 'windows-1251', evidence: 'given' });
  });

  it('nothing that is given and unknown', () => {
    expect(read(utf8(RUSSIAN), { given: 'no-such-charset' })).toMatchObject({ used: 'utf-8', evidence: 'valid-utf-8' });
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['utf-16le', [0xff, 0xfe, 0x16, 0x04], 'Ж'],
    ['utf-16be', [0xfe, 0xff, 0x04, 0x16], 'Ж'],
  ])('a byte order mark of %s', (used, bytes, text) => {
    expect(read(Uint8Array.from(bytes))).toMatchObject({ used, evidence: 'bom', text });
  });

  it('UTF-16 without a mark', () => {
    const bytes = new Uint8Array(Buffer.from(RUSSIAN, 'utf16le'));
    expect(read(bytes)).toMatchObject({ used: 'utf-16le', text: RUSSIAN });
    expect(read(new Uint8Array(Buffer.from(bytes).swap16()))).toMatchObject({ used: 'utf-16be', text: RUSSIAN });
  });

  it('valid UTF-8 over a label', () => {
    expect(read(utf8(RUSSIAN), { declared: 'windows-1251' })).toMatchObject({
      used: 'utf-8',
      evidence: 'valid-utf-8',
      declared: 'windows-1251',
    });
  });

  it('ASCII', () => {
    expect(read(utf8('plain'))).toMatchObject({ used: 'utf-8', evidence: 'ascii' });
    expect(read(new Uint8Array())).toMatchObject({ used: 'utf-8', evidence: 'ascii', text: '' });
  });

  it('no label of Unicode that the bytes contradict', () => {
    const bytes = encode('Le café du maire a fermé très tôt', 'windows-1252');
    for (const declared of ['utf-16', 'utf-8'])
      expect(read(bytes, { declared }).text).toBe('Le café du maire a fermé très tôt');
  });

  it('the label where letters do not tell', () => {
    expect(read(Uint8Array.of(0x61, 0x20, 0xe0, 0x20), { declared: 'windows-1251' })).toMatchObject({
      evidence: 'declared',
      text: 'a а ',
    });
  });
});

describe('decode() keeps UTF-8 that', () => {
  it('was cut in the middle of a character', () => {
    for (const length of [13, 25, 41]) {
      const { used, text } = read(utf8(RUSSIAN).subarray(0, length), { declared: 'windows-1251' });
      expect(used).toBe('utf-8');
      expect(RUSSIAN.startsWith(text.replace(/\ufffd+$/, ''))).toBe(true);
    }
  });

  it('has a few broken bytes', () => {
    const bytes = utf8(RUSSIAN);
    bytes[20] = 0xff;
    expect(read(bytes).used).toBe('utf-8');
    expect(read(bytes).text).toContain('\ufffd');
  });
});

describe('decode() finds the label of a page', () => {
  it.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>", 'koi8-r'],
    ['<?xml version="1.0" encoding="UTF-8"?>', 'UTF-8'],
    ['<title>charset=x</title>', null],
  ])('%s', (head, declared) => {
    expect(read(utf8(head), { mediaType: 'text/html' }).declared).toBe(declared);
  });

  it('in the header before the meta tag', () => {
    expect(read(utf8('<meta charset="koi8-r">'), { declared: 'UTF8', mediaType: 'text/html' }).declared).toBe('UTF8');
  });

  it('in markup only', () => {
    expect(read(utf8('<meta charset="koi8-r">')).declared).toBeNull();
  });
});

const sharedMatrix = new URL('../../../shared/cases/encoding/matrix.jsonl', import.meta.url);

describe.skipIf(!existsSync(sharedMatrix))('decode() on cuts of unseen news', () => {
  const CHARSETS = {
    ru: ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'ibm855', 'x-mac-cyrillic', 'iso-8859-5'],
    kk: ['kz-1048', 'pt154'],
  };
  const cases = Object.entries(CHARSETS).flatMap(([lang, charsets]) =>
    charsets.map((charset) => [charset, lang] as const),
  );

  function shareRead(charset: string, lang: string, length: number): number {
    const rows = readFileSync(sharedMatrix, 'utf8').trim().split('\n');
    const lines = rows.map((row) => JSON.parse(row)).filter((row) => row.lang === lang);
    const reverse = charsetReverse(charset);
    const table = charsetTable(charset);
    const cuts = [...new Set<string>(lines.map((row) => row.clean))].flatMap((line) => {
      const known = [...line].filter((char) => char < '\u0080' || reverse.has(char)).join('');
      return [0, 2, 4, 6, 8].map((start) => known.split(' ').slice(start).join(' ').slice(0, length));
    });
    const fit = cuts.filter((cut) => cut.length === length && (cut.match(/[^\u0000-\u007f]/g)?.length ?? 0) >= 4);
    const right = fit.filter((cut) => {
      const bytes = encode(cut, charset);
      return read(bytes).text === [...bytes].map((byte) => table[byte]).join('');
    });
    return right.length / fit.length;
  }

  it('12 bytes', () => {
    const shares = cases.map(([charset, lang]) => shareRead(charset, lang, 12));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.993);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.998);
  });

  it.each(cases)('%s, %s, 120 bytes', (charset, lang) => {
    expect(shareRead(charset, lang, 120)).toBe(1);
  });
});

describe('decode() reads valid UTF-8 as browsers do,', () => {
  it('with a mark or without, with signs of one to four bytes', () => {
    const texts = fc.array(fc.constantFrom('a', '\ufeff', 'é', 'қ', '’', '\u0000', '😀', '<'), { maxLength: 40 });
    const check = (signs: readonly string[]): void => {
      const bytes = utf8(signs.join(''));
      expect(read(bytes, { given: 'utf-8' }).text).toBe(new TextDecoder().decode(bytes));
      // A view into a larger buffer
      expect(read(new Uint8Array([65, ...bytes, 66]).subarray(1, -1), { given: 'utf-8' }).text).toBe(
        new TextDecoder().decode(bytes),
      );
    };
    fc.assert(fc.property(texts, check), { numRuns: 500 });
  });
});
