import { readLabelledCount } from '../fields/count.js';
import { readDate } from '../fields/date.js';
import type { Line } from './lines.js';

const LONGEST_LABEL = 30;
const FIGURE = /^\d{1,3}(?: \d{3})*$|^\d{1,7}$/;
const NO_FIGURE = /^[^\d.!?]+$/;

/** Joins labels with their values where a page shows them as a list of terms, one below the other: `Оқылды` / `768`. */
export function withLabels(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && isLabelOf(last.text, line.text)) joined[joined.length - 1] = together(last, line);
    else joined.push(line);
  }
  return joined;
}

function isLabelOf(label: string, value: string): boolean {
  if (label.length > LONGEST_LABEL || !NO_FIGURE.test(label) || !/\d/.test(value)) return false;
  const text = textOf(label, value);
  if (FIGURE.test(value)) return readLabelledCount(text) !== null;
  return readDate(label) === null && readDate(value)?.date != null && readDate(text) !== null;
}

function together(label: Line, value: Line): Line {
  const text = textOf(label.text, value.text);
  const start = [...text].length - [...value.text].length;
  const more = [
    { segment: value.segment, start },
    ...value.more.map((piece) => ({ ...piece, start: piece.start + start })),
  ];
  return { ...label, text, more: [...label.more, ...more], damaged: label.damaged || value.damaged };
}

function textOf(label: string, value: string): string {
  return `${label.replace(/\s*:$/, '')}: ${value}`;
}
