import { expect, test } from '@jest/globals';
import { copyForSpecmatic } from './specmatic-description.ts';

const name = { type: 'string', minLength: 1, maxLength: 6, pattern: '^[^\\u0000\\u007f]+$', example: 'tag' };
const description = {
  paths: {
    '/tags/{tag_id}': {
      patch: {
        security: [{ bearerToken: [] }],
        parameters: [{ $ref: '#/components/parameters/WorkerId' }, { in: 'query', name: 'name', schema: name }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/TagRequest' } } } },
      },
    },
  },
  components: {
    parameters: {
      WorkerId: { in: 'path', name: 'worker_id', schema: { type: 'integer', minimum: 1, maximum: 9 }, example: 3 },
    },
    schemas: {
      TagRequest: {
        type: 'object',
        properties: {
          name,
          site_id: { type: ['integer', 'null'], maximum: 7, example: 1 },
          note: { type: 'string', example: 'new' },
          path: { type: 'string', pattern: '^/' },
          url: { type: 'string', pattern: String.raw`^http://\S+$` },
        },
      },
    },
  },
};
const copy = copyForSpecmatic(JSON.stringify(description));
const read = JSON.parse(copy.text) as typeof description;

test('what a request refers to has one value, at the edge of what is allowed', () => {
  const [worker] = read.paths['/tags/{tag_id}'].patch.parameters;
  expect(worker).toMatchObject({ schema: { type: 'integer', enum: [9] } });
  expect(read.components.schemas.TagRequest.properties.name).toMatchObject({ type: 'string', enum: ['ttttag'] });
  expect(copy.isPlaceholder('worker_id', 9)).toBe(true);
  expect(copy.isPlaceholder('worker_id', '9')).toBe(true);
  expect(copy.isPlaceholder('worker_id', 3)).toBe(false);
  expect(copy.isPlaceholder('name', 'ttttag')).toBe(true);
});

test('what may be null may still be', () => {
  const schema = { type: ['integer', 'null'], enum: [7, null] };
  expect(read.components.schemas.TagRequest.properties.site_id).toEqual(schema);
  expect([copy.isPlaceholder('site_id', 7), copy.isPlaceholder('site_id', null)]).toEqual([true, false]);
});

test('a filter stays as free as it is, and free members are given their examples', () => {
  const [, filter] = read.paths['/tags/{tag_id}'].patch.parameters;
  expect(filter).toMatchObject({ schema: { maxLength: 6 } });
  expect(copy.dictionary).toEqual({
    PARAMETERS: { PATH: {}, QUERY: { name: 'tag' }, HEADER: {} },
    TagRequest: { note: 'new' },
  });
});

test('patterns mean the same in words that its library reads', () => {
  const [, filter] = read.paths['/tags/{tag_id}'].patch.parameters;
  expect(filter).toMatchObject({ schema: { pattern: '^[^\u0000\u007f]+$' } });
  expect(copy.text).not.toContain('\u007f');
  expect(read.components.schemas.TagRequest.properties.path.pattern).toBe('^[/]');
  expect(read.components.schemas.TagRequest.properties.url.pattern).toBe('^http://[-0-9A-Za-z._~:/]+$');
});
