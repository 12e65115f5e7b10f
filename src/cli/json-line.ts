const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** One JSON object on one line, safe for readers that also split lines at U+0085, U+2028 and U+2029. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(LINE_ENDS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
