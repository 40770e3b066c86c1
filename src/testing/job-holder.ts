// A process that takes a job of the queue and never ends it: `node job-holder.ts <database URL>` says which one it has.
import { openJobEngine } from '../background/job-engine.ts';
import { openDatabase } from '../db/open-database.ts';

const logger = { warn: () => undefined };
const database = await openDatabase({ databaseUrl: process.argv[2], directory: '' }, logger);
const engine = await openJobEngine(database, logger);
await engine.work('preflight', { atOnce: 1, exhausted: async () => undefined }, async (jobId) => {
  console.log(jobId);
  await new Promise(() => undefined);
});
