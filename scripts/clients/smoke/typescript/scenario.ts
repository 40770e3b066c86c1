// The twenty calls of a smoke run, made through one generated client. Each prints a line that the matrix counts.
import { equal, ok } from 'node:assert/strict';

const given = (name: string): string => process.env[name] ?? '';
export const url = given('SPCI_URL');
const scopes: NewToken['scopes'] = ['runs:read', 'runs:write', 'results:read', 'system:read', 'system:write'];
const content = new TextEncoder().encode('what a generated client uploads\n');

export interface TestPage {
  readonly ids: readonly number[];
  readonly total: number;
  readonly next_offset: number | null;
}

export interface NewToken {
  readonly email: string;
  readonly password: string;
  readonly token_name: string;
  readonly scopes: ('runs:read' | 'runs:write' | 'results:read' | 'system:read' | 'system:write')[];
}

export interface NewTest {
  readonly sample_id: number;
  readonly command: string;
  readonly categories: string[];
  readonly active: true;
}

/** One generated client behind the names of the operations it calls; results carry what the scenario compares. */
export interface SmokeClient {
  createToken(login: NewToken): Promise<string>;
  useToken(token: string): void;
  getCurrentUser(): Promise<string>;
  createRepository(repository: string): Promise<string>;
  listRepositories(): Promise<readonly string[]>;
  createCategory(name: string): Promise<string>;
  listCategories(): Promise<readonly string[]>;
  /** Undefined when the generator sends no bytes: the sample that is there is used instead. */
  readonly createSample?: (filename: string, body: Blob) => Promise<number>;
  getSample(sample_id: number): Promise<string>;
  createRegressionTest(test: NewTest): Promise<number>;
  listRegressionTests(offset: number): Promise<TestPage>;
  createRun(run: { repository: string; commit_sha: string; platform: 'linux' }): Promise<number>;
  getRun(run_id: number): Promise<string>;
  listRuns(): Promise<readonly number[]>;
  getQueue(): Promise<readonly number[]>;
  listUsers(): Promise<unknown>;
  getSampleDownload(sample_id: number): Promise<string | null>;
  revokeCurrentToken(): Promise<unknown>;
  /** The `code` of a refusal, as the client gives it. */
  codeOf(error: unknown): string | undefined;
}

async function step<Value>(
  name: string,
  call: () => Promise<Value>,
  check?: (value: Value) => unknown,
): Promise<Value> {
  const value = await call();
  await check?.(value);
  console.log(`ok ${name}`);
  return value;
}

async function refused(name: string, client: SmokeClient, code: string, call: () => Promise<unknown>): Promise<void> {
  const error = await call().then(
    () => undefined,
    (caught: unknown) => caught ?? 'nothing',
  );
  equal(client.codeOf(error), code);
  console.log(`ok ${name}`);
}

async function sampleOf({ createSample }: SmokeClient): Promise<{ sample_id: number; filename: string; size: number }> {
  if (createSample === undefined)
    return { sample_id: Number(given('SPCI_SAMPLE_ID')), filename: 'prepared.txt', size: 'prepared\n'.length };
  const filename = 'smoke.txt';
  const sample_id = await step('createSample', () => createSample(filename, new Blob([content])));
  return { sample_id, filename, size: content.length };
}

export async function runScenario(client: SmokeClient): Promise<void> {
  const login = { email: given('SPCI_EMAIL'), password: given('SPCI_PASSWORD'), token_name: 'smoke', scopes };
  const run = { repository: given('SPCI_REPOSITORY'), commit_sha: given('SPCI_COMMIT'), platform: 'linux' as const };
  client.useToken(
    await step(
      'createToken',
      () => client.createToken(login),
      (token) => ok(token.startsWith('spci_')),
    ),
  );
  await step(
    'getCurrentUser',
    () => client.getCurrentUser(),
    (email) => equal(email, login.email),
  );
  await step(
    'createRepository',
    () => client.createRepository('smoke/tool'),
    (name) => equal(name, 'smoke/tool'),
  );
  await step(
    'listRepositories',
    () => client.listRepositories(),
    (names) => ok(names.includes('smoke/tool')),
  );
  await step(
    'createCategory',
    () => client.createCategory('smoke'),
    (name) => equal(name, 'smoke'),
  );
  await step(
    'listCategories',
    () => client.listCategories(),
    (names) => ok(names.includes('smoke')),
  );
  const { sample_id, filename, size } = await sampleOf(client);
  await step(
    'getSample',
    () => client.getSample(sample_id),
    (name) => equal(name, filename),
  );
  const newTest: NewTest = { sample_id, command: 'smoke', categories: ['smoke'], active: true };
  const test_id = await step(
    'createRegressionTest',
    () => client.createRegressionTest(newTest),
    (id) => ok(id > 0),
  );
  const first = await step(
    'firstPage',
    () => client.listRegressionTests(0),
    (page) => equal(page.total, 2),
  );
  await step(
    'secondPage',
    () => client.listRegressionTests(first.next_offset ?? 0),
    ({ ids, next_offset }) => {
      ok([...first.ids, ...ids].includes(test_id));
      equal(next_offset ?? null, null);
    },
  );
  const run_id = await step(
    'createRun',
    () => client.createRun(run),
    (id) => ok(id > 0),
  );
  await step(
    'getRun',
    () => client.getRun(run_id),
    (status) => equal(status, 'queued'),
  );
  await step(
    'listRuns',
    () => client.listRuns(),
    (ids) => ok(ids.includes(run_id)),
  );
  await step(
    'getQueue',
    () => client.getQueue(),
    (ids) => ok(ids.includes(run_id)),
  );
  await refused('notFound', client, 'not_found', () => client.getRun(2_000_000_000));
  await refused('forbidden', client, 'forbidden', () => client.listUsers());
  await step(
    'downloadSample',
    () => client.getSampleDownload(sample_id),
    async (address) => {
      equal((await (await fetch(address ?? '')).arrayBuffer()).byteLength, size);
    },
  );
  await step('revokeCurrentToken', () => client.revokeCurrentToken());
  await refused('unauthorized', client, 'unauthorized', () => client.getCurrentUser());
}
