import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bodyBounds, parameterBounds } from '../harness/bounds.ts';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { bodySchemaOf, everyOperation, parametersOf, type DeclaredOperation } from '../harness/declared-requests.ts';
import { sendRequest, type SentAnswer, type SentRequest } from '../harness/send-request.ts';
import { openWorld, type World } from '../harness/world.ts';

let world: World;
let credentials: Credentials;

beforeAll(async () => {
  world = await openWorld();
  credentials = await liveCredentials(world);
});

afterAll(async () => {
  credentials?.release();
  // Held back by a body that was taken, the runs of every later test would wait for ever.
  for (const platform of ['linux', 'windows'] as const)
    await world.operator.expect('updateMaintenance', 200, { path: { platform }, body: { disabled: false } });
});

async function send(operation: DeclaredOperation, request: SentRequest): Promise<SentAnswer> {
  const { path, query } = credentials.addressFor(operation);
  return sendRequest(world.url, operation, credentials.tokenFor(operation), {
    ...request,
    path: { ...path, ...request.path },
    query: { ...query, ...(request.query as Record<string, string> | undefined) },
  });
}

/** A value within the bounds, of something that is not the run's or the domain's. */
const ofAnother = ['must be a test that the run planned', 'must be a version that the domain knows'];

/** What else is wrong with the request is told of other fields, or by another status. */
function verdictOn({ failure }: SentAnswer, field: string): string {
  const texts = new Map(Object.entries(failure.details?.fields ?? {})).get(field);
  return texts === undefined || texts.some((text) => ofAnother.includes(text)) ? 'taken' : 'refused';
}

const parameters = everyOperation.flatMap((operation) =>
  parametersOf(operation).flatMap(({ name, in: place, schema, required }) =>
    place === 'query' && required !== true && operation.credential !== 'signature'
      ? [[operation.id, name, operation, parameterBounds(schema)] as const]
      : [],
  ),
);

describe('a parameter may be as small and as large as the description says', () => {
  test.each(parameters.filter(([, , , bounds]) => bounds.length > 0))(
    '%s query.%s',
    async (_, name, operation, bounds) => {
      const told: Record<string, string> = {};
      for (const { bound, value } of bounds)
        told[bound] = verdictOn(await send(operation, { query: { [name]: value } }), `query.${name}`);
      expect(told).toEqual(Object.fromEntries(bounds.map(({ bound }) => [bound, 'taken'])));
    },
  );
});

/** A claim waits as long as it is told, and then takes what others wait for. */
const patient = everyOperation.filter(({ id }) => id !== 'claimRun');
const bodies = patient.flatMap((operation) => {
  const schema = bodySchemaOf(operation);
  return schema === undefined ? [] : [[operation.id, operation, bodyBounds('body', schema)] as const];
});

describe('each value of a body may be as small and as large as the description says', () => {
  test.each(bodies)('%s', async (_, operation, bounds) => {
    const told: Record<string, string> = {};
    for (const { bound, field, value } of bounds)
      told[`${field} ${bound}`] = verdictOn(await send(operation, { body: JSON.stringify(value) }), field);
    expect(told).toEqual(Object.fromEntries(bounds.map(({ bound, field }) => [`${field} ${bound}`, 'taken'])));
    expect(bounds.length).toBeGreaterThan(0);
  });
});
