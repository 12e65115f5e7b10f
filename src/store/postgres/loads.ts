import type { RestoredText } from '../../model/restore.js';
import type { Neighbours } from './neighbours.js';
import type { Seeds } from './seeds.js';

/** Fetches the part of an archive that a piece of work may touch. */
export type Load = (near: Neighbours) => Promise<void>;

/** The sources at a path. */
export const sourcesAt =
  (path: string): Load =>
  async (near) =>
    void (await near.rows('sources', 'path', [path]));

/** The sources at a path, and why those were rejected that are cut. */
export const cutSourcesAt =
  (path: string): Load =>
  async (near) => {
    const sources = await near.rows('sources', 'path', [path]);
    const ids = sources.flatMap(({ id, state }) => (state === 'truncated' ? [id ?? null] : []));
    await near.rows('rejects', 'source_id', ids);
    await near.rows('import_sources', 'source_id', ids);
  };

/** An import and sources that it finds unchanged. */
export const importOf =
  (importId: number, sources: readonly number[]): Load =>
  async (near) => {
    await near.rows('imports', 'id', [importId]);
    await near.rows('sources', 'id', sources);
    await near.rows('import_sources', 'source_id', sources);
  };

/** An import, and everything that the records it brings have to do with. */
export const aroundSeeds =
  (importId: number, seeds: Seeds): Load =>
  async (near) => {
    await near.rows('imports', 'id', [importId]);
    await near.rows('import_skipped', 'import_id', [importId]);
    await near.rows('import_sites', 'import_id', [importId]);
    await near.rows('settling', 'id', [1]);
    await near.around(seeds);
  };

/** The articles that restored words belong to. */
export const articlesOf =
  (texts: readonly RestoredText[]): Load =>
  async (near) => {
    await near.sites(texts.map(({ site }) => site));
    await near.stories(texts.map(({ site, key }): readonly [string, string] => [site, key]));
    await near.finish(false);
  };
