import { profiles } from '../dist/index.js';

/** An import in which everything may be rejected and nothing may break. */
export const OPTIONS = {
  toolVersion: 'bench',
  argv: [],
  force: false,
  lockTimeoutSeconds: 0,
  jobs: 1,
  collection: null,
  rights: null,
  note: null,
  maxRejects: { kind: 'percent', percent: 100 },
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
