import type { FailedDump, ReportedReject } from '../index.js';

/** What to do where a dump cannot be opened, by the code of the failure. A message that says it itself (after a `;`) needs none. */
const ABOUT_DUMPS: Readonly<Record<FailedDump['code'], string>> = {
  'input-missing': 'check the path',
  'input-unusable': 'name a file or a folder',
  permission: 'let the user under whom muragat runs read it',
  io: 'check the disk and try again',
};

/** What to do about a record that was rejected, by its code; the words are those of docs/tutorial.md. */
export const ABOUT_RECORDS: Readonly<Record<string, string>> = {
  'container-too-large': 'import it as a file',
  'content-encoding': 'crawl it again',
  corrupt: 'get the dump again',
  encrypted: 'unpack it first',
  expansion: 'probably no page; look at it',
  'gzip-checksum': 'get the dump again',
  'gzip-corrupt': 'get the dump again',
  'gzip-rest': 'look at the dump',
  'internal-error': 'please report it with the page',
  'invalid-json': 'mend the line, `muragat retry`',
  'invalid-record': 'write it with `muragat parse` again',
  'nested-too-deep': 'unpack the outer ones',
  'no-object': 'mend the line',
  'not-a-record': 'look at the dump; what follows was read',
  'page-too-large': 'look at it',
  'record-too-large': 'look at it',
  'tar-header': 'get it again',
  timeout: 'please report it with the page',
  'too-costly': 'please report it with the page',
  truncated: 'get the rest; the next import goes on there',
  'unsupported-format': 'unpack it first',
  'wacz-hash': 'get it again',
  'wacz-missing': 'get it again',
  'warc-block-digest': 'get the dump again',
  'warc-head': 'look at the dump; what follows was read',
  'warc-payload-digest': 'get the dump again',
  'warc-segment': 'join the WARC files in order (`cat`)',
  'warc-truncated': 'crawl it again',
  'worker-died': 'please report it with the page',
  'zip-checksum': 'get the dump again',
  'zip-entry': 'get the dump again',
};

/** `nope: no such file or folder; check the path …`: a dump that could not be opened. */
export function failureLine({ path, code, message }: FailedDump): string {
  return `${path}: ${message}${message.includes(';') ? '' : `; ${ABOUT_DUMPS[code]}`}`;
}

/** `a.jsonl (line:2): rejected, invalid-json: The record is no valid JSON. Mend the line …`: a record that could not be read. */
export function rejectLine({
  path,
  locator,
  code,
  message,
}: Pick<ReportedReject, 'path' | 'locator' | 'code' | 'message'>): string {
  const remedy = ABOUT_RECORDS[code];
  const advice = remedy === undefined ? '' : ` ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
  return `${path} (${locator}): rejected, ${code}: ${message}${advice}`;
}
