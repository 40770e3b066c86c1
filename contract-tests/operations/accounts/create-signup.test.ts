import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { linkIn, linkTo, nextMailTo } from '../../harness/outbox.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, ordinaryScopes, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const secret = 'nine herons over a wide river';
const newcomer = () => `${unique('newcomer')}@example.org`;
const ask = (email: string) => world.anonymous.expect('createSignup', 202, { body: { email } });
const complete = (link: Awaited<ReturnType<typeof linkTo>>, password = secret) =>
  world.anonymous.call('completePasswordReset', { body: { ...link, password } });

describe('202', () => {
  test('who answers the mail has an account of the domain default, with the role user', async () => {
    const email = newcomer();
    expect(await ask(email)).toEqual({ sent: true });
    const mail = await nextMailTo(email);
    expect(mail.subject).toBe('Finish signing up (SPCI)');
    const link = linkIn(mail);
    await world.operator.expect('getUser', 404, { path: { user_id: link.user_id } });
    expect((await complete(link)).body).toEqual({ user_id: link.user_id, password_changed: true });
    const person = await signIn(world.url, email, secret, ordinaryScopes);
    expect(await person.expect('getCurrentUser', 200)).toMatchObject({
      ...{ user_id: link.user_id, name: email.split('@')[0], email },
      ...{ domain: 'default', role: 'user', operator: false },
    });
    expect(failureOf(await complete(link), 400).code).toBe('invalid_link');
  });

  test('until then the address is free: an account that is made for it ends the mail', async () => {
    const email = newcomer();
    await ask(email);
    const link = await linkTo(email);
    const body = { name: unique('Name'), email, password: secret, role: 'tester' } as const;
    const made = await world.admin.expect('createUser', 201, { body });
    expect(failureOf(await complete(link), 400).code).toBe('invalid_link');
    expect(await world.admin.expect('getUser', 200, { path: { user_id: made.user_id } })).toEqual(made);
  });

  test('who asks twice may answer either mail, and only one', async () => {
    const email = newcomer();
    await ask(email);
    const first = await nextMailTo(email);
    await ask(email.toUpperCase());
    const second = await nextMailTo(email, [first]);
    const answers = await Promise.all([first, second].map((mail) => complete(linkIn(mail))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  test('a name that is taken in the domain gets an addition', async () => {
    const email = newcomer();
    const [name = ''] = email.split('@');
    const body = { name: name.toUpperCase(), email: newcomer(), password: secret, role: 'user' } as const;
    await world.operator.expect('createUser', 201, { body });
    await ask(email);
    expect((await complete(await linkTo(email))).status).toBe(200);
    const person = await signIn(world.url, email, secret, ['runs:read']);
    expect((await person.expect('getCurrentUser', 200)).name).toMatch(new RegExp(`^${name}-[0-9a-f]{8}$`));
  });

  test('who has an account is told so in the mail alone, and is given a new password there', async () => {
    const member = await world.member('tester');
    expect(await ask(member.email)).toEqual({ sent: true });
    const mail = await nextMailTo(member.email);
    expect(mail.subject).toBe('You have an account (SPCI)');
    expect((await complete(linkIn(mail))).body).toEqual({ user_id: member.userId, password_changed: true });
  });
});

describe('400 and 422', () => {
  test.each<[string, object]>([
    ['body.email', {}],
    ['body.email', { email: 'nobody' }],
    ['body.role', { email: 'a@example.org', role: 'admin' }],
  ])('names %s in %j', async (field, body) => {
    const answer = await callLoosely(world.anonymous, 'createSignup', { raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
  });

  test('a password built from the own address is refused, and the mail stays good', async () => {
    const email = newcomer();
    await ask(email);
    const link = await linkTo(email);
    expect(failureOf(await complete(link, email.split('@')[0]), 422).code).toBe('unprocessable');
    expect((await complete(link)).status).toBe(200);
  });
});

describeJsonBody(() => world, 'createSignup');
