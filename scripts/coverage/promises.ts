import {
  declarationPath,
  describedAt,
  resolvedPath,
  type DescribedOperation,
} from '../../contract-tests/harness/described.ts';
import { errorStatus, operations } from '../../generated/operations.ts';
import type { Fact } from './facts.ts';

/** What the description says and a test can see; every promise is a fact that must have been kept. */
export interface Promises {
  /** Without each of these the suite proves less than it says. */
  readonly kept: readonly Fact[];
  /** Values of enumerations, and properties that are not null, that the description says no answer has. */
  readonly denied: readonly Fact[];
}

const keysAt = (path: readonly string[]): string[] => Object.keys(describedAt(path) ?? {});

function itemsAt(path: readonly string[], list: string): string[] {
  const items = describedAt(path)?.[list];
  return Array.isArray(items) ? [...items.keys()].map(String) : [];
}

function responseFacts(operation: DescribedOperation): Fact[] {
  const { id, statuses } = operation;
  return statuses.map(String).flatMap((status) => {
    const response = resolvedPath([...declarationPath(operation), 'responses', status]);
    const types = keysAt([...response, 'content']);
    // One piece of code gives a failure its form, whatever the operation.
    const of = Number(status) < 400 ? id : 'any';
    return [['status', id, status] as Fact, ...types.map((type): Fact => ['response type', of, status, type])];
  });
}

/** The codes that a response shows in its examples, each of which some operation must have answered with. */
function exampleCodes(operation: DescribedOperation): Fact[] {
  return operation.statuses
    .map(String)
    .filter((status) => Number(status) >= 400)
    .flatMap((status) => {
      const response = resolvedPath([...declarationPath(operation), 'responses', status]);
      const examples = describedAt([...response, 'content', 'application/json', 'examples']) ?? {};
      const codes = Object.values(examples).map((example) => (example as { value?: { code?: string } }).value?.code);
      return codes.flatMap((code): Fact[] => (code === undefined ? [] : [['example code', status, code]]));
    });
}

function schemeFacts(operation: DescribedOperation): Fact[] {
  const declaration = declarationPath(operation);
  const names = itemsAt(declaration, 'security').flatMap((index) => keysAt([...declaration, 'security', index]));
  return names.flatMap((name): Fact[] => [
    ['scheme', operation.id, name, 'accepted'],
    // Where nothing need be shown, a session that is none is nothing.
    ...(operation.optional && name === 'sessionCookie' ? [] : [['scheme', operation.id, name, 'rejected'] as Fact]),
  ]);
}

function parameterFacts(operation: DescribedOperation): Fact[] {
  const declaration = declarationPath(operation);
  return itemsAt(declaration, 'parameters').flatMap((index): Fact[] => {
    const parameter = describedAt(resolvedPath([...declaration, 'parameters', index])) ?? {};
    const about = `${String(parameter['in'])}.${String(parameter['name'])}`;
    return [
      ['parameter', operation.id, about, 'valid'],
      ['parameter', operation.id, about, 'refused'],
      ...(parameter['required'] === true ? [] : [['parameter', operation.id, about, 'absent'] as Fact]),
    ];
  });
}

const takesToken = ({ takesQueryToken, takesBodyToken }: DescribedOperation): boolean =>
  takesQueryToken || takesBodyToken;

/** A stale session is cleared where sessions are taken. */
const mayClear = ({ takesSession }: DescribedOperation, status: string): boolean =>
  takesSession || Number(status) < 400;

/** What uses nothing that ends is told nothing of it: its failures are shared with what may. */
function mayAnnounce({ takesQueryToken, takesBodyToken, statuses }: DescribedOperation, status: string): boolean {
  const isFirstSuccess = Number(status) === Math.min(...statuses);
  return (takesQueryToken || takesBodyToken) && (isFirstSuccess || status === '401');
}

function headerFacts(operation: DescribedOperation): Fact[] {
  // Its failures are shared with what has a limit.
  const isLimited = operation.rateClass !== 'unlimited';
  return operation.statuses.map(String).flatMap((status) => {
    const response = resolvedPath([...declarationPath(operation), 'responses', status]);
    const names = keysAt([...response, 'headers'])
      .filter((name) => isLimited || !name.startsWith('X-RateLimit-'))
      .filter((name) => name !== 'Set-Cookie' || mayClear(operation, status))
      .filter((name) => !['Deprecation', 'Sunset'].includes(name) || mayAnnounce(operation, status))
      .filter(
        (name) => name !== 'Link' || Number(status) >= 400 || mayAnnounce(operation, status) || !takesToken(operation),
      );
    return names.map((name): Fact => ['header', operation.id, status, name]);
  });
}

