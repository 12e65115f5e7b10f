import { importDefaults } from '../dist/index.js';

/** An import in which everything may be rejected and nothing may break. */
export const OPTIONS = {
  ...importDefaults,
  toolVersion: 'bench',
  jobs: 1,
  maxRejects: { kind: 'percent', percent: 100 },
};
