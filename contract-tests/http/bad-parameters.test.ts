import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { everyOperation, parametersOf, type DeclaredOperation } from '../harness/declared-requests.ts';
import { fittingAddress } from '../harness/fitting-values.ts';
import { parameterMisfits } from '../harness/misfits.ts';
import { sendRequest, type SentAnswer, type SentRequest } from '../harness/send-request.ts';
import { openWorld, type World } from '../harness/world.ts';

let world: World;
let credentials: Credentials;

beforeAll(async () => {
  world = await openWorld();
  credentials = await liveCredentials(world);
});

afterAll(() => credentials?.release());

async function send(operation: DeclaredOperation, request: SentRequest): Promise<SentAnswer> {
  const { path, query } = credentials.addressFor(operation);
  return sendRequest(world.url, operation, credentials.tokenFor(operation), {
    ...request,
    path: { ...path, ...request.path },
    query: typeof request.query === 'string' ? request.query : { ...query, ...request.query },
    ...(operation.requestRequired ? { body: '{}' } : {}),
  });
}

/** Told apart as one line, so that a failing list shows each case. */
function verdictOn({ status, failure }: SentAnswer, field: string): string {
  return `${status} ${failure.code} ${Object.keys(failure.details?.fields ?? {}).includes(field) ? field : 'unnamed'}`;
}

/** A signed address and a lease's token are for one object: with another value they are no credential. */
const bound = ({ credential }: DeclaredOperation, name: string): boolean =>
  credential === 'signature' || (credential === 'lease' && name === 'lease_id');

function expectedOn(operation: DeclaredOperation, name: string, field: string): string {
  // What is no domain has no page.
  if (field === 'path.domain') return '404 not_found unnamed';
  return bound(operation, name) ? '401 unauthorized unnamed' : `400 validation_error ${field}`;
}

const parameters = everyOperation.flatMap((operation) =>
  parametersOf(operation)
    .filter((parameter) => parameter.in !== 'header')
    .map((parameter) => ({ operation, parameter })),
);

describe('a bad value is refused and named', () => {
  test.each(
    parameters.map(({ operation, parameter }) => ({
      title: `${operation.method} ${operation.path} ${parameter.in}.${parameter.name}`,
      operation,
      parameter,
    })),
  )('$title', async ({ operation, parameter }) => {
    const field = `${parameter.in}.${parameter.name}`;
    const misfits = parameterMisfits(parameter);
    const expected = expectedOn(operation, parameter.name, field);
    const told: Record<string, string> = {};
    for (const { fault, value } of misfits) {
      const answer = await send(operation, { [parameter.in]: { [parameter.name]: value } });
      told[`${fault} ${value.slice(0, 20)}`] = verdictOn(answer, field);
    }
    expect(told).toEqual(Object.fromEntries(Object.keys(told).map((name) => [name, expected])));
    expect(Object.keys(told).length > 0 || parameter.schema.type === 'string').toBe(true);
  });
});

/** What a client of HTTP neither trims nor refuses to send. */
const isSendable = (value: string): boolean => /^[!-~]+$/.test(value);
const inHeaders = everyOperation.flatMap((operation) =>
  parametersOf(operation)
    .filter((parameter) => parameter.in === 'header' && operation.credential !== 'signature')
    .map((parameter) => [operation.id, parameter.name, operation, parameter] as const),
);

describe('a header that does not fit is refused and named', () => {
  test.each(inHeaders)('%s %s', async (_, name, operation, parameter) => {
    const field = `headers.${name.toLowerCase()}`;
    const misfits = parameterMisfits(parameter).filter(({ value }) => isSendable(value));
    const told: Record<string, string> = {};
    for (const { fault, value } of misfits)
      told[fault] = verdictOn(await send(operation, { headers: { [name]: value } }), field);
    expect(told).toEqual(Object.fromEntries(misfits.map(({ fault }) => [fault, `400 validation_error ${field}`])));
    expect(misfits.length).toBeGreaterThan(0);
  });
});

const unsigned = everyOperation.filter(({ credential }) => credential !== 'signature');

describe('a parameter that the operation does not have is refused and named', () => {
  test.each(unsigned.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s',
    async (_, operation) => {
      const names = [
        'no_such_parameter',
        '__proto__',
        'constructor',
        'LIMIT',
        'limit[]',
        '[limit]',
        'limit[',
        'a.b',
        '',
      ];
      const told = new Map<string, string>();
      for (const name of names) {
        const query = new URLSearchParams([...Object.entries(fittingAddress(operation).query), [name, '1']]);
        told.set(name, verdictOn(await send(operation, { query: query.toString() }), `query.${name}`));
      }
      expect(told).toEqual(new Map(names.map((name) => [name, `400 validation_error query.${name}`])));
    },
  );
});

describe('a repeated parameter is refused and named', () => {
  const single = parameters.filter(
    ({ operation, parameter: { in: place, schema } }) =>
      place === 'query' && schema.type !== 'array' && operation.credential !== 'signature',
  );

  test.each(single.map(({ operation, parameter }) => [operation.id, parameter.name, operation] as const))(
    '%s query.%s',
    async (_, name, operation) => {
      const { query } = fittingAddress(operation);
      const once = Object.entries(query).filter(([other]) => other !== name);
      const value = query[name] ?? '1';
      const twice = new URLSearchParams([...once, [name, value], [name, value]]).toString();
      expect(verdictOn(await send(operation, { query: twice }), `query.${name}`)).toBe(
        `400 validation_error query.${name}`,
      );
    },
  );
});

describe('what an address may hold', () => {
  const listSamples = (query: string) =>
    fetch(`${world.url}/api/v1/samples?${query}`, { headers: { Authorization: `Bearer ${world.admin.token}` } });

  test.each([
    'name=a+b',
    'name=a%20b',
    'name=a:b@c,d;e(f)*!$',
    "name=it's",
    'name=a/b?c',
    'name=%C3%A4',
    'name=ä',
    '&&',
    '',
  ])('%j is understood', async (query) => {
    expect((await listSamples(query)).status).toBe(200);
  });

  test.each(['name=%', 'name=%zz', 'name=%ff', 'name=%C3', '%ff=1', 'name=%ED%A0%80'])(
    '%j is not percent-encoded UTF-8 and refused',
    async (query) => {
      const response = await listSamples(query);
      expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code: 'bad_request' })]);
    },
  );

  test('a plus sign is a space and an encoded one a plus sign', async () => {
    const name = `plus+sign and space`;
    await world.admin.expect('createSample', 201, { query: { filename: `${name}.bin` }, raw: `${Math.random()}` });
    const found = async (query: string): Promise<number> => {
      const page = (await (await listSamples(query)).json()) as { pagination: { total: number } };
      return page.pagination.total;
    };
    expect(await found('name=plus%2Bsign+and%20space')).toBe(1);
    expect(await found('name=plus+sign+and+space')).toBe(0);
  });
});
