import { beforeAll, expect, test } from '@jest/globals';
import { fileFormOf } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

test('200 to who uploaded it and to an administrator; 404 to everybody else', async () => {
  const member = await world.member('user');
  const queued = await member.expect('createQueuedSample', 201, { raw: fileFormOf(unique('queued')) });
  const input = { path: { queued_id: queued.id } };
  expect(await member.expect('getQueuedSample', 200, input)).toEqual(queued);
  expect(await world.admin.expect('getQueuedSample', 200, input)).toEqual(queued);
  for (const stranger of [await world.member('contributor'), (await openWorld()).admin]) {
    const missing = await stranger.call('getQueuedSample', { path: { queued_id: 2_147_483_647 } });
    expectSameNotFound(await stranger.call('getQueuedSample', input), missing);
  }
});

test('400: id 0', async () => {
  const answer = await world.admin.call('getQueuedSample', { path: { queued_id: 0 } });
  expect(faultyFields(answer)).toEqual(['path.queued_id']);
});

describeGuard(() => world, 'getQueuedSample', { path: { queued_id: 1 } }, { scope: 'runs:read' });
