import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../src/testing/postgres-server.ts';
import { startS3Peer } from '../../src/testing/s3-peer.ts';

interface Report {
  readonly schema_version: number;
  readonly spec_digest: string;
  readonly runs: readonly { version: string; first_status: string; status: string; results: readonly unknown[] }[];
  readonly proofs: readonly { status: string; planned_count: number; reported_count: number }[];
}

async function demonstrate(
  environment: NodeJS.ProcessEnv,
): Promise<{ code: number | null; report: Report; output: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-demo-'));
  const file = join(directory, 'r.json');
  const words = ['scripts/demo.ts', '--once', '--versions', '5.6.0,7.0.2,7.0.3', '--report', file];
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    SPCI_DATA_DIR: join(directory, 'state'),
    DATABASE_URL: '',
    ...environment,
  };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Report;
  await rm(directory, { recursive: true, force: true });
  return { code, report, output };
}

function expectTruths({ code, report, output }: Awaited<ReturnType<typeof demonstrate>>): void {
  expect({ code, output }).toMatchObject({ code: 0 });
  const statuses = report.runs.map(({ version, first_status, status }) => [version, first_status, status]);
  expect(statuses).toEqual([
    ['5.6.0', 'fail', 'pass'],
    ['7.0.2', 'fail', 'fail'],
    ['7.0.3', 'fail', 'pass'],
  ]);
  expect(report.proofs).toMatchObject([{ status: 'incomplete', planned_count: 10, reported_count: 9 }]);
  expect(report.spec_digest).toMatch(/^[0-9a-f]{64}$/);
}

describe('three versions of a real extractor', () => {
  test('on the embedded database show the truths of their history', async () => {
    expectTruths(await demonstrate({}));
  }, 120_000);

  describe('on PostgreSQL, with the bytes in S3', () => {
    let postgres: TestServer;
    beforeAll(async () => (postgres = await testPostgres()));
    afterAll(() => postgres.stop());

    test('show the same truths', async () => {
      const database = await createTestDatabase(postgres.url);
      const peer = await startS3Peer();
      expectTruths(await demonstrate({ DATABASE_URL: database.url, ...peer.environment }));
      expect(peer.requests).toContainEqual(expect.stringMatching(/^PUT \/contents\/spci\/blobs\//));
      await peer.stop();
      await database.drop();
    }, 120_000);
  });
});
