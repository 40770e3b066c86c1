import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  bodySchemaOf,
  everyOperation,
  parametersOf,
  type DeclaredOperation,
  type Schema,
} from '../harness/declared-requests.ts';
import { goodRequest, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { approveRun, holdRun, outputPath, runOnce } from '../harness/held-run.ts';
import { takeBlobsAway } from '../harness/missing-blobs.ts';
import { startOwnServer } from '../harness/own-server.ts';
import { everyPage } from '../harness/paging.ts';
import { sendRequest } from '../harness/send-request.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { openStage, producedContent, producedDigest, type Stage } from '../harness/stage.ts';
import { enrolWorker, makeSuite, queueRun, type Suite } from '../harness/suite.ts';
import { openWorld, type World } from '../harness/world.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

/** One value at one place of a request. */
interface Choice {
  readonly place: string;
  readonly value: string;
  readonly apply: (good: GoodRequest) => GoodRequest['request'];
}

/** Puts the value where the example has one of the enumeration; items of a list become this one. */
function replaced(body: unknown, [step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step === '[]')
    return steps.length === 0 ? [value] : (body as unknown[]).map((item) => replaced(item, steps, value));
  // What the example leaves out has nothing but the value.
  const object = (body ?? {}) as Record<string, unknown>;
  return { ...object, [step]: replaced(object[step], steps, value) };
}

function enumerations(
  schema: Schema,
  path: readonly string[],
): [path: readonly string[], values: readonly unknown[]][] {
  const inner = [
    ...(schema.items === undefined ? [] : enumerations(schema.items, [...path, '[]'])),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => enumerations(property, [...path, name])),
  ];
  return schema.enum === undefined ? inner : [[path, schema.enum], ...inner];
}

function bodyChoices(operation: DeclaredOperation): Choice[] {
  return enumerations(bodySchemaOf(operation) ?? {}, []).flatMap(([path, values]) =>
    values.map((value) => ({
      place: `body.${path.join('.')}`,
      value: String(value),
      apply: ({ request }) => ({
        ...request,
        body: JSON.stringify(replaced(JSON.parse(String(request.body)), path, value)),
      }),
    })),
  );
}

function queryChoices(operation: DeclaredOperation): Choice[] {
  return parametersOf(operation)
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, schema }) =>
      (schema.enum ?? schema.items?.enum ?? []).map((value) => ({
        place: `query.${name}`,
        value: String(value),
        apply: ({ request }: GoodRequest) => ({
          ...request,
          query: { ...(request.query as Record<string, string>), [name]: String(value) },
        }),
      })),
    );
}

const choices = everyOperation.flatMap((operation) =>
  [...bodyChoices(operation), ...queryChoices(operation)].map(
    (choice) => [operation.id, choice.place, choice.value, operation, choice] as const,
  ),
);

/** What the value needs beside it. */
const needs: Readonly<Record<`${DeclaredOperation['id']} ${string}`, () => Promise<Partial<GoodRequest['request']>>>> =
  {
    // A baseline for one platform comes from a run on it.
    'approveBaselines body.platform windows': async () => {
      const run = await runOnce(stage.world, stage.suite, producedContent, 0, 'windows');
      return { path: { run_id: String(run.run_id) } };
    },
  };

/** Which of what a job found is meant: of a value that found nothing there is nothing to choose (422), which is not its fault. */
const choosing: ReadonlySet<string> = new Set(['createPreflightFixes body.fixes.[].audit']);

/** Nothing comes out of it. */
const withoutOutputs = (body: unknown): unknown =>
  typeof body === 'string' && body.includes('"output_type":"null"') && body.includes('"outputs"')
    ? JSON.stringify({ ...(JSON.parse(body) as object), outputs: [] })
    : body;

