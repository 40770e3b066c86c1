import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { embeddedNotices, postgresNotices, type Listen } from './notices.ts';

export interface OpenDatabase {
  readonly db: Kysely<Database>;
  readonly kind: 'embedded' | 'postgres';
  readonly listen: Listen;
  close(): Promise<void>;
}

const typeIds = { int8: 20, numeric: 1700, timestamptz: 1184 } as const;
const toIso = (text: string): string => new Date(text).toISOString();
const parsers: Record<number, (text: string) => unknown> = {
  [typeIds.int8]: Number,
  [typeIds.numeric]: Number,
  [typeIds.timestamptz]: toIso,
};

/**
 * What the planner reckons with unless `options` in the address say otherwise. Pages of an index are in memory or on an
 * SSD, so lists are counted by index and not by reading tables; a request keeps one core busy, not all.
 */
const plannerOptions = '-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0';

export const timeouts = { statementMs: 15_000, lockMs: 5_000, idleInTransactionMs: 10_000, connectMs: 5_000 } as const;

/** PostgreSQL where `databaseUrl` says so, else the embedded database in `directory`, which belongs to one process. */
export async function openDatabase(
  options: { readonly databaseUrl: string | undefined; readonly directory: string; readonly poolSize?: number },
  logger: Pick<Logger, 'warn'>,
): Promise<OpenDatabase> {
  return options.databaseUrl === undefined
    ? openEmbedded(options.directory, logger)
    : openPostgres(options.databaseUrl, options.poolSize ?? 10, logger);
}

async function openEmbedded(directory: string, logger: Pick<Logger, 'warn'>): Promise<OpenDatabase> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(directory);
  try {
    // The default parameters switch fsync off with -F; a list of our own replaces them, so the rest is kept.
    const startParams = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
    const pglite = await PGlite.create({ dataDir: join(directory, 'pgdata'), startParams, parsers });
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    const close = async (): Promise<void> => {
      await db.destroy();
      await lock.release();
    };
    return { db, kind: 'embedded', listen: embeddedNotices(pglite, logger), close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database for one test, with nothing on disk; `snapshot` is a dump of a migrated one. */
export async function openInMemory(snapshot?: Blob): Promise<OpenDatabase> {
  const pglite = await PGlite.create({ parsers, ...(snapshot === undefined ? {} : { loadDataDir: snapshot }) });
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    kind: 'embedded',
    listen: embeddedNotices(pglite, { warn: () => undefined }),
    close: () => db.destroy(),
  };
}

function openPostgres(connectionString: string, max: number, logger: Pick<Logger, 'warn'>): OpenDatabase {
  const types = new pg.TypeOverrides();
  for (const [oid, parse] of Object.entries(parsers)) types.setTypeParser<unknown>(Number(oid), parse);
  const connection = {
    connectionString,
    connectionTimeoutMillis: timeouts.connectMs,
    keepAlive: true,
    application_name: 'spci',
  };
  const pool = new pg.Pool({
    ...connection,
    options: plannerOptions,
    max,
    types,
    statement_timeout: timeouts.statementMs,
    lock_timeout: timeouts.lockMs,
    idle_in_transaction_session_timeout: timeouts.idleInTransactionMs,
  });
  // A connection that breaks while checked out emits on the client alone; without a listener that ends the process.
  pool.on('connect', (client) =>
    client.on('error', (error) => logger.warn({ err: error }, 'database connection lost')),
  );
  pool.on('error', (error) => logger.warn({ err: error }, 'idle database connection lost'));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const notices = postgresNotices(connection, logger);
  const close = async (): Promise<void> => {
    await notices.close();
    await db.destroy();
  };
  return { db, kind: 'postgres', listen: notices.listen, close };
}
