import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../../harness/client.ts';
import { awaitUses } from '../../harness/deprecated-uses.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { failureOf } from '../../harness/refusals.ts';
import { everyScope, openWorld, password, signIn, unique, type Role, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

async function issue(user_id: number) {
  const answer = await world.admin.call('createLegacyToken', { path: { user_id } });
  if (answer.status !== 201) throw new Error(answer.text);
  return { ...createClient(world.url, answer.body.token), answer, made: answer.body };
}

async function memberWithOne(role: Role = 'contributor') {
  const person = await world.member(role);
  return { person, path: { user_id: person.userId }, legacy: await issue(person.userId) };
}

const newTag = () => ({ name: unique('category') });
const write = (client: Client) => client.call('createCategory', { body: newTag() });

describe('201', () => {
  test('issues a token for a year, shown this once, that the owner sees in the own list', async () => {
    const { person, legacy } = await memberWithOne();
    const { token, ...shown } = legacy.made;
    expect(legacy.answer.headers.get('cache-control')).toBe('no-store');
    expect(token).toMatch(/^spco_[0-9A-Za-z]{46}$/);
    const { data } = await person.expect('listTokens', 200);
    const { token_id: id, user_id, expires_at } = shown;
    const facts = { id, user_id, expires_at, kind: 'legacy', token_prefix: token.slice(0, 16) };
    const item = data.find((each) => each.id === id);
    expect(item).toMatchObject(facts);
    expect(Date.parse(expires_at) - Date.parse(item?.created_at ?? '')).toBe(365 * 24 * 60 * 60 * 1000);
    expect(await legacy.expect('getCurrentUser', 200)).toMatchObject({ user_id, email: person.email });
  });

  test('takes the place of the one before, whoever issues how many at once', async () => {
    const { path, legacy } = await memberWithOne();
    const issued = await Promise.all([1, 2, 3].map(() => issue(path.user_id)));
    await legacy.expect('getCurrentUser', 401);
    const asked = await Promise.all(issued.map((client) => client.call('getCurrentUser')));
    expect(asked.map(({ status }) => Number(status)).sort()).toEqual([200, 401, 401]);
  });

  test('goes by the role that its account has now, and only reads for who may only read', async () => {
    const { path, legacy } = await memberWithOne('user');
    failureOf(await write(legacy), 403);
    await world.admin.expect('updateUser', 200, { path, body: { role: 'contributor' } });
    expect((await write(legacy)).status).toBe(201);
    await world.admin.expect('updateUser', 200, { path, body: { read_only: true } });
    failureOf(await write(legacy), 403);
    const body = { ...newTag(), access_token: legacy.token ?? '' };
    failureOf(await world.anonymous.call('createCategory', { raw: JSON.stringify(body) }), 403);
    await legacy.expect('listRuns', 200);
  });

  test('ends with its account, and with a new password', async () => {
    const gone = await memberWithOne();
    await world.admin.expect('deactivateUser', 200, { path: gone.path });
    await gone.legacy.expect('getCurrentUser', 401);
    const { person, legacy } = await memberWithOne();
    const body = { current_password: password, new_password: 'an umbrella for each rainy day' };
    await person.expect('updateAccount', 200, { body });
    await legacy.expect('getCurrentUser', 401);
  });

  test('makes no token and no session', async () => {
    const { legacy } = await memberWithOne();
    failureOf(await legacy.call('createChildToken', { body: { token_name: 'child' } }), 403);
    const headers = { 'X-Auth-Token': legacy.token ?? '' };
    await world.anonymous.expect('createSession', 401, { path: { domain: world.domain }, headers });
  });

  test('each use of it is recorded', async () => {
    const another = await openWorld();
    const { user_id } = await another.admin.expect('getCurrentUser', 200);
    const { token } = await another.admin.expect('createLegacyToken', 201, { path: { user_id } });
    await createClient(world.url, token).expect('listRuns', 200);
    expect(await awaitUses(another, 1)).toMatchObject([
      {
        item: 'credential.legacy_token',
        token_prefix: token.slice(0, 16),
        operations: [{ operation_id: 'listRuns', use_count: 1 }],
      },
    ]);
  });
});

test('403: an administrator issues none for an operator', async () => {
  const { user_id } = await world.operator.expect('getCurrentUser', 200);
  const [name, role] = [unique('admin'), 'admin' as const];
  const email = `${name}@example.org`;
  const made = await world.operator.expect('createUser', 201, { body: { name, email, password, role } });
  const other = await signIn(world.url, email, password, everyScope);
  failureOf(await other.call('createLegacyToken', { path: { user_id } }), 403);
  await world.operator.expect('deactivateUser', 200, { path: { user_id: made.user_id } });
});

test('422: an account that is not active', async () => {
  const { userId: user_id } = await world.member('user');
  await world.admin.expect('deactivateUser', 200, { path: { user_id } });
  failureOf(await world.admin.call('createLegacyToken', { path: { user_id } }), 422);
});

describeGuard(() => world, 'createLegacyToken', { path: { user_id: 1 } }, { scope: 'tokens:manage' });
