import { describe, expect, test } from '@jest/globals';
import { compare, ownChanges } from './compare.ts';

const today = '2026-12-01';
const operation = { operationId: 'getThing', summary: 'Show a thing', responses: { 200: { description: 'Done.' } } };

function description(parts: { paths?: object; schemas?: object; classes?: object; version?: string }): object {
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: parts.version ?? '1.0.0' },
    ...(parts.classes === undefined ? {} : { 'x-rate-classes': parts.classes }),
    paths: parts.paths ?? {},
    components: { schemas: parts.schemas ?? {} },
  };
}

const told = (before: object, after: object) =>
  ownChanges(before, after, today).map(({ rule, level, location }) => [rule, level, location]);

describe('error codes', () => {
  const codes = (values: string[], statuses: object) =>
    description({ schemas: { ErrorCode: { type: 'string', enum: values, 'x-status': statuses } } });
  const before = codes(['gone', 'lost'], { gone: 410, lost: 409 });

  test('a removed or renamed code breaks', () => {
    expect(told(before, codes(['gone', 'lease_lost'], { gone: 410, lease_lost: 409 }))).toEqual([
      ['error-code-removed', 'breaking', '#/components/schemas/ErrorCode/enum'],
    ]);
  });

  test('a changed status breaks', () => {
    expect(told(before, codes(['gone', 'lost'], { gone: 404, lost: 409 }))).toEqual([
      ['error-status-changed', 'breaking', '#/components/schemas/ErrorCode/x-codes/gone'],
    ]);
  });

  test('a changed status breaks wherever it is kept', () => {
    const later = description({
      schemas: { ErrorCode: { enum: ['gone', 'lost'], 'x-codes': { gone: { status: 410 }, lost: { status: 404 } } } },
    });
    expect(told(before, later)).toEqual([
      ['error-status-changed', 'breaking', '#/components/schemas/ErrorCode/x-codes/lost'],
    ]);
  });

  test('a new code does not', () => {
    expect(told(before, codes(['gone', 'lost', 'new'], { gone: 410, lost: 409, new: 422 }))).toEqual([]);
  });
});

describe('a value added to what answers may hold', () => {
  const answering = (version: string, schema: object) =>
    description({
      version,
      paths: {
        '/thing': {
          get: { ...operation, responses: { 200: { description: 'D.', content: { 'application/json': { schema } } } } },
        },
      },
    });
  const open = { 'x-extensible-enum': true };
  const [few, more] = [{ enum: ['a'] }, { enum: ['a', 'b'] }];
  const levels = (before: object, after: object) => ownChanges(before, after, today).map(({ level }) => level);

  test('is expected where the earlier description said so', () => {
    expect(levels(answering('1.0.0', { ...few, ...open }), answering('1.1.0', { ...more, ...open }))).toEqual([
      'additive',
    ]);
  });

  test('breaks where only the later one does', () => {
    expect(levels(answering('1.0.0', few), answering('1.1.0', { ...more, ...open }))).toEqual(['breaking']);
  });

  test('below 1.0.0 takes effect at once', () => {
    expect(levels(answering('0.1.0', few), answering('0.2.0', { ...more, ...open }))).toEqual(['additive']);
  });
});

describe('what is gone', () => {
  const thing = (more: object = {}) => description({ paths: { '/thing': { get: { ...operation, ...more } } } });
  const announced = (sunset: string) =>
    thing({ deprecated: true, 'x-deprecated-at': '2026-01-01', 'x-sunset': sunset });

  test('an operation that was never deprecated breaks', () => {
    expect(told(thing(), description({}))).toEqual([['operation-removed', 'breaking', '#/paths/~1thing/get']]);
  });

  test('a deprecated one breaks until its sunset and may go from that day on', () => {
    expect(told(announced('2026-12-02'), description({}))).toEqual([
      ['removed-before-sunset', 'breaking', '#/paths/~1thing/get'],
    ]);
    expect(ownChanges(announced('2026-12-01'), description({}), today)).toMatchObject([
      { rule: 'operation-removed', announced: true },
    ]);
  });

  test('the name of a schema, after which clients name their types, breaks', () => {
    expect(told(description({ schemas: { Thing: {} } }), description({ schemas: { Object: {} } }))).toEqual([
      ['schema-removed', 'breaking', '#/components/schemas/Thing'],
    ]);
  });
});

test('a rate class that allows less breaks, whatever its window; one that allows more does not', () => {
  const limited = (count: number, seconds: number) => description({ classes: { read: { count, seconds } } });
  expect(told(limited(120, 60), limited(120, 120))).toEqual([['rate-lowered', 'breaking', '#/x-rate-classes/read']]);
  expect(told(limited(120, 60), limited(10, 5))).toEqual([]);
});

test('what operations share is told once, at the place where it stands', () => {
  const limit = (value: number) => ({ name: 'limit', in: 'query', schema: { type: 'integer', default: value } });
  const shared = (value: number) => ({
    ...description({
      paths: Object.fromEntries(
        ['/a', '/b'].map((path) => [
          path,
          { get: { ...operation, parameters: [{ $ref: '#/components/parameters/Limit' }] } },
        ]),
      ),
    }),
    components: { parameters: { Limit: limit(value) } },
  });
  const changes = ownChanges(shared(50), shared(20), today);
  expect(new Set(changes.map(({ operation: where, location }) => `${where} ${location}`))).toEqual(
    new Set(['null #/components/parameters/Limit/schema/default']),
  );
});

test('a parameter is called by its name, not by its position', async () => {
  const limited = (maxLength: number) => {
    const parameters = [{ name: 'tag', in: 'query', schema: { type: 'string', maxLength } }];
    return description({ paths: { '/thing': { get: { ...operation, parameters } } } });
  };
  const [change] = await compare(limited(9), limited(8), today);
  expect(change).toMatchObject({ level: 'breaking', description: expect.stringMatching(/^`query.tag`: /) });
});

describe('what is new or said otherwise', () => {
  const before = description({ paths: { '/thing': { get: operation } } });

  test('a new operation and a new parameter are additive, with a sentence for users', async () => {
    const parameters = [{ name: 'branch', in: 'query', schema: { type: 'string' } }];
    const after = description({
      paths: {
        '/thing': { get: { ...operation, parameters } },
        '/other': { post: { ...operation, operationId: 'x' } },
      },
    });
    expect((await compare(before, after, today)).map(({ level, description: what }) => [level, what])).toEqual([
      ['additive', 'New operation: Show a thing.'],
      ['additive', 'New parameter: `query.branch`.'],
    ]);
  });

  test('other words are documentation', async () => {
    const after = description({ paths: { '/thing': { get: { ...operation, summary: 'Show the thing' } } } });
    expect((await compare(before, after, today)).map(({ level }) => level)).toEqual(['documentation']);
  });

  test('the same description differs in nothing', async () => {
    expect(await compare(before, before, today)).toEqual([]);
  });
});
