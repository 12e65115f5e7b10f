import { describe, expect, it } from 'vitest';
import { readQueueStatus } from '../../src/queue/queue-status.js';
import { ask, hasNoServer, newDatabase } from '../databases.js';

/** Rows of pg-boss's table as far as they are read: what a worker told of its last try, and what pg-boss tells of a silent one. */
const ROWS = `
  CREATE SCHEMA pgboss;
  CREATE TYPE pgboss.job_state AS ENUM ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  CREATE TABLE pgboss.job (id int, name text, state pgboss.job_state, data jsonb, output jsonb, source_output jsonb,
    source_retry_count int, created_on timestamptz DEFAULT now(), started_on timestamptz, completed_on timestamptz);
  INSERT INTO pgboss.job (id, name, state, data, source_output, source_retry_count) VALUES
    (1, 'muragat-dead', 'created', '{"dumps": [{"path": "/a", "bytes": 1}]}', '{"reason": "/a: no such file"}', 3),
    (2, 'muragat-dead', 'created', '{"dumps": [{"path": "/b", "bytes": 1}]}', '{"value": {"message": "job heartbeat timeout"}}', 0);
  INSERT INTO pgboss.job (id, name, state, data, started_on, completed_on) VALUES
    (3, 'muragat-dumps', 'completed', '{"dumps": [{"path": "/c", "bytes": 60000000}]}', now() - interval '60 s', now()),
    (4, 'muragat-dumps', 'created', '{"dumps": [{"path": "/d", "bytes": 30000000}]}', null, null)`;

describe.skipIf(hasNoServer)('readQueueStatus()', () => {
  it('tells states, rate, time left, and why jobs died', async () => {
    const url = await newDatabase();
    const client = { query: async (sql: string) => ({ rows: [...(await ask(url, sql))] }) };
    expect(await readQueueStatus(client)).toBeNull();
    await ask(url, ROWS);
    const status = await readQueueStatus(client);
    expect(status).toMatchObject({ states: { waiting: 1, retry: 0, active: 0, done: 1, dead: 2 }, jobsPerMinute: 1 });
    expect(Math.abs((status?.secondsLeft ?? 0) - 30)).toBeLessThan(5);
    expect(status?.deadLetters).toMatchObject([
      { paths: ['/a'], reason: '/a: no such file', tries: 4 },
      { paths: ['/b'], reason: 'its workers fell silent (job heartbeat timeout)', tries: 1 },
    ]);
  });
});
