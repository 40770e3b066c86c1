import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../../generated/operations.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { exchange } from '../../harness/raw-http.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const report = () => world.admin.expect('getContract', 200);

async function seen(operation: string, status: number): Promise<number> {
  const { operations: counted, elsewhere } = await report();
  const counts = operation === 'none' ? elsewhere : counted.find((each) => each.operation_id === operation)?.statuses;
  return counts?.find((count) => count.status === status)?.seen_count ?? 0;
}

describe('200', () => {
  test('lists every operation with every status that the description promises', async () => {
    const { operations: counted } = await report();
    expect(counted.map(({ operation_id, statuses }) => [operation_id, statuses.map(({ status }) => status)])).toEqual(
      Object.values(operations).map(({ id, statuses }) => [id, statuses]),
    );
  });

  test('says whose counts they are, since when and by which description', async () => {
    const source = readFileSync(new URL('../../../openapi.yaml', import.meta.url));
    const { counted_by, process_started_at, description_digest, violation_count, last_violation } = await report();
    expect({ counted_by, description_digest }).toEqual({
      counted_by: 'process',
      description_digest: createHash('sha256').update(source).digest('hex'),
    });
    expect(Date.parse(process_started_at)).toBeLessThan(Date.now());
    expect((await report()).process_started_at).toBe(process_started_at);
    expect({ violation_count, last_violation }).toEqual({ violation_count: 0, last_violation: undefined });
  });

  test('counts each answer, by operation and status', async () => {
    const before = [await seen('getRun', 404), await seen('listTags', 200)];
    await world.admin.expect('getRun', 404, { path: { run_id: 2_147_483_647 } });
    await world.admin.expect('listTags', 200);
    await world.admin.expect('listTags', 200);
    expect([await seen('getRun', 404), await seen('listTags', 200)]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 2,
    ]);
  });

  test('counts what named no operation, and what never became a request', async () => {
    const before = [await seen('none', 404), await seen('none', 501)];
    await fetch(`${world.url}/no/where`);
    await exchange(world.url, 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect([await seen('none', 404), await seen('none', 501)]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1]);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives JSON only', async () => {
    expect(faultyFields(await callLoosely(world.admin, 'getContract', { query: { since: '1' } }))).toEqual([
      'query.since',
    ]);
    const headers = { Accept: 'text/html' };
    expect(await world.admin.expect('getContract', 406, { headers })).toMatchObject({ code: 'not_acceptable' });
  });
});

describeGuard(() => world, 'getContract', {}, { scope: 'system:read' });
