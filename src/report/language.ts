import { en, type ReportTexts, type TextName } from './texts/en.js';
import { kk } from './texts/kk.js';
import { ru } from './texts/ru.js';

/** Languages of a report, by BCP 47. */
export const reportTexts = { en, kk, ru } as const satisfies Readonly<Record<string, ReportTexts>>;
export type ReportLanguage = keyof typeof reportTexts;
export const reportLanguages = Object.keys(reportTexts) as readonly ReportLanguage[];

/** Whose habits in numbers and days a language follows: days are never written month first. */
const LOCALES = {
  en: { tag: 'en-GB', month: 'short', day: 'numeric' },
  kk: { tag: 'kk-KZ', month: '2-digit', day: '2-digit' },
  ru: { tag: 'ru-RU', month: '2-digit', day: '2-digit' },
} as const satisfies Readonly<Record<ReportLanguage, object>>;

/** What is put into a text; numbers are printed as the language prints them. */
type Values = Readonly<Record<string, string | number>>;

/** A language: its texts, and how it prints numbers and days. */
export interface Language {
  readonly code: ReportLanguage;
  readonly say: (name: TextName, values?: Values) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** `24 June 2019` of an ISO day or moment. */
  readonly day: (iso: string) => string;
  /** `24.06.2019`, as short as can be without doubt. */
  readonly shortDay: (iso: string) => string;
  /** Names of the twelve months, short. */
  readonly months: readonly string[];
  /** First letters of the weekdays, Sunday first. */
  readonly weekdays: readonly string[];
}

const PLACE = /\{([a-zA-Z]+)\}/g;
/** A Sunday. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

/** The language of a report. */
export function languageOf(code: ReportLanguage): Language {
  const texts: ReportTexts = reportTexts[code];
  const { tag, ...short } = LOCALES[code];
  const numbers = new Intl.NumberFormat(tag);
  const shares = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(tag);
  const days = dates(tag, { dateStyle: 'long' });
  const shortDays = dates(tag, { year: 'numeric', ...short });
  const months = dates(tag, { month: 'short' });
  const weekdays = dates(tag, { weekday: 'narrow' });
  return {
    code,
    say: (name, values = {}) => {
      const text = texts[name];
      const form = typeof text === 'string' ? text : (text[formOf(plurals.select(Number(values.n)))] ?? text.other);
      return form.replace(PLACE, (place, key: string) => {
        const value = values[key];
        return typeof value === 'number' ? numbers.format(value) : (value ?? place);
      });
    },
    number: (value) => numbers.format(value),
    percent: (share) => shares.format(share),
    day: (iso) => days(Date.parse(iso)),
    shortDay: (iso) => shortDays(Date.parse(iso)),
    months: Array.from({ length: 12 }, (_, month) => months(Date.UTC(2023, month, 15)).replace(/\.$/, '')),
    weekdays: Array.from({ length: 7 }, (_, weekday) => weekdays(SUNDAY + weekday * DAY)),
  };
}

function dates(tag: string, options: Intl.DateTimeFormatOptions): (moment: number) => string {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  // What a page gave as a day is one; a moment that no calendar knows would throw.
  return (moment) => (Number.isNaN(moment) ? '–' : format.format(moment));
}

/** None of the languages has the forms of Arabic. */
function formOf(rule: Intl.LDMLPluralRule): 'one' | 'few' | 'many' | 'other' {
  return rule === 'one' || rule === 'few' || rule === 'many' ? rule : 'other';
}
