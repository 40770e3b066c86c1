import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../harness/client.ts';
import { linkGithub } from '../harness/github.ts';
import { webhookSecret } from '../harness/own-headers.ts';
import { failureOf, type AnyAnswer } from '../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../harness/suite.ts';
import {
  newCommit,
  openWorld,
  ordinaryScopes,
  password,
  signIn,
  unique,
  type Role,
  type World,
} from '../harness/world.ts';
import { githubIdOf } from '../../src/testing/github-peer.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const build = (client: Client, repository: string, commit_sha = newCommit()) =>
  client.call('createBuild', {
    query: { repository, commit_sha, platform: 'linux', entry_point: 'tool.cjs' },
    raw: `// ${commit_sha}`,
  });
const run = (client: Client, repository: string, commit_sha = newCommit(), headers = {}) =>
  client.call('createRun', { body: { repository, commit_sha, platform: 'linux' }, headers });

async function linked(role: Role = 'user') {
  const client = await world.member(role);
  const login = unique('octo');
  await linkGithub(client, login);
  return { client, login };
}

async function kept(repository: string): Promise<number> {
  const runs = await world.admin.expect('listRuns', 200, { query: { repository } });
  const builds = await world.admin.expect('listBuilds', 200, { query: { repository } });
  return runs.pagination.total + builds.pagination.total;
}

describe.each<[string, (client: Client, repository: string) => Promise<AnyAnswer>]>([
  ['createBuild', build],
  ['createRun', run],
])('H2: %s', (_, ask) => {
  async function refused(client: Client, repository: string, status: number) {
    const answer = await ask(client, repository);
    expect(await kept(repository)).toBe(0);
    return { ...failureOf(answer, status), retryAfter: answer.headers.get('retry-after') };
  }

  test('of a registered repository is refused to the role user', async () => {
    const { client } = await linked();
    const { code, details } = await refused(client, suite.repository, 403);
    const required_roles = ['admin', 'contributor', 'tester'];
    expect({ code, details }).toMatchObject({ code: 'forbidden', details: { required_roles, user_role: 'user' } });
  });

  test.each(['admin', 'user'] as const)('of what somebody else owns is refused to the role %s', async (role) => {
    const { client, login } = await linked(role);
    // GitHub would not answer if it were asked.
    for (const repository of [`${login}s/unreachable`, `${login.slice(0, -1)}/unreachable`])
      expect(await refused(client, repository, 422)).toMatchObject({ code: 'unprocessable', details: { repository } });
    await refused(await world.member(role), `${login}/unreachable`, 422);
  });

  test.each(['missing', 'moved', 'inherited', '.', '..'])(
    '2.7a: of what GitHub does not show as the own one (%s) is refused',
    async (name) => {
      const { client, login } = await linked('tester');
      const repository = `${login}/${name}`;
      expect(await refused(client, repository, 422)).toMatchObject({ code: 'unprocessable', details: { repository } });
    },
  );

  test.each(['unreachable', 'limited', 'garbled'])('is to be repeated when GitHub does not tell (%s)', async (name) => {
    const { client, login } = await linked('tester');
    const { code, retryAfter } = await refused(client, `${login}/${name}`, 503);
    expect({ code, retryAfter }).toEqual({ code: 'unavailable', retryAfter: expect.stringMatching(/^[1-9]\d*$/) });
  });

  test('of the own repository is refused to whose login is blocked, until it is not', async () => {
    const { client, login } = await linked();
    const user_id = githubIdOf(login);
    await world.admin.expect('createBlockedUser', 201, { body: { user_id } });
    expect(await refused(client, `${login}/tool`, 403)).toMatchObject({ code: 'forbidden' });
    await world.admin.expect('deleteBlockedUser', 200, { path: { user_id } });
    expect((await build(client, `${login}/tool`)).status).toBe(201);
  });
});

test('H3: a name proves nothing: an account called testuser owns no repository of that login', async () => {
  const [name, email] = ['testuser', `${unique('testuser')}@example.org`];
  await world.admin.expect('createUser', 201, { body: { name, email, password, role: 'user' } });
  const client = await signIn(world.url, email, password, ordinaryScopes);
  expect(await client.expect('getGithubLink', 200)).toMatchObject({ linked: false, github_login: null });
  expect((await build(client, 'testuser/tool')).status).toBe(422);
});

