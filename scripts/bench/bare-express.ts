// What a server costs that does the same work without keeping a contract: Express, the same queries, the same look-up of
// the token, res.json. No ETag and no X-Powered-By, which the measured server does not send either.
import express, { type Request } from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { settingsFrom } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { pageOf } from '../../src/features/pagination.ts';
import { queuePlacesOf } from '../../src/features/queue/queue-reason.ts';
import { countMatchingRuns, findRun, listMatchingRuns } from '../../src/features/runs/run-reads.queries.ts';
import { runSummaryView, runView } from '../../src/features/runs/runs.view.ts';
import { createTokenVerifier } from '../../src/features/tokens/token-verification.ts';
import { loadKeys } from '../../src/server-keys.ts';

const settings = settingsFrom(process.env);
const database = await openDatabase({ databaseUrl: settings.databaseUrl, directory: settings.dataDirectory }, console);
const tokens = createTokenVerifier({ ...database, keys: await loadKeys(settings) });
const { db } = database;
const context = { db, settings };

async function domainOf(request: Request): Promise<number> {
  const principal = await tokens.verify(request.headers.authorization?.slice('Bearer '.length) ?? '');
  if (principal === undefined) throw new Error('no live token');
  return principal.domainId;
}

async function runOf(request: Request<{ id: string }>) {
  const run = await findRun(db, await domainOf(request), Number(request.params.id));
  if (run === undefined) throw new Error('no such run');
  return run;
}

const app = express();
app.disable('x-powered-by');
app.disable('etag');

app.get('/api/v1/runs', async (request, response) => {
  const domainId = await domainOf(request);
  const page = { sort: '-created_at', limit: Number(request.query['limit']), offset: 0 } as const;
  const total = await countMatchingRuns(db, domainId, {});
  const runs = await listMatchingRuns(db, domainId, {}, page, total);
  const places = await queuePlacesOf(context, runs);
  const views = runs.map((run) =>
    runView(run, { queueReason: places.get(run.id)?.reason ?? null, forgeUrl: undefined }),
  );
  response.json(pageOf(views, page, total));
});

app.get('/api/v1/runs/:id', async (request, response) => {
  const run = await runOf(request);
  const places = await queuePlacesOf(context, [run]);
  response.json(runView(run, { queueReason: places.get(run.id)?.reason ?? null, forgeUrl: undefined }));
});

app.get('/api/v1/runs/:id/summary', async (request, response) => {
  response.json(runSummaryView(await runOf(request)));
});

const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
process.once('disconnect', () => process.exit());
