import { beforeAll, describe, expect, test } from '@jest/globals';
import { complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { expectCredentialNeeded, failureOf } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let held: HeldRun;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  held = await holdRun(world, suite);
});

const fetchBuild = (client = held.lease.client) => client.call('getLeaseBuild', { path: held.lease.path });

describe('200', () => {
  test('gives the bytes of the commit that the plan names, with their length and digest', async () => {
    const { build, commit_sha } = held.lease.claim.plan;
    const { status, text, headers } = await fetchBuild();
    expect({ status, text, digest: sha256(text) }).toEqual({
      status: 200,
      text: `// ${commit_sha}`,
      digest: build.sha256,
    });
    expect(headers.get('etag')).toBe(`"${build.sha256}"`);
    expect(headers.get('content-length')).toBe(String(build.size_bytes));
    expect(headers.get('content-type')).toBe('application/octet-stream');
  });

  test('each lease gets the build of its own run', async () => {
    const other = await holdRun(world, suite);
    const path = other.lease.path;
    const { text } = await other.lease.client.call('getLeaseBuild', { path });
    expect(text).toBe(`// ${other.lease.claim.plan.commit_sha}`);
    expect(text).not.toBe((await fetchBuild()).text);
    await complete(other.lease);
  });

  test('HEAD tells length and digest without content', async () => {
    const url = `${world.url}/api/v1/worker/leases/${held.lease.path.lease_id}/build`;
    const headers = { Authorization: `Bearer ${held.lease.client.token}` };
    const response = await fetch(url, { method: 'HEAD', headers });
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: '' });
    expect(response.headers.get('etag')).toBe(`"${held.lease.claim.plan.build.sha256}"`);
  });
});

describe('401 and 409', () => {
  test('needs the token of this very lease', async () => {
    const other = await holdRun(world, suite);
    await expectCredentialNeeded(world, (client) => fetchBuild(client));
    for (const client of [held.worker, world.admin, other.lease.client])
      expect((await fetchBuild(client)).status).toBe(401);
    await complete(other.lease);
  });

  test('nothing is given once the lease is over', async () => {
    const { lease } = await holdRun(world, suite);
    await complete(lease);
    const answer = await lease.client.call('getLeaseBuild', { path: lease.path });
    expect(failureOf(answer, 409).code).toBe('lease_lost');
  });
});