describe('H2: the own repository', () => {
  test('is run no more when its owner is blocked: what waits is canceled, and other runs go on waiting', async () => {
    const { client, login } = await linked('tester');
    const commit = newCommit();
    await build(client, `${login}/tool`, commit);
    const own = await run(client, `${login}/tool`, commit);
    const registered = await queueRun({ admin: client }, suite);
    if (own.status !== 202) throw new Error(own.text);
    await world.admin.expect('createBlockedUser', 201, { body: { user_id: githubIdOf(login) } });
    const statusOf = async ({ run_id }: { run_id: number }) =>
      (await world.admin.expect('getRun', 200, { path: { run_id } })).status;
    expect([await statusOf(own.body), await statusOf(registered)]).toEqual(['canceled', 'queued']);
    await world.admin.expect('cancelRun', 202, { path: { run_id: registered.run_id } });
  });

  test('is run by no event of GitHub: it is not registered', async () => {
    const { client, login } = await linked();
    const commit = newCommit();
    await build(client, `${login}/tool`, commit);
    const body = { ref: 'refs/heads/trunk', after: commit, repository: { full_name: `${login}/tool` } };
    const headers = { 'X-GitHub-Event': 'push' };
    const receipt = await createClient(world.url, webhookSecret).expect('receiveGithubEvent', 200, { body, headers });
    expect(receipt).toMatchObject({ outcome: 'ignored', run_ids: [], awaited_builds: 0 });
  });

  test('is built and run by its owner alone, whatever the role, under the name that GitHub gives it', async () => {
    const { client, login } = await linked();
    const [repository, commit] = [`${login}/tool`, newCommit()];
    expect(await build(client, repository.toUpperCase(), commit)).toMatchObject({ status: 201, body: { repository } });
    expect(await run(client, `${login}/TOOL`, commit)).toMatchObject({ status: 202, body: { repository } });
    for (const other of [world.admin, await world.member('contributor'), (await linked()).client])
      expect([(await build(other, repository)).status, (await run(other, repository, commit)).status]).toEqual([
        422, 422,
      ]);
    await client.expect('deleteGithubLink', 200);
    expect((await run(client, repository, commit)).status).toBe(422);
    expect(await kept(repository)).toBe(2);
  });

  test('2.7b: of first builds at once, in any case, all are of the one repository', async () => {
    const { client, login } = await linked();
    const names = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? `${login}/tool` : `${login}/Tool`));
    const answers = await Promise.all(names.map((name) => build(client, name)));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201));
    expect(await kept(`${login}/tool`)).toBe(10);
  });

  test('once it is registered it is listed, keeps what was run, and goes by roles', async () => {
    const { client, login } = await linked();
    const [repository, commit] = [`${login}/tool`, newCommit()];
    await build(client, repository, commit);
    const listed = async () => (await world.admin.expect('listRepositories', 200, { query: { limit: 100 } })).data;
    expect((await listed()).map((row) => row.repository)).not.toContain(repository);
    const body = { repository: `${login}/Tool`, default_branch: 'main' };
    const registered = await world.admin.expect('createRepository', 201, { body });
    expect(registered).toMatchObject(body);
    expect(await listed()).toContainEqual(registered);
    await world.admin.expect('createRepository', 409, { body });
    const tester = await world.member('tester');
    expect(await run(tester, repository, commit)).toMatchObject({ status: 202, body: { repository: `${login}/Tool` } });
    expect((await run(client, repository, commit)).status).toBe(403);
    expect(await kept(repository)).toBe(2);
  });

  test('a repeat with its Idempotency-Key finds the run, though the login is not linked any more', async () => {
    const { client, login } = await linked();
    const [repository, commit, headers] = [`${login}/tool`, newCommit(), { 'Idempotency-Key': unique('key') }];
    await build(client, repository, commit);
    const first = await run(client, repository, commit, headers);
    await client.expect('deleteGithubLink', 200);
    const again = await run(client, repository, commit, headers);
    expect([again.status, again.body]).toEqual([202, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});
