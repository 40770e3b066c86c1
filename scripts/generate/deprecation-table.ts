import { declaredOperations, type DeclaredOperation, type OpenApiDocument } from './openapi-document.ts';
import type { MayBeDeprecated, ParameterObject } from './openapi-document.ts';

interface Row {
  /** One for every use of the same thing, whatever the operation: what uses of it are recorded under. */
  readonly item: string;
  readonly place: string;
  readonly name: string;
  readonly deprecatedAt: string;
  readonly sunset: string;
  readonly successor: string | null;
  readonly replacement: string;
}

function replacementOf(declared: MayBeDeprecated, name: string): string {
  const replacement = declared['x-replacement'];
  if (replacement === undefined) throw new Error(`${name} is deprecated without x-replacement`);
  return replacement;
}

function dateOf(declared: MayBeDeprecated, key: 'x-deprecated-at' | 'x-sunset', name: string): string {
  const date = declared[key];
  if (date === undefined || Number.isNaN(Date.parse(date))) throw new Error(`${name} is deprecated without ${key}`);
  return date;
}

/** An operation is replaced by an operation; a parameter by whatever its description says. */
function successorOf(document: OpenApiDocument, { operation }: DeclaredOperation): string | null {
  const replacement = operation['x-replacement'];
  if (replacement === undefined) return null;
  const successor = declaredOperations(document).find((other) => other.operation.operationId === replacement);
  if (successor === undefined) throw new Error(`${operation.operationId} is replaced by ${replacement}, which is none`);
  return successor.path;
}

function parametersOf(document: OpenApiDocument, { operation }: DeclaredOperation): ParameterObject[] {
  return (operation.parameters ?? []).map(
    (parameter) => document.components.parameters[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter,
  );
}

function rowsOf(document: OpenApiDocument, declared: DeclaredOperation): Row[] {
  const { operation } = declared;
  const { operationId } = operation;
  const row = (node: MayBeDeprecated, place: string, name: string, successor: string | null): Row => ({
    item: place === 'operation' ? operationId : `${operationId}.${place}.${name}`,
    place,
    name,
    deprecatedAt: dateOf(node, 'x-deprecated-at', `${operationId} ${name}`),
    sunset: dateOf(node, 'x-sunset', `${operationId} ${name}`),
    successor,
    replacement: replacementOf(node, `${operationId} ${name}`),
  });
  const own = operation.deprecated ? [row(operation, 'operation', operationId, successorOf(document, declared))] : [];
  const parameters = parametersOf(document, declared)
    .filter(({ deprecated }) => deprecated === true)
    .map((parameter) => row(parameter, parameter.in ?? '', parameter.name ?? '', null));
  return [...own, ...parameters, ...tokenSourcesOf(document, declared), ...legacyTokensOf(document, declared)];
}

/** A token in an address or a body is deprecated wherever it is taken, from and until the days of the scheme. */
function tokenSourcesOf(document: OpenApiDocument, { operation }: DeclaredOperation): Row[] {
  const takes = (scheme: string): boolean => operation.security.some((alternative) => scheme in alternative);
  const rowsFor = (schemeName: string, places: readonly string[]): Row[] => {
    const scheme = document.components.securitySchemes[schemeName];
    if (scheme === undefined || places.length === 0) return [];
    const { name = '' } = scheme;
    const days = { deprecatedAt: dateOf(scheme, 'x-deprecated-at', name), sunset: dateOf(scheme, 'x-sunset', name) };
    const replacement = replacementOf(scheme, name);
    return places.map((place) => ({ item: `${place}.${name}`, place, name, ...days, successor: null, replacement }));
  };
  return [
    ...rowsFor('queryToken', [
      ...(takes('queryToken') ? ['query'] : []),
      ...(operation['x-body-token'] === true ? ['body'] : []),
    ]),
    ...rowsFor('pageQueryToken', takes('pageQueryToken') ? ['query'] : []),
  ];
}

/** One item wherever they are taken. */
function legacyTokensOf(document: OpenApiDocument, { operation }: DeclaredOperation): Row[] {
  const declared = document['x-legacy-tokens'];
  if (declared === undefined || operation['x-legacy-token'] !== true) return [];
  const [place, name] = ['credential', 'legacy_token'];
  const days = {
    deprecatedAt: dateOf(declared, 'x-deprecated-at', name),
    sunset: dateOf(declared, 'x-sunset', name),
  };
  const replacement = replacementOf(declared, name);
  return [{ item: `${place}.${name}`, place, name, ...days, successor: null, replacement }];
}

/** Source text of the table of what is deprecated, by operation: the server tells of it whenever it is used. */
export function deprecationTable(document: OpenApiDocument): string {
  const entries = declaredOperations(document).flatMap((declared) => {
    const rows = rowsOf(document, declared);
    return rows.length === 0 ? [] : [[declared.operation.operationId, rows] as const];
  });
  return `export const deprecations = ${JSON.stringify(Object.fromEntries(entries), null, 2)} as const;\n`;
}
