import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { formatKey, newKey } from '../../src/secrets.ts';
import { startLoopbackHost, type LoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { createTestDatabase, type TestDatabase } from '../../src/testing/postgres-databases.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { byApplication } from '../harness/sessions.ts';
import { makeSuite } from '../harness/suite.ts';
import { newCommit, openWorld, type World } from '../harness/world.ts';

let database: TestDatabase;
let host: LoopbackHost;
let server: ServerProcess;
let world: World;
let siteId: number;
const environment = { SPCI_SEALING_KEYS: formatKey(newKey()), SPCI_LOOKUP_KEYS: formatKey(newKey()) };

beforeAll(async () => {
  const postgres = process.env['SPCI_TEST_POSTGRES'];
  if (postgres === undefined) throw new Error('no PostgreSQL for these tests: SPCI_TEST_POSTGRES is not set');
  database = await createTestDatabase(postgres);
  host = await startLoopbackHost('127.0.0.9', (_, response) => void response.writeHead(401).end());
  // Nobody is at work on what it takes.
  server = await startServerProcess({
    databaseUrl: database.url,
    environment: { ...environment, SPCI_ROLE: 'http' },
  });
  world = await openWorld(server.url);
  siteId = await siteAt(world, host.origin, { authoring_type: 'cs' });
});
afterAll(async () => {
  await server.stop();
  await host[Symbol.asyncDispose]();
  await database.drop();
});

async function onDatabase<Row extends object>(statement: string, parameters: readonly string[]): Promise<Row[]> {
  const client = new Client(database.url);
  await client.connect();
  const { rows } = await client.query<Row>(statement, [...parameters]);
  await client.end();
  return rows;
}

async function begin(token?: string): Promise<string> {
  const { job_id } = await world.admin.expect('createPreflightJob', 202, {
    body: { urls: [`${host.origin}/protected`], step: 'identify' },
    ...(token === undefined ? {} : { headers: { 'X-Promise-Token': token } }),
  });
  return job_id;
}

const changed = async (change: string, job_id: string, ...more: readonly string[]): Promise<string> => {
  await onDatabase(`update preflight_jobs set ${change} where id = $1`, [job_id, ...more]);
  return job_id;
};

async function invalidated(): Promise<string> {
  const { promise_token } = await world.admin.expect('createPromiseToken', 201, { body: { site_id: siteId } });
  const job_id = await begin(promise_token);
  await world.admin.expect('invalidatePromiseToken', 204, { body: { promise_token } });
  return job_id;
}

test('a job that cannot be done says why, keeps no token, and is begun no more', async () => {
  const neighbour = `sealed_token = (select sealed_token from preflight_jobs where id = $2)`;
  const expected: Readonly<Record<string, string>> = {
    [await changed(`created_at = now() - interval '16 minutes'`, await begin())]: 'timed_out',
    [await changed('attempt = 3', await begin())]: 'attempts_exhausted',
    [await changed(neighbour, await begin(), await begin())]: 'token_unreadable',
    [await changed(`sealed_token = regexp_replace(sealed_token, '^v1[.][^.]+', 'v1.gone')`, await begin())]:
      'key_unavailable',
    [await invalidated()]: 'needs_reauthentication',
  };
  const { repository } = await makeSuite(world);
  const runnable = { repository, commit_sha: newCommit(), platform: 'windows' as const };
  const { token = '' } = world.admin;
  const working = await startServerProcess({ databaseUrl: database.url, environment });
  try {
    for (const [job_id, code] of Object.entries(expected)) {
      const job = await endOfPreflight(world, job_id);
      expect(job).toMatchObject({
        status: 'failed',
        verdict: null,
        error: { code, message: expect.any(String) },
        result: [],
      });
      const path = { domain: world.domain, job_id };
      const { text } = await world.anonymous.call('getPreflightPage', { path, headers: byApplication(token) });
      expect(text).toContain(`>Failed: ${job.error?.message} (${code})</p>`);
    }
    const { data } = await world.admin.expect('listPreflightJobs', 200, { query: { status: 'failed' } });
    expect(data.map(({ error }) => error?.code).sort()).toEqual(Object.values(expected).sort());
    const [preflight_job_id] = Object.keys(expected);
    const required = { ...runnable, preflight_job_id: preflight_job_id ?? '' };
    const { code, details } = await world.admin.expect('createRun', 409, { body: required });
    expect([code, details]).toMatchObject(['preflight_not_passed', { preflight: { status: 'failed', verdict: null } }]);
    const kept = await onDatabase('select id from preflight_jobs where sealed_token is not null and status = $1', [
      'failed',
    ]);
    expect(kept).toEqual([]);
  } finally {
    await working.stop();
  }
});
