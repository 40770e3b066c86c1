import { describe, expect, test } from '@jest/globals';
import { deprecationTable } from './deprecation-table.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const dates = { deprecated: true, 'x-deprecated-at': '2027-01-01', 'x-sunset': '2027-12-31' };

const document = (old: object, parameter: object = {}) =>
  ({
    paths: {
      '/old/{id}': { get: { operationId: 'getOld', parameters: [{ $ref: '#/components/parameters/Old' }], ...old } },
      '/new/{id}': { get: { operationId: 'getNew' } },
    },
    components: { schemas: {}, parameters: { Old: { name: 'old', in: 'query', ...parameter } } },
  }) as object as OpenApiDocument;

const tableOf = (described: OpenApiDocument): unknown =>
  JSON.parse(deprecationTable(described).replace('export const deprecations = ', '').replace(' as const;\n', ''));

describe('the table of deprecations', () => {
  const row = { deprecatedAt: '2027-01-01', sunset: '2027-12-31' };

  test('holds nothing when nothing is deprecated', () => expect(tableOf(document({}))).toEqual({}));

  test('names the path of the operation that takes its place', () => {
    const getOld = [{ place: 'operation', name: 'getOld', ...row, successor: '/new/{id}' }];
    expect(tableOf(document({ ...dates, 'x-replacement': 'getNew' }))).toEqual({ getOld });
  });

  test('finds a parameter behind its reference', () => {
    const getOld = [{ place: 'query', name: 'old', ...row, successor: null }];
    expect(tableOf(document({}, dates))).toEqual({ getOld });
  });

  test('refuses a deprecation without its dates, and a replacement that does not exist', () => {
    expect(() => tableOf(document({ ...dates, 'x-sunset': undefined }))).toThrow('x-sunset');
    expect(() => tableOf(document({}, { deprecated: true }))).toThrow('x-deprecated-at');
    expect(() => tableOf(document({ ...dates, 'x-replacement': 'getNothing' }))).toThrow('getNothing');
  });
});
