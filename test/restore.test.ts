import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaptureRecord,
  importDumps,
  loadKnowledge,
  openSqliteStore,
  profiles,
  type RestoredText,
  restoreArchive,
  type Store,
  SURE,
} from '../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-restore-'));
const path = join(folder, 'a.db');
afterAll(() => rmSync(folder, { recursive: true }));

/** UTF-8 read as Latin-1, controls dropped (reference: `encoding.md`, 1). */
const lossy = (text: string): string =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, '');

const CLEAN = 'Аудан орталығында жаңа мектеп ашылды. Мектепте екі жүз оқушы білім алады.';
const DAMAGED = 'Ауылда жаңа мектеп салынып жатыр, мұғалімдер мен оқушылар қуанышты.';

function story(id: number, paragraphs: readonly string[], capturedAt: string): string {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Мектеп туралы ${id}</title></head><body><article><h1>Мектеп туралы ${id}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  return JSON.stringify({ url: `https://bulaq-uni.example/${id}-story.html`, html, capturedAt });
}

async function importLines(store: Store, lines: readonly string[]): Promise<void> {
  const dump = join(folder, `${Math.abs(lines.join('').length)}-${lines.length}.jsonl`);
  writeFileSync(dump, lines.join('\n'));
  await importDumps(store, [dump], {
    ...{
      format: null,
      site: null,
      baseUrl: null,
      capturedAt: null,
      charset: null,
      profiles,
      include: [],
      exclude: [],
      since: null,
      limit: null,
      minAge: null,
    },
    ...{ toolVersion: '0', argv: [], force: false, lockTimeoutSeconds: 0, collection: null, rights: null, note: null },
    maxRejects: { kind: 'count', count: 0 },
  });
}

async function restore(store: Store, isDryRun = false): Promise<readonly RestoredText[]> {
  const texts: RestoredText[] = [];
  const knowledge = (lines: readonly string[]) => loadKnowledge(lines, []);
  await restoreArchive(store, {
    knowledge,
    leastConfidence: SURE,
    isDryRun,
    onRestored: async (text) => void texts.push(text),
  });
  return texts;
}

async function recordsOf(store: Store): Promise<readonly CaptureRecord[]> {
  const records: CaptureRecord[] = [];
  for await (const record of store.records()) records.push(record);
  return records;
}

/** Everything a reader of the file sees of articles and repairs. */
function seen(): {
  readonly bodies: readonly string[];
  readonly restored: number;
  readonly hits: number;
  readonly isSound: string;
} {
  const db = new Database(path);
  try {
    const one = (sql: string): unknown => db.prepare(sql).pluck().get();
    db.prepare("INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)").run();
    return {
      bodies: db.prepare<[], string>('SELECT body FROM articles ORDER BY key').pluck().all(),
      restored: Number(one('SELECT count(*) FROM repairs WHERE restored = 1 AND applied = 1')),
      hits: Number(one("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'мектеп'")),
      isSound: String(one('PRAGMA integrity_check')),
    };
  } finally {
    db.close();
  }
}

describe('restoreArchive()', () => {
  let store: Store;
  beforeAll(async () => {
    store = openSqliteStore(path, { create: true, profiles });
    await importLines(store, [
      story(1, [CLEAN], '2022-01-01T00:00:00Z'),
      story(2, [CLEAN, lossy(DAMAGED)], '2022-01-01T00:00:00Z'),
    ]);
    return () => store.close();
  });

  it('puts sure words into articles and into the search, and changes neither digest nor records', async () => {
    const [digest, records] = [await store.digest(), await recordsOf(store)];
    const before = seen();
    const [text] = await restore(store);
    const after = seen();
    expect(text?.repairs.filter(({ applied }) => applied).map(({ after }) => after)).toContain('мектеп');
    expect(after.bodies[1]).not.toBe(before.bodies[1]);
    expect(after.bodies[1]).toContain('мектеп салынып');
    expect(after).toMatchObject({ bodies: { 0: before.bodies[0] }, isSound: 'ok' });
    expect(await store.digest()).toBe(digest);
    expect(await recordsOf(store)).toEqual(records);
  });

  it('gives the same again when run again', async () => {
    const before = seen();
    await restore(store);
    expect(seen()).toEqual(before);
  });

  it('keeps repairs that lead back byte for byte', async () => {
    const [text] = await restore(store, true);
    let back = (text?.paragraphs ?? []).join('\n\n');
    for (const { field, start, before, after, applied } of [...(text?.repairs ?? [])].reverse()) {
      if (field !== 'articleBody' || !applied || after === null) continue;
      const signs = Array.from(back);
      const end = start + [...after].length;
      expect(signs.slice(start, end).join('')).toBe(after);
      back = `${signs.slice(0, start).join('')}${before}${signs.slice(end).join('')}`;
    }
    expect(back).toBe(`${CLEAN}\n\n${lossy(DAMAGED)}`);
  });

  it('shows without writing in a dry run, and takes everything back', async () => {
    await store.undoRestore();
    const bare = seen();
    expect(bare).toMatchObject({ restored: 0, isSound: 'ok' });
    expect(bare.bodies[1]).toBe(`${CLEAN}\n\n${lossy(DAMAGED)}`);
    expect((await restore(store, true)).length).toBe(1);
    expect(seen()).toEqual(bare);
    await restore(store);
    expect(await store.undoRestore()).toBe(1);
    expect(seen()).toEqual(bare);
  });

  it('gives way to what a later import brings', async () => {
    await restore(store);
    await importLines(store, [story(2, [CLEAN, DAMAGED], '2022-03-01T00:00:00Z')]);
    expect(seen()).toMatchObject({ restored: 0, isSound: 'ok', bodies: { 1: `${CLEAN}\n\n${DAMAGED}` } });
  });
});
