import { describe, expect, it } from 'vitest';
import { isRegistrationNotice } from '../../../src/extract/fields/registration-notice.js';

describe('isRegistrationNotice()', () => {
  it.each([
    'Свидетельство о постановке на учёт № 4821-Г от 14.03.2012',
    'Тіркеу туралы куәлігі 14.03.2012 ж. берілген',
    'Лицензия № 17 от 14.03.2012',
    'Guvohnoma № 482, 2012',
  ])('knows «%s»', (line) => {
    expect(isRegistrationNotice(line)).toBe(true);
  });

  it.each(['Это свидетельствует о росте посевов в 2012 году', 'Жеңімпаздарға куәлік табысталды', '14.03.2012'])(
    'takes «%s» for none',
    (line) => {
      expect(isRegistrationNotice(line)).toBe(false);
    },
  );
});
