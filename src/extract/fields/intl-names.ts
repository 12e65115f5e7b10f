/** A list of names by number: `names[0]` are those of January or of Monday. */
export type Names = readonly (readonly string[])[];

const MONTH_STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric' },
  { month: 'long' },
  { month: 'short', day: 'numeric' },
  { month: 'short' },
];
const WEEKDAY_STYLES: readonly Intl.DateTimeFormatOptions[] = [{ weekday: 'long' }, { weekday: 'short' }];

/** Names of the twelve months in a language: with a day before them (Russian genitive), alone, short. */
export function monthNames(language: string): Names {
  return Array.from({ length: 12 }, (_, month) => namesOf(language, 'month', Date.UTC(2019, month, 1)));
}

/** Names of the seven days of the week in a language, Monday first, long and short. */
export function weekdayNames(language: string): Names {
  return Array.from({ length: 7 }, (_, day) => namesOf(language, 'weekday', Date.UTC(2024, 0, 1 + day)));
}

const formats = new Map<string, readonly Intl.DateTimeFormat[]>();

function namesOf(language: string, part: 'month' | 'weekday', moment: number): readonly string[] {
  const key = `${language} ${part}`;
  const ready = formats.get(key) ?? openFormats(language, part);
  formats.set(key, ready);
  const names = ready.map((format) => format.formatToParts(moment).find(({ type }) => type === part)?.value ?? '');
  return names.map((name) => name.replace(/\.$/, '')).filter((name) => /\p{L}/u.test(name));
}

function openFormats(language: string, part: 'month' | 'weekday'): readonly Intl.DateTimeFormat[] {
  const styles = part === 'month' ? MONTH_STYLES : WEEKDAY_STYLES;
  return styles.map((style) => new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar: 'gregory' }));
}
