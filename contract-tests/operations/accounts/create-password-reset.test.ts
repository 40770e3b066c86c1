import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { linkIn, linkTo, mailsTo, nextMailTo } from '../../harness/outbox.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const ask = (email: string) => world.anonymous.expect('createPasswordReset', 202, { body: { email } });

describe('202', () => {
  test('the owner of the address is sent what sets a new password; until it is used nothing has changed', async () => {
    const member = await world.member('user');
    expect(await ask(member.email)).toEqual({ sent: true });
    const mail = await nextMailTo(member.email);
    expect(mail.subject).toBe('Set a new password (SPCI)');
    expect(mail.text).toContain(`${world.url}/api/v1/auth/password-reset/complete`);
    const link = linkIn(mail);
    expect(link.user_id).toBe(member.userId);
    const lifeSeconds = link.expires - Date.now() / 1000;
    expect(lifeSeconds).toBeGreaterThan(86_000);
    expect(lifeSeconds).toBeLessThan(86_800);
    await member.expect('getCurrentUser', 200);
    await signIn(world.url, member.email, password, ['runs:read']);
  });

  test('an address that nobody has, and that of an inactive account, get the same answer and no mail', async () => {
    const unknown = `${unique('nobody')}@example.org`;
    const inactive = await world.member('user');
    await world.admin.expect('deactivateUser', 200, { path: { user_id: inactive.userId } });
    const member = await world.member('user');
    const answers = [];
    for (const email of [unknown, inactive.email, member.email]) answers.push(await ask(email));
    expect(answers).toEqual([{ sent: true }, { sent: true }, { sent: true }]);
    // Mail goes out in the order in which it was asked for.
    await linkTo(member.email);
    expect([await mailsTo(unknown), await mailsTo(inactive.email)]).toEqual([[], []]);
  });

  test('mail goes to the address of the account, however the address was spelled', async () => {
    const member = await world.member('user');
    await ask(member.email.toUpperCase());
    expect((await nextMailTo(member.email)).to).toBe(member.email);
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.email', {}],
    ['body.email', { email: 'nobody' }],
    ['body.email', { email: 'a@example.org\r\nBcc: b@example.org' }],
    ['body.email', { email: 'a@example.org, b@example.org' }],
    ['body.password', { email: 'a@example.org', password }],
  ])('names %s in %j', async (field, body) => {
    const answer = await callLoosely(world.anonymous, 'createPasswordReset', { raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
  });
});

describeJsonBody(() => world, 'createPasswordReset');
