import type { QueueStatus } from './model/queue.js';
import { readQueueStatus } from './queue/queue-status.js';
import { openServer, toServerError } from './store/postgres/connect.js';

/** What the queue of the archive on a server holds; null where nothing was ever put into it. */
export async function queueStatus(url: string): Promise<QueueStatus | null> {
  const server = await openServer(url);
  try {
    return await readQueueStatus(server.pool);
  } catch (error) {
    throw toServerError(error, server.name);
  } finally {
    await server.close();
  }
}
