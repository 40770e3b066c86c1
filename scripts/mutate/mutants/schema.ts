import { rowSchemaOf, successSchemaOf, type AnswerSchema, type Operation } from '../described-operations.ts';
import {
  editObject,
  headerOf,
  isJsonObject,
  isSuccess,
  tokenOf,
  withBody,
  withHeader,
  type Answer,
  type Json,
} from '../message.ts';
import { inAnswer, type Exchange, type Mutant } from '../mutant.ts';

const typesOf = ({ type }: AnswerSchema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));
const every = (): boolean => true;
const isDescribed = (operation: Operation): boolean => successSchemaOf(operation)?.properties !== undefined;

/** The object that the properties below belong to: a row of a page, else the body itself. */
const shownSchema = (operation: Operation): AnswerSchema =>
  rowSchemaOf(operation) ?? successSchemaOf(operation) ?? { properties: {} };

type Wanted = (schema: AnswerSchema) => boolean;

/** The last such property of what the operation shows; the first ones are the ids that any test would miss. */
function propertyThat(operation: Operation, wanted: Wanted): string | undefined {
  const { properties = {}, required = [] } = shownSchema(operation);
  return required.findLast((name) => properties[name] !== undefined && wanted(properties[name]));
}

/** Changes each object that the answer shows: every row of a page, else the body. */
function editShown(answer: Answer, operation: Operation, change: (shown: Json) => Json): Answer {
  if (!isSuccess(answer)) return answer;
  const isPage = rowSchemaOf(operation) !== undefined;
  return editObject(answer, (body) => {
    const rows = body['data'];
    if (!isPage) return change(body);
    if (!Array.isArray(rows) || rows.length === 0) return undefined;
    return { ...body, data: rows.map((row) => (isJsonObject(row) ? change(row) : row)) };
  });
}

const without = (shown: Json, name: string): Json =>
  Object.fromEntries(Object.entries(shown).filter(([other]) => other !== name));

const propertyMutant = (
  id: string,
  defect: string,
  wanted: Wanted,
  change: (shown: Json, name: string) => Json,
): Mutant => ({
  id,
  class: 'schema',
  defect,
  fits: (operation) => isDescribed(operation) && propertyThat(operation, wanted) !== undefined,
  serve: inAnswer((answer, { operation }) => {
    const name = propertyThat(operation, wanted) ?? '';
    return editShown(answer, operation, (shown) => (name in shown ? change(shown, name) : shown));
  }),
});

const failureMutant = (id: string, defect: string, change: (body: Json, exchange: Exchange) => Json): Mutant => ({
  id,
  class: 'schema',
  defect,
  fits: every,
  serve: inAnswer((answer, exchange) =>
    answer.status < 400 ? answer : editObject(answer, (body) => change(body, exchange)),
  ),
});

const isJson = (answer: Answer): boolean => headerOf(answer, 'Content-Type')?.startsWith('application/json') === true;

const page = '<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>';
const stack = 'TypeError: x is undefined\n    at find (/srv/spci/src/features/runs/runs.ts:12:7)';

export const schemaMutants: readonly Mutant[] = [
  propertyMutant('required-property-dropped', 'leaves out a property that is always there', every, without),
  propertyMutant(
    'wrong-type',
    'sends a number as text',
    (schema) => typesOf(schema)[0] === 'integer',
    (shown, name) => ({ ...shown, [name]: String(shown[name]) }),
  ),
  propertyMutant(
    'null-for-a-value',
    'sends null for what is never null',
    (schema) => !typesOf(schema).includes('null'),
    (shown, name) => ({ ...shown, [name]: null }),
  ),
  propertyMutant(
    'enum-drift',
    'sends a value that its enumeration does not have',
    ({ enum: values }) => values !== undefined,
    (shown, name) => ({ ...shown, [name]: 'unheard_of' }),
  ),
  propertyMutant(
    'local-time',
    'sends a time without its offset',
    ({ format }) => format === 'date-time',
    (shown, name) => ({ ...shown, [name]: '2026-11-22 10:00:00' }),
  ),
  propertyMutant(
    'negative-number',
    'sends a number below its bound',
    (schema) => typesOf(schema)[0] === 'integer' && schema.minimum !== undefined,
    (shown, name) => ({ ...shown, [name]: -7 }),
  ),
  propertyMutant('column-leaked', 'shows a column that is not described', every, (shown) => ({
    ...shown,
    row_version: 3,
  })),
  {
    id: 'empty-body',
    class: 'schema',
    defect: 'answers a success with content described by one without',
    fits: (operation) => successSchemaOf(operation) !== undefined,
    serve: inAnswer((answer) => (isSuccess(answer) && answer.body.length > 0 ? withBody(answer, '') : answer)),
  },
  {
    id: 'body-in-an-array',
    class: 'schema',
    defect: 'wraps its answer into an array',
    fits: isDescribed,
    serve: inAnswer((answer) => (isSuccess(answer) && isJson(answer) ? withBody(answer, `[${answer.body}]`) : answer)),
  },
  {
    id: 'body-cut-off',
    class: 'schema',
    defect: 'ends its JSON too early',
    fits: isDescribed,
    serve: inAnswer((answer) =>
      isSuccess(answer) && isJson(answer) ? withBody(answer, answer.body.subarray(0, -1)) : answer,
    ),
  },
  {
    id: 'failure-as-page',
    class: 'schema',
    defect: 'tells a failure as a page of HTML',
    fits: every,
    serve: inAnswer((answer) =>
      answer.status < 400 ? answer : withHeader(withBody(answer, page), 'Content-Type', 'text/html'),
    ),
  },
  failureMutant('failure-without-code', 'tells a failure without its code', (body) => without(body, 'code')),
  failureMutant('unknown-code', 'tells a failure by a code that nobody knows', (body) => ({
    ...body,
    code: 'something_else',
  })),
  failureMutant('failure-without-request-id', 'tells a failure without the id of the request', (body) => ({
    ...body,
    details: isJsonObject(body['details']) ? without(body['details'], 'request_id') : {},
  })),
  failureMutant('stack-leaked', 'shows the stack of an exception', (body) => ({ ...body, message: stack })),
  failureMutant('statement-leaked', 'shows the statement that failed', (body) => ({
    ...body,
    message: 'error: select "id" from "runs" where "domain_id" = $1',
  })),
  failureMutant('token-echoed', 'repeats the credential that it refuses', (body, { request }) => ({
    ...body,
    message: `${String(body['message'])} (${tokenOf(request) ?? ''})`,
  })),
];
