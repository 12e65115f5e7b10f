import { describe, expect, it } from 'vitest';
import { readBytes, told } from './inputs.js';

const html = (text: string): string => `<html><body><p>${text}</p></body></html>`;
const part = (url: string, text: string): string =>
  `--b\r\nContent-Type: text/html\r\nContent-Location: ${url}\r\n\r\n${text}\r\n`;
const head = (fields = ''): string =>
  `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n${fields}Content-Type: multipart/related; boundary="b"\r\n\r\n`;
const url = 'https://a.example/1.html';

describe('readMhtml()', () => {
  it('takes the page that was saved, not a frame that comes before it', async () => {
    const dump = `${head(`Snapshot-Content-Location: ${url}\r\n`)}${part('https://b.example/', html('Жар'))}${part(url, html('Су'))}--b--\r\n`;
    expect((await readBytes(Buffer.from(dump))).records).toMatchObject([
      { capture: { url, payload: Buffer.from(html('Су')) } },
    ]);
  });

  it('finds the page in parts inside a part', async () => {
    const inner = `--b\r\nContent-Type: multipart/alternative; boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nСу\r\n--c\r\nContent-Type: text/html\r\nContent-Location: ${url}\r\n\r\n${html('Су')}\r\n--c--\r\n--b--\r\n`;
    expect((await readBytes(Buffer.from(head() + inner))).records).toMatchObject([
      { capture: { url, payload: Buffer.from(html('Су')) } },
    ]);
  });

  it.each([
    ['takes a page that is whole', html('Су'), 'capture file'],
    ['takes no page that is cut', html('Су').slice(0, -8), 'unreadable file truncated'],
  ])('%s where the last boundary is missing', async (_fact, text, expected) => {
    const { records, end } = await readBytes(Buffer.from(head() + part(url, text)));
    expect([told(records), end.state]).toEqual([[expected], 'truncated']);
  });
});
