import { addressNames, contentNames } from './json-record.js';

const SEPARATORS: readonly string[] = [',', ';', '\t', '|'];

/** Whether the first line of a text is the header of a table of pages. A file that is not named as a table must name the address too. */
export function isPageTable(head: string, isNamed: boolean): boolean {
  const columns = columnsOf(head).map((name) => name.toLowerCase());
  const hasAddress = columns.some((name) => addressNames.has(name));
  return columns.length > 1 && columns.some((name) => contentNames.has(name)) && (isNamed || hasAddress);
}

/** The line by which spreadsheets are told the separator; it is no row. */
export const SEPARATOR_LINE = /^\ufeff?sep=[,;\t|]\r?\n/i;

/** A first line that no line feed ends. */
const LONE_RETURN = /^[^\r\n]+\r(?!\n)/;

/** The sign between the columns of a table: the one that occurs most in its first line. */
export function separatorOf(head: string): string {
  const line = firstLineOf(head);
  const count = (separator: string): number => line.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** Whether lines end with a carriage return alone, as spreadsheets of old wrote them. */
export function endsWithReturn(head: string): boolean {
  return LONE_RETURN.test(head);
}

/** Names in the first line. */
function columnsOf(head: string): readonly string[] {
  const line = firstLineOf(head);
  return line.split(separatorOf(line)).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}

function firstLineOf(text: string): string {
  const head = text.replace(SEPARATOR_LINE, '');
  const end = head.search(/[\r\n]/);
  return (end < 0 ? head : head.slice(0, end)).replace(/^\ufeff/, '');
}
