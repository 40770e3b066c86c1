import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Change } from './change.ts';
import { compare } from './compare.ts';

type Json = Record<string, unknown>;

/** One operation before, and after a change that breaks its clients and one that does not. */
interface Case {
  readonly before: Json;
  readonly breaking: Json;
  readonly passing: Json;
}

const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const object = (properties: Json, required: string[] = []): Json => ({ type: 'object', properties, required });
const request = (properties: Json, required: string[] = []): Json => ({
  requestBody: json(object(properties, required)),
});
const answer = (properties: Json, required: string[] = Object.keys(properties)): Json => ({
  responses: { 200: { description: 'Done.', ...json(object(properties, required)) } },
});
const query = (name: string, schema: Json, more: Json = {}): Json => ({
  parameters: [{ name, in: 'query', schema, ...more }],
});
const text = { type: 'string' };
const count = { type: 'integer', format: 'int32', minimum: 1, maximum: 100 };
const bearer = (...scopes: string[]): Json => ({ bearerToken: scopes });
const header = (...scopes: string[]): Json => ({ headerToken: scopes });
const statuses = (...names: number[]): Json => ({
  responses: Object.fromEntries(names.map((status) => [status, { description: 'Done.' }])),
});
const deprecated = (at: string, sunset: string): Json => ({
  deprecated: true,
  'x-deprecated-at': at,
  'x-sunset': sunset,
});
const announcing: Json = {
  responses: {
    200: {
      description: 'Done.',
      headers: { Deprecation: { schema: text }, Sunset: { schema: text }, Link: { schema: text } },
    },
  },
};
const today = '2026-12-01';

