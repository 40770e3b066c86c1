import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { expectCredentialNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

const bytesMax = 100;
let server: ServerProcess;
let world: World;
let suite: Suite;
let held: HeldRun;

/** A server of its own, with a limit that a test can exceed. */
beforeAll(async () => {
  server = await startOwnServer({ SPCI_MAX_UPLOAD_BYTES: String(bytesMax) });
  world = await openWorld(server.url);
  suite = await makeSuite(world);
  held = await holdRun(world, suite);
});
afterAll(() => server.stop());

const put = (raw: string | Uint8Array<ArrayBuffer>, digest = sha256(raw), client = held.lease.client) =>
  client.call('putLeaseOutput', { path: { ...held.lease.path, sha256: digest }, raw });

/** Reporting names bytes; it is refused while they are not stored with this size. */
function report(digest: string, size_bytes: number) {
  const [planned] = suite.tests;
  const outputs = [{ output_id: planned?.outputs[0]?.id ?? 0, sha256: digest, size_bytes }];
  const regression_test_id = planned?.regression_test_id ?? 0;
  const results = [{ regression_test_id, exit_code: 0, runtime_ms: 1, outputs }];
  return held.lease.client.call('recordResults', {
    path: held.lease.path,
    raw: JSON.stringify({ results }),
  });
}

describe('200', () => {
  test('stores any bytes under their digest; a repeat is harmless', async () => {
    for (const raw of [new Uint8Array(randomBytes(bytesMax)), unique('text'), '', '\ufeff'])
      for (const repeat of [1, 2]) {
        const answer = await put(raw);
        const stored = { sha256: sha256(raw), size_bytes: Buffer.byteLength(raw) };
        expect({ repeat, body: answer.body }).toEqual({ repeat, body: stored });
      }
  });

  test('the same bytes sent at once are stored once', async () => {
    const raw = unique('same');
    const answers = await Promise.all(Array.from({ length: 5 }, () => put(raw)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
  });
});

describe('422', () => {
  test('content of another digest is refused, and stored under neither', async () => {
    const [content, named] = [unique('content'), unique('named')];
    expect(failureOf(await put(content, sha256(named)), 422).code).toBe('unprocessable');
    for (const text of [content, named]) expect((await report(sha256(text), text.length)).status).toBe(422);
  });
});

describe('413', () => {
  test('content above the limit of the installation is refused, with and without a length, and not stored', async () => {
    const raw = 'a'.repeat(bytesMax + 1);
    expect(failureOf(await put(raw), 413).details).toMatchObject({ bytes_max: bytesMax });
    const path = `${server.url}/api/v1/worker/leases/${held.lease.path.lease_id}/outputs/${sha256(raw)}`;
    const headers = { Authorization: `Bearer ${held.lease.client.token}`, 'Content-Type': 'application/octet-stream' };
    const body = new Blob([raw]).stream();
    const response = await fetch(path, { method: 'PUT', headers, body, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(413);
    expect((await report(sha256(raw), raw.length)).status).toBe(422);
  });
});

describe('400 and 415', () => {
  test.each(['abc', 'A'.repeat(64), 'g'.repeat(64)])('digest %s', async (digest) => {
    expect(faultyFields(await put('x', digest))).toEqual(['path.sha256']);
  });

  test('takes bytes and calls them so', async () => {
    const path = { ...held.lease.path, sha256: sha256('{}') };
    const headers = { 'Content-Type': 'application/json' };
    const answer = await held.lease.client.call('putLeaseOutput', { path, raw: '{}', headers });
    expect(failureOf(answer, 415).details).toMatchObject({ available: ['application/octet-stream'] });
  });
});

describe('401 and 409', () => {
  test('needs the token of this very lease', async () => {
    const other = await holdRun(world, suite);
    await expectCredentialNeeded(world, (client) => put('x', sha256('x'), client));
    for (const client of [held.worker, world.operator, other.lease.client])
      expect((await put('x', sha256('x'), client)).status).toBe(401);
    await complete(other.lease);
  });

  test('nothing is stored once the lease is over', async () => {
    const over = await holdRun(world, suite);
    await complete(over.lease);
    const raw = unique('late');
    const path = { ...over.lease.path, sha256: sha256(raw) };
    const answer = await over.lease.client.call('putLeaseOutput', { path, raw });
    expect(failureOf(answer, 409).code).toBe('lease_lost');
    expect((await report(sha256(raw), raw.length)).status).toBe(422);
    await put(raw);
    expect((await report(sha256(raw), raw.length)).status).toBe(200);
  });
});
