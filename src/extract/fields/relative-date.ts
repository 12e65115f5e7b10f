import { RELATIVE_NAMES } from './date-words.js';

/** `18:05`, `18.05` */
const TIME = /\d[:.]\d{2}/;
/** `Кеше, 18:05`, `вчера в 9.15`, `Бүгін, сағат 10:15-те`: a day by its distance, with a time. */
const RELATIVE = new RegExp(
  `(?<!\\p{L})(?:${RELATIVE_NAMES.join('|')})(?!\\p{L}),?\\s{0,3}(?:\\p{L}{1,6}\\s{1,3})?\\d{1,2}[:.]\\d{2}(?!\\d)(?:-\\p{L}{2}(?!\\p{L}))?`,
  'iu',
);

/** Where a day named by its distance stands in a line with its time, in UTF-16 units; null where none does. `readDate` reads the piece. */
export function findRelativeDate(text: string): readonly [number, number] | null {
  const found = TIME.test(text) ? RELATIVE.exec(text) : null;
  return found === null ? null : [found.index, found.index + found[0].length];
}
