import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import type { Outcome } from '../run-checks.ts';
import { judgeBySchemathesis } from './schemathesis.ts';
import { startSeededServer, type SeededServer } from './seeded-server.ts';
import { judgeBySpecmatic } from './specmatic.ts';

const shownErrors = 20;

/** Judges that are not ours; each knows the published description only. */
const judges = { schemathesis: judgeBySchemathesis, specmatic: judgeBySpecmatic };

export type Judge = keyof typeof judges;
export const everyJudge = Object.keys(judges) as Judge[];

/**
 * A new seeded server before this judge, on a database of that PostgreSQL or on the embedded one; a string says why the
 * judge could not be had.
 */
export async function bringBefore(judge: Judge, postgresUrl?: string): Promise<Outcome | string> {
  const database = postgresUrl === undefined ? undefined : await createTestDatabase(postgresUrl);
  const server: SeededServer = await startSeededServer(database?.url);
  try {
    return await judges[judge](server);
  } finally {
    for (const line of server.errors().slice(0, shownErrors)) console.log(`server: ${line.slice(0, 1000)}`);
    await server.stop();
    await database?.drop();
  }
}
