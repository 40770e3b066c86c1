import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyOperation, parametersOf, type DeclaredOperation, type Json } from '../harness/declared-requests.ts';
import { declarationPath, describedAt, operationAt, resolvedPath } from '../harness/described.ts';
import { goodRequest, type GoodRequest } from '../harness/good-requests.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld } from '../harness/world.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);
const send = (operation: DeclaredOperation, { url, token, request }: GoodRequest): Promise<SentAnswer> =>
  sendRequest(url, operation, token, request);
const objectIn = ({ text }: SentAnswer): Json => JSON.parse(text) as Json;

const responseOf = (operation: DeclaredOperation, status: number): readonly string[] =>
  resolvedPath([...declarationPath(operation), 'responses', String(status)]);
const successesOf = ({ statuses }: DeclaredOperation): number[] => statuses.filter((status) => status < 300);

/** What the schema of a success is called; undefined where there is no JSON. */
function schemaOf(operation: DeclaredOperation): string | undefined {
  const [status = 0] = successesOf(operation);
  const schema = describedAt([...responseOf(operation, status), 'content', 'application/json', 'schema']);
  return schema === undefined ? undefined : String(schema['$ref']);
}

const pointing = everyOperation.filter((operation) =>
  successesOf(operation).some((status) => describedAt([...responseOf(operation, status), 'headers', 'Location'])),
);

describe('what an answer points to is there, and is what was told', () => {
  test.each(named(pointing))('%s', async (_, operation) => {
    const good = await goodRequest(stage, operation);
    const answer = await send(operation, good);
    const address = new URL(answer.headers.get('location') ?? '', good.url);
    const located = operationAt('GET', address.pathname);
    if (located === undefined) throw new Error(`${address.pathname} is no address of the description`);
    const headers = { Authorization: `Bearer ${good.token}` };
    const shown = await fetch(address, { headers });
    expect(shown.status).toBe(200);
    const [told, there] = [objectIn(answer), (await shown.json()) as Json];
    const ids = Object.keys(located.path);
    expect(ids.map((id) => String(told[id] ?? told['id']))).toEqual(ids.map((id) => located.path[id]));
    if (schemaOf(located.operation) === schemaOf(operation)) expect(there).toEqual(told);
  });
});

const listAt = ({ path }: DeclaredOperation): DeclaredOperation | undefined =>
  everyOperation.find((other) => other.path === path && other.method === 'GET' && other.id.startsWith('list'));
const creating = everyOperation.filter(
  (operation) => operation.method === 'POST' && successesOf(operation).includes(201) && listAt(operation) !== undefined,
);

/** Every row of the list that lies at the address of the creation. */
async function rowsBeside(operation: DeclaredOperation, { url, token, request }: GoodRequest): Promise<Json[]> {
  const list = listAt(operation);
  if (list === undefined) throw new Error(`no list at ${operation.path}`);
  const asked = token ?? stage.world.admin.token;
  const rows: Json[] = [];
  for (let offset = 0; ; offset += 100) {
    const paged = parametersOf(list).some(({ name }) => name === 'offset');
    const query: Record<string, string> = paged ? { limit: '100', offset: String(offset) } : { limit: '100' };
    const page = objectIn(await sendRequest(url, list, asked, { path: request.path ?? {}, query })) as { data: Json[] };
    rows.push(...page.data);
    if (!paged || page.data.length < 100) return rows;
  }
}

describe('what was created is one more row of the list at its address', () => {
  test.each(named(creating))('%s', async (_, operation) => {
    const good = await goodRequest(stage, operation);
    const before = (await rowsBeside(operation, good)).map((row) => JSON.stringify(row));
    const told = objectIn(await send(operation, good));
    const rows = await rowsBeside(operation, good);
    expect(rows.length).toBe(before.length + 1);
    const same = rows.filter((row) =>
      typeof row === 'string'
        ? Object.values(told).includes(row)
        : Object.keys(row).every((name) => !(name in told) || JSON.stringify(row[name]) === JSON.stringify(told[name])),
    );
    expect(same.length).toBe(1);
    expect(before).not.toContain(JSON.stringify(same[0]));
  });
});

const deleting = everyOperation.filter(({ method, path }) => method === 'DELETE' && path.includes('{'));
const tellsWhat = (operation: DeclaredOperation): boolean => schemaOf(operation) !== undefined;

const deletions = deleting.filter(tellsWhat).map((operation) => {
  const shows = everyOperation.filter(({ method, path }) => method === 'GET' && path === operation.path);
  return [operation.id, shows.map(({ id }) => id).join(' and ') || 'nothing', operation, shows] as const;
});

describe('what was deleted is nowhere, and is deleted once', () => {
  test.each(deletions)('%s, shown by %s', async (_, __, operation, shows) => {
    const good = await goodRequest(stage, operation);
    for (const show of shows) expect((await send(show, good)).status).toBe(200);
    expect((await send(operation, good)).status).toBe(200);
    for (const show of shows) expect((await send(show, good)).status).toBe(404);
    const again = await send(operation, good);
    expect([again.status, again.failure.code]).toEqual([404, 'not_found']);
  });
});

describe('what was revoked stays revoked, however often', () => {
  test.each(named(deleting.filter((operation) => !tellsWhat(operation))))('%s', async (_, operation) => {
    const good = await goodRequest(stage, operation);
    for (let times = 0; times < 3; times += 1) expect((await send(operation, good)).status).toBe(204);
  });
});
