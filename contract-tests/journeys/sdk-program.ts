// What a stranger writes against the installed package; `sdk-package.test.ts` compiles and runs it in a project of its own.
import { equal, ok } from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import {
  answerOf,
  createClient,
  downloadToFile,
  isApiError,
  itemsByCursor,
  itemsByOffset,
  uploadBuild,
  uploadSample,
  waitForRun,
  type components,
  type SpciClient,
} from 'spci-sdk';

const { SPCI_URL: url = '', SPCI_EMAIL: email = '', SPCI_PASSWORD: password = '' } = process.env;
const repository = 'strangers/tool';
const commit_sha = '5'.repeat(40);
const scopes: components['schemas']['Scope'][] = [
  'runs:read',
  'runs:write',
  'results:read',
  'system:read',
  'system:write',
];

async function signIn(): Promise<SpciClient> {
  const body = { email, password, token_name: 'stranger', scopes };
  const { token } = await answerOf(createClient({ url }).POST('/api/v1/auth/tokens', { body }));
  return createClient({ url, token, tokenHeader: 'X-SPCI-Access-Token' });
}

async function declareTest(spci: SpciClient): Promise<number> {
  await answerOf(spci.POST('/api/v1/repositories', { body: { repository } }));
  await answerOf(spci.POST('/api/v1/categories', { body: { name: 'copies' } }));
  await writeFile('sample.txt', 'what the tool copies\n');
  const { sample_id } = await uploadSample(spci, { file: 'sample.txt' }, { filename: 'sample.txt', tags: ['a', 'b'] });
  const again = await uploadSample(spci, { file: 'sample.txt' }, { filename: 'other.txt' });
  equal(again.sample_id, sample_id);
  const body = {
    sample_id,
    command: 'copy',
    categories: ['copies'],
    input_type: 'file',
    output_type: 'file',
    expected_rc: 0,
    description: 'The tool copies its input',
    active: true,
    outputs: [{ expected_filename: 'copy.txt', correct_extension: '.txt' }],
  } as const;
  const test = await answerOf(
    spci.POST('/api/v1/regression-tests', {
      body: { ...body, categories: [...body.categories], outputs: [...body.outputs] },
    }),
  );
  return test.regression_test_id;
}

async function run(spci: SpciClient): Promise<number> {
  const tool =
    "const [, , , sample, , output] = process.argv; console.error('copying'); require('fs').copyFileSync(sample, output);";
  const build = { repository, commit_sha, platform: 'linux', entry_point: 'tool.cjs' } as const;
  const { build_id } = await uploadBuild(spci, new Uint8Array(Buffer.from(tool)), build);
  equal((await uploadBuild(spci, new Uint8Array(Buffer.from(tool)), build)).build_id, build_id);
  const { run_id } = await answerOf(
    spci.POST('/api/v1/runs', { body: { repository, commit_sha, platform: 'linux', branch: 'main' } }),
  );
  const seen = new Set<string>();
  const { status } = await waitForRun(spci, run_id, {
    timeoutMs: 60_000,
    onProgress: (state) => seen.add(state.status),
  });
  equal(status, 'fail', 'nothing is approved yet');
  ok(seen.has('fail'));
  return run_id;
}

async function readOutputs(spci: SpciClient, run_id: number): Promise<void> {
  const path = { run_id };
  const runs = await Array.fromAsync(itemsByOffset((query) => spci.GET('/api/v1/runs', { params: { query } }), 1));
  equal(runs.filter((each) => each.run_id === run_id).length, 1);
  const lines = itemsByCursor((query) => spci.GET('/api/v1/runs/{run_id}/logs', { params: { path, query } }), 1);
  const messages: string[] = [];
  for await (const line of lines) messages.push(line.message);
  ok(messages.length > 1 && messages.includes('copying'), messages.join());
  const results = itemsByOffset((query) => spci.GET('/api/v1/runs/{run_id}/samples', { params: { path, query } }));
  for await (const { sample_id, regression_test_id: regression_id, outputs } of results)
    for (const { output_id } of outputs) {
      const place = { run_id, sample_id: sample_id ?? 0, regression_id, output_id };
      const address =
        '/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/actual';
      const output = await answerOf(spci.GET(address, { params: { path: place } }));
      const stored = await downloadToFile(spci, output.download_url ?? '', 'copied.txt');
      equal(stored.sha256, output.sha256);
      equal(await readFile('copied.txt', 'utf8'), 'what the tool copies\n');
    }
}

async function refused(call: () => Promise<unknown>): Promise<unknown> {
  return call().then(
    () => 'answered',
    (error: unknown) => (isApiError(error) ? error.code : error),
  );
}

const spci = await signIn();
await declareTest(spci);
const runId = await run(spci);
await readOutputs(spci, runId);
const unknown = { params: { path: { run_id: 2_000_000_000 } } };
equal(await refused(() => answerOf(spci.GET('/api/v1/runs/{run_id}', unknown))), 'not_found');
equal(await refused(() => answerOf(spci.GET('/api/v1/users'))), 'forbidden');
await answerOf(spci.DELETE('/api/v1/auth/tokens/current'));
equal(await refused(() => answerOf(spci.GET('/api/v1/auth/me'))), 'unauthorized');
console.log('a stranger got through');
