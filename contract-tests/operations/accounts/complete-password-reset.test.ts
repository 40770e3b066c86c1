import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { linkTo, type MailLink } from '../../harness/outbox.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const secret = 'nine herons over a wide river';
type Member = Awaited<ReturnType<World['member']>>;

async function askedMember(): Promise<{ member: Member; link: MailLink }> {
  const member = await world.member('user');
  await world.anonymous.expect('createPasswordReset', 202, { body: { email: member.email } });
  return { member, link: await linkTo(member.email) };
}

const complete = (link: MailLink, chosen = secret) =>
  world.anonymous.call('completePasswordReset', { body: { ...link, password: chosen } });
const logIn = async (email: string, chosen: string) =>
  (await world.anonymous.call('createToken', { body: { email, password: chosen, token_name: unique('token') } }))
    .status;

/** In the same words, whatever is wrong with it. */
async function expectInvalid(link: MailLink): Promise<void> {
  const { code, message, details } = failureOf(await complete(link), 400);
  expect({ code, message, details: Object.keys(details) }).toEqual({
    code: 'invalid_link',
    message: 'This link is over, was used or was never given.',
    details: ['request_id'],
  });
}

describe('200', () => {
  test('the new password holds, the old one and every token of the account do not', async () => {
    const { member, link } = await askedMember();
    const other = await signIn(world.url, member.email, password, ['runs:read']);
    const bystander = await world.member('user');
    for (const client of [member, other]) await client.expect('getCurrentUser', 200);
    expect((await complete(link)).body).toEqual({ user_id: member.userId, password_changed: true });
    for (const client of [member, other]) await client.expect('getCurrentUser', 401);
    await bystander.expect('getCurrentUser', 200);
    expect([await logIn(member.email, password), await logIn(member.email, secret)]).toEqual([401, 201]);
  });

  test('with the old password the login for FTP is over', async () => {
    const { member, link } = await askedMember();
    const before = await member.expect('getFtpCredentials', 200);
    await complete(link);
    const again = await signIn(world.url, member.email, secret, ['runs:write']);
    expect((await again.expect('getFtpCredentials', 200)).username).not.toBe(before.username);
  });

  test('of twenty who use a link at once one sets the password', async () => {
    const { member, link } = await askedMember();
    const secrets = Array.from({ length: 20 }, (_, number) => `herons over river number ${number}`);
    const statuses = (await Promise.all(secrets.map((chosen) => complete(link, chosen)))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, ...Array<number>(19).fill(400)]);
    expect(await logIn(member.email, secrets[statuses.indexOf(200)] ?? '')).toBe(201);
  });
});

describe('400, invalid_link', () => {
  test('a link that was altered, made up or is another’s opens nothing', async () => {
    const [{ member, link }, other] = [await askedMember(), await askedMember()];
    const altered: MailLink[] = [
      { ...link, user_id: other.member.userId },
      { ...link, user_id: 2_147_483_647 },
      { ...link, expires: link.expires + 1 },
      { ...link, expires: 1 },
      { ...link, mac: link.mac.slice(0, -1) },
      { ...link, mac: `${link.mac}=` },
      { ...link, mac: other.link.mac },
    ];
    for (const wrong of altered) await expectInvalid(wrong);
    expect(await logIn(member.email, password)).toBe(201);
    expect((await complete(link)).status).toBe(200);
  });

  test('a link works once, and a new password ends every other one', async () => {
    const { member, link } = await askedMember();
    await world.anonymous.expect('createPasswordReset', 202, { body: { email: member.email } });
    await complete(link);
    await expectInvalid(link);
    const { member: second, link: unused } = await askedMember();
    const change = { new_password: secret, current_password: password };
    await second.expect('updateAccount', 200, { body: change });
    await expectInvalid(unused);
  });

  test('so does a new address, since the mail went to the old one', async () => {
    const { member, link } = await askedMember();
    const body = { email: `${unique('moved')}@example.org`, current_password: password };
    await member.expect('updateAccount', 200, { body });
    await expectInvalid(link);
    expect(await logIn(body.email, password)).toBe(201);
  });

  test('so does the end of the account', async () => {
    const { member, link } = await askedMember();
    await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    await expectInvalid(link);
  });
});

describe('400 and 422', () => {
  test.each<[string, object]>([
    ['body.user_id', { user_id: 0 }],
    ['body.expires', { expires: '1795428000' }],
    ['body.expires', { expires: 2 ** 50 }],
    ['body.mac', { mac: '' }],
    ['body.mac', { mac: 'a'.repeat(129) }],
    ['body.password', { password: 'too short' }],
    ['body.email', { email: 'a@example.org' }],
  ])('names %s in %j', async (field, fault) => {
    const body = { user_id: 2, expires: 1_795_428_000, mac: 'a', password: secret, ...fault };
    const answer = await callLoosely(world.anonymous, 'completePasswordReset', { raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
  });

  test('a password that everyone tries is refused to who has the link, and the link stays good', async () => {
    const { link } = await askedMember();
    const { code, details } = failureOf(await complete(link, 'password123'), 422);
    expect({ code, fields: Object.keys(details.fields ?? {}) }).toEqual({
      code: 'unprocessable',
      fields: ['body.password'],
    });
    await expectInvalid({ ...link, mac: 'forged' });
    expect((await complete(link)).status).toBe(200);
  });
});

describeJsonBody(() => world, 'completePasswordReset');
