import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { expectCredentialNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun } from '../../harness/suite.ts';
import { openWorld, unique, type Scope, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

type Asked = Partial<components['schemas']['ChildTokenCreateRequest']>;

async function childOf(parent: Client, body: Asked = {}) {
  const answer = await parent.call('createChildToken', { body: { token_name: unique('child'), ...body } });
  if (answer.status !== 201) throw new Error(answer.text);
  return { ...createClient(world.url, answer.body.token), answer, made: answer.body };
}

async function itemOf({ token }: Pick<Client, 'token'>) {
  const { data } = await world.admin.expect('listTokens', 200, { query: { limit: 100 } });
  const item = data.find(({ token_prefix }) => token?.startsWith(token_prefix));
  if (item === undefined) throw new Error('the token is not listed');
  return item;
}

async function foreignSuite() {
  const { admin } = await openWorld();
  const { repository, ...suite } = await makeSuite({ admin });
  return { repository, run_id: (await queueRun({ admin }, { ...suite, repository }, 'windows')).run_id };
}

/** A token, its child and the child of that one, each known to the server. */
async function family() {
  const root = await world.adminWith(['runs:read', 'results:read']);
  const child = await childOf(root);
  const grandchild = await childOf(child);
  for (const client of [root, child, grandchild]) await client.expect('getCurrentUser', 200);
  return { root, child, grandchild };
}

const idOf = async (client: Client): Promise<number> => (await itemOf(client)).id;
const minutesUntil = (moment: string): number => Math.round((Date.parse(moment) - Date.now()) / 60_000);

describe('201', () => {
  test('makes a token that can do what its parent can, and ends with it', async () => {
    const root = await world.adminWith(['runs:read', 'results:read']);
    const { made, answer, token } = await childOf(root);
    const { id, scopes, expires_at } = await itemOf(root);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(made).toMatchObject({ token_type: 'bearer', scopes, expires_at });
    expect(await itemOf({ token })).toMatchObject({ parent_id: id, scopes, expires_at });
  });

  test('makes one that can do less, for a shorter time', async () => {
    const root = await world.adminWith(['runs:read', 'results:read']);
    const child = await childOf(root, { scopes: ['results:read'], expires_in_minutes: 90 });
    expect(await child.expect('getCurrentUser', 200)).toMatchObject({ scopes: ['results:read'] });
    expect(minutesUntil(child.made.expires_at)).toBe(90);
  });

  test('makes none that outlives its parent', async () => {
    const child = await childOf(world.admin, { expires_in_minutes: 60 });
    const { made } = await childOf(child, { expires_in_minutes: 525_600 });
    expect(made.expires_at).toBe(child.made.expires_at);
  });
});

describe('the tree ends', () => {
  test('with the token that it grew from, when that is revoked, and keeps no name', async () => {
    const { root, child, grandchild } = await family();
    const { token_name } = await itemOf(grandchild);
    await world.admin.expect('revokeToken', 204, { path: { token_id: await idOf(root) } });
    for (const client of [root, child, grandchild]) await client.expect('getCurrentUser', 401);
    expect(await itemOf(grandchild)).toMatchObject({ is_revoked: true });
    await childOf(world.admin, { token_name });
  });

  test('from the revoked token on: what it came from lives', async () => {
    const { root, child, grandchild } = await family();
    await child.expect('revokeCurrentToken', 204);
    await grandchild.expect('getCurrentUser', 401);
    await root.expect('getCurrentUser', 200);
  });

  test('when the token is rotated, or with its grace', async () => {
    const { root, child, grandchild } = await family();
    const path = { token_id: await idOf(root) };
    const { token } = await root.expect('rotateToken', 201, { path, body: {} });
    for (const client of [child, grandchild]) await client.expect('getCurrentUser', 401);
    const next = createClient(world.url, token);
    const late = await childOf(next);
    await next.expect('rotateToken', 201, { path: { token_id: await idOf(next) }, body: { grace_seconds: 3_600 } });
    await late.expect('getCurrentUser', 200);
    expect(minutesUntil((await itemOf(late)).expires_at)).toBe(60);
  });

  test('with a new password, although a child asked for it and the token in use is kept', async () => {
    const person = await world.member('user');
    const child = await childOf(person);
    const passwords = { current_password: 'a long enough secret', new_password: 'an umbrella for each rainy day' };
    await child.expect('updateAccount', 200, { body: passwords });
    await child.expect('getCurrentUser', 401);
    await person.expect('getCurrentUser', 401);
  });

  test('whatever is made while its root is revoked', async () => {
    const { root, child } = await family();
    const bodies = Array.from({ length: 10 }, () => ({ token_name: unique('late') }));
    const making = bodies.map((body) => child.call('createChildToken', { body }));
    await world.admin.expect('revokeToken', 204, { path: { token_id: await idOf(root) } });
    const answers = await Promise.all(making);
    for (const answer of answers)
      if (answer.status === 201) await createClient(world.url, answer.body.token).expect('getCurrentUser', 401);
      else failureOf(answer, 401);
  });
});

describe('rotating a child', () => {
  test('leaves it a child that ends with its parent', async () => {
    const { root, child } = await family();
    const path = { token_id: await idOf(child) };
    const { token, expires_at } = await child.expect('rotateToken', 201, { path, body: { expires_in_days: 365 } });
    const { id, expires_at: end } = await itemOf(root);
    expect(await itemOf({ token })).toMatchObject({ parent_id: id, expires_at: end });
    expect(expires_at).toBe(end);
    await world.admin.expect('revokeToken', 204, { path: { token_id: id } });
    await createClient(world.url, token).expect('getCurrentUser', 401);
  });

  test('403: a child rotates what was made from it, and nothing else', async () => {
    const { root, child, grandchild } = await family();
    const rotated = async (of: Client) => ({ path: { token_id: await idOf(of) }, body: {} });
    failureOf(await child.call('rotateToken', await rotated(root)), 403);
    failureOf(await child.call('rotateToken', await rotated(await world.adminWith(['runs:read']))), 403);
    await child.expect('rotateToken', 201, await rotated(grandchild));
  });
});

describe('403', () => {
  test('a scope that the token in use lacks', async () => {
    const root = await world.adminWith(['runs:read']);
    const body = { token_name: unique('child'), scopes: ['runs:read', 'tokens:manage'] as Scope[] };
    expect(failureOf(await root.call('createChildToken', { body }), 403).details).toMatchObject({
      required_scopes: ['runs:read', 'tokens:manage'],
      missing_scopes: ['tokens:manage'],
      token_scopes: ['runs:read'],
    });
  });

  test('a fifth generation', async () => {
    const { grandchild } = await family();
    const last = await childOf(grandchild);
    failureOf(await last.call('createChildToken', { body: { token_name: unique('child') } }), 403);
  });
});

describe('a number of calls', () => {
  const statusesOf = async (client: Client, count: number) => {
    const answers = await Promise.all(Array.from({ length: count }, () => client.call('getCurrentUser')));
    return answers.map(({ status }) => Number(status)).sort();
  };

  test('is never exceeded, and 401 after the last', async () => {
    const child = await childOf(world.admin, { max_calls: 5 });
    expect(await itemOf(child)).toMatchObject({ calls_left: 5 });
    expect(await statusesOf(child, 12)).toEqual([...Array<number>(5).fill(200), ...Array<number>(7).fill(401)]);
    expect(await itemOf(child)).toMatchObject({ calls_left: 0, is_revoked: false });
    await childOf(world.admin, { token_name: child.made.token_name });
  });

  test('counts what is refused, too', async () => {
    const child = await childOf(world.admin, { max_calls: 1, scopes: ['runs:read'] });
    await child.expect('listUsers', 403);
    await child.expect('getCurrentUser', 401);
  });

  test('is divided among children, by as many as there are', async () => {
    const child = await childOf(world.admin, { max_calls: 10 });
    const ask = (max_calls?: number) =>
      child.call('createChildToken', {
        body: { token_name: unique('child'), ...(max_calls === undefined ? {} : { max_calls }) },
      });
    failureOf(await ask(), 422);
    failureOf(await ask(9), 403);
    const answers = await Promise.all([ask(4), ask(4)]);
    expect(answers.map(({ status }) => Number(status)).sort()).toEqual([201, 403]);
    expect(await itemOf(child)).toMatchObject({ calls_left: 2 });
  });

  test('goes to the successor, without a grace', async () => {
    const child = await childOf(world.admin, { max_calls: 5 });
    const path = { token_id: await idOf(child) };
    const answer = await child.call('rotateToken', { path, body: { grace_seconds: 1 } });
    failureOf(answer, 409);
    const { token } = await child.expect('rotateToken', 201, { path, body: {} });
    expect(await itemOf({ token })).toMatchObject({ calls_left: 3 });
    await child.expect('getCurrentUser', 401);
  });

  test('that is used up leaves nothing to rotate, and nobody signs in by one that is counted', async () => {
    const child = await childOf(world.admin, { max_calls: 1 });
    const headers = { 'X-Auth-Token': child.token ?? '' };
    await world.anonymous.expect('createSession', 401, { path: { domain: world.domain }, headers });
    failureOf(await world.admin.call('rotateToken', { path: { token_id: await idOf(child) }, body: {} }), 409);
  });
});

describe('confined to a repository or a run', () => {
  const inside = async () => {
    const suite = await makeSuite(world);
    return { repository: suite.repository, run_id: (await queueRun(world, suite, 'windows')).run_id };
  };

  test('is what the list of tokens shows, and what children and successors have', async () => {
    const { repository, run_id } = await inside();
    const builder = await childOf(world.admin, { repository: repository.toUpperCase() });
    expect(await itemOf(builder)).toMatchObject({ repository, run_id: null, calls_left: null });
    const reader = await childOf(builder, { run_id });
    const { token } = await reader.expect('rotateToken', 201, { path: { token_id: await idOf(reader) }, body: {} });
    for (const each of [{ token }, await childOf(createClient(world.url, token))])
      expect(await itemOf(each)).toMatchObject({ repository, run_id });
  });

  test('422: what the token in use does not reach is as if it were not there', async () => {
    const [own, other, foreign] = [await inside(), await inside(), await foreignSuite()];
    const builder = await childOf(world.admin, { repository: own.repository });
    const reader = await childOf(world.admin, { run_id: own.run_id });
    const ask = async (parent: Client, body: Asked) =>
      failureOf(await parent.call('createChildToken', { body: { token_name: unique('child'), ...body } }), 422).message;
    const [noRepository, noRun] = ['There is no such repository.', 'There is no such run.'];
    for (const repository of ['nobody/nothing', foreign.repository])
      expect(await ask(world.admin, { repository })).toBe(noRepository);
    for (const run_id of [2_147_483_647, foreign.run_id]) expect(await ask(world.admin, { run_id })).toBe(noRun);
    expect(await ask(builder, { repository: other.repository })).toBe(noRepository);
    for (const parent of [builder, reader]) expect(await ask(parent, { run_id: other.run_id })).toBe(noRun);
    expect(await ask(world.admin, { ...own, run_id: other.run_id })).toBe(noRun);
  });
});

test('409: a name that a live token of the account has', async () => {
  const { token_name } = await itemOf(world.admin);
  failureOf(await world.admin.call('createChildToken', { body: { token_name } }), 409);
});

describe('400, 401 and 413', () => {
  test.each([
    ['token_name', 'a b'],
    ['expires_in_minutes', 0],
    ['expires_in_minutes', 525_601],
    ['max_calls', 0],
  ])('%s %s', async (name, value) => {
    const body = { token_name: unique('child'), [name]: value };
    expect(faultyFields(await world.admin.call('createChildToken', { body }))).toEqual([`body.${name}`]);
  });

  test('413: a body that is larger than any', async () => {
    const raw = JSON.stringify({ token_name: 'child', pad: 'a'.repeat(5_000) });
    expect((await world.admin.call('createChildToken', { raw })).status).toBe(413);
  });

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('createChildToken', { body: { token_name: 'child' } })));
});