/** By rule, and where a rule has several faces, by what differs. */
const cases: Readonly<Record<string, Case>> = {
  'default-changed': {
    before: query('format', { ...text, default: 'plain' }),
    breaking: query('format', { ...text, default: 'rich' }),
    passing: query('format', { ...text, default: 'plain', example: 'plain' }, { description: 'How.' }),
  },
  'default-changed, added': {
    before: request({ retries: count }),
    breaking: request({ retries: { ...count, default: 3 } }),
    passing: request({ retries: count, patience: { ...count, default: 3 } }),
  },
  'default-changed, removed': {
    before: request({ retries: { ...count, default: 3 } }),
    breaking: request({ retries: count }),
    passing: request({ retries: { ...count, default: 3, description: 'How often.' } }),
  },
  'page-size-changed, default': {
    before: query('limit', { ...count, default: 50 }),
    breaking: query('limit', { ...count, default: 20 }),
    passing: query('limit', { ...count, default: 50, example: 20 }),
  },
  'page-size-changed, maximum': {
    before: query('limit', { ...count, default: 50 }),
    breaking: query('limit', { ...count, maximum: 50, default: 50 }),
    passing: query('limit', { ...count, maximum: 500, default: 50 }),
  },
  'order-changed, default of sort': {
    before: query('sort', { ...text, enum: ['id', '-id'], default: '-id' }),
    breaking: query('sort', { ...text, enum: ['id', '-id'], default: 'id' }),
    passing: query('sort', { ...text, enum: ['id', '-id', 'name'], default: '-id' }),
  },
  'order-changed, in words': {
    before: answer({ data: { type: 'array', items: text, description: 'Tokens, newest first.' } }),
    breaking: answer({ data: { type: 'array', items: text, description: 'Tokens, by id.' } }),
    passing: answer({ data: { type: 'array', items: text, description: 'The tokens of the caller, newest first.' } }),
  },
  'body-size-lowered': {
    before: { ...request({ name: text }), 'x-body-bytes-max': 4096 },
    breaking: { ...request({ name: text }), 'x-body-bytes-max': 2048 },
    passing: { ...request({ name: text }), 'x-body-bytes-max': 8192 },
  },
  'scope-raised': {
    before: { security: [bearer('runs:read')] },
    breaking: { security: [bearer('runs:read', 'results:read')] },
    passing: { security: [bearer()] },
  },
  'security-scheme-removed': {
    before: { security: [bearer('runs:read'), header('runs:read')] },
    breaking: { security: [bearer('runs:read')] },
    passing: { security: [header('runs:read'), bearer('runs:read'), { other: ['runs:read'] }] },
  },
  'credential-required': {
    before: { security: [] },
    breaking: { security: [bearer('runs:read')] },
    passing: { security: [], summary: 'Public still' },
  },
  'role-raised': {
    before: { 'x-required-roles': ['admin', 'tester'] },
    breaking: { 'x-required-roles': ['admin'] },
    passing: { 'x-required-roles': ['admin', 'tester', 'user'] },
  },
  'role-raised, from any role': {
    before: {},
    breaking: { 'x-required-roles': ['admin'] },
    passing: { 'x-required-roles': [] },
  },
  'role-raised, to operators': {
    before: { 'x-required-roles': ['admin'] },
    breaking: { 'x-required-roles': ['admin'], 'x-operator': true },
    passing: { 'x-required-roles': [] },
  },
  'rate-lowered': {
    before: { 'x-rate-class': 'read' },
    breaking: { 'x-rate-class': 'write' },
    passing: { 'x-rate-class': 'unlimited' },
  },
  'rate-lowered, from the class of the method': {
    before: {},
    breaking: { 'x-rate-class': 'write' },
    passing: { 'x-rate-class': 'read' },
  },
  'enum-values-added': {
    before: answer({ status: { ...text, enum: ['pass', 'fail'] } }),
    breaking: answer({ status: { ...text, enum: ['pass', 'fail', 'error'] } }),
    passing: answer({ status: { ...text, enum: ['fail', 'pass'], 'x-extensible-enum': true } }),
  },
  'enum-values-removed': {
    before: request({ platform: { ...text, enum: ['linux', 'windows'] } }),
    breaking: request({ platform: { ...text, enum: ['linux'] } }),
    passing: request({ platform: { ...text, enum: ['linux', 'windows', 'macos'] } }),
  },
  'enum-values-removed, from answers': {
    before: answer({ status: { ...text, enum: ['pass', 'fail'] } }),
    breaking: answer({ status: { ...text, enum: ['pass'] } }),
    passing: answer({ status: { ...text, enum: ['pass', 'fail'], description: 'The verdict.' } }),
  },
  'schema-constraint-changed, pattern added': {
    before: request({ name: text }),
    breaking: request({ name: { ...text, pattern: '^[a-z]+$' } }),
    passing: request({ name: { ...text, example: 'ada' } }),
  },
  'schema-constraint-changed, narrowed in a request': {
    before: request({ name: { ...text, maxLength: 100 } }),
    breaking: request({ name: { ...text, maxLength: 50 } }),
    passing: request({ name: { ...text, maxLength: 200 } }),
  },
  'schema-constraint-changed, beyond 32 bits in an answer': {
    before: answer({ size: { type: 'integer', maximum: 2147483647 } }),
    breaking: answer({ size: { type: 'integer', maximum: 9007199254740991 } }),
    passing: answer({ size: { type: 'integer', maximum: 1000000 } }),
  },
  'response-removed': {
    before: statuses(200, 201, 404),
    breaking: statuses(201, 404),
    passing: statuses(200, 201),
  },
  'media-type-removed': {
    before: { responses: { 200: { description: 'Done.', content: { 'text/plain': {}, 'text/csv': {} } } } },
    breaking: { responses: { 200: { description: 'Done.', content: { 'text/plain': {} } } } },
    passing: {
      responses: { 200: { description: 'Done.', content: { 'text/plain': {}, 'text/csv': {}, 'text/x': {} } } },
    },
  },
  'property-removed': {
    before: answer({ commit_sha: text, name: text }),
    breaking: answer({ name: text }),
    passing: answer({ commit_sha: text, name: text, commit: text }),
  },
  'property-removed, renamed': {
    before: answer({ commit_sha: text, name: text }),
    breaking: answer({ commit: text, name: text }),
    passing: answer({ name: text, commit_sha: text }),
  },
  'schema-type-changed': {
    before: answer({ attempt: { type: 'integer' } }),
    breaking: answer({ attempt: text }),
    passing: answer({ attempt: { type: 'integer', description: 'Which try.' } }),
  },
  'schema-type-changed, made nullable': {
    before: answer({ attempt: { type: 'integer' } }),
    breaking: answer({ attempt: { type: ['integer', 'null'] } }),
    passing: answer({ attempt: { type: 'integer' }, other: { type: ['integer', 'null'] } }),
  },
  'required-properties-removed': {
    before: answer({ attempt: text, name: text }),
    breaking: answer({ attempt: text, name: text }, ['name']),
    passing: answer({ attempt: text, name: text }, ['name', 'attempt']),
  },
  'required-properties-added': {
    before: request({ name: text, mail: text }, ['name']),
    breaking: request({ name: text, mail: text }, ['name', 'mail']),
    passing: request({ name: text, mail: text, age: count }, ['name']),
  },
  'parameter-became-required': {
    before: query('branch', text),
    breaking: query('branch', text, { required: true }),
    passing: query('branch', text, { required: false }),
  },
  'parameter-became-required, new': {
    before: {},
    breaking: query('branch', text, { required: true }),
    passing: query('branch', text),
  },
  'parameter-removed': {
    before: query('branch', text),
    breaking: {},
    passing: {
      parameters: [...(query('tag', text)['parameters'] as Json[]), ...(query('branch', text)['parameters'] as Json[])],
    },
  },
  'removed-before-sunset': {
    before: query('branch', text, deprecated('2026-01-01', '2026-12-02')),
    breaking: {},
    passing: { ...announcing, ...query('branch', text, deprecated('2026-01-01', '2026-12-02')) },
  },
  'response-header-removed': {
    before: { responses: { 200: { description: 'Done.', headers: { ETag: { schema: text } } } } },
    breaking: statuses(200),
    passing: {
      responses: { 200: { description: 'Done.', headers: { ETag: { schema: text }, Link: { schema: text } } } },
    },
  },
  'response-header-optional': {
    before: { responses: { 200: { description: 'Done.', headers: { ETag: { required: true, schema: text } } } } },
    breaking: { responses: { 200: { description: 'Done.', headers: { ETag: { schema: text } } } } },
    passing: { responses: { 200: { description: 'D.', headers: { ETag: { required: true, schema: text } } } } },
  },
  'operation-id-changed': {
    before: { operationId: 'before' },
    breaking: { operationId: 'after' },
    passing: { operationId: 'before', summary: 'As it was' },
  },
  'example-removed': {
    before: {
      requestBody: { content: { 'application/json': { schema: text, examples: { typical: { value: 'a' } } } } },
    },
    breaking: { requestBody: { content: { 'application/json': { schema: text } } } },
    passing: {
      requestBody: { content: { 'application/json': { schema: text, examples: { other: { value: 'b' } } } } },
    },
  },
  'sunset-missing': {
    before: {},
    breaking: { ...announcing, deprecated: true, 'x-deprecated-at': '2026-01-01' },
    passing: { ...announcing, ...deprecated('2026-01-01', '2026-12-31') },
  },
  'sunset-too-soon': {
    before: {},
    breaking: { ...announcing, ...deprecated('2026-01-01', '2026-06-29') },
    passing: { ...announcing, ...deprecated('2026-01-01', '2026-06-30') },
  },
  'sunset-earlier': {
    before: { ...announcing, ...deprecated('2026-01-01', '2027-01-01') },
    breaking: { ...announcing, ...deprecated('2026-01-01', '2026-12-31') },
    passing: { ...announcing, ...deprecated('2026-01-01', '2027-06-01') },
  },
  'deprecation-without-headers': {
    before: {},
    breaking: { ...statuses(200), ...deprecated('2026-01-01', '2027-01-01') },
    passing: { ...announcing, ...deprecated('2026-01-01', '2027-01-01') },
  },
};

