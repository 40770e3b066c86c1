import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { newCommit, openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;
let repository: string;

beforeAll(async () => {
  world = await openWorld();
  repository = `${unique('Owner')}/Tool`;
  await world.admin.expect('createRepository', 201, { body: { repository } });
});

const described = (changes: object = {}) => ({
  repository,
  commit_sha: newCommit(),
  platform: 'linux' as const,
  entry_point: 'tool.cjs',
  ...changes,
});
type Query = ReturnType<typeof described>;
const upload = (query: Query, raw: string) => world.admin.expect('createBuild', 201, { query, raw });
const total = async (query: object = {}): Promise<number> =>
  (await world.admin.expect('listBuilds', 200, { query })).pagination.total;

describe('201', () => {
  test('keeps the program and says where the build is', async () => {
    const raw = unique('program');
    const query = described({ arguments: `{command} 'a b' {sample} -o {output}`, sha256: sha256(raw) });
    const answer = await world.admin.call('createBuild', { query, raw });
    if (answer.status !== 201) throw new Error(answer.text);
    const { body, headers } = answer;
    expect(body).toMatchObject({ ...query, size_bytes: raw.length });
    expect(headers.get('location')).toBe(`/api/v1/builds/${body.build_id}`);
    expect(await world.admin.expect('getBuild', 200, { path: { build_id: body.build_id } })).toEqual(body);
  });

  test('places command, sample and output when no arguments are given', async () => {
    const { arguments: template } = await upload(described(), unique('program'));
    expect(template).toBe('{command} {sample} -o {output}');
  });

  test('knows the repository in any case and shows it as it is registered; commits are in lower case', async () => {
    const commit = newCommit();
    const query = described({ repository: repository.toUpperCase(), commit_sha: commit.toUpperCase() });
    expect(await upload(query, unique('program'))).toMatchObject({ repository, commit_sha: commit });
  });

  test('each platform of a commit has a build, and each commit may have the same bytes', async () => {
    const [query, raw] = [described(), unique('program')];
    const builds = [
      await upload(query, raw),
      await upload({ ...query, platform: 'windows' as 'linux' }, raw),
      await upload(described(), raw),
    ];
    expect(new Set(builds.map(({ build_id }) => build_id)).size).toBe(3);
    expect(new Set(builds.map(({ sha256: digest }) => digest))).toEqual(new Set([sha256(raw)]));
  });

  test.each(['admin', 'contributor', 'tester'] as const)('the role %s may upload', async (role) => {
    const member = await world.member(role, ['runs:write']);
    await member.expect('createBuild', 201, { query: described(), raw: unique('program') });
  });
});

describe('200', () => {
  test('the same again is the build that is there, told once', async () => {
    const [query, raw] = [described(), unique('program')];
    const first = await upload(query, raw);
    const spellings = [
      query,
      { ...query, commit_sha: query.commit_sha.toUpperCase() },
      { ...query, sha256: sha256(raw) },
    ];
    for (const again of spellings) {
      const answer = await world.admin.call('createBuild', { query: again, raw });
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: first });
      expect(answer.headers.get('location')).toBe(`/api/v1/builds/${first.build_id}`);
    }
    expect(await total({ commit_sha: query.commit_sha })).toBe(1);
  });

  test('of the same uploads at once one makes the build and all show it', async () => {
    const [query, raw] = [described(), unique('program')];
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.admin.call('createBuild', { query, raw })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

describe('409', () => {
  test.each<[string, object, string]>([
    ['other bytes', {}, 'other'],
    ['another digest announced', { sha256: sha256('other') }, 'program'],
    ['another entry point', { entry_point: 'other.cjs' }, 'program'],
    ['other arguments', { arguments: '{command} {sample}' }, 'program'],
  ])('%s for the same commit and platform names the build that is there, which stays', async (_, changes, raw) => {
    const query = described();
    const kept = await upload(query, 'program');
    const { code, details } = await world.admin.expect('createBuild', 409, { query: { ...query, ...changes }, raw });
    expect({ code, ...details }).toMatchObject({ code: 'conflict', build_id: kept.build_id, sha256: kept.sha256 });
    expect(await world.admin.expect('getBuild', 200, { path: { build_id: kept.build_id } })).toEqual(kept);
    expect(await total({ commit_sha: query.commit_sha })).toBe(1);
  });

  test('of different programs at once one is kept', async () => {
    const query = described();
    const raws = ['one', 'two', 'three'].map(unique);
    const answers = await Promise.all(raws.map((raw) => world.admin.call('createBuild', { query, raw })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const { data } = await world.admin.expect('listBuilds', 200, { query: { commit_sha: query.commit_sha } });
    expect(data).toEqual([answers.find(({ status }) => status === 201)?.body]);
  });
});

describe('422', () => {
  test.each<[string, () => object, string]>([
    ['a repository that is not registered', () => ({ repository: `${unique('nobody')}/tool` }), 'program'],
    ['an empty program', () => ({}), ''],
    ['another digest than announced', () => ({ sha256: sha256('other') }), 'program'],
    ['a quote that is never closed', () => ({ arguments: `{command} '{sample}` }), 'program'],
    ['a command inside a word', () => ({ arguments: '--flags={command} {sample}' }), 'program'],
  ])('%s is refused and nothing is kept', async (_, changes, raw) => {
    const query = described(changes());
    expect(await world.admin.expect('createBuild', 422, { query, raw })).toMatchObject({ code: 'unprocessable' });
    expect(await total({ commit_sha: query.commit_sha })).toBe(0);
  });

  test('another domain’s repository is as unknown as any', async () => {
    const stranger = (await openWorld()).admin;
    const { details } = await stranger.expect('createBuild', 422, { query: described(), raw: 'program' });
    expect(details).toMatchObject({ repository });
  });
});

describe('400', () => {
  test.each([
    ['repository', 'no-slash'],
    ['repository', 'a/b/c'],
    ['commit_sha', 'abc'],
    ['platform', 'macos'],
    ['entry_point', '../tool'],
    ['entry_point', '-rf'],
    ['arguments', ''],
    ['arguments', 'a'.repeat(501)],
    ['arguments', 'a\0'],
    ['sha256', 'x'],
    ['name', 'tool'],
  ])('names %s when it is %j', async (name, value) => {
    const query = described({ [name]: value });
    expect(faultyFields(await callLoosely(world.admin, 'createBuild', { query, raw: 'a' }))).toEqual([`query.${name}`]);
  });

  test.each(['repository', 'commit_sha', 'platform', 'entry_point'])('%s is needed', async (name) => {
    const { [name as 'repository']: _, ...query } = described();
    expect(faultyFields(await callLoosely(world.admin, 'createBuild', { query, raw: 'a' }))).toEqual([`query.${name}`]);
  });
});

describe('415', () => {
  test('takes octets only', async () => {
    const query = described();
    const headers = { 'Content-Type': 'application/json' };
    const answer = await callLoosely(world.admin, 'createBuild', { query, raw: '{}', headers });
    expect(failureOf(answer, 415).details).toMatchObject({ available: ['application/octet-stream'] });
    expect(await total({ commit_sha: query.commit_sha })).toBe(0);
  });
});

const input = { query: described({ repository: 'a/b' }), raw: 'a' };
describeGuard(() => world, 'createBuild', input, { scope: 'runs:write' });
