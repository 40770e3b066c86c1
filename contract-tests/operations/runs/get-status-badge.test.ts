import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { createClient, type CallInput } from '../../harness/client.ts';
import { complete } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import {
  claimRun,
  enrolWorker,
  makeSuite,
  queueRun,
  reportResult,
  testIdsOf,
  type Suite,
} from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Schemas = components['schemas'];
type Input = CallInput<'getStatusBadge'>;

let world: World;
let suite: Suite;

const change = (body: Schemas['RepositoryUpdateRequest']) =>
  world.admin.expect('updateRepository', 200, { path: { repository_id: suite.repository_id }, body });

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
  await change({ public_badge: true });
});

const addressOf = (repository = suite.repository, domain = world.domain) => {
  const [repository_owner = '', repository_name = ''] = repository.split('/');
  return { domain, repository_owner, repository_name };
};
const badge = (input: Input = {}) => world.anonymous.call('getStatusBadge', { path: addressOf(), ...input });
async function saysOf(input: Input = {}): Promise<string | undefined> {
  const { status, text } = await badge(input);
  expect(status).toBe(200);
  return /<title>(.*)<\/title>/.exec(text)?.[1];
}

/** A run that ends with this exit code of each test that is reported; `more` says what of. */
async function run(
  exitCode: number,
  more: Partial<Schemas['RunCreateRequest']> = {},
  { platform = 'linux' as Schemas['Platform'], reported = 2, outcome = 'completed' as 'completed' | 'failed' } = {},
) {
  const worker = await enrolWorker(world, [platform]);
  const { run_id } = await queueRun(world, suite, platform, more);
  const lease = await claimRun(worker, run_id, [platform]);
  const tests = suite.tests.filter(({ regression_test_id }) =>
    (more.regression_test_ids ?? testIdsOf(suite)).includes(regression_test_id),
  );
  for (const test of tests.slice(0, reported)) await reportResult(lease, test, 'same', exitCode);
  await complete(lease, outcome);
  return run_id;
}

const approve = async (run_id: number) => {
  for (const { regression_test_id, outputs } of suite.tests)
    await world.admin.expect('approveBaseline', 200, {
      path: { run_id, sample_id: suite.sample.sample_id },
      body: { regression_id: regression_test_id, output_id: outputs[0]?.id ?? 0, remove_variants: false },
    });
};

describe('200', () => {
  test('is an unknown status before a run has ended', async () => {
    const { headers, text } = await badge();
    expect(text).toMatch(/^<svg [^>]*role="img" aria-label="tests: unknown">/);
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ 'content-type': 'image/svg+xml', 'cache-control': 'public, no-cache' },
      ...{ 'x-content-type-options': 'nosniff', etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) },
    });
  });

  test('follows the latest run of the branch, through every verdict', async () => {
    const branch = 'main';
    const first = await run(0, { branch });
    expect(await saysOf()).toBe('tests: failing');
    await approve(first);
    expect(await saysOf()).toBe('tests: passing');
    await run(1, { branch });
    expect(await saysOf()).toBe('tests: failing');
    await run(0, { branch }, { reported: 1 });
    expect(await saysOf()).toBe('tests: incomplete');
    await run(0, { branch }, { outcome: 'failed' });
    expect(await saysOf()).toBe('tests: error');
    await run(0, { branch });
    expect(await saysOf()).toBe('tests: passing');
  });

  test('a run that is open or canceled, of a pull request, of chosen tests or of another branch does not count', async () => {
    const { run_id } = await queueRun(world, suite);
    expect(await saysOf()).toBe('tests: passing');
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    await run(1, { pull_request: 7 });
    await run(1, { regression_test_ids: testIdsOf(suite).slice(1) });
    await run(1, { branch: 'next/2' });
    expect(await saysOf()).toBe('tests: passing');
    expect(await saysOf({ query: { branch: 'next/2' } })).toBe('tests: failing');
    expect(await saysOf({ query: { branch: 'next' } })).toBe('tests: unknown');
  });

  test('a run that names every active test counts', async () => {
    await run(1, { regression_test_ids: testIdsOf(suite) });
    expect(await saysOf()).toBe('tests: failing');
    await run(0);
    expect(await saysOf()).toBe('tests: passing');
  });

  test('says the worst of the platforms, or tells of the one that is named', async () => {
    await run(1, {}, { platform: 'windows' });
    expect(await saysOf()).toBe('tests: failing');
    expect(await saysOf({ query: { platform: 'linux' } })).toBe('linux: passing');
    expect(await saysOf({ query: { platform: 'windows' } })).toBe('windows: failing');
  });

  test('is of the main branch of the repository as it is now', async () => {
    await change({ default_branch: 'release' });
    expect(await saysOf()).toBe('tests: unknown');
    await change({ default_branch: 'next/2' });
    expect(await saysOf()).toBe('tests: failing');
    await change({ default_branch: 'main' });
  });

  test('finds domain and repository in any case', async () => {
    const path = addressOf(suite.repository.toUpperCase(), world.domain.toUpperCase());
    expect(await saysOf({ path, query: { platform: 'linux' } })).toBe('linux: passing');
  });

  test('never looks at a credential', async () => {
    const { status } = await createClient(world.url, 'garbage').call('getStatusBadge', { path: addressOf() });
    expect(status).toBe(200);
  });
});

test('304: as long as it says the same', async () => {
  const [linux, windows] = [await badge({ query: { platform: 'linux' } }), await badge()];
  const headers = { 'If-None-Match': linux.headers.get('etag') ?? '' };
  const again = await badge({ query: { platform: 'linux' }, headers });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', linux.headers.get('etag')]);
  expect(windows.headers.get('etag')).not.toBe(linux.headers.get('etag'));
  expect((await badge({ headers })).status).toBe(200);
});

test('404: a badge that is not public is like one of a repository that does not exist', async () => {
  await change({ public_badge: false });
  const hidden = await badge();
  await change({ public_badge: true });
  const missing = [`${unique('owner')}/tool`].map((name) => addressOf(name));
  for (const path of [
    ...missing,
    addressOf(suite.repository, unique('domain')),
    addressOf(suite.repository, 'default'),
  ])
    expectSameNotFound(hidden, await badge({ path }));
  for (const domain of ['a.b', 'docs', 'a'.repeat(65)])
    expect((await badge({ path: addressOf(suite.repository, domain) })).status).toBe(404);
});

describe('400', () => {
  test.each<[string, object]>([
    ['query.platform', { query: { platform: 'beos' } }],
    ['query.branch', { query: { branch: 'two words' } }],
    ['query.style', { query: { style: 'flat' } }],
    ['path.repository_owner', { path: { domain: 'a', repository_owner: 'a b', repository_name: 'b' } }],
    ['path.repository_name', { path: { domain: 'a', repository_owner: 'a', repository_name: 'b?' } }],
  ])('names %s', async (field, input) => {
    const answer = await callLoosely(world.anonymous, 'getStatusBadge', { path: addressOf(), ...input });
    expect(faultyFields(answer)).toEqual([field]);
  });
});

test('406: it is a picture in SVG and nothing else', async () => {
  const headers = { Accept: 'image/png' };
  const answer = await world.anonymous.expect('getStatusBadge', 406, { path: addressOf(), headers });
  expect(answer.details).toMatchObject({ available: ['image/svg+xml'] });
});
