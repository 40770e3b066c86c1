import type { OpenApiDocument, SchemaObject } from './openapi-document.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Constraints that 3.0 has no word for: without them the copy accepts more, and no type changes. */
const droppedKeywords = new Set([
  ...['$comment', '$id', '$schema', 'if', 'then', 'else', 'propertyNames', 'dependentRequired', 'dependentSchemas'],
  ...['contains', 'minContains', 'maxContains', 'unevaluatedProperties', 'unevaluatedItems', 'contentSchema'],
]);
/** Keywords that carry a type: leaving them out would publish a lie. */
const untranslatable = new Set(['prefixItems', 'patternProperties', '$defs', '$anchor', '$dynamicRef']);
const listsOfSchemas = new Set(['allOf', 'anyOf', 'oneOf']);
const formatByEncoding: Json = { base64: 'byte', base64url: 'byte' };

const isNullType = (schema: unknown): boolean => isObject(schema) && schema['type'] === 'null';

function typeOf(types: unknown, at: string): Json {
  if (!Array.isArray(types)) {
    if (types === 'null') throw new Error(`${at}: a schema of null alone cannot be said in OpenAPI 3.0`);
    return { type: types };
  }
  const [type, ...others] = types.filter((each) => each !== 'null');
  if (type === undefined || others.length > 0)
    throw new Error(`${at}: several types cannot be said in OpenAPI 3.0: ${types.join(', ')}`);
  return { type, ...(types.includes('null') && { nullable: true }) };
}

function exclusiveBound(keyword: string, value: unknown): Json {
  const bound = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum';
  return typeof value === 'number' ? { [bound]: value, [keyword]: true } : { [keyword]: value };
}

/** A choice between something and null is that something, nullable; one that remains alone is no choice. */
function alternatives(keyword: string, values: readonly unknown[], at: string): Json {
  const kept = values.filter((value) => !isNullType(value));
  const nullable = kept.length < values.length && { nullable: true };
  const schemas = kept.map((value, index) => schemaIn30(value, `${at}/${keyword}/${index}`));
  return { [nullable && kept.length === 1 ? 'allOf' : keyword]: schemas, ...nullable };
}

function keywordIn30(keyword: string, value: unknown, schema: Json, at: string): Json {
  if (untranslatable.has(keyword)) throw new Error(`${at}: ${keyword} cannot be said in OpenAPI 3.0`);
  if (droppedKeywords.has(keyword)) return {};
  if (keyword === 'type') return typeOf(value, at);
  if (keyword === 'const') return { enum: [value] };
  if (keyword === 'examples') return Array.isArray(value) && !('example' in schema) ? { example: value[0] } : {};
  if (keyword === 'exclusiveMinimum' || keyword === 'exclusiveMaximum') return exclusiveBound(keyword, value);
  if (keyword === 'contentEncoding') return { format: formatByEncoding[String(value)] ?? 'binary' };
  if (keyword === 'contentMediaType')
    return 'contentEncoding' in schema || 'format' in schema ? {} : { type: 'string', format: 'binary' };
  if (keyword === 'properties' && isObject(value)) return { properties: schemasIn30(value, `${at}/properties`) };
  if (listsOfSchemas.has(keyword) && Array.isArray(value)) return alternatives(keyword, value, at);
  if (keyword === 'items' || keyword === 'additionalProperties' || keyword === 'not')
    return { [keyword]: schemaIn30(value, `${at}/${keyword}`) };
  return { [keyword]: value };
}

function schemaIn30(schema: unknown, at: string): unknown {
  if (!isObject(schema)) return schema;
  const { $ref, ...rest } = schema;
  const keywords = Object.entries(rest).map(([keyword, value]) => keywordIn30(keyword, value, schema, at));
  const inner: SchemaObject = Object.assign({}, ...keywords);
  if ($ref === undefined) return inner;
  // 3.0 ignores whatever stands beside a reference.
  return Object.keys(inner).length === 0 ? { $ref } : { allOf: [{ $ref }], ...inner };
}

function schemasIn30(schemas: Json, at: string): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, schemaIn30(schema, `${at}/${name}`)]),
  );
}

/** Two shapes of one error make generators give up its type; the server sends problem+json only when asked for it. */
function contentIn30(content: Json, at: string): Json {
  const kept = Object.entries(content).filter(
    ([type]) => type !== 'application/problem+json' || content['application/json'] === undefined,
  );
  return Object.fromEntries(kept.map(([type, media]) => [type, partIn30(media, `${at}/${type}`)]));
}

function partIn30(value: unknown, at: string): unknown {
  if (Array.isArray(value)) return value.map((each, index) => partIn30(each, `${at}/${index}`));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const place = `${at}/${key}`;
      if (key === 'schema') return [key, schemaIn30(inner, place)];
      if (key === 'schemas' && isObject(inner)) return [key, schemasIn30(inner, place)];
      if (key === 'content' && isObject(inner)) return [key, contentIn30(inner, place)];
      if (key === 'links' && isObject(inner)) return [key, partIn30(readableLinks(inner), place)];
      if (key === 'security' && Array.isArray(inner)) return [key, inner.filter(isForClients).map(withoutScopes)];
      if (key === 'securitySchemes' && isObject(inner)) return [key, withoutCookies(inner)];
      return [key, key === 'example' || key === 'examples' || key.startsWith('x-') ? inner : partIn30(inner, place)];
    }),
  );
}

/** A session is what a browser has; generators of 3.0 write programs that do not run for a credential in a cookie. */
const cookieScheme = 'sessionCookie';
const isForClients = (requirement: unknown): boolean => !(isObject(requirement) && cookieScheme in requirement);

/** Generators of 3.0 refuse a description with a link whose body has members. */
function readableLinks(links: Json): Json {
  return Object.fromEntries(
    Object.entries(links).filter(([, link]) => !isObject(link) || !isObject(link['requestBody'])),
  );
}

function withoutCookies(schemes: Json): Json {
  const { [cookieScheme]: _session, ...others } = schemes;
  return others;
}

/** Only OAuth schemes may list scopes in 3.0, and SPCI has none. */
function withoutScopes(requirement: unknown): unknown {
  return isObject(requirement) ? Object.fromEntries(Object.keys(requirement).map((scheme) => [scheme, []])) : {};
}

function infoIn30({ summary: _summary, license, ...info }: Json): Json {
  if (!isObject(license)) return info;
  const { identifier, ...named } = license;
  const url = identifier === undefined ? {} : { url: `https://spdx.org/licenses/${String(identifier)}.html` };
  return { ...info, license: { ...url, ...named } };
}

/**
 * The same operations in OpenAPI 3.0, for generators that read no newer one. What 3.0 cannot say is widened, and
 * refused where widening would change a type.
 */
export function downLevel(document: OpenApiDocument): Json {
  const {
    openapi: _openapi,
    webhooks: _webhooks,
    jsonSchemaDialect: _dialect,
    info,
    ...rest
  } = document as OpenApiDocument & Json;
  const { pathItems: _pathItems, ...components } = document.components;
  return { openapi: '3.0.3', info: infoIn30(info), ...(partIn30({ ...rest, components }, '#') as Json) };
}
