import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  bodyExamplesOf,
  everyOperation,
  parametersOf,
  type DeclaredOperation,
  type DeclaredParameter,
} from '../harness/declared-requests.ts';
import { missingId, missingUuid } from '../harness/missing-ids.ts';
import { sendGood, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { belonging, widening } from '../harness/list-oracles.ts';
import { queueRun } from '../harness/suite.ts';
import type { SentAnswer } from '../harness/send-request.ts';
import { openStage, type Stage, type Values } from '../harness/stage.ts';
import { openWorld, unique } from '../harness/world.ts';

let own: Stage;
/** Of the same domain: its things are there, and not where the own ones are. */
let sibling: Stage;
let foreign: Stage;

beforeAll(async () => {
  const world = await openWorld();
  own = await openStage(world);
  sibling = await openStage(world);
  foreign = await openStage(await openWorld());
});

type Change = (good: GoodRequest) => Partial<Pick<GoodRequest, 'token' | 'request'>>;

const isId = ({ type, format }: DeclaredParameter['schema']): boolean => type === 'integer' || format === 'uuid';
const idsIn = (operation: DeclaredOperation): string[] =>
  parametersOf(operation)
    .filter((parameter) => parameter.in === 'path' && isId(parameter.schema))
    .map(({ name }) => name);
/** Of nothing, in the form of the id that it stands for. */
const missingFor = (id: string | number): string | number => (typeof id === 'number' ? missingId : missingUuid);
const owned = (...owners: string[]) =>
  everyOperation.filter(({ ownership }) => ownership !== null && owners.includes(ownership));
const eachId = (operations: readonly DeclaredOperation[]) =>
  operations.flatMap((operation) => idsIn(operation).map((name) => [operation.id, name, operation] as const));

const withPath =
  (path: Values, token?: string): Change =>
  ({ request, ...good }) => ({
    token: token ?? good.token,
    request: { ...request, path: { ...request.path, ...mapped(path) } },
  });
const mapped = (values: Values) => Object.fromEntries(Object.entries(values).map(([name, id]) => [name, String(id)]));

/** The whole answer but what is of this one request: its id, and whatever of the values that answers are compared by. */
function told({ status, text }: SentAnswer, values: readonly unknown[]): string {
  // The size of a page may be the number of what is asked for.
  const facts = text.replace(/"request_id":"[^"]+"/, '').replace(/"limit":\d+,/, '');
  const known = values.map(String).sort((a, b) => b.length - a.length);
  return `${status} ${known.reduce((shown, value) => shown.replaceAll(value, '…'), facts)}`;
}

test('every operation with an id in its address says who owns it', () => {
  const silent = everyOperation.filter((operation) => idsIn(operation).length > 0 && operation.ownership === null);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

describe('what belongs to another domain, or lies elsewhere in the own one, is as if it were not there', () => {
  test.each(eachId(owned('domain')))('%s %s', async (_, name, operation) => {
    if (idsIn(operation).length > 1) expect(succeeded(await sendGood(own, operation))).toBe(true);
    const none = missingFor(own.values[name] ?? 0);
    const missing = await sendGood(own, operation, withPath({ [name]: none }));
    expect(missing.status).toBe(404);
    const elsewhere = idsIn(operation).length > 1 ? [foreign, sibling] : [foreign];
    for (const { values } of elsewhere) {
      const id = values[name] ?? 0;
      const answer = await sendGood(own, operation, withPath({ [name]: id }));
      expect(told(answer, [id, none])).toBe(told(missing, [id, none]));
    }
  });

  test.each(eachId(owned('domain')).map(([id, , operation]) => [id, operation] as const))(
    '%s of the other domain as a whole',
    async (_, operation) => {
      const ids = Object.fromEntries(idsIn(operation).map((name) => [name, foreign.values[name] ?? 0]));
      const missing = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, missingFor(id)]));
      const answers = [
        await sendGood(own, operation, withPath(ids)),
        await sendGood(own, operation, withPath(missing)),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      const values = [...Object.values(ids), ...Object.values(missing)];
      expect(new Set(answers.map((answer) => told(answer, values))).size).toBe(1);
    },
  );
});

describe('what belongs to another account is as if it were not there', () => {
  test.each(eachId(owned('account')))('%s %s', async (_, name, operation) => {
    const member = await own.world.member('user');
    const missing = await sendGood(own, operation, withPath({ [name]: missingId }, member.token));
    expect(missing.status).toBe(404);
    const others = [
      withPath({ [name]: own.values[name] ?? 0 }, member.token),
      withPath({ [name]: foreign.values[name] ?? 0 }),
    ];
    for (const other of others) expect(told(await sendGood(own, operation, other), [])).toBe(told(missing, []));
  });
});

describe('what belongs to the installation', () => {
  test.each(eachId(owned('installation')))(
    '%s %s: one that is missing is told to who may know',
    async (_, name, operation) => {
      expect((await sendGood(own, operation, withPath({ [name]: missingId }))).status).toBe(404);
    },
  );

  test.each(eachId(owned('installation')))('%s %s: to others all are alike', async (_, name, operation) => {
    const told403 = [];
    for (const id of [own.values[name] ?? 0, missingId])
      told403.push(told(await sendGood(own, operation, withPath({ [name]: id }, own.world.admin.token)), []));
    expect(new Set(told403).size).toBe(1);
    expect(told403[0]).toMatch(/^403 /);
  });
});

describe('a lease opens what is its own', () => {
  test.each(eachId(owned('lease')))('%s %s: no other lease, there or not', async (_, name, operation) => {
    const answers = [];
    for (const id of [foreign.values[name] ?? 0, sibling.values[name] ?? 0, missingId])
      answers.push(told(await sendGood(own, operation, withPath({ [name]: id }, own.held.lease.client.token)), []));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^401 /);
  });

  test.each(
    owned('lease')
      .filter(({ method, path }) => method === 'GET' && path.includes('{sha256}'))
      .map((operation) => [operation.id, operation] as const),
  )('%s: no bytes of another domain, there or not', async (_, operation) => {
    const [theirs, none] = [foreign.suite.sample.sha, '0'.repeat(64)];
    const answers = [
      told(await sendGood(own, operation, withPath({ sha256: theirs })), [theirs, none]),
      told(await sendGood(own, operation, withPath({ sha256: none })), [theirs, none]),
    ];
    expect(answers[0]).toMatch(/^404 /);
    expect(answers[0]).toBe(answers[1]);
  });
});

