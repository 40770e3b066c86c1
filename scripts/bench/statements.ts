import { sql } from 'kysely';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Get } from './load.ts';
import type { Bench } from './seed.ts';

const requests = 20;
const settleMs = 300;

/**
 * Statements that PostgreSQL logs for one request, by a count over some. The token's row, read again every five seconds
 * whatever is asked, is left out.
 */
export async function countStatements(bench: Bench, get: Get, path: string): Promise<number> {
  const log = join(dirname(bench.dataDirectory), 'log');
  await get(path);
  await delay(settleMs);
  const before = (await readFile(log, 'utf8')).length;
  for (let sent = 0; sent < requests; sent += 1) await get(path);
  await delay(settleMs);
  const written = (await readFile(log, 'utf8')).slice(before);
  const statements = [...written.matchAll(/^.*LOG: {2}(?:statement|execute [^:]*): (.*)/gm)].map(
    ([, text]) => text ?? '',
  );
  return statements.filter((text) => !text.includes('"api_tokens"')).length / requests;
}

/** While `work` runs, PostgreSQL logs every statement. */
export async function withStatementLog<T>({ database: { db } }: Bench, work: () => Promise<T>): Promise<T> {
  const setTo = async (value: 'all' | 'none'): Promise<void> => {
    await sql`alter system set log_statement = ${sql.lit(value)}`.execute(db);
    await sql`select pg_reload_conf()`.execute(db);
    await delay(settleMs);
  };
  await setTo('all');
  try {
    return await work();
  } finally {
    await setTo('none');
  }
}
