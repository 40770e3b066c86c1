import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationId } from '../harness/client.ts';
import { bodySchemaOf, everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { pictureOf } from '../harness/pictures.ts';
import { sendRequest, type SentRequest } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld, type Scope } from '../harness/world.ts';

let own: Stage;
let foreign: Stage;
/** Lets nobody write anything. */
let reader: string | undefined;

beforeAll(async () => {
  own = await openStage(await openWorld());
  foreign = await openStage(await openWorld());
  const scopes: Scope[] = ['runs:read'];
  reader = (await own.world.member('user', scopes)).token;
});

type Spoiled = Pick<GoodRequest, 'token' | 'request'>;

interface Spoil {
  readonly status: number;
  readonly fits: (operation: DeclaredOperation) => boolean;
  readonly spoil: (good: GoodRequest) => Spoiled;
}

const change = ({ token, request }: GoodRequest, more: SentRequest): Spoiled => ({
  token,
  request: { ...request, ...more },
});
const byAccount = ({ credential }: DeclaredOperation): boolean => credential === 'account';
const isWriting = (scope: Scope): boolean => scope !== 'runs:read';
const takesJson = ({ requestType }: DeclaredOperation): boolean => requestType === 'application/json';
const isClosed = (operation: DeclaredOperation): boolean => bodySchemaOf(operation)?.additionalProperties !== true;

/** What is wrong with a request that is good but for this. */
const spoils: Readonly<Record<string, Spoil>> = {
  'an undeclared parameter': {
    status: 400,
    fits: () => true,
    spoil: (good) => change(good, { query: { ...(good.request.query as Record<string, string>), undeclared: '1' } }),
  },
  'an undeclared member': {
    status: 400,
    fits: (operation) => takesJson(operation) && isClosed(operation),
    spoil: (good) =>
      change(good, { body: JSON.stringify({ ...JSON.parse(String(good.request.body ?? '{}')), undeclared: 1 }) }),
  },
  'no credential': {
    status: 401,
    fits: ({ credential }) => credential !== 'none',
    spoil: ({ request }) => ({ token: undefined, request }),
  },
  'a token that may not': {
    status: 403,
    fits: (operation) => byAccount(operation) && (operation.scopes.some(isWriting) || operation.operator),
    spoil: ({ request }) => ({ token: reader, request }),
  },
  'an answer that nobody wants': {
    status: 406,
    fits: () => true,
    spoil: (good) => change(good, { headers: { Accept: 'image/png' } }),
  },
  'a body of another type': {
    status: 415,
    fits: ({ requestType, requestRequired }) => requestType !== null && requestRequired,
    spoil: (good) => change(good, { headers: { 'Content-Type': 'text/plain' } }),
  },
};

const writing = everyOperation.filter(({ method, id }) => method !== 'GET' && id !== 'setUpInstallation');
const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);

/** What they do shows in nothing that an account may read. */
const unseen: readonly OperationId[] = [
  ...(['claimRun', 'createHeartbeat', 'putLeaseOutput', 'createSignup', 'createPasswordReset'] as const),
  ...(['createUserPasswordReset', 'completePasswordReset', 'createSession', 'deleteSession'] as const),
  'introspectToken',
  ...(['createPromiseToken', 'exchangePromiseToken', 'introspectPromiseToken', 'invalidatePromiseToken'] as const),
];
const isUnseen = ({ id }: DeclaredOperation): boolean => unseen.includes(id);

describe('a refused request changes nothing, and the same one without its fault succeeds', () => {
  test.each(named(writing))('%s', async (_, operation) => {
    const good = await goodRequest(own, operation);
    const picture = () => pictureOf(own, operation, good.values, good.token);
    const before = await picture();
    for (const [what, { status, spoil }] of Object.entries(spoils).filter(([, { fits }]) => fits(operation))) {
      const { token, request } = spoil(good);
      const answer = await sendRequest(good.url, operation, token, request);
      expect([what, answer.status]).toEqual([what, status]);
      expect([what, await picture()]).toEqual([what, before]);
    }
    const answer = await sendRequest(good.url, operation, good.token, good.request);
    expect([answer.text.slice(0, 300), succeeded(answer)]).toEqual([expect.anything(), true]);
    const after = await picture();
    expect(JSON.stringify(after) === JSON.stringify(before)).toBe(isUnseen(operation));
    const again = await sendRequest(good.url, operation, good.token, good.request);
    if (!succeeded(again)) expect(await picture()).toEqual(after);
    await good.release();
  });
});

describe('what is asked of another domain’s resource changes nothing there', () => {
  const addressed = writing.filter(({ ownership }) => ownership === 'domain' || ownership === 'account');

  test.each(named(addressed))('%s', async (_, operation) => {
    const [mine, theirs] = [await goodRequest(own, operation), await goodRequest(foreign, operation)];
    const before = await pictureOf(foreign, operation, theirs.values);
    const answer = await sendRequest(theirs.url, operation, mine.token, theirs.request);
    expect(answer.status).toBe(404);
    expect(await pictureOf(foreign, operation, theirs.values)).toEqual(before);
    await mine.release();
    await theirs.release();
  });
});
