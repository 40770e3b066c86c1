import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { fittingAddress } from '../harness/fitting-values.ts';
import { goodRequest, succeeded } from '../harness/good-requests.ts';
import { sendRequest } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld } from '../harness/world.ts';

let stage: Stage;
/** Of another administrator: what is queued is for its owner and for those. */
let legacy: string;

beforeAll(async () => {
  const world = await openWorld();
  stage = await openStage(world);
  const { userId: user_id } = await world.member('admin');
  legacy = (await world.admin.expect('createLegacyToken', 201, { path: { user_id } })).token;
});

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);
const ofAccounts = everyOperation.filter(({ credential }) => credential === 'account' || credential === 'browser');

describe('taken where the description says so, and told that this ends', () => {
  test.each(named(ofAccounts.filter(({ takesLegacyToken }) => takesLegacyToken)))('%s', async (_, operation) => {
    const good = await goodRequest(stage, operation);
    // What is there already is told with a status of its own.
    for (const _status of operation.statuses.filter((status) => status < 300)) {
      const answer = await sendRequest(good.url, operation, legacy, good.request);
      expect([answer.status, succeeded(answer)]).toEqual([answer.status, true]);
      expect(answer.headers.get('deprecation')).toBe(`@${Date.parse('2026-11-29') / 1000}`);
      expect(answer.headers.get('sunset')).toBe('Mon, 29 Nov 2027 00:00:00 GMT');
      expect(answer.headers.get('link')).toContain('rel="deprecation"');
    }
    await good.release();
  });
});

describe('refused everywhere else', () => {
  test.each(named(ofAccounts.filter(({ takesLegacyToken }) => !takesLegacyToken)))('%s', async (_, operation) => {
    const { path, query } = fittingAddress(operation);
    const request = { path: { ...path, domain: stage.world.domain }, query };
    const { status, failure, headers } = await sendRequest(stage.world.url, operation, legacy, request);
    expect([status, failure.code, headers.get('deprecation')]).toEqual([403, 'forbidden', null]);
  });
});
