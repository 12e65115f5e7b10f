import { readFileSync } from 'node:fs';
import type { ImportOptions } from './import/options.js';
import { profiles } from './sites/profiles.js';

/** What `muragat import` takes where no flag says otherwise: no reject is a good run, formats and charsets are told from the bytes. */
export const importDefaults: ImportOptions = {
  toolVersion: versionOf(),
  argv: [],
  force: false,
  lockTimeoutSeconds: 0,
  jobs: null,
  collection: null,
  rights: null,
  note: null,
  maxRejects: { kind: 'count', count: 0 },
  format: null,
  site: null,
  baseUrl: null,
  capturedAt: null,
  charset: null,
  include: [],
  exclude: [],
  since: null,
  limit: null,
  minAge: null,
  profiles,
};

function versionOf(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