describe('every value of an enumeration is taken', () => {
  test('what some need beside them is of values that there are', () => {
    const known = choices.map(([id, place, value]) => `${id} ${place} ${value}`);
    expect(Object.keys(needs).filter((key) => !known.includes(key))).toEqual([]);
  });

  test.each(choices)('%s %s %s', async (id, place, value, operation, { apply }) => {
    const good = await goodRequest(stage, operation);
    const { body, ...request } = { ...apply(good), ...(await needs[`${id} ${place} ${value}`]?.()) };
    const fitting = withoutOutputs(body);
    const answer = await sendRequest(good.url, operation, good.token, {
      ...request,
      ...(typeof fitting === 'string' ? { body: fitting } : {}),
    });
    await good.release();
    const taken = succeeded(answer) || (choosing.has(`${id} ${place}`) && answer.status === 422);
    expect({ text: answer.text.slice(0, 300), taken }).toMatchObject({ taken: true });
  });
});

const everyValue = (id: DeclaredOperation['id'], member: string): readonly unknown[] => {
  const operation = everyOperation.find((candidate) => candidate.id === id);
  const schema = operation === undefined ? undefined : bodySchemaOf(operation);
  const [found] = enumerations(schema ?? {}, []).filter(([path]) => path.includes(member));
  return found?.[1] ?? [];
};

describe('and told again where it is read', () => {
  const inputs = everyValue('createRegressionTest', 'input_type') as ('file' | 'stdin' | 'udp')[];
  const outputs = everyValue('createRegressionTest', 'output_type') as 'file'[];

  test('types of inputs and outputs, in lists of tests, in plans and in the list of workers', async () => {
    const { world } = stage;
    const suite = await makeSuite(world, 0);
    const rows = outputs.map((output_type, index) => ({
      output_type,
      input_type: inputs[index % inputs.length] ?? 'file',
    }));
    for (const row of rows)
      await world.admin.expect('createRegressionTest', 201, {
        body: {
          ...{ sample_id: suite.sample.sample_id, command: '--x', categories: [suite.category], active: true, ...row },
          outputs: row.output_type === ('null' as string) ? [] : [{ expected_filename: 'out.srt' }],
        },
      });
    const listed = await world.admin.expect('listRegressionTests', 200, {
      query: { category: suite.category, limit: 100 },
    });
    expect(listed.data.map(({ input_type, output_type }) => ({ input_type, output_type }))).toEqual(
      expect.arrayContaining(rows),
    );
    await planEverything(world, suite, rows);
  });

  async function planEverything(world: World, suite: Suite, rows: readonly object[]): Promise<void> {
    const { run_id } = await queueRun(world, suite);
    const worker = await enrolWorker(world);
    const body = { platforms: ['linux' as const], wait_ms: 5000, input_types: inputs, output_types: outputs };
    for (let attempts = 0; attempts < 50; attempts += 1) {
      const claim = await worker.expect('claimRun', 201, { body });
      if (claim.run_id !== run_id) continue;
      expect(claim.plan.tests).toEqual(expect.arrayContaining(rows.map((row) => expect.objectContaining(row))));
      const workers = await everyPage((query) => world.operator.expect('listWorkers', 200, { query }), 100);
      const taking = workers.filter((row) => row.output_types.length === outputs.length);
      expect(taking.map(({ input_types }) => [...input_types].sort())).toContainEqual([...inputs].sort());
      return;
    }
    throw new Error('the run never came');
  }

  test('levels and sources of log lines', async () => {
    const { lease, run_id } = await holdRun(stage.world, stage.suite);
    const levels = everyValue('appendLogLines', 'level') as 'info'[];
    const sources = everyValue('appendLogLines', 'source') as 'worker'[];
    const lines = levels.map((level, index) => ({
      ...{ at: '2026-11-22T10:00:00Z', message: 'a line', level, source: sources[index % sources.length] ?? 'worker' },
    }));
    await lease.client.expect('appendLogLines', 200, { path: lease.path, body: { first_line: 0, lines } });
    const { data } = await stage.world.admin.expect('listRunLogs', 200, { path: { run_id }, query: { limit: 100 } });
    const told = new Set(data.flatMap(({ level, source }) => [level, source]));
    expect([...told]).toEqual(expect.arrayContaining([...levels, ...sources]));
  });
});

