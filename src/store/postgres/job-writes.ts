import type { PoolClient } from 'pg';
import type { SourceBatch, Store, WriteResult } from '../../model/store.js';
import type { Server } from './connect.js';

/** What else belongs to the transaction of a write, on its connection. */
export type AlsoWrite = (client: PoolClient) => Promise<void>;

/** A store on a server, with what a queue needs beside it. */
export interface PostgresStore extends Store {
  readonly server: Server;
  /** As `write`; `also` is done in the same transaction. */
  writeWith(
    importId: number,
    batches: readonly SourceBatch[],
    options: JobWriteOptions,
  ): Promise<readonly WriteResult[]>;
  /** Begins sources anew that this import has begun before: another try at them follows. */
  beginSourcesAnew(): void;
}

/** How the records of a job are written. */
export interface JobWriteOptions {
  readonly force: boolean;
  readonly also?: AlsoWrite | undefined;
}
