import type { PGlite } from '@electric-sql/pglite';
import { sql, type Transaction } from 'kysely';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from './database.ts';

/** Says something on a channel when the transaction is committed. */
export async function notify(trx: Transaction<Database>, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(trx);
}

export interface NoticeListener {
  heard(payload: string): void;
  /** Listening begins, or begins again: what was said before may have been missed. */
  joined(): void;
}

/** Hears what any process says on a channel of the database, until the database is closed. */
export type Listen = (channel: string, listener: NoticeListener) => void;

/** After a connection that broke or could not be made. */
const reconnectMs = 1_000;

export function embeddedNotices(pglite: PGlite, logger: Pick<Logger, 'warn'>): Listen {
  return (channel, listener) => {
    pglite.listen(channel, listener.heard).then(listener.joined, (error: unknown) => {
      logger.warn({ err: error }, 'the database tells no news');
    });
  };
}

/** Each channel has a connection of its own: one of a pool would hear only while it is borrowed. */
export function postgresNotices(
  config: pg.ClientConfig,
  logger: Pick<Logger, 'warn'>,
): { readonly listen: Listen; close(): Promise<void> } {
  const closing = new AbortController();
  const listening: Promise<void>[] = [];
  const keepListening = async (channel: string, listener: NoticeListener): Promise<void> => {
    while (!closing.signal.aborted) {
      await listenOnce(config, channel, listener, closing.signal).catch((error: unknown) => {
        logger.warn({ err: error }, 'the connection for news of the database is lost');
      });
      await setTimeout(reconnectMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  return {
    listen: (channel, listener) => void listening.push(keepListening(channel, listener)),
    close: async () => {
      closing.abort();
      await Promise.all(listening);
    },
  };
}

async function listenOnce(
  config: pg.ClientConfig,
  channel: string,
  listener: NoticeListener,
  closing: AbortSignal,
): Promise<void> {
  const client = new pg.Client(config);
  const ended = Promise.withResolvers<void>();
  const end = (): void => ended.resolve();
  client.on('error', ended.reject);
  client.on('end', end);
  client.on('notification', ({ payload }) => listener.heard(payload ?? ''));
  closing.addEventListener('abort', end, { once: true });
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    listener.joined();
    await ended.promise;
  } finally {
    closing.removeEventListener('abort', end);
    // It may have failed while it was being made.
    ended.promise.catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}
