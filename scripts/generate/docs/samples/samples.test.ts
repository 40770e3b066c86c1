import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { curlSample } from './curl-sample.ts';
import { pythonSample } from './python-sample.ts';
import type { SampleRequest } from './sample-request.ts';
import { typescriptSample } from './typescript-sample.ts';

const request: SampleRequest = {
  id: 'createThing',
  method: 'POST',
  path: '/api/v1/things',
  pathValues: [],
  query: [],
  credential: 'account',
  headers: [],
  json: undefined,
  fields: undefined,
  uploadedFile: undefined,
  formPart: undefined,
  answer: 'json',
  mayBeEmpty: false,
  redirects: false,
  savedFile: 'download.bin',
};
/** What a shell, a template and a string literal each take for something else. */
const hostile = { text: `it's "$HOME" \`id\` \\ $(id) {x}`, list: ['a', null, true, 1.5], empty: {}, none: [] };

/** The body that the command would send: `sh` runs it with a `curl` that prints its data. */
function sentBy(command: string, environment: NodeJS.ProcessEnv = {}): unknown {
  const curl = 'curl() { for word; do last=$word; done; if [ "$last" = @- ]; then cat; else printf %s "$last"; fi; }\n';
  const { stdout } = spawnSync('sh', ['-c', curl + command], { encoding: 'utf8', env: { ...environment } });
  return JSON.parse(stdout);
}

describe('curl', () => {
  test('sends the body as it is, whatever the shell might make of it', () => {
    expect(sentBy(curlSample({ ...request, json: hostile }))).toEqual(hostile);
  });

  test('lets the shell fill in ids, and nothing else', () => {
    const json = { ...hostile, run_id: 12, regression_test_ids: [5], setup_token: 'spcs_1', parent_id: null };
    const environment = { RUN_ID: '7', REGRESSION_TEST_ID: '8', SETUP_TOKEN: 'spcs_2' };
    const filled = { ...hostile, run_id: 7, regression_test_ids: [8], setup_token: 'spcs_2', parent_id: null };
    expect(sentBy(curlSample({ ...request, json }), environment)).toEqual(filled);
  });

  test('encodes what stands in an address', () => {
    const query = [{ name: 'repository', value: 'video/extractor & more' }];
    expect(curlSample({ ...request, query })).toContain('things?repository=video%2Fextractor%20%26%20more"');
  });
});

test('Python writes the values of JSON as its own', () => {
  const source = pythonSample({ ...request, json: hostile });
  expect(source).toContain('["a", None, True, 1.5]');
  expect(source).toContain(JSON.stringify(hostile.text));
});

test('TypeScript quotes as our sources do', () => {
  const source = typescriptSample({ ...request, json: hostile });
  expect(source).toContain(`text: 'it\\'s "$HOME" \`id\` \\\\ $(id) {x}'`);
});
