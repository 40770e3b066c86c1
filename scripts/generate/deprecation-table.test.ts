import { describe, expect, test } from '@jest/globals';
import { deprecationTable } from './deprecation-table.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const dates = {
  deprecated: true,
  'x-replacement': 'getNew',
  'x-deprecated-at': '2027-01-01',
  'x-sunset': '2027-12-31',
};

const { deprecated: _, ...ending } = dates;
const queryToken = { name: 'token', ...ending };

const document = (old: object, parameter: object = {}) =>
  ({
    paths: {
      '/old/{id}': {
        get: { operationId: 'getOld', security: [], parameters: [{ $ref: '#/components/parameters/Old' }], ...old },
      },
      '/new/{id}': { get: { operationId: 'getNew', security: [] } },
    },
    components: {
      schemas: {},
      securitySchemes: { queryToken },
      parameters: { Old: { name: 'old', in: 'query', ...parameter } },
    },
  }) as object as OpenApiDocument;

const tableOf = (described: OpenApiDocument): unknown =>
  JSON.parse(deprecationTable(described).replace('export const deprecations = ', '').replace(' as const;\n', ''));

describe('the table of deprecations', () => {
  const row = { deprecatedAt: '2027-01-01', sunset: '2027-12-31', replacement: 'getNew' };

  test('holds nothing when nothing is deprecated', () => expect(tableOf(document({}))).toEqual({}));

  test('names the path of the operation that takes its place', () => {
    const getOld = [{ item: 'getOld', place: 'operation', name: 'getOld', ...row, successor: '/new/{id}' }];
    expect(tableOf(document(dates))).toEqual({ getOld });
  });

  test('finds a parameter behind its reference', () => {
    const getOld = [{ item: 'getOld.query.old', place: 'query', name: 'old', ...row, successor: null }];
    expect(tableOf(document({}, dates))).toEqual({ getOld });
  });

  test('has the same item for a token in whatever operation takes it there', () => {
    const [query, body] = ['query', 'body'].map((place) => ({
      ...{ item: `${place}.token`, place, name: 'token', ...row, successor: null },
    }));
    const old = { security: [{ queryToken: [] }], 'x-body-token': true };
    expect(tableOf(document(old))).toEqual({ getOld: [query, body] });
  });

  test('refuses a deprecation without its dates, and a replacement that does not exist', () => {
    expect(() => tableOf(document({ ...dates, 'x-sunset': undefined }))).toThrow('x-sunset');
    expect(() => tableOf(document({}, { deprecated: true }))).toThrow('x-deprecated-at');
    expect(() => tableOf(document({}, { ...dates, 'x-replacement': undefined }))).toThrow('x-replacement');
    expect(() => tableOf(document({ ...dates, 'x-replacement': 'getNothing' }))).toThrow('getNothing');
  });
});
