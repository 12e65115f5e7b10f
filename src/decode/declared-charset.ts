import { Buffer } from 'node:buffer';

/** Names that people give to charsets which `TextDecoder` lacks or calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'kz-1048': 'kz-1048',
  kz1048: 'kz-1048',
  rk1048: 'kz-1048',
  'rk-1048': 'kz-1048',
  strk1048: 'kz-1048',
  'strk1048-2002': 'kz-1048',
  pt154: 'pt154',
  ptcp154: 'pt154',
  'pt-154': 'pt154',
  cp154: 'pt154',
  'cyrillic-asian': 'pt154',
  cp855: 'ibm855',
  ibm855: 'ibm855',
  'ibm-855': 'ibm855',
  utf8mb4: 'utf-8',
  cp866: 'ibm866',
  'mac-cyrillic': 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
  windows1251: 'windows-1251',
  win1251: 'windows-1251',
  'win-1251': 'windows-1251',
  'utf-16': 'utf-16le',
};
/** `<meta charset="utf-8">`, `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`, `<?xml … encoding="utf-8"?>`. */
const META = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w:.+-]{2,40})/i;
const XML = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.+-]{2,40})["']/i;
/** A label as a header may give it: `text/html; charset="utf-8"` or `utf-8`. */
const PARAMETER = /charset\s*=\s*["']?([^\s"';]+)/i;
/** Browsers look into the first 1,024 bytes; pages with long comments before it need more. */
const HEAD = 4096;

/** Name of the charset that a label means: WHATWG's, or `kz-1048`, `pt154`; null for a label nobody knows. */
export function readCharsetLabel(label: string): string | null {
  const bare = (PARAMETER.exec(label)?.[1] ?? label).trim().toLowerCase();
  const alias = ALIASES[bare] ?? ALIASES[bare.replaceAll('_', '-')];
  if (alias !== undefined) return alias;
  try {
    return new TextDecoder(bare).encoding;
  } catch {
    return null;
  }
}

/** The label of the meta tag or XML declaration at the head of an HTML page, as it stands; null where there is none. */
export function readMetaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  return META.exec(head)?.[1] ?? XML.exec(head)?.[1] ?? null;
}
