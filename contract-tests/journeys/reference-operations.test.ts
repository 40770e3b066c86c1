import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient as createTypedClient } from '../../src/sdk/client.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { sentType } from '../harness/file-form.ts';
import { fittingAddress } from '../harness/fitting-values.ts';
import { goodRequest } from '../harness/good-requests.ts';
import { referenceOperations, type ReferenceOperation } from '../harness/reference-operations.ts';
import { sendRequest } from '../harness/send-request.ts';
import { sharedEnvironment } from '../harness/shared-servers.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { everyScope, openWorld, ordinaryScopes, type Role, type Scope } from '../harness/world.ts';

const keyOf = (method: string, path: string): string => `${method} ${path.replace(/\{\w*\}/g, '{}')}`;
const ours = new Map(everyOperation.map((operation) => [keyOf(operation.method, operation.path), operation]));
const ourOperation = ({ method, path }: ReferenceOperation) => ours.get(keyOf(method, `/api/v1${path}`));

const nameOf = ({ method, path }: ReferenceOperation): string => `${method} ${path}`;

const rows = referenceOperations.flatMap((reference) => {
  const operation = ourOperation(reference);
  return operation === undefined ? [] : [[nameOf(reference), reference, operation] as const];
});

let server: ServerProcess;
let stage: Stage;

beforeAll(async () => {
  server = await startServerProcess({ environment: sharedEnvironment });
  stage = await openStage(await openWorld(server.url));
});
afterAll(() => server.stop());

test('all 79 operations of the reference are there', () => {
  expect(new Set(referenceOperations.map(nameOf)).size).toBe(79);
  expect(rows.map(([name]) => name)).toEqual(referenceOperations.map(nameOf));
});

interface Sent {
  readonly params: { readonly path: object; readonly query: object };
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bodySerializer: (body: unknown) => unknown;
  readonly parseAs: 'text';
}

/** By the generated client, which knows addresses only as the description has them. */
async function callByClient({ method, path, requestType }: DeclaredOperation, token: string | undefined, sent: Sent) {
  const client = createTypedClient({ url: server.url, patienceMs: 0, ...(token === undefined ? {} : { token }) });
  const call = client.request as (method: string, path: string, sent: Sent) => Promise<{ response: Response }>;
  const typed = requestType === null ? {} : { 'Content-Type': sentType(requestType) };
  return call(method.toLowerCase(), path, { ...sent, headers: { ...typed, ...sent.headers } });
}

describe('a client of the reference succeeds with', () => {
  test.each(rows)('%s', async (_, { status }, operation) => {
    const { request, token, release } = await goodRequest(stage, operation);
    const { response } = await callByClient(operation, token, {
      params: { path: request.path ?? {}, query: typeof request.query === 'object' ? request.query : {} },
      headers: request.headers ?? {},
      body: request.body,
      bodySerializer: (body) => body,
      parseAs: 'text',
    });
    await release();
    expect(response.status).toBe(status);
  });
});

const roles: readonly Role[] = ['admin', 'contributor', 'tester', 'user'];
const heldBy = (role: Role): Scope[] => (role === 'admin' ? everyScope : ordinaryScopes);
/** What a request is refused for who sends it; anything else says that it was looked at. */
const refusals = [401, 403];

/** One token for each role and set of scopes: minting takes longer than all the rest. */
const tokens = new Map<string, Promise<string | undefined>>();
function tokenOf(role: Role, scopes: Scope[]): Promise<string | undefined> {
  const key = `${role} ${scopes.join()}`;
  const minted = tokens.get(key) ?? stage.world.member(role, scopes).then(({ token }) => token);
  tokens.set(key, minted);
  return minted;
}

async function isRefused(operation: DeclaredOperation, token: string | undefined): Promise<boolean> {
  const { status } = await sendRequest(server.url, operation, token, fittingAddress(operation));
  return refusals.includes(status);
}

/** It ends the token that asks. */
const usesUp = ['DELETE /auth/tokens/current'];
const guarded = rows.filter(([name, { isPublic }]) => !isPublic && !usesUp.includes(name));

/** What is the installation's is an operator's here, above every role. */
describe('who may, as the reference has it:', () => {
  test.each(guarded)('%s', async (_, { roles: allowed, scopes }, operation) => {
    for (const role of roles) {
      const held = heldBy(role);
      const may = allowed.includes(role) && scopes.every((scope) => held.includes(scope)) && !operation.operator;
      const got = { role, refused: await isRefused(operation, await tokenOf(role, held)) };
      expect(got).toEqual({ role, refused: !may });
      for (const scope of scopes.filter((needed) => held.includes(needed))) {
        const without = await tokenOf(
          role,
          held.filter((other) => other !== scope),
        );
        expect({ role, scope, refused: await isRefused(operation, without) }).toEqual({ role, scope, refused: true });
      }
    }
    expect(await isRefused(operation, undefined)).toBe(true);
  });

  test('what is public looks at no credential', async () => {
    const open = rows.filter(([, { isPublic }]) => isPublic);
    expect(open.map(([, , { credential }]) => credential)).toEqual(open.map(() => 'none'));
  });
});
