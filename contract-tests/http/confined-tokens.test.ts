import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../harness/client.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { missingId } from '../harness/missing-ids.ts';
import { goodRequest, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld, unique } from '../harness/world.ts';

type Confines = { readonly run_id: number } | { readonly repository: string };

let own: Stage;
/** Of the same domain, and of another repository. */
let other: Stage;
/** Children of the administrator, who reaches both. */
let ofRepository: Client;
let ofRun: Client;

beforeAll(async () => {
  const world = await openWorld();
  own = await openStage(world);
  other = await openStage(world);
  ofRepository = await childWithin({ repository: own.suite.repository });
  ofRun = await childWithin({ run_id: Number(own.values['run_id']) });
});

async function childWithin(confines: Confines): Promise<Client> {
  const body = { token_name: unique('confined'), ...confines };
  const { token } = await own.world.admin.expect('createChildToken', 201, { body });
  return createClient(own.world.url, token);
}

const held = (by: DeclaredOperation['confinedBy']) =>
  everyOperation
    .filter(({ credential, confinedBy }) => ['account', 'browser'].includes(credential) && confinedBy === by)
    .map((operation) => [operation.id, operation] as const);

function send({ token }: Client, operation: DeclaredOperation, good: GoodRequest, path = {}): Promise<SentAnswer> {
  const request = { ...good.request, path: { ...good.request.path, ...path } };
  return sendRequest(good.url, operation, token, request);
}

/** But for the ids that were asked for. */
const told = ({ status, text }: SentAnswer): string => `${status} ${text.replace(/"request_id":"[^"]+"/, '')}`;

describe('what is about no run and no repository: 403', () => {
  test.each(held(null))('%s', async (_, operation) => {
    const good = await goodRequest(own, operation);
    for (const client of [ofRun, ofRepository]) {
      const { status, failure } = await send(client, operation, good);
      expect([status, failure.code]).toEqual([403, 'forbidden']);
    }
    await good.release();
  });
});

describe('the run of the token, and of its repository; any other is as if it were not there', () => {
  test.each(held('run'))('%s', async (_, operation) => {
    const good = await goodRequest(own, operation);
    const run_id = Number(good.request.path?.['run_id']);
    for (const client of [ofRepository, await childWithin({ run_id })]) {
      const missing = told(await send(client, operation, good, { run_id: String(missingId) }));
      expect(missing).toMatch(/^404 /);
      expect(told(await send(client, operation, good, { run_id: String(other.values['run_id']) }))).toBe(missing);
    }
    const sibling = run_id === own.held.run_id ? Number(own.values['run_id']) : own.held.run_id;
    expect((await send(await childWithin({ run_id: sibling }), operation, good)).status).toBe(404);
    // What is changed is not always of the repository of the stage.
    const within = operation.method === 'GET' ? [ofRepository] : [];
    for (const client of [...within, await childWithin({ run_id })])
      expect(succeeded(await send(client, operation, good))).toBe(true);
  });
});

describe('the repository of the token, and no other', () => {
  test.each(held('repository'))('%s', async (_, operation) => {
    const [good, foreign] = [await goodRequest(own, operation), await goodRequest(other, operation)];
    const within = ({ request, ...rest }: GoodRequest, repository: string): GoodRequest => {
      const query = operation.method === 'GET' ? { repository } : request.query;
      return { ...rest, request: { ...request, ...(query === undefined ? {} : { query }) } };
    };
    expect((await send(ofRepository, operation, within(foreign, other.suite.repository))).status).toBe(403);
    expect((await send(ofRun, operation, good)).status).toBe(403);
    const answer = await send(ofRepository, operation, within(good, own.suite.repository.toUpperCase()));
    expect(succeeded(answer)).toBe(true);
    if (operation.method !== 'GET') return;
    const unasked = await send(ofRepository, operation, good);
    expect(unasked.text).toBe((await send(ofRepository, operation, within(good, own.suite.repository))).text);
    expect(unasked.text).not.toContain(other.suite.repository);
  });
});

test('a confined token signs nobody in', async () => {
  for (const client of [ofRun, ofRepository]) {
    const headers = { 'X-Auth-Token': client.token ?? '' };
    await own.world.anonymous.expect('createSession', 401, { path: { domain: own.world.domain }, headers });
  }
});
