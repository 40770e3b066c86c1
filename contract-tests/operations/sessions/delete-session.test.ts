import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { basicOf, byApplication, cookieIn, cookieOf, dashboardBy, openSession } from '../../harness/sessions.ts';
import { openWorld, password, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const own = { 'Sec-Fetch-Site': 'same-origin' };
const signOut = (headers: Readonly<Record<string, string>>, { domain } = world) =>
  world.anonymous.call('deleteSession', { path: { domain }, headers });

describe('204', () => {
  test('the session ends and the browser forgets it; others stay', async () => {
    const [session, other] = [await openSession(world), await openSession(world)];
    const { status, headers } = await signOut({ ...cookieOf(session), ...own });
    expect([status, cookieIn(headers)]).toEqual([204, '']);
    expect((await dashboardBy(world, session)).status).toBe(303);
    expect((await dashboardBy(world, other)).status).toBe(200);
    expect((await signOut({ ...cookieOf(session), ...own })).status).toBe(401);
  });

  test('a token and a password have no session, and stay', async () => {
    const token = world.admin.token ?? '';
    for (const headers of [{ 'X-Auth-Token': token }, byApplication(token), basicOf(world.adminEmail, password)]) {
      expect((await signOut(headers)).status).toBe(204);
      expect((await signOut(headers)).status).toBe(204);
    }
  });

  test('an account that may only read may sign out', async () => {
    const member = await world.member('user');
    const session = await openSession(world, member.token);
    const path = { user_id: member.userId };
    await world.admin.expect('updateUser', 200, { path, body: { read_only: true } });
    expect((await signOut({ ...cookieOf(session), ...own })).status).toBe(204);
  });
});

describe('403: a page of another origin signs nobody out', () => {
  test.each([
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'null' },
    { Origin: 'https://elsewhere.example' },
  ])('%j', async (headers) => {
    const session = await openSession(world);
    expect((await signOut({ ...cookieOf(session), ...headers } as Record<string, string>)).status).toBe(403);
    expect((await dashboardBy(world, session)).status).toBe(200);
    expect((await signOut({ ...cookieOf(session), Origin: world.url })).status).toBe(204);
  });
});

describe('401', () => {
  test('without a session, with one that is none, and with one of another domain', async () => {
    const stranger = await openWorld();
    const foreign = await openSession(stranger);
    const none = newToken('spci');
    const others = [
      byApplication(none),
      basicOf(world.adminEmail, 'another one'),
      basicOf(`*${none.slice(0, 16)}`, none),
    ];
    for (const headers of [{}, cookieOf(newToken('spcs')), cookieOf('garbage'), cookieOf(foreign), ...others]) {
      const answer = await signOut({ ...headers, ...own });
      expect([answer.status, cookieIn(answer.headers)]).toEqual([401, '']);
    }
    expect((await dashboardBy(stranger, foreign)).status).toBe(200);
  });
});

test('404: there is no such domain', async () => {
  const session = await openSession(world);
  expect((await signOut({ ...cookieOf(session), ...own }, { ...world, domain: 'no.domain' })).status).toBe(404);
});
