import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isJson, inside, namesIn, placeAt, pointerTo, type Place } from '../../scripts/compatibility/place.ts';
import type { Release } from '../../scripts/compatibility/releases.ts';
import { declaredOperations } from '../../scripts/generate/openapi-document.ts';
import type { ReceivedAnswer } from './contract.ts';

export interface ReleasedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly requestType: string | undefined;
  /** The named examples of the JSON body. */
  readonly examples: Readonly<Record<string, Record<string, unknown>>>;
}

/** What a client knows that was made of the description of a release. */
export interface ReleaseContract {
  readonly operations: readonly ReleasedOperation[];
  /** What such a client could not read: objects are open to it, everything it was promised is there. */
  faults(operation: Pick<ReleasedOperation, 'method' | 'path'>, answer: ReceivedAnswer): string[];
}

type SchemaFault = (schema: Place, value: unknown) => string;

function schemaFaultsOf({ description, version }: Release): SchemaFault {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addFormat('binary', true).addFormat('password', true);
  ajv.addSchema({ $id: version, ...description });
  return ({ at }, value) => {
    const reference = `${version}${pointerTo(at.map(encodeURIComponent))}`;
    const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
    return validate(value) === true ? '' : ajv.errorsText(validate.errors);
  };
}

function headerFaults(response: Place, headers: Headers, schemaFault: SchemaFault): string[] {
  return namesIn(response, 'headers').flatMap((name) => {
    const header = inside(response, 'headers', name);
    const schema = inside(header, 'schema');
    const value = headers.get(name);
    if (value === null) return header?.value['required'] === true ? [`header ${name} is missing`] : [];
    if (schema === undefined) return [];
    const fault = schemaFault(schema, schema.value['type'] === 'integer' ? Number(value) : value);
    return fault === '' ? [] : [`header ${name}: ${value}: ${fault}`];
  });
}

function bodyFaults(response: Place, { headers, text }: ReceivedAnswer, schemaFault: SchemaFault): string[] {
  const declared = namesIn(response, 'content');
  const type = headers.get('content-type')?.split(';')[0];
  if (declared.length === 0) return text === '' ? [] : ['has content where none is declared'];
  if (type === undefined || !declared.includes(type)) return [`content type ${type} is not declared`];
  const schema = inside(response, 'content', type, 'schema');
  if (type !== 'application/json' || schema === undefined) return [];
  const fault = schemaFault(schema, JSON.parse(text));
  return fault === '' ? [] : [`body: ${fault}: ${text.slice(0, 500)}`];
}

function examplesIn(body: Place | undefined): ReleasedOperation['examples'] {
  const json = inside(body, 'content', 'application/json');
  const values = namesIn(json, 'examples').map(
    (name) => [name, inside(json, 'examples', name)?.value['value']] as const,
  );
  return Object.fromEntries(values.flatMap(([name, value]) => (isJson(value) ? [[name, { ...value }]] : [])));
}

export function releaseContract(release: Release): ReleaseContract {
  const schemaFault = schemaFaultsOf(release);
  return {
    operations: declaredOperations(release.description).map(({ path, method, operation }) => {
      const body = placeAt(release.description, 'paths', path, method, 'requestBody');
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        requestType: namesIn(body, 'content')[0],
        examples: examplesIn(body),
      };
    }),
    faults: ({ method, path }, answer) => {
      const status = String(answer.status);
      const response = placeAt(release.description, 'paths', path, method.toLowerCase(), 'responses', status);
      if (response === undefined) return [`status ${status} is not declared: ${answer.text.slice(0, 300)}`];
      return [...headerFaults(response, answer.headers, schemaFault), ...bodyFaults(response, answer, schemaFault)];
    },
  };
}

export interface ReleasedCall {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly raw?: string;
  readonly token?: string | undefined;
}

function addressOf({ path }: ReleasedOperation, call: ReleasedCall): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(call.path?.[name])));
  return call.query === undefined ? filled : `${filled}?${new URLSearchParams(call.query)}`;
}

/** Calls a server as a client of the release does; an answer that such a client could not read fails the test. */
export async function callAsReleased(
  { operations, faults }: ReleaseContract,
  url: string,
  id: string,
  call: ReleasedCall,
): Promise<ReceivedAnswer> {
  const operation = operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`${id} is no operation of the release`);
  const content = call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const response = await fetch(url + addressOf(operation, call), {
    method: operation.method,
    redirect: 'manual',
    headers: {
      ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
      ...(content === undefined ? {} : { 'Content-Type': operation.requestType ?? 'application/json' }),
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const answer = { status: response.status, headers: response.headers, text: await response.text() };
  const found = faults(operation, answer);
  if (found.length > 0) throw new Error(`${id} → ${answer.status}: ${found.join('; ')}`);
  return answer;
}
