import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../../harness/client.ts';
import { expectCredentialNeeded, expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, ordinaryScopes, password, unique, type World } from '../../harness/world.ts';

let world: World;
let member: Client;

beforeAll(async () => {
  world = await openWorld();
  member = await world.member('contributor', ordinaryScopes);
});

async function itemOf(client: Client, { token }: Pick<Client, 'token'>) {
  const { data } = await client.expect('listTokens', 200, { query: { limit: 100 } });
  const item = data.find(({ token_prefix }) => token?.startsWith(token_prefix));
  if (item === undefined) throw new Error('the token is not listed');
  return item;
}

async function rotation(
  client: Client,
  rotated: Client = client,
  body: { expires_in_days?: number; grace_seconds?: number } = {},
) {
  const old = await itemOf(client, rotated);
  const answer = await client.call('rotateToken', { path: { token_id: old.id }, body });
  if (answer.status !== 201) throw new Error(answer.text);
  return { old, answer, fresh: answer.body, next: createClient(world.url, answer.body.token) };
}

const hoursUntil = (moment: string): number => Math.round((Date.parse(moment) - Date.now()) / 3_600_000);

describe('201', () => {
  test('gives the name, scopes and end of the old token to a new one, which is shown this once', async () => {
    const body = { email: world.adminEmail, password, token_name: unique('Pipeline') };
    const { token } = await world.anonymous.expect('createToken', 201, { raw: JSON.stringify(body) });
    const { old, answer, fresh, next } = await rotation(createClient(world.url, token));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { token_name, scopes, expires_at } = old;
    expect(fresh).toMatchObject({ token_type: 'bearer', token_name, scopes, expires_at });
    expect(await itemOf(next, next)).toMatchObject({ id: fresh.token_id, token_name, scopes, expires_at });
  });

  test('without grace ends the old token at once', async () => {
    const client = await world.adminWith(['runs:read']);
    await client.expect('getCurrentUser', 200);
    const { old, next } = await rotation(client);
    await client.expect('getCurrentUser', 401);
    const { data } = await next.expect('listTokens', 200, { query: { limit: 100 } });
    expect(data.find(({ id }) => id === old.id)).toMatchObject({ is_revoked: true, revoked_at: expect.any(String) });
  });

  test('with grace lets the old token hold until then, but not be rotated again', async () => {
    const client = await world.adminWith(['runs:read']);
    const { old, next } = await rotation(client, client, { grace_seconds: 3_600 });
    const item = await itemOf(client, client);
    expect(item).toMatchObject({ id: old.id, is_revoked: false });
    expect(hoursUntil(item.expires_at)).toBe(1);
    failureOf(await client.call('rotateToken', { path: { token_id: old.id }, body: {} }), 409);
    await next.expect('getCurrentUser', 200);
  });

  test('gives the lifetime that was asked for, whatever the grace', async () => {
    const client = await world.adminWith(['runs:read']);
    const { fresh } = await rotation(client, client, { expires_in_days: 30, grace_seconds: 60 });
    expect(hoursUntil(fresh.expires_at)).toBe(30 * 24);
  });

  test('of another own token that has no scope beyond those of the token in use', async () => {
    const weaker = await world.adminWith(['runs:read']);
    const { next } = await rotation(world.admin, weaker);
    await weaker.expect('getCurrentUser', 401);
    expect(await next.expect('getCurrentUser', 200)).toMatchObject({ scopes: ['runs:read'] });
  });

  test('leaves out the scopes that the role does not allow any more', async () => {
    const person = await world.member('admin', ['runs:read', 'tokens:manage']);
    await world.admin.expect('updateUser', 200, { path: { user_id: person.userId }, body: { role: 'user' } });
    const { fresh, next } = await rotation(person);
    expect(fresh.scopes).toEqual(['runs:read']);
    await world.admin.expect('updateUser', 200, { path: { user_id: person.userId }, body: { role: 'admin' } });
    expect(await next.expect('getCurrentUser', 200)).toMatchObject({ scopes: ['runs:read'] });
  });
});

test('403: no token comes by scopes that it lacks', async () => {
  const weak = await world.adminWith(['runs:read']);
  const strong = await world.adminWith(['runs:read', 'tokens:manage']);
  const { id } = await itemOf(weak, strong);
  const answer = await weak.call('rotateToken', { path: { token_id: id }, body: {} });
  expect(failureOf(answer, 403).details).toMatchObject({
    required_scopes: ['runs:read', 'tokens:manage'],
    missing_scopes: ['tokens:manage'],
    token_scopes: ['runs:read'],
  });
  await strong.expect('getCurrentUser', 200);
});

test('404: not even an administrator rotates the token of another account', async () => {
  const { id } = await itemOf(member, member);
  const foreign = await world.admin.call('rotateToken', { path: { token_id: id }, body: {} });
  const missing = await world.admin.call('rotateToken', { path: { token_id: 2_147_483_647 }, body: {} });
  expectSameNotFound(foreign, missing);
  await member.expect('getCurrentUser', 200);
});

describe('409', () => {
  test('a revoked token has no successor', async () => {
    const gone = await world.adminWith(['runs:read']);
    const { id } = await itemOf(world.admin, gone);
    await gone.expect('revokeCurrentToken', 204);
    failureOf(await world.admin.call('rotateToken', { path: { token_id: id }, body: {} }), 409);
  });

  test.each([0, 600])(
    'of 20 rotations at once, with %i seconds of grace, one has a live successor',
    async (grace_seconds) => {
      const client = await world.adminWith(['runs:read']);
      const { id: token_id, token_name } = await itemOf(world.admin, client);
      const rotate = () => world.admin.call('rotateToken', { path: { token_id }, body: { grace_seconds } });
      const answers = await Promise.all(Array.from({ length: 20 }, rotate));
      const statuses = answers.map(({ status }) => Number(status)).sort();
      expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
      const { data } = await world.admin.expect('listTokens', 200, { query: { limit: 100 } });
      const successors = data.filter((item) => item.token_name === token_name && item.id !== token_id);
      expect(successors).toMatchObject([{ is_revoked: false }]);
    },
  );
});

describe('400 and 401', () => {
  test.each([
    ['expires_in_days', 0],
    ['expires_in_days', 366],
    ['grace_seconds', -1],
    ['grace_seconds', 3_601],
  ])('%s %d', async (name, value) => {
    const { id } = await itemOf(member, member);
    const answer = await member.call('rotateToken', { path: { token_id: id }, body: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`body.${name}`]);
  });

  test('413: a body that is larger than any', async () => {
    const raw = JSON.stringify({ grace_seconds: 0, pad: 'a'.repeat(300_000) });
    expect((await member.call('rotateToken', { path: { token_id: 1 }, raw })).status).toBe(413);
  });

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('rotateToken', { path: { token_id: 1 }, body: {} })));
});
