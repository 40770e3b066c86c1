import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyExamplesOf, everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest, sendGood, succeeded } from '../harness/good-requests.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import { cookieOf, openSession, signInToPages } from '../harness/sessions.ts';
import { withDeprecatedToken } from '../harness/token-places.ts';
import { sharedToken } from '../harness/shared-tokens.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld, sha256, signIn, type Scope } from '../harness/world.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);
const byAccount = everyOperation.filter(({ credential }) => credential === 'account');
const examples = everyOperation.flatMap((operation) =>
  Object.keys(bodyExamplesOf(operation)).map((example) => [operation.id, example, operation] as const),
);

/** By a token of nothing but these scopes; a token must have one, so that of whoever needs none has some other. */
async function leastToken(
  { id, operator, scopes }: DeclaredOperation,
  more: readonly Scope[] = [],
): Promise<string | undefined> {
  const needed: Scope[] = scopes.length === 0 ? ['system:read'] : [...scopes];
  for (const scope of more) if (!needed.includes(scope)) needed.push(scope);
  const { world } = stage;
  // It changes whoever asks.
  if (id === 'updateAccount') return (await world.member('user', needed)).token;
  const make = () => (operator ? signIn(world.url, operatorEmail, operatorPassword, needed) : world.adminWith(needed));
  // It takes the token away from whoever asks.
  if (id === 'revokeCurrentToken') return (await make()).token;
  return sharedToken(world.url, `${operator} ${world.domain} ${needed.join(' ')}`, async () => (await make()).token);
}

const parsed = (text: unknown): unknown => (typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : {});

/** Whatever has a moment has had it, but for what ends by itself. */
function momentsToCome({ text }: SentAnswer): string[] {
  const found: string[] = [];
  JSON.stringify(parsed(text), (name, value: unknown) => {
    const isMoment = /(^|_)(at|timestamp)$/.test(name) && !name.endsWith('expires_at') && typeof value === 'string';
    if (isMoment && Date.parse(value) > Date.now()) found.push(`${name} ${value}`);
    return value;
  });
  return found;
}

const isPlain = (value: unknown): boolean => [value].flat().every((item) => typeof item !== 'object');

/** An exchange gives another in its place. */
const isRenewed = (name: string): boolean => name === 'promise_token';

/** Plain members of the body that the answer has by the same name, and what it has there. */
function toldAgain(body: unknown, { text }: SentAnswer): [sent: unknown, told: unknown][] {
  const told = new Map(Object.entries(parsed(text) as object));
  return Object.entries(parsed(body) as object).flatMap(([name, sent]) =>
    told.has(name) && !isRenewed(name) && isPlain(sent) ? [[{ [name]: sent }, { [name]: told.get(name) }]] : [],
  );
}

describe('every operation succeeds, tells no moment that is yet to come, and what it was sent as it was sent', () => {
  test.each(named(everyOperation))('%s', async (_, operation) => {
    let body: unknown;
    const answer = await sendGood(stage, operation, ({ request }) => {
      ({ body } = request);
      return {};
    });
    expect({ text: answer.text.slice(0, 300), succeeded: succeeded(answer) }).toMatchObject({ succeeded: true });
    expect(momentsToCome(answer)).toEqual([]);
    for (const [sent, told] of toldAgain(body, answer)) expect(told).toEqual(sent);
    const digest = answer.headers.get('repr-digest');
    if (digest !== null) expect(digest).toBe(`sha-256=:${Buffer.from(sha256(answer.text), 'hex').toString('base64')}:`);
  });
});

describe('each example of a body is taken as it stands in the description', () => {
  test.each(examples)('%s %s', async (_, example, operation) => {
    const good = await goodRequest(stage, operation, example);
    const answer = await sendRequest(good.url, operation, good.token, good.request);
    await good.release();
    expect({ text: answer.text.slice(0, 300), succeeded: succeeded(answer) }).toMatchObject({ succeeded: true });
  });

  test('and every JSON body has one', () => {
    const withBody = everyOperation.filter(({ requestType }) => requestType === 'application/json').map(({ id }) => id);
    expect([...new Set(examples.map(([id]) => id))]).toEqual(withBody);
  });
});

/** A session is made of a token that may see the dashboard, and of a password where no other will do. */
async function leastSession(operation: DeclaredOperation): Promise<string> {
  const { world } = stage;
  if (operation.id === 'createPromiseToken') return signInToPages(world);
  const domain = operation.operator ? 'default' : world.domain;
  return openSession({ ...world, domain }, await leastToken(operation, ['runs:read']));
}

const succeededWith = (answer: SentAnswer) => [answer.text.slice(0, 300), succeeded(answer)];

describe('the scopes that are needed suffice, wherever the operation takes a token', () => {
  test.each(named(byAccount))('%s', async (_, operation) => {
    const bearer = await leastToken(operation);
    const byBearer = await sendGood(stage, operation, () => ({ token: bearer }));
    expect(succeededWith(byBearer)).toEqual([expect.anything(), true]);
    const header = (await leastToken(operation)) ?? '';
    const byHeader = await sendGood(stage, operation, ({ request }) => ({
      token: undefined,
      request: { ...request, headers: { 'X-SPCI-Access-Token': header } },
    }));
    expect(succeededWith(byHeader)).toEqual([expect.anything(), true]);
    expect(byHeader.headers.has('deprecation')).toBe(false);
    if (operation.takesSession) {
      const headers = { ...cookieOf(await leastSession(operation)), 'Sec-Fetch-Site': 'same-origin' };
      const bySession = await sendGood(stage, operation, ({ request }) => ({
        token: undefined,
        request: { ...request, headers },
      }));
      expect(succeededWith(bySession)).toEqual([expect.anything(), true]);
    }
    if (!operation.takesQueryToken && !operation.takesBodyToken) return;
    const token = (await leastToken(operation)) ?? '';
    const elsewhere = await sendGood(stage, operation, ({ request }) => ({
      token: undefined,
      request: withDeprecatedToken(operation, request, token) ?? request,
    }));
    expect(succeededWith(elsewhere)).toEqual([expect.anything(), true]);
    for (const name of ['deprecation', 'sunset', 'link']) expect(elsewhere.headers.has(name)).toBe(true);
  });
});
