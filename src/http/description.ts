import { readFileSync } from 'node:fs';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types.js';
import { operations } from '../../generated/operations.ts';
import type { OperationId } from './operation.ts';

export type JsonObject = Record<string, unknown>;

interface DeclaredParameter {
  readonly type: string | undefined;
}

interface DeclaredHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonObject;
}

export interface DeclaredResponse {
  readonly headers: readonly DeclaredHeader[];
  /** Schema by media type; empty when the answer has no content. */
  readonly content: Readonly<Record<string, JsonObject>>;
}

/** The closed copy: answers may not hold a field that the description does not name. */
const document = JSON.parse(
  readFileSync(new URL('../../generated/openapi.closed.json', import.meta.url), 'utf8'),
) as JsonObject;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectAt = (value: unknown, key: string): JsonObject => {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
};

function resolved(value: JsonObject): JsonObject {
  const reference = value['$ref'];
  return typeof reference === 'string'
    ? resolved(reference.slice(2).split('/').reduce<JsonObject>(objectAt, document))
    : value;
}

function declarationOf(id: OperationId): JsonObject {
  const { path, method } = operations[id];
  return objectAt(objectAt(objectAt(document, 'paths'), path), method.toLowerCase());
}

/** Every schema of the description, for references like `#/components/schemas/Run`. */
export const componentSchemas = objectAt(objectAt(document, 'components'), 'schemas');

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function parametersOf(id: OperationId): JsonObject[] {
  return listOf(declarationOf(id)['parameters']).map(resolved);
}

type ParameterPlace = 'path' | 'query' | 'header';
const parametersByPlace = new Map<string, ReadonlyMap<string, DeclaredParameter>>();

/** By name. */
export function declaredParameters(id: OperationId, place: ParameterPlace): ReadonlyMap<string, DeclaredParameter> {
  const key = `${place} ${id}`;
  const known = parametersByPlace.get(key);
  if (known !== undefined) return known;
  const made = parametersOf(id)
    .filter((parameter) => parameter['in'] === place)
    .map((parameter): [string, DeclaredParameter] => {
      const { type } = objectAt(parameter, 'schema');
      return [String(parameter['name']), { type: typeof type === 'string' ? type : undefined }];
    });
  const parameters = new Map(made);
  parametersByPlace.set(key, parameters);
  return parameters;
}

/** Bodies that are streamed are judged where they are read. */
function requestOf(id: OperationId): JsonObject {
  const { requestBody, security } = declarationOf(id);
  const isJudged = requestBody !== undefined && operations[id].requestType === 'application/json';
  return {
    operationId: id,
    security,
    parameters: parametersOf(id),
    ...(isJudged ? { requestBody } : {}),
    responses: { 200: { description: 'Judged elsewhere.' } },
  };
}

/** What the value refers to among the schemas of the description, by name, and what that refers to in turn. */
function schemasWithin(value: unknown, found: JsonObject = {}): JsonObject {
  if (Array.isArray(value)) for (const item of value) schemasWithin(item, found);
  if (!isObject(value)) return found;
  for (const [key, inner] of Object.entries(value)) {
    const name = key === '$ref' && typeof inner === 'string' ? inner.replace('#/components/schemas/', '') : undefined;
    if (name === undefined) schemasWithin(inner, found);
    else if (!(name in found)) {
      found[name] = componentSchemas[name];
      schemasWithin(found[name], found);
    }
  }
  return found;
}

/** A copy of the description with the requests alone, for the validator of requests. */
export function requestsDocument(): OpenAPIV3.DocumentV3_1 {
  const paths: Record<string, JsonObject> = {};
  for (const id of Object.keys(operations) as OperationId[]) {
    const { path, method } = operations[id];
    (paths[path] ??= {})[method.toLowerCase()] = requestOf(id);
  }
  const securitySchemes = objectAt(objectAt(document, 'components'), 'securitySchemes');
  const own = {
    openapi: document['openapi'],
    info: document['info'],
    paths,
    // Those of answers too would be gone through once more for each operation.
    components: { schemas: schemasWithin(paths), securitySchemes },
  };
  return JSON.parse(JSON.stringify(own)) as OpenAPIV3.DocumentV3_1;
}

function headersOf(response: JsonObject): DeclaredHeader[] {
  return Object.entries(objectAt(response, 'headers')).map(([name, value]) => {
    const header = resolved(isObject(value) ? value : {});
    return { name, required: header['required'] === true, schema: objectAt(header, 'schema') };
  });
}

function responseOf(response: JsonObject): DeclaredResponse {
  const content = Object.entries(objectAt(response, 'content')).map(([type, value]) => [
    type,
    objectAt(value, 'schema'),
  ]);
  return { headers: headersOf(response), content: Object.fromEntries(content) };
}

/** What the operation declares for a status; undefined when it declares nothing. */
export function declaredResponse(id: OperationId, status: number): DeclaredResponse | undefined {
  const responses = objectAt(declarationOf(id), 'responses');
  return isObject(responses[status]) ? responseOf(resolved(responses[status])) : undefined;
}

/** What is answered where no operation was found: the shapes of every failure. */
export const undeclaredResponse = responseOf(resolved({ $ref: '#/components/responses/BadRequest' }));
