import { beforeAll, expect, test } from '@jest/globals';
import { fileFormOf } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

test('200: the file waits no more, for who uploaded it or an administrator, and may come again', async () => {
  const member = await world.member('user');
  const raw = fileFormOf(unique('queued'));
  for (const client of [member, world.admin]) {
    const { id } = await member.expect('createQueuedSample', 201, { raw });
    const path = { queued_id: id };
    expect(await client.expect('deleteQueuedSample', 200, { path })).toEqual({ id, deleted: true });
    await member.expect('getQueuedSample', 404, { path });
    await client.expect('deleteQueuedSample', 404, { path });
  }
});

test('404: another person’s file is like one that does not exist, and stays', async () => {
  const { id } = await world.admin.expect('createQueuedSample', 201, { raw: fileFormOf(unique('queued')) });
  for (const stranger of [await world.member('contributor'), (await openWorld()).admin]) {
    const remove = (queued_id: number) => stranger.call('deleteQueuedSample', { path: { queued_id } });
    expectSameNotFound(await remove(id), await remove(2_147_483_647));
  }
  await world.admin.expect('getQueuedSample', 200, { path: { queued_id: id } });
});

describeGuard(() => world, 'deleteQueuedSample', { path: { queued_id: 1 } }, { scope: 'runs:write' });
