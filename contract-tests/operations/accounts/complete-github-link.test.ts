import { beforeAll, describe, expect, test } from '@jest/globals';
import { confirmationFor, linkGithub, returnedTo } from '../../harness/github.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const complete = (confirmation: string) => world.anonymous.call('completeGithubLink', { body: { confirmation } });

async function expectInvalid(confirmation: string): Promise<void> {
  const { code, message, details } = failureOf(await complete(confirmation), 400);
  expect({ code, message, details: Object.keys(details) }).toEqual({
    code: 'invalid_link',
    message: 'This link is over, was used or was never given.',
    details: ['request_id'],
  });
}

describe('200', () => {
  test('links the login, in place of the one before', async () => {
    const member = await world.member('user');
    for (const github_login of [unique('First'), unique('Second')]) {
      const { body } = await complete(await confirmationFor(member, github_login));
      expect(body).toEqual({ linked: true, github_login });
      expect(await member.expect('getGithubLink', 200)).toMatchObject({ linked: true, github_login });
    }
  });

  test('of twenty who press the button at once one links', async () => {
    const confirmation = await confirmationFor(await world.member('user'), unique('login'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(confirmation)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(400)]);
  });

  test('2.8b: a login that an account of another domain or a deactivated one has is free', async () => {
    const login = unique('login');
    await linkGithub((await openWorld()).admin, login);
    const former = await world.member('user');
    await linkGithub(former, login);
    await world.admin.expect('deactivateUser', 200, { path: { user_id: former.userId } });
    await linkGithub(await world.member('user'), login);
    const shown = await world.admin.expect('getUser', 200, { path: { user_id: former.userId } });
    expect(shown).toMatchObject({ active: false, github_linked: false, github_login: null });
  });
});

describe('400', () => {
  test('what was altered, made up, used or is a state links nothing', async () => {
    const member = await world.member('user');
    const [first, second] = [await confirmationFor(member, unique('a')), await confirmationFor(member, unique('b'))];
    const [account = '', ...rest] = first.split('.');
    const { state = '' } = await returnedTo(member, unique('c'));
    for (const wrong of [`${Number(account) + 1}.${rest.join('.')}`, `${first}=`, first.slice(0, -1), state, 'a'])
      await expectInvalid(wrong);
    expect((await complete(first)).status).toBe(200);
    await expectInvalid(first);
    await expectInvalid(second);
  });

  test('nothing is linked to an account that ended', async () => {
    const member = await world.member('user');
    const confirmation = await confirmationFor(member, unique('login'));
    await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    await expectInvalid(confirmation);
  });

  test.each([{}, { confirmation: '' }, { confirmation: 'a'.repeat(256) }])(
    'names the confirmation in %j',
    async (body) =>
      expect(faultyFields(await world.anonymous.call('completeGithubLink', { raw: JSON.stringify(body) }))).toEqual([
        'body.confirmation',
      ]),
  );
});

test('409: one login of a domain is of one account, in whatever case, and stays with the first', async () => {
  const [first, second] = [await world.member('user'), await world.member('user')];
  const login = unique('login');
  await linkGithub(first, login);
  expect(failureOf(await complete(await confirmationFor(second, login.toUpperCase())), 409).code).toBe('conflict');
  expect(await second.expect('getGithubLink', 200)).toMatchObject({ linked: false });
  expect(await first.expect('getGithubLink', 200)).toMatchObject({ linked: true, github_login: login });
});

describeJsonBody(() => world, 'completeGithubLink');