/** Walks a schema as values are walked, so that names agree. */
function valueFacts(side: string, at: readonly string[], outer: string, seen: Set<string>): Fact[] {
  const path = resolvedPath(at);
  const schema = describedAt(path);
  const [components, schemas, component] = path;
  const own = components === 'components' && schemas === 'schemas' && path.length === 3 ? String(component) : outer;
  if (schema === undefined || seen.has(`${path.join('/')} ${own}`)) return [];
  seen.add(`${path.join('/')} ${own}`);
  const values: unknown[] = Array.isArray(schema['enum']) ? schema['enum'] : [];
  const unused: unknown[] = Array.isArray(schema['x-unused-values']) ? schema['x-unused-values'] : [];
  const told = own === '' ? [] : values.filter((value) => value !== null);
  return [
    ...told.map((value): Fact => [
      side === 'answered' && unused.includes(value) ? 'unused value' : 'value',
      ...([own, side, JSON.stringify(value)] as const),
    ]),
    ...valueFacts(side, [...path, 'items'], own, seen),
    ...itemsAt(path, 'oneOf').flatMap((index) => valueFacts(side, [...path, 'oneOf', index], own, seen)),
    ...keysAt([...path, 'properties']).flatMap((name) => {
      const property = [...path, 'properties', name];
      const isUnused = side === 'answered' && describedAt(property)?.['x-always-null'] === true;
      return [
        [isUnused ? 'unused property' : 'property', `${own}.${name}`, side] as Fact,
        ...valueFacts(side, property, `${own}.${name}`, seen),
      ];
    }),
  ];
}

function answeredValues(): Fact[] {
  const seen = new Set<string>();
  return Object.values(operations).flatMap((operation) =>
    operation.statuses.flatMap((status) => {
      const response = resolvedPath([...declarationPath(operation), 'responses', String(status)]);
      return valueFacts('answered', [...response, 'content', 'application/json', 'schema'], '', seen);
    }),
  );
}

function askedValues(): Fact[] {
  const seen = new Set<string>();
  return Object.values(operations).flatMap((operation) => {
    const declaration = declarationPath(operation);
    const body = [...declaration, 'requestBody', 'content', 'application/json', 'schema'];
    const parameters = itemsAt(declaration, 'parameters').map((index) => [
      ...resolvedPath([...declaration, 'parameters', index]),
      'schema',
    ]);
    return [body, ...parameters].flatMap((path) => valueFacts('asked', path, '', seen));
  });
}

const redirects = (operation: DescribedOperation): Fact[] =>
  operation.statuses
    .map(String)
    .filter((status) => {
      const response = resolvedPath([...declarationPath(operation), 'responses', status]);
      return Number(status) < 400 && keysAt([...response, 'headers']).includes('Location');
    })
    .map((): Fact => ['location', operation.id, 'followed']);

const isErrorCode = ([, about]: Fact): boolean => about === 'ErrorCode';

export function promisesOfTheDescription(): Promises {
  const each = Object.values(operations);
  const answered = answeredValues();
  const ofOperations = each.flatMap((operation): Fact[] => {
    const type = operation.requestType;
    return [
      ...responseFacts(operation),
      ...(type === null ? [] : [['request type', operation.id, type] as Fact]),
      ...schemeFacts(operation),
      ...parameterFacts(operation),
    ];
  });
  const codes = Object.keys(errorStatus).map((code): Fact => ['code', 'any', code]);
  // Codes are counted by themselves, with those that are told before there is an operation.
  const values = answered.filter((fact) => ['value', 'property'].includes(fact[0]) && !isErrorCode(fact));
  const ofBodies = [...values, ...askedValues(), ...each.flatMap(redirects)];
  return {
    kept: [...ofOperations, ...codes, ...each.flatMap(exampleCodes), ...ofBodies, ...each.flatMap(headerFacts)],
    denied: answered.flatMap(([kind, ...rest]): Fact[] =>
      kind.startsWith('unused ') ? [[kind.replace('unused ', ''), ...rest]] : [],
    ),
  };
}
