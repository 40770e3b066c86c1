import type { OpenApiDocument, SchemaObject } from './openapi-document.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function closed(schema: SchemaObject): SchemaObject {
  const inner = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, closeWithin(value)]));
  const open = schema['type'] === 'object' && !('additionalProperties' in schema);
  return open ? { ...inner, additionalProperties: false } : inner;
}

function closeWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeWithin);
  return isObject(value) ? closed(value) : value;
}

/**
 * The same document with every object closed that says nothing about additional properties. Published answers may gain
 * fields; the server's own answers are judged against this copy, so that a column nobody declared is caught.
 */
export function closeObjects(document: OpenApiDocument): OpenApiDocument {
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [name, closed(schema)]);
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}