describe('every class of a difference is told', () => {
  const cue = (second: number) => `1\n00:00:0${second},000 --> 00:00:0${second},500\nA\n`;
  const large = 'a'.repeat(1_048_577);
  const differences: Readonly<Record<string, readonly [approved: string, produced: string | null]>> = {
    identical: ['a\n', 'a\n'],
    missing_actual: ['a\n', null],
    empty: ['a\n', ''],
    byte_order_mark: ['a\n', '\uFEFFa\n'],
    binary: ['a\n', 'a\0'],
    line_endings: ['a\nb\n', 'a\r\nb\r\n'],
    trailing_space: ['a\n', 'a \n'],
    time_shift: [cue(1), cue(2)],
    lines_added: ['a\n', 'a\nb\n'],
    lines_removed: ['a\nb\n', 'a\n'],
    lines_changed: ['a\n', 'b\n'],
    not_compared: ['a\n', large],
  };

  test.each(Object.entries(differences))('%s', async (name, [approved, produced]) => {
    const suite = await makeSuite(stage.world);
    await approveRun(stage.world, suite, (await runOnce(stage.world, suite, approved)).run_id);
    const { run_id } = await runOnce(stage.world, suite, produced);
    const { data } = await stage.world.admin.expect('listRunSamples', 200, { path: { run_id } });
    expect(data.map(({ outputs }) => outputs[0]?.class)).toEqual([name]);
    const errors = await stage.world.admin.expect('listRunErrors', 200, { path: { run_id } });
    expect(errors.data.map(({ difference }) => difference)).toEqual(name === 'identical' ? [] : [name]);
  });
});

describe('stored bytes that are gone', () => {
  let server: ServerProcess;
  let world: World;

  beforeAll(async () => {
    server = await startOwnServer({});
    world = await openWorld(server.url);
  });
  afterAll(() => server?.stop());

  test('are told as gone, the sample as degraded, to its worker as not found, and as an error of the run', async () => {
    const suite = await makeSuite(world);
    await approveRun(world, suite, (await runOnce(world, suite, 'what is approved')).run_id);
    const { run_id } = await runOnce(world, suite, producedContent);
    const { regression_id: regression_test_id, output_id } = outputPath(suite, run_id);
    const at = { regression_test_id, output_id };
    const accepted = await world.admin.expect('createVariant', 201, { path: at, body: { hash: producedDigest } });
    const { lease, ...held } = await holdRun(world, suite);
    const bringBack = await takeBlobsAway(server);
    const { sample_id } = suite.sample;
    const sample = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
    const output = await world.admin.expect('getActualOutput', 200, { path: outputPath(suite, run_id) });
    const baseline = await world.admin.expect('getBaselineDownload', 200, { path: at });
    const ofVariant = { ...at, variant_id: accepted.id };
    const variant = await world.admin.expect('getVariantDownload', 200, { path: ofVariant });
    for (let repeat = 0; repeat < 2; repeat += 1) {
      await lease.client.expect('getLeaseBuild', 404, { path: lease.path });
      await lease.client.expect('getLeaseSample', 404, { path: { ...lease.path, sha256: suite.sample.sha } });
    }
    const artifacts = await world.admin.expect('listRunArtifacts', 200, { path: { run_id } });
    await bringBack();
    const path = { run_id: held.run_id };
    const { data } = await world.admin.expect('listInfrastructureErrors', 200, { path });
    const missing = { type: 'storage', cause: 'bytes_missing', severity: 'error', attempt: 1 };
    expect(data).toMatchObject([
      { ...missing, sample_id: null, message: 'The stored bytes of the build are missing' },
      { ...missing, sample_id, message: 'The stored bytes of sample.m2ts are missing' },
    ]);
    expect([sample.storage_status, output.storage_status]).toEqual(['degraded', 'missing']);
    const gone = { storage_status: 'missing', download_url: null };
    expect(artifacts.data).toMatchObject([
      { ...gone, type: 'binary', size_bytes: expect.any(Number) },
      { ...gone, type: 'expected_output', size_bytes: null },
      { ...gone, type: 'actual_output', size_bytes: expect.any(Number) },
    ]);
    for (const { storage_status, size_bytes } of [baseline, variant])
      expect([storage_status, size_bytes > 0]).toEqual(['degraded', true]);
  });
});
