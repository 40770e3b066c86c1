import type { RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { operations } from '../../generated/operations.ts';
import { AppError, invalidFields } from '../errors.ts';
import { declaredParameters, requestsDocument, type JsonObject } from './description.ts';
import type { OperationId } from './operation.ts';
import type { DeclaredOperation } from './route-table.ts';

export interface RequestParts {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly queryText: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export interface ValidatedRequest {
  readonly path: JsonObject;
  readonly query: JsonObject;
  readonly headers: JsonObject;
  readonly body: unknown;
}

type Step = (request: object, response: object, next: (error?: unknown) => void) => unknown;

interface RequestView {
  readonly method: string;
  readonly path: string;
  readonly originalUrl: string;
  readonly baseUrl: string;
  readonly app: object;
  readonly query: JsonObject;
  readonly params: JsonObject;
  readonly headers: JsonObject;
  readonly body: unknown;
  openapi?: JsonObject;
}

/**
 * express-openapi-validator. It sees a view of the request instead of the request: the operation that our own table
 * matched, GET for HEAD, and one media type, so that its cache of compiled validators cannot be grown by a client.
 */
let steps: readonly Step[] | undefined;

function validatorSteps(): readonly Step[] {
  const made: RequestHandler[] = OpenApiValidator.middleware({
    apiSpec: requestsDocument(),
    validateApiSpec: false,
    validateRequests: {
      coerceTypes: false,
      allErrors: true,
      removeAdditional: false,
      allowUnknownQueryParameters: false,
    },
    validateResponses: false,
    validateSecurity: false,
    ignoreUndocumented: false,
    fileUploader: false,
    ajvFormats: { mode: 'full' },
  });
  return made as readonly Step[];
}

const integer = /^(0|-?[1-9]\d{0,15})$/;

function valueFault(type: string | undefined, value: unknown): string | undefined {
  if (Array.isArray(value) && type !== 'array') return 'must not be repeated';
  if (typeof value !== 'string') return undefined;
  if (type === 'integer' && !integer.test(value)) return 'must be an integer in decimal digits';
  if (type === 'boolean' && value !== 'true' && value !== 'false') return 'must be true or false';
  return value.includes('\0') ? 'must not contain NUL' : undefined;
}

/**
 * What the validator would let through: `1e1`, `0x10` and ` 10` are numbers to it, and it takes names with brackets
 * apart, so that `limit[]` is `limit` and `[x]` is nothing.
 */
function lexicalFaults(
  id: OperationId,
  place: 'path' | 'query',
  values: Readonly<Record<string, unknown>>,
): Record<string, string[]> {
  const declared = declaredParameters(id, place);
  const faults: Record<string, string[]> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const parameter = declared.get(name);
    const fault = parameter ? valueFault(parameter.type, value) : 'is not a parameter of this operation';
    if (fault !== undefined) faults[`${place}.${name}`] = [fault];
  }
  return faults;
}

/** `URLSearchParams` would put U+FFFD for what is not UTF-8. */
function assertDecodable(text: string): void {
  try {
    decodeURIComponent(text);
  } catch {
    throw new AppError('bad_request', 'The query is not percent-encoded UTF-8.');
  }
}

function parseQuery(text: string): Record<string, string | string[]> {
  assertDecodable(text);
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = query[name];
    query[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return { ...query };
}

interface ValidatorFault {
  readonly path?: string;
  readonly message?: string;
}

const places: Record<string, string> = { params: 'path', query: 'query', headers: 'headers', body: 'body' };

/** `/body/regression_test_ids/2` as `body.regression_test_ids[2]`. */
export function fieldPath(pointer: string): string {
  const [place = '', ...rest] = pointer.replace(/^\//, '').split('/');
  return (places[place] ?? place) + rest.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('');
}

function asInvalidFields(thrown: unknown): AppError {
  const faults = (thrown as { errors?: readonly ValidatorFault[] }).errors ?? [];
  if (faults.length === 0) throw thrown;
  const fields: Record<string, string[]> = Object.create(null);
  for (const fault of faults.slice(0, 50))
    (fields[fieldPath(fault.path ?? 'request')] ??= []).push((fault.message ?? 'is wrong').slice(0, 500));
  return invalidFields({ ...fields });
}

function runStep(step: Step, view: RequestView): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (error?: unknown): void => (error === undefined ? resolve() : reject(error));
    Promise.resolve(step(view, {}, next)).catch(reject);
  });
}

const found = new Map<OperationId, JsonObject>();

/**
 * What the steps before the last find by the address, which is the same for every request of an operation but for the
 * path's values. Looking it up each time would cost more than judging.
 */
async function find(id: OperationId, lookUp: readonly Step[], view: RequestView): Promise<JsonObject> {
  const known = found.get(id);
  if (known !== undefined) return known;
  const path = operations[id].path.replace(/\{\w+\}/g, '1');
  const sought: RequestView = { ...view, path, originalUrl: path };
  for (const step of lookUp) await runStep(step, sought);
  if (sought.openapi === undefined) throw new Error(`express-openapi-validator does not find ${id}`);
  found.set(id, sought.openapi);
  return sought.openapi;
}

async function judge(id: OperationId, view: RequestView): Promise<void> {
  steps ??= validatorSteps();
  const last = steps.at(-1);
  if (last === undefined) throw new Error('express-openapi-validator has no step');
  view.openapi = { ...(await find(id, steps.slice(0, -1), view)), pathParams: { ...view.params } };
  await runStep(last, view);
}

const validatorApp = { enabled: () => true, param: () => undefined };

/** The request as the description types it: defaults filled in, parameters coerced; else `validation_error` by field. */
export async function validateRequest(operation: DeclaredOperation, parts: RequestParts): Promise<ValidatedRequest> {
  const query = parseQuery(parts.queryText);
  const faults = {
    ...lexicalFaults(operation.id, 'path', parts.params),
    ...lexicalFaults(operation.id, 'query', query),
  };
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
  const { 'content-type': _, ...others } = parts.headers;
  const { requestType } = operation;
  const headers = requestType === null ? others : { ...others, 'content-type': requestType };
  const view: RequestView = {
    method: operation.method,
    path: parts.path,
    baseUrl: '',
    // Without the query's text, in which it would refuse what URLs may hold as it is: `+` for a space, `:`, `,`. A short
    // one, since it is parsed each time.
    originalUrl: '/',
    app: validatorApp,
    query: query as JsonObject,
    params: parts.params as JsonObject,
    headers: headers as JsonObject,
    body: requestType === 'application/json' ? parts.body : undefined,
  };
  try {
    await judge(operation.id, view);
  } catch (thrown) {
    throw asInvalidFields(thrown);
  }
  return {
    path: view.params,
    query: view.query,
    headers: declaredHeaders(operation.id, view.headers),
    body: view.body,
  };
}

function declaredHeaders(id: OperationId, headers: JsonObject): JsonObject {
  const declared: JsonObject = {};
  for (const name of declaredParameters(id, 'header').keys()) {
    const value = headers[name.toLowerCase()];
    if (value !== undefined) declared[name] = value;
  }
  return declared;
}

/** Compiles the validator of an operation by a request that may be refused. */
export async function warmRequestValidator(id: OperationId): Promise<void> {
  const operation = operations[id];
  const path = operation.path.replace(/\{\w+\}/g, '1');
  await validateRequest(operation, { path, params: {}, queryText: '', headers: {}, body: {} }).catch(() => undefined);
}
