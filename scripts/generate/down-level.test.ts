import { describe, expect, test } from '@jest/globals';
import { downLevel } from './down-level.ts';
import type { OpenApiDocument, SchemaObject } from './openapi-document.ts';

const document = (parts: Partial<Record<keyof OpenApiDocument | 'webhooks' | 'jsonSchemaDialect', unknown>>) =>
  ({
    openapi: '3.1.0',
    info: { title: 'T', version: '1.0.0' },
    paths: {},
    components: { schemas: {}, parameters: {} },
    ...parts,
  }) as OpenApiDocument;

const schemaIn30 = (schema: SchemaObject): unknown =>
  downLevel(document({ components: { schemas: { Thing: schema }, parameters: {} } }))['components'];
const expectSchema = (schema: SchemaObject, expected: SchemaObject): void =>
  expect(schemaIn30(schema)).toEqual({ schemas: { Thing: expected }, parameters: {} });

describe('a schema in 3.0', () => {
  test.each<[string, SchemaObject, SchemaObject]>([
    ['a type or null is nullable', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    ['a list of one type is the type', { type: ['string'] }, { type: 'string' }],
    ['const is an enum of one', { type: 'string', const: 'a' }, { type: 'string', enum: ['a'] }],
    ['the first example stays', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
    ['example wins over examples', { example: 'a', examples: ['b'] }, { example: 'a' }],
    ['binary keeps its format', { type: 'string', format: 'binary' }, { type: 'string', format: 'binary' }],
    ['raw content is binary', { contentMediaType: 'video/mp4' }, { type: 'string', format: 'binary' }],
    ['base64 is byte', { type: 'string', contentEncoding: 'base64' }, { type: 'string', format: 'byte' }],
    ['an exclusive minimum is a flag', { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
    ['an exclusive maximum is a flag', { exclusiveMaximum: 9 }, { maximum: 9, exclusiveMaximum: true }],
    [
      'a reference or null',
      { anyOf: [{ $ref: '#/a' }, { type: 'null' }] },
      { allOf: [{ $ref: '#/a' }], nullable: true },
    ],
    [
      'a choice or null',
      { oneOf: [{ $ref: '#/a' }, { $ref: '#/b' }, { type: 'null' }] },
      { oneOf: [{ $ref: '#/a' }, { $ref: '#/b' }], nullable: true },
    ],
    [
      'what stands beside a reference',
      { $ref: '#/a', description: 'd' },
      { allOf: [{ $ref: '#/a' }], description: 'd' },
    ],
    ['constraints without a word are dropped', { type: 'object', propertyNames: { pattern: 'a' } }, { type: 'object' }],
    ['an empty schema stays empty', {}, {}],
  ])('%s', (_name, schema, expected) => expectSchema(schema, expected));

  test('reaches properties, items and maps, and takes properties named like keywords for what they are', () => {
    const nullable = { type: ['integer', 'null'] };
    expectSchema(
      { properties: { type: nullable, const: { type: 'array', items: nullable } }, additionalProperties: nullable },
      {
        properties: {
          type: { type: 'integer', nullable: true },
          const: { type: 'array', items: { type: 'integer', nullable: true } },
        },
        additionalProperties: { type: 'integer', nullable: true },
      },
    );
  });

  test.each<[string, SchemaObject]>([
    ['several types', { type: ['string', 'integer'] }],
    ['null alone', { type: 'null' }],
    ['tuples', { type: 'array', prefixItems: [{ type: 'string' }] }],
    ['properties by pattern', { type: 'object', patternProperties: { a: { type: 'string' } } }],
  ])('%s are refused, with their place', (_name, schema) =>
    expect(() => schemaIn30({ properties: { inner: schema } })).toThrow('#/components/schemas/Thing/properties/inner'),
  );
});

describe('a document in 3.0', () => {
  test('has no webhooks, dialect, summary or licence identifier', () => {
    const info = { title: 'T', summary: 's', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } };
    expect(downLevel(document({ info, webhooks: { a: {} }, jsonSchemaDialect: 'x' }))).toEqual({
      openapi: '3.0.3',
      info: { title: 'T', version: '1.0.0', license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' } },
      paths: {},
      components: { schemas: {}, parameters: {} },
    });
  });

  test('leaves problem+json out where JSON says the same, and examples as they are', () => {
    const media = { schema: { type: ['string', 'null'] }, examples: { one: { value: { schema: { type: ['a'] } } } } };
    const content = { 'application/json': media, 'application/problem+json': media };
    const paths = { '/a': { get: { responses: { 200: { content }, 400: { $ref: '#/components/responses/Bad' } } } } };
    expect(downLevel(document({ paths }))['paths']).toEqual({
      '/a': {
        get: {
          responses: {
            200: { content: { 'application/json': { ...media, schema: { type: 'string', nullable: true } } } },
            400: { $ref: '#/components/responses/Bad' },
          },
        },
      },
    });
  });

  test('leaves out links whose bodies have members', () => {
    const kept = { operationId: 'getA', parameters: { id: '$response.body#/id' } };
    const links = { Kept: kept, Left: { operationId: 'endA', requestBody: { id: '$response.body#/id' } } };
    const paths = { '/a': { get: { responses: { 200: { links } } } } };
    expect(downLevel(document({ paths }))['paths']).toEqual({
      '/a': { get: { responses: { 200: { links: { Kept: kept } } } } },
    });
  });

  test('lists no scopes: the schemes are not OAuth', () => {
    const paths = { '/a': { get: { security: [{ bearerToken: ['runs:read'] }, {}] } } };
    expect(downLevel(document({ paths }))['paths']).toEqual({ '/a': { get: { security: [{ bearerToken: [] }, {}] } } });
  });
});
