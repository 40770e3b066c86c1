import { beforeAll, describe, expect, test } from '@jest/globals';
import { crowdedPath, openCrowdedStage } from '../harness/crowded-stage.ts';
import { everyOperation, parametersOf, type DeclaredOperation } from '../harness/declared-requests.ts';
import { sendGood } from '../harness/good-requests.ts';
import { belonging, oracleOf, shaping, widening, type Known, type Row } from '../harness/list-oracles.ts';
import { everyPage, type PageOf } from '../harness/paging.ts';
import type { Stage } from '../harness/stage.ts';
import { withoutSignatures } from '../harness/stored-file.ts';

let stage: Stage;
let known: Known;

const queryOf = (operation: DeclaredOperation): string[] =>
  parametersOf(operation)
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);
const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);
const lists = everyOperation.filter((operation) => queryOf(operation).includes('limit'));
const byOffset = lists.filter((operation) => queryOf(operation).includes('offset'));
const byCursor = lists.filter((operation) => queryOf(operation).includes('cursor'));
const paging = ['limit', 'offset', 'cursor', 'sort'];
const largest = ({ id }: DeclaredOperation): number => (id === 'listRunLogs' ? 1000 : 100);

/** Recorded once a minute, perhaps between two pages. */
const uses = /"last_used_at":"[^"]*"/g;

type Query = Readonly<Record<string, string | number>>;

async function page(operation: DeclaredOperation, query: Query): Promise<PageOf<Row>> {
  const written = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const { status, text } = await sendGood(stage, operation, ({ request }) => ({
    request: { ...request, query: written, path: { ...request.path, ...crowdedPath(stage, operation) } },
  }));
  if (status !== 200) throw new Error(`${operation.id} ${JSON.stringify(query)}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(withoutSignatures(text).replaceAll(uses, '"last_used_at":null')) as PageOf<Row>;
}

async function everyRow(operation: DeclaredOperation, query: Query = widening[operation.id] ?? {}): Promise<Row[]> {
  const limit = largest(operation);
  if (byCursor.includes(operation)) return [...(await page(operation, { ...query, limit })).data];
  return everyPage((at) => page(operation, { ...query, ...at }), limit);
}

beforeAll(async () => {
  stage = await openCrowdedStage();
  const samples = await stage.world.admin.expect('listSamples', 200, { query: { limit: 100 } });
  const versions = await stage.world.admin.expect('listVersions', 200, { query: { limit: 100 } });
  known = {
    tags: new Map(samples.data.map(({ sample_id, tags }) => [sample_id, tags])),
    versions: new Map(versions.data.map(({ commit_sha, version }) => [commit_sha, version])),
  };
});

describe('the pages of a list are the list', () => {
  test.each(named(byOffset))('%s', async (_, operation) => {
    const rows = await everyRow(operation);
    expect(rows.length).toBeGreaterThan(2);
    const query = widening[operation.id] ?? {};
    const limits = [rows.length / 8, rows.length / 3, rows.length].map((limit) => Math.min(Math.ceil(limit), 100));
    for (const limit of new Set(limits))
      expect(await everyPage((at) => page(operation, { ...query, ...at }), limit)).toEqual(rows);
  });

  test.each(named(byOffset))('%s beyond its end is empty, and says so', async (_, operation) => {
    const { total } = (await page(operation, widening[operation.id] ?? {})).pagination;
    for (const offset of [total, total + 1, 2_147_483_647]) {
      const { data, pagination } = await page(operation, { ...widening[operation.id], offset });
      expect([data, pagination.total, pagination.next_offset]).toEqual([[], total, null]);
    }
  });

  test.each(named(byCursor))('%s by its cursors', async (_, operation) => {
    const rows = await everyRow(operation);
    expect(rows.length).toBeGreaterThan(5);
    for (const limit of [1, 5, rows.length]) {
      const read: Row[] = [];
      for (let cursor: number | null = 0; cursor !== null && read.length <= rows.length;) {
        const { data, pagination }: PageOf<Row> = await page(operation, { limit, cursor });
        expect(data.length).toBeLessThanOrEqual(limit);
        read.push(...data);
        cursor = Number(new Map<string, unknown>(Object.entries(pagination)).get('next_cursor') ?? Number.NaN);
        if (data.length < limit || Number.isNaN(cursor)) cursor = null;
      }
      expect(read).toEqual(rows);
    }
  });
});

const filters = lists.flatMap((operation) =>
  queryOf(operation)
    .filter((name) => !paging.includes(name) && !shaping.includes(name) && widening[operation.id]?.[name] !== 'true')
    .map((name) => [operation.id, name, operation] as const),
);

describe('a filter shows the rows that fit it, in the same order, and no other', () => {
  test.each(filters)('%s %s', async (id, name, operation) => {
    const rows = await everyRow(operation);
    const { asked, fits } = oracleOf(id, name);
    const values = new Set(rows.map((row) => asked(row, known)).filter((value) => value !== undefined));
    expect(values.size).toBeGreaterThan(0);
    for (const value of [...values].slice(0, 8)) {
      const query = { ...widening[id], [name]: String(value) };
      const fitting = rows.filter((row) => fits(row, String(value), known));
      expect([value, await everyRow(operation, query)]).toEqual([value, fitting]);
    }
  });

  const free = filters.filter(([id, name]) => !belonging.includes(`${id} ${name}`));

  test.each(free)('%s %s finds nothing where nothing fits', async (id, name, operation) => {
    const rows = await everyRow(operation);
    const { fits } = oracleOf(id, name);
    const parameter = parametersOf(operation).find((candidate) => candidate.name === name);
    const strange = {
      sha256: '0'.repeat(64),
      commit_sha: '0'.repeat(40),
      repository: 'no/such',
      url: 'https://no.such.example',
      sample_id: '2147483647',
    };
    const value = { ...strange, created_after: '2999-01-01T00:00:00Z', created_before: '1999-01-01T00:00:00Z' }[name];
    const candidates = parameter?.schema.enum?.map(String) ?? [
      value ?? (parameter?.schema.type === 'integer' ? '2147483647' : 'nosuch'),
    ];
    for (const candidate of candidates.filter((text) => !rows.some((row) => fits(row, text, known))))
      if (candidate !== 'all') expect(await everyRow(operation, { ...widening[id], [name]: candidate })).toEqual([]);
  });
});

describe('an order is a total order', () => {
  const sorted = lists.filter((operation) => queryOf(operation).includes('sort'));

  test.each(named(sorted))('%s', async (_, operation) => {
    const orders =
      parametersOf(operation)
        .find(({ name }) => name === 'sort')
        ?.schema.enum?.map(String) ?? [];
    expect(orders.length).toBeGreaterThan(1);
    for (const sort of orders) {
      const rows = await everyRow(operation, { sort });
      const key = sort.replace('-', '');
      const direction = sort.startsWith('-') ? -1 : 1;
      const compare = (one: unknown, other: unknown): number =>
        one === other ? 0 : (one as string) < (other as string) ? -1 : 1;
      const expected = rows.toSorted(
        (one, other) => direction * (compare(one[key], other[key]) || compare(one['run_id'], other['run_id'])),
      );
      expect([sort, rows.map(({ run_id }) => run_id)]).toEqual([sort, expected.map(({ run_id }) => run_id)]);
      expect(await everyPage((at) => page(operation, { sort, ...at }), 2)).toEqual(rows);
    }
  });
});