/** The text of a body with another value wherever this member stands; undefined where it stands nowhere. */
function replacedIn(body: string, name: string, value: unknown): string | undefined {
  const replaced = JSON.stringify(JSON.parse(body), (member, inner: unknown) => {
    if (member === name) return value;
    return member === `${name}s` ? [value] : inner;
  });
  return replaced === JSON.stringify(JSON.parse(body)) ? undefined : replaced;
}

const references = {
  ...{ run_id: missingId, sample_id: missingId, regression_test_id: missingId, regression_id: missingId },
  ...{ output_id: missingId, build_id: missingId, site_id: missingId, repository_id: missingId },
  ...{ repository: `${unique('owner')}/tool`, category: unique('category') },
  ...{ categorie: unique('category') },
};
const nameOfReference = (name: string): string => (name === 'categorie' ? 'category' : name);

/** The members by which a body refers to something; a repository that is made refers to nothing. */
function referencesIn(operation: DeclaredOperation): [string, string | number][] {
  const bodies = operation.id === 'createRepository' ? [] : Object.values(bodyExamplesOf(operation));
  return Object.entries(references).filter(([member, none]) =>
    bodies.some((body) => replacedIn(JSON.stringify(body), member, none) !== undefined),
  );
}

describe('a body that refers to another domain is treated like one that refers to nothing', () => {
  const referring = everyOperation.filter((operation) => referencesIn(operation).length > 0);

  test.each(referring.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    for (const [member, none] of referencesIn(operation)) {
      const theirs = foreign.values[nameOfReference(member)];
      const send = (value: unknown): Promise<SentAnswer | undefined> => sendReplaced(operation, member, value);
      const [answer, missing] = [await send(theirs), await send(none)];
      if (answer === undefined || missing === undefined) continue;
      expect([member, told(answer, [theirs])]).toEqual([member, told(missing, [none])]);
    }
  });
});

async function sendReplaced(
  operation: DeclaredOperation,
  member: string,
  value: unknown,
): Promise<SentAnswer | undefined> {
  let stands = true;
  const answer = await sendGood(own, operation, ({ request }) => {
    const body = typeof request.body === 'string' ? replacedIn(request.body, member, value) : undefined;
    stands = body !== undefined;
    return body === undefined ? {} : { request: { ...request, body } };
  });
  return stands ? answer : undefined;
}

const filtering = everyOperation.flatMap((operation) =>
  parametersOf(operation)
    .filter((parameter) => parameter.in === 'query' && operation.method === 'GET' && parameter.name in references)
    .map(({ name }) => [operation.id, name, operation] as const),
);

describe('a filter by what belongs to another domain finds what a filter by nothing finds', () => {
  test.each(filtering)('%s %s', async (id, name, operation) => {
    const none = Object.entries(references).find(([reference]) => reference === name)?.[1];
    const ask = async (value: unknown): Promise<string> => {
      const query = { [name]: String(value) };
      const answer = await sendGood(own, operation, ({ request }) => ({ request: { ...request, query } }));
      expect(answer.status).toBe(belonging.includes(`${id} ${name}`) ? 400 : 200);
      return told(answer, [value]);
    };
    // Workers of all domains are counted while they live: what is compared is asked while nothing else changes.
    let [before, found, after] = [await ask(none), await ask(foreign.values[name]), await ask(none)];
    for (let round = 0; before !== after && round < 5; round += 1)
      [before, found, after] = [after, await ask(foreign.values[name]), await ask(none)];
    expect(found).toBe(after);
  });
});

describe('a list shows nothing of another domain', () => {
  /** The installation's, which every domain is shown. */
  const shared: readonly string[] = ['listForbiddenExtensions'];
  const lists = everyOperation.filter(
    ({ id, method, path, credential, operator }) =>
      method === 'GET' &&
      id.startsWith('list') &&
      !shared.includes(id) &&
      credential === 'account' &&
      !operator &&
      !path.includes('{'),
  );

  test.each([...lists.map((operation) => [operation.id, operation] as const)])('%s', async (_, operation) => {
    await queueRun(own.world, own.suite, 'windows');
    await queueRun(foreign.world, foreign.suite, 'windows');
    const rows = [];
    for (const stage of [own, foreign]) {
      const query: Record<string, string> = { ...widening[operation.id], limit: '100' };
      const { text } = await sendGood(stage, operation, ({ request }) => ({ request: { ...request, query } }));
      rows.push((JSON.parse(text) as { data: unknown[] }).data.map((row) => JSON.stringify(row)));
    }
    const [ours = [], theirs = []] = rows;
    expect([ours.length > 0, theirs.length > 0]).toEqual([true, true]);
    expect(ours.filter((row) => theirs.includes(row))).toEqual([]);
  });
});
