import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { bodySchemaOf, everyOperation, type DeclaredOperation, type Schema } from '../harness/declared-requests.ts';
import { fittingObject } from '../harness/fitting-values.ts';
import { valueMisfits } from '../harness/misfits.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { openWorld, type World } from '../harness/world.ts';

let world: World;
let credentials: Credentials;

beforeAll(async () => {
  world = await openWorld();
  credentials = await liveCredentials(world);
});

afterAll(() => credentials?.release());

async function send(operation: DeclaredOperation, body: string | undefined): Promise<SentAnswer> {
  const { path, query } = credentials.addressFor(operation);
  const request = { path, query, ...(body === undefined ? {} : { body }) };
  return sendRequest(world.url, operation, credentials.tokenFor(operation), request);
}

const takesJson = everyOperation.flatMap((operation) => {
  const schema = bodySchemaOf(operation);
  return schema === undefined ? [] : [[operation.id, operation, schema] as [string, DeclaredOperation, Schema]];
});

test('every operation with a JSON body is here', () => {
  const ids = everyOperation.filter(({ requestType }) => requestType === 'application/json').map(({ id }) => id);
  expect(takesJson.map(([id]) => id)).toEqual(ids);
});

describe.each(takesJson)('%s', (_, operation, schema) => {
  test('names the field of each fault', async () => {
    const told: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const { fault, field, value } of valueMisfits('body', schema)) {
      const { status, failure } = await send(operation, JSON.stringify(value));
      const named = Object.keys(failure.details?.fields ?? {});
      told[`${field} ${fault}`] = `${status} ${failure.code} ${named.includes(field) ? field : named.join()}`;
      expected[`${field} ${fault}`] = `400 validation_error ${field}`;
    }
    expect(told).toEqual(expected);
    expect(Object.keys(told).length).toBeGreaterThan(Object.keys(schema.properties ?? {}).length);
  });

  test('names nothing but the field that is at fault', async () => {
    for (const [name, { type }] of Object.entries(schema.properties ?? {})) {
      const wrong = type === 'object' ? [] : {};
      const { failure } = await send(operation, JSON.stringify({ ...fittingObject(schema), [name]: wrong }));
      expect(Object.keys(failure.details?.fields ?? {})).toEqual([`body.${name}`]);
    }
  });

  test('is refused when it is cut off', async () => {
    const { status, failure } = await send(operation, JSON.stringify(fittingObject(schema)).slice(0, -1));
    expect([status, failure.code]).toEqual([400, 'invalid_json']);
  });

  test(operation.requestRequired ? 'needs a body' : 'can do without a body', async () => {
    const { status, failure } = await send(operation, undefined);
    if (operation.requestRequired)
      expect([status, Object.keys(failure.details?.fields ?? {})]).toEqual([400, ['body']]);
    else expect(status).not.toBe(400);
  });
});
