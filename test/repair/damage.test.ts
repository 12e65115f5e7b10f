import { describe, expect, it } from 'vitest';
import { damageOf } from '../../src/repair/damage.js';

const lossy = (text: string): string =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, '');
const asGreek = (text: string): string =>
  new TextDecoder('iso-8859-7').decode(Buffer.from(text, 'utf8')).replaceAll('\ufffd', '');
const CLEAN = 'Ауыл тұрғындары жаңа көпірді көптен күткен еді';

describe('damageOf()', () => {
  it.each([
    ['leads without their second byte', lossy(CLEAN), 'utf-8-as-latin-1'],
    ['letters that a Greek charset cannot show', asGreek(CLEAN), 'utf-8-as-greek'],
    ['letters replaced by U+FFFD', CLEAN.replaceAll('ы', '\ufffd'), 'replacement-characters'],
    ['Kazakh letters replaced by question marks', CLEAN.replace(/[ұғңөүқі]/g, '?'), 'question-marks'],
  ] as const)('tells %s', (_fact, text, kind) => {
    expect(damageOf(text)).toBe(kind);
  });

  it.each([
    ['Kazakh', CLEAN],
    ['Greek', 'Ο ΠΡΩΘΥΠΟΥΡΓΟΣ συναντήθηκε με τον Πρόεδρο· ΠΡΟΣΟΧΗ στους δρόμους'],
    ['Greek abbreviations', 'Π.Ρ. και ΠΡ.'],
    ['Icelandic', 'ÞÓRÐUR og GUÐRÚN búa á Íslandi'],
    ['questions', 'Кім? Қашан? Не үшін? Неге?'],
  ])('finds nothing in %s', (_fact, text) => {
    expect(damageOf(text)).toBeNull();
  });
});
