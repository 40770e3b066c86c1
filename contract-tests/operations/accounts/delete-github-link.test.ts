import { beforeAll, describe, expect, test } from '@jest/globals';
import { confirmationFor, linkGithub } from '../../harness/github.ts';
import { expectCredentialNeeded, failureOf } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const unlinked = { linked: false, github_login: null };

describe('200', () => {
  test('ends the own link and nobody else’s; again, it changes nothing', async () => {
    const [member, other] = [await world.member('user', ['runs:read']), await world.member('user')];
    const login = unique('other');
    await linkGithub(member, unique('login'));
    await linkGithub(other, login);
    for (let count = 1; count <= 2; count += 1) expect(await member.expect('deleteGithubLink', 200)).toEqual(unlinked);
    expect(await member.expect('getGithubLink', 200)).toMatchObject(unlinked);
    expect(await other.expect('getGithubLink', 200)).toMatchObject({ linked: true, github_login: login });
    const { data } = await world.admin.expect('listUsers', 200, { query: { limit: 100 } });
    const shown = data.find(({ user_id }) => user_id === member.userId);
    expect(shown).toMatchObject({ github_linked: false, github_login: null });
  });

  test('ends what was begun, and another account may have the login from then on', async () => {
    const [member, heir] = [await world.member('user'), await world.member('user')];
    const login = unique('login');
    await linkGithub(member, login);
    const confirmation = await confirmationFor(member, login);
    await member.expect('deleteGithubLink', 200);
    const late = await world.anonymous.call('completeGithubLink', { body: { confirmation } });
    expect(failureOf(late, 400).code).toBe('invalid_link');
    await linkGithub(heir, login);
  });
});

test('401: needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('deleteGithubLink')));

test('403: a read-only account keeps its link', async () => {
  const member = await world.member('user');
  await linkGithub(member, unique('login'));
  await world.admin.expect('updateUser', 200, { path: { user_id: member.userId }, body: { read_only: true } });
  await member.expect('deleteGithubLink', 403);
  expect(await member.expect('getGithubLink', 200)).toMatchObject({ linked: true });
});
