import { describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, sharedServerUrl, unique } from '../../harness/world.ts';

const anonymous = createClient(sharedServerUrl());

async function valueOf(sample: string): Promise<number> {
  const { text } = await anonymous.call('getMetrics');
  return Number(new RegExp(`^${sample} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

const countOf = (operation: string, status: number): Promise<number> =>
  valueOf(`spci_requests_total\\{operation="${operation}",status="${status}"\\}`);

describe('200', () => {
  test('is Prometheus text that counts every answer by operation and status', async () => {
    const answer = await anonymous.call('getMetrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.text).toMatch(/^# TYPE spci_requests_total counter$/m);
    expect(answer.text).toMatch(/^# TYPE spci_request_seconds histogram$/m);
    for (const counted of ['runs', 'output_bytes'])
      expect(answer.text).toMatch(new RegExp(`^spci_retention_deleted_${counted}_total 0$`, 'm'));
    const before = { fine: await countOf('getLiveness', 200), refused: await countOf('getCurrentUser', 401) };
    await anonymous.expect('getLiveness', 200);
    await anonymous.expect('getCurrentUser', 401);
    expect(await countOf('getLiveness', 200)).toBe(before.fine + 1);
    expect(await countOf('getCurrentUser', 401)).toBe(before.refused + 1);
  });

  test('counts the argon2 run of a login whose account nobody has', async () => {
    const before = await valueOf('spci_argon2_runs_total');
    await anonymous.expect('createToken', 401, {
      body: { email: `${unique('nobody')}@example.org`, password: 'seven lanterns', token_name: 'none' },
    });
    expect(await valueOf('spci_argon2_runs_total')).toBeGreaterThan(before);
    expect(await valueOf('spci_argon2_runs_total')).toBeLessThan(before + 1_000);
  });

  test('no answer of this server was withheld for breaking its contract', async () => {
    const { text } = await anonymous.call('getMetrics');
    const [, ...values] = text.split('\n').filter((line) => /^(# TYPE )?spci_contract_violations_total/.test(line));
    expect(values).toEqual([]);
  });

  test('no label holds anything that a client sent', async () => {
    const { admin, adminEmail } = await openWorld();
    const sent = unique('sent');
    await fetch(`${sharedServerUrl()}/${sent}?${sent}=1`, { headers: { 'X-Request-Id': sent, 'User-Agent': sent } });
    await fetch(`${sharedServerUrl()}/api/v1/runs/${sent}`, { headers: { Authorization: `Bearer ${admin.token}` } });
    const { text } = await anonymous.call('getMetrics');
    for (const secret of [sent, adminEmail, admin.token ?? '']) expect(text).not.toContain(secret);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives text only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getMetrics', { query: { name: 'spci' } }))).toEqual([
      'query.name',
    ]);
    const headers = { Accept: 'image/png' };
    expect(await anonymous.expect('getMetrics', 406, { headers })).toMatchObject({ code: 'not_acceptable' });
  });
});
