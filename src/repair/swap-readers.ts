const CYRILLIC = /[\u0400-\u052f]/;
const CYRILLIC_OR_BOX = /[\u0400-\u052f\u2500-\u25a0]/;

/** An 8-bit charset that text of another one is wrongly read in. */
interface SwapReader {
  readonly read: string;
  /** The letters that it has of those that count: without one of them nothing comes of it. */
  readonly needs: RegExp;
  /** What it shows of the text. */
  readonly shows: RegExp;
  /** Charsets that the text was written in. */
  readonly written: readonly string[];
}

/** Those that newspapers and their readers have met, each with what it shows of the text. */
export const SWAP_READERS: readonly SwapReader[] = [
  {
    read: 'windows-1252',
    needs: /[\u0080-\u00ff\u0152-\u0192]/,
    shows: /[À-ÿ]{3}|[\u0080-\u009f\u00a1-\u00ff\u0152-\u0192]{4}/,
    written: ['windows-1251', 'kz-1048', 'koi8-r', 'ibm866', 'pt154', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  {
    read: 'windows-1254',
    needs: /[À-ÿĞİŞğış]/,
    shows: /[ĞİŞğış][À-ÿ]{2}|[À-ÿ]{2}[ĞİŞğış]/,
    written: ['windows-1251', 'kz-1048', 'pt154', 'koi8-r'],
  },
  {
    read: 'windows-1250',
    needs: /[ŔĂĹĆČĘĚĎĐŃŇŐŘŮŰŢŕăĺćčęěďđńňőřůűţ]/,
    shows: /[ŔĂĹĆČĘĚĎĐŃŇŐŘŮŰŢŕăĺćčęěďđńňőřůűţ]{2}/,
    written: ['windows-1251', 'kz-1048', 'pt154', 'koi8-r'],
  },
  {
    read: 'windows-1251',
    needs: CYRILLIC,
    shows:
      /[\u0098-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0402-\u0405\u0407-\u040f\u0452-\u0455\u0457-\u045f\u0490\u0491]|[а-яё][А-ЯЁ]|^(?:[^а-яё]|[а-яё](?![а-яё]))+$/,
    written: ['kz-1048', 'pt154', 'koi8-r', 'koi8-u', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  {
    read: 'kz-1048',
    needs: CYRILLIC,
    shows: /^(?=.*[ҚҺқһҰұӘӨҒҮөғәҢңү°±µ¶·]).*[а-яёғқңөұүһә][А-ЯЁӘҒҚҢӨҰҮҺ]/s,
    written: ['koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  {
    read: 'koi8-r',
    needs: CYRILLIC_OR_BOX,
    shows: /[а-яё][А-ЯЁ]|^(?:[^а-яё]|[а-яё](?![а-яё]))+$|[\u2500-\u25a0]/,
    written: ['windows-1251', 'kz-1048', 'pt154', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  {
    read: 'koi8-u',
    needs: CYRILLIC_OR_BOX,
    shows: /[а-яєіїґ][А-ЯЄІЇҐ]|[ЄІЇҐєіїґ]{2}|^[^а-яєіїґ]+$/,
    written: ['windows-1251'],
  },
  {
    read: 'ibm866',
    needs: /[\u2500-\u25a0]/,
    shows: /[\u2500-\u25a0]/,
    written: ['windows-1251', 'kz-1048', 'pt154', 'koi8-r', 'x-mac-cyrillic', 'iso-8859-5'],
  },
  {
    read: 'x-mac-cyrillic',
    needs: /[\u0192\u0400-\u052f]/,
    shows: /[а-яё][А-ЯЁ]|^[^а-яё]+$|[\u0402-\u040f\u0452-\u045f†°¢£§•¶®©™≠∞±≤≥µ∂√≈∆€¤]/,
    written: ['windows-1251', 'kz-1048', 'pt154', 'koi8-r', 'ibm866', 'iso-8859-5'],
  },
  {
    read: 'iso-8859-5',
    needs: CYRILLIC,
    shows: /[\u0402-\u040f\u0452-\u045f]|[а-яё][А-ЯЁ]/,
    written: ['windows-1251', 'kz-1048', 'pt154', 'koi8-r', 'ibm866', 'x-mac-cyrillic'],
  },
];
