import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import type { OperationId } from '../harness/client.ts';
import { shownSample, shownSamples } from '../harness/documented-samples.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld } from '../harness/world.ts';

const checkout = resolve(import.meta.dirname, '../..');
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-samples-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('TypeScript', () => {
  test('every sample compiles against the SDK', async () => {
    const programs = join(directory, 'typescript');
    await mkdir(programs);
    const samples = shownSamples('TypeScript');
    for (const { id, source } of samples) await writeFile(join(programs, `${id}.ts`), `${source}\n`);
    await writeFile(join(programs, 'package.json'), '{ "type": "module" }');
    const compilerOptions = {
      ...{ target: 'es2024', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true },
      lib: ['es2024', 'esnext.disposable', 'esnext.error'],
      allowImportingTsExtensions: true,
      paths: { 'spci-sdk': [join(checkout, 'src/sdk/spci.ts')] },
      typeRoots: [join(checkout, 'node_modules/@types')],
      types: ['node'],
    };
    await writeFile(join(programs, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { status, stdout } = spawnSync('tsc', ['-p', programs], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
    expect(samples).toHaveLength(Object.keys(operations).length);
  });
});

describe('Python', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess();
  });
  afterAll(() => server.stop());

  function python(source: string, environment: NodeJS.ProcessEnv = {}) {
    return spawnSync('python3', ['-'], {
      input: source,
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
  }

  test('every sample compiles', () => {
    const samples = JSON.stringify(shownSamples('Python'));
    const compile = `import json\nfor each in json.loads(${JSON.stringify(samples)}): compile(each["source"], each["id"], "exec")`;
    const { status, stderr } = python(compile);
    expect([status, stderr]).toEqual([0, '']);
  });

  test('samples that need nothing but a token do what they say', async () => {
    const world = await openWorld(server.url);
    const environment = { SPCI_URL: server.url, SPCI_TOKEN: world.operator.token };
    await writeFile(join(directory, 'pop-on.m2ts'), 'a sample');
    const ids: OperationId[] = [
      'getLiveness',
      'getMetrics',
      'getCurrentUser',
      'introspectToken',
      'createRepository',
      'createSample',
    ];
    for (const id of [...ids, 'createBuild', 'listSamples'] as OperationId[]) {
      if (id === 'createBuild') await writeFile(join(directory, 'extractor.cjs'), '// a build');
      const { status, stdout, stderr } = python(shownSample(operations[id], 'Python'), environment);
      expect([id, status, stderr]).toEqual([id, 0, '']);
      expect(stdout).not.toBe('');
    }
    const { data } = await world.operator.expect('listSamples', 200);
    expect(data[0]).toMatchObject({ sha: createHash('sha256').update('a sample').digest('hex') });
  });

  test('a download is saved as it is', async () => {
    const world = await openWorld(server.url);
    const raw = 'bytes to download';
    const { sample_id } = await world.admin.expect('createSample', 201, { query: { filename: 'a.m2ts' }, raw });
    const { download_url } = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
    const source = shownSample(operations.downloadFile, 'Python');
    const { status, stderr } = python(source, { DOWNLOAD_URL: String(download_url) });
    expect([status, stderr]).toEqual([0, '']);
    expect(await readFile(join(directory, 'pop-on.m2ts'), 'utf8')).toBe(raw);
  });
});
