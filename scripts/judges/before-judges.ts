import type { Outcome } from '../run-checks.ts';
import { judgeBySchemathesis } from './schemathesis.ts';
import { startSeededServer, type SeededServer } from './seeded-server.ts';
import { judgeBySpecmatic } from './specmatic.ts';

const shownErrors = 20;

/** Judges that are not ours; each knows the published description only. */
const judges = { schemathesis: judgeBySchemathesis, specmatic: judgeBySpecmatic };

export type Judge = keyof typeof judges;
export const everyJudge = Object.keys(judges) as Judge[];

/** A new seeded server before this judge; a string says why the judge could not be had. */
export async function bringBefore(judge: Judge): Promise<Outcome | string> {
  const server: SeededServer = await startSeededServer();
  try {
    return await judges[judge](server);
  } finally {
    for (const line of server.errors().slice(0, shownErrors)) console.log(`server: ${line.slice(0, 1000)}`);
    await server.stop();
  }
}