const rateClasses = { read: { count: 120, seconds: 60 }, write: { count: 20, seconds: 60 } };
const schemes = {
  bearerToken: { type: 'http', scheme: 'bearer' },
  headerToken: { type: 'apiKey', in: 'header', name: 'X-T' },
};

const names = Object.keys(cases);
const pathOf = (name: string): string => `/case-${names.indexOf(name)}`;

/** One description of all the cases, so that the external tool starts once for many. */
function descriptionOf(face: keyof Case): object {
  const paths = names.map((name) => {
    const operation = {
      operationId: `case${names.indexOf(name)}`,
      summary: 'A case',
      ...statuses(200),
      ...cases[name]?.[face],
    };
    return [pathOf(name), { get: operation }];
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Cases', version: '1.0.0' },
    'x-rate-classes': rateClasses,
    paths: Object.fromEntries(paths),
    components: { securitySchemes: schemes },
  };
}

const isRefused = ({ level, announced, fault }: Change): boolean =>
  fault === true || (level === 'breaking' && announced !== true);

describe('each rule refuses what breaks and lets the like of it pass', () => {
  const refused: Record<'breaking' | 'passing', Change[]> = { breaking: [], passing: [] };

  beforeAll(async () => {
    for (const face of ['breaking', 'passing'] as const)
      refused[face] = (await compare(descriptionOf('before'), descriptionOf(face), today)).filter(isRefused);
  });

  const rulesAt = (face: 'breaking' | 'passing', name: string): string[] =>
    refused[face].filter(({ operation }) => operation === `GET ${pathOf(name)}`).map(({ rule }) => rule);

  test.each(names)('%s', (name) => {
    expect(rulesAt('breaking', name)).toContain(name.split(',')[0]);
    expect(rulesAt('passing', name)).toEqual([]);
  });

  test('tells what to do', () => {
    for (const { remedy, description } of refused.breaking) expect([remedy, description]).not.toContain('');
  });
});
