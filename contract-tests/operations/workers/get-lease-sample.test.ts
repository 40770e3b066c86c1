import { beforeAll, describe, expect, test } from '@jest/globals';
import { complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { expectCredentialNeeded, expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, uploadSample, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let held: HeldRun;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  held = await holdRun(world, suite);
});

const fetchSample = (digest: string, client = held.lease.client) =>
  client.call('getLeaseSample', { path: { ...held.lease.path, sha256: digest } });

describe('200', () => {
  test('gives the bytes that the plan names, with their length and digest', async () => {
    const [planned] = held.lease.claim.plan.tests;
    const { status, text, headers } = await fetchSample(planned?.sample_sha256 ?? '');
    expect({ status, digest: sha256(text) }).toEqual({ status: 200, digest: suite.sample.sha });
    expect(headers.get('etag')).toBe(`"${suite.sample.sha}"`);
    expect(headers.get('content-length')).toBe(String(suite.sample.size_bytes));
    expect(headers.get('content-type')).toBe('application/octet-stream');
  });

  test('HEAD tells length and digest without content', async () => {
    const url = `${world.url}/api/v1/worker/leases/${held.lease.path.lease_id}/samples/${suite.sample.sha}`;
    const headers = { Authorization: `Bearer ${held.lease.client.token}` };
    const response = await fetch(url, { method: 'HEAD', headers });
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: '' });
    expect(response.headers.get('content-length')).toBe(String(suite.sample.size_bytes));
  });
});

describe('404', () => {
  test('a stored sample that the run did not plan answers like one that does not exist', async () => {
    const missing = await fetchSample('0'.repeat(64));
    const unplanned = await uploadSample(world);
    const foreign = (await makeSuite(await openWorld())).sample;
    for (const { sha } of [unplanned, foreign]) expectSameNotFound(await fetchSample(sha), missing);
  });

  test('so do the bytes of the run’s own build', async () => {
    const answer = await fetchSample(held.lease.claim.plan.build.sha256);
    expect(failureOf(answer, 404).code).toBe('not_found');
  });
});

describe('400', () => {
  test.each(['abc', 'A'.repeat(64)])('digest %s', async (digest) => {
    expect(faultyFields(await fetchSample(digest))).toEqual(['path.sha256']);
  });
});

describe('401 and 409', () => {
  test('needs the token of this very lease', async () => {
    const other = await holdRun(world, suite);
    await expectCredentialNeeded(world, (client) => fetchSample(suite.sample.sha, client));
    for (const client of [held.worker, world.admin, other.lease.client])
      expect((await fetchSample(suite.sample.sha, client)).status).toBe(401);
    await complete(other.lease);
  });

  test('nothing is given once the lease is over', async () => {
    const { lease } = await holdRun(world, suite);
    await complete(lease);
    const path = { ...lease.path, sha256: suite.sample.sha };
    expect(failureOf(await lease.client.call('getLeaseSample', { path }), 409).code).toBe('lease_lost');
  });
});
