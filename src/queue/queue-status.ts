import type { DeadJob, DumpJob, QueueStatus } from '../model/queue.js';
import { DEAD, DUMPS, SCHEMA, type Transaction } from './dump-queue.js';

/** Names of pg-boss's states. */
const STATES = { created: 'waiting', retry: 'retry', active: 'active', completed: 'done' } as const;
/** Minutes over which the rate is measured. */
const WINDOW = 10;
/** What pg-boss says of a job whose worker fell silent. */
const SILENT = /^job (?:heartbeat timeout|timed out|expired)/i;
/** Dead jobs that are named. */
const MOST_NAMED = 1000;

const HAS_QUEUE = `SELECT to_regclass('${SCHEMA}.job') IS NOT NULL AS found`;
const BYTES = "(SELECT sum((dump ->> 'bytes')::numeric) FROM jsonb_array_elements(data -> 'dumps') AS dump)";
const COUNTS = `SELECT state::text AS state, count(*)::int AS count, coalesce(sum(${BYTES}), 0)::float8 AS bytes
  FROM ${SCHEMA}.job WHERE name = '${DUMPS}' GROUP BY state`;
const DONE = `SELECT count(*)::int AS count, coalesce(sum(${BYTES}), 0)::float8 AS bytes,
    extract(epoch FROM now() - min(started_on))::float8 AS seconds
  FROM ${SCHEMA}.job WHERE name = '${DUMPS}' AND state = 'completed' AND completed_on > now() - interval '${WINDOW} minutes'`;
const DEAD_JOBS = `SELECT data, coalesce(source_output, output) AS output, coalesce(source_retry_count, 0)::int AS retries, created_on
  FROM ${SCHEMA}.job WHERE name = '${DEAD}' AND state < 'completed' ORDER BY created_on, id LIMIT ${MOST_NAMED}`;
const DEAD_COUNT = `SELECT count(*)::int AS count FROM ${SCHEMA}.job WHERE name = '${DEAD}' AND state < 'completed'`;

interface CountRow {
  readonly state: string;
  readonly count: number;
  readonly bytes: number;
}

interface DeadRow {
  readonly data: DumpJob;
  readonly output: unknown;
  readonly retries: number;
  readonly created_on: Date;
}

/** What the queue holds; null where nothing was ever put into one. */
export async function readQueueStatus(client: Transaction): Promise<QueueStatus | null> {
  const ask = async <R>(sql: string): Promise<readonly R[]> => (await client.query(sql)).rows as R[];
  const [queue] = await ask<{ found: boolean }>(HAS_QUEUE);
  if (queue?.found !== true) return null;
  const counts = await ask<CountRow>(COUNTS);
  const [done] = await ask<{ count: number; bytes: number; seconds: number | null }>(DONE);
  const [dead] = await ask<{ count: number }>(DEAD_COUNT);
  const states = { waiting: 0, retry: 0, active: 0, done: 0, dead: dead?.count ?? 0 };
  for (const [name, state] of Object.entries(STATES)) {
    states[state] = counts.find((row) => row.state === name)?.count ?? 0;
  }
  const open = counts.filter(({ state }) => state === 'created' || state === 'retry' || state === 'active');
  const bytesLeft = open.reduce((sum, { bytes }) => sum + bytes, 0);
  const rate = rateOf(done ?? { count: 0, bytes: 0, seconds: null });
  return {
    states,
    jobsPerMinute: rounded(rate.jobs * 60),
    megabytesPerMinute: rounded((rate.bytes * 60) / 1e6),
    secondsLeft: open.length === 0 ? 0 : rate.bytes === 0 ? null : Math.round(bytesLeft / rate.bytes),
    deadLetters: (await ask<DeadRow>(DEAD_JOBS)).map(toDeadJob),
  };
}

/** True where a job waits or is being done. */
export async function hasOpenJobs(client: Transaction): Promise<boolean> {
  const sql = `SELECT 1 FROM ${SCHEMA}.job WHERE name = '${DUMPS}' AND state < 'completed' LIMIT 1`;
  return (await client.query(sql)).rows.length > 0;
}

/** Jobs and bytes a second. */
function rateOf({
  count,
  bytes,
  seconds,
}: {
  readonly count: number;
  readonly bytes: number;
  readonly seconds: number | null;
}) {
  const span = Math.min(Math.max(seconds ?? 0, 1), WINDOW * 60);
  return { jobs: count / span, bytes: bytes / span };
}

function toDeadJob({ data, output, retries, created_on }: DeadRow): DeadJob {
  return {
    state: 'dead',
    paths: data.dumps.map(({ path }) => path),
    reason: reasonOf(output),
    tries: retries + 1,
    diedAt: created_on.toISOString(),
  };
}

/** What was told of the last try: by the worker, or by pg-boss of a worker that fell silent. */
function reasonOf(output: unknown): string {
  const told = textIn(output) ?? 'not known';
  return SILENT.test(told) ? `its workers fell silent (${told})` : told;
}

/** `{ reason }`, `{ value: { message } }`: the first text under one of the names. */
function textIn(output: unknown): string | null {
  if (typeof output === 'string') return output;
  if (typeof output !== 'object' || output === null) return null;
  const { reason, message, value } = output as Readonly<Record<string, unknown>>;
  return textIn(reason) ?? textIn(message) ?? textIn(value);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
