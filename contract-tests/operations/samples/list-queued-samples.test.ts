import { beforeAll, expect, test } from '@jest/globals';
import { fileFormOf } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import type { Client } from '../../harness/client.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const queue = (client: Client) => client.expect('createQueuedSample', 201, { raw: fileFormOf(unique('queued')) });
const listed = async (client: Client) => (await client.expect('listQueuedSamples', 200)).data;

test('200: a person’s own, the oldest first; to an administrator those of the domain; a page at a time', async () => {
  const [one, other] = [await world.member('user'), await world.member('contributor')];
  const queued = [await queue(one), await queue(other), await queue(one), await queue(world.admin)];
  await queue((await openWorld()).admin);
  expect(await listed(one)).toEqual([queued[0], queued[2]]);
  expect(await listed(other)).toEqual([queued[1]]);
  expect(await listed(world.admin)).toEqual(queued);
  for (const limit of [1, 3])
    expect(await everyPage((query) => world.admin.expect('listQueuedSamples', 200, { query }), limit)).toEqual(queued);
});

test('400: a page of none, or of too many', async () => {
  for (const query of [{ limit: 0 }, { limit: 101 }])
    expect(faultyFields(await world.admin.call('listQueuedSamples', { query }))).toEqual(['query.limit']);
});

describeGuard(() => world, 'listQueuedSamples', {}, { scope: 'runs:read' });
