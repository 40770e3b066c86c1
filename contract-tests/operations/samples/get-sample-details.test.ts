import { beforeAll, expect, test } from '@jest/globals';
import { fileFormOf } from '../../harness/file-form.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite } from '../../harness/suite.ts';
import { newCommit, openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const details = (sample_id: number) => world.admin.expect('getSampleDetails', 200, { path: { sample_id } });

async function link(sample_id: number, content: string, filename: string): Promise<number> {
  const { id } = await world.admin.expect('createQueuedSample', 201, { raw: fileFormOf(content, filename) });
  const input = { path: { queued_id: id }, body: { sample_id } };
  return (await world.admin.expect('linkQueuedSample', 201, input)).id;
}

test('200: a sample that came through the queue, with its uploader, whoever finalized it, and the files beside it', async () => {
  const member = await world.member('user');
  const [content, first, second] = [unique('content'), unique('first'), unique('second')];
  const { id } = await member.expect('createQueuedSample', 201, { raw: fileFormOf(content, 'Clip.TS') });
  const body = { version: '0.94', platform: 'mac', parameters: '-608 -out=srt', notes: 'Late.\nVery late.' } as const;
  const path = { queued_id: id };
  const { sample_id } = await world.admin.expect('finalizeQueuedSample', 201, { path, body });
  const files = [await link(sample_id, first, 'Clip.SRT'), await link(sample_id, second, 'notes')];
  const shown = await world.admin.expect('getSample', 200, { path: { sample_id } });
  const { sha, extension, original_name, filename, size_bytes, tags, created_at } = shown;
  const stem = (text: string) => sha256(text).slice(0, 16);
  expect(await details(sample_id)).toEqual({
    ...{ sample_id, sha, extension, original_name, filename, size_bytes, tags, created_at, user_id: member.userId },
    ...{ media_info: [], media_info_reason: 'no_media' },
    upload: { ...body, version_released: null },
    extra_files: [
      {
        ...{ id: files[0], sha: sha256(first), extension: 'srt', original_name: 'Clip.SRT' },
        ...{ filename: `${stem(first)}.srt`, size_bytes: first.length },
      },
      {
        ...{ id: files[1], sha: sha256(second), extension: '', original_name: 'notes' },
        ...{ filename: stem(second), size_bytes: second.length },
      },
    ],
  });
});

test('200: the day of its version, where the domain knows one day', async () => {
  const { id } = await world.admin.expect('createQueuedSample', 201, { raw: fileFormOf(unique('content'), 'a.ts') });
  const finalizing = { path: { queued_id: id }, body: { version: '0.93', platform: 'linux' as const } };
  const { sample_id } = await world.admin.expect('finalizeQueuedSample', 201, finalizing);
  const days = ['2021-08-16', '2021-08-16', '2021-12-15'];
  const told = [];
  for (const released of days) {
    const { repository } = await makeSuite(world);
    const body = { repository, version: '0.93', released, commit_sha: newCommit() };
    await world.admin.expect('createVersion', 201, { body });
    told.push((await details(sample_id)).upload?.version_released);
  }
  expect(told).toEqual(['2021-08-16', '2021-08-16', null]);
});

test('200: of a sample that was uploaded in one step nothing was said', async () => {
  const query = { filename: 'a.ts', tags: ['b', 'A'] };
  const { sample_id } = await world.admin.expect('createSample', 201, { query, raw: unique('plain') });
  const shown = await details(sample_id);
  expect(shown).toMatchObject({ tags: ['A', 'b'], extra_files: [] });
  expect(Object.keys(shown)).not.toContain('upload');
});

test('404: a sample of another domain is like one that does not exist', async () => {
  const foreign = await (
    await openWorld()
  ).admin.expect('createSample', 201, {
    ...{ query: { filename: 'a.ts' }, raw: unique('foreign') },
  });
  const asked = (sample_id: number) => ({ path: { sample_id } });
  await expectForeignHidden(world.admin, 'getSampleDetails', asked(foreign.sample_id), asked(missingId));
});

test('400: id 0', async () => {
  const answer = await world.admin.call('getSampleDetails', { path: { sample_id: 0 } });
  expect(faultyFields(answer)).toEqual(['path.sample_id']);
});

describeGuard(() => world, 'getSampleDetails', { path: { sample_id: 1 } }, { scope: 'runs:read' });
