import {
  inside,
  listAt,
  namesIn,
  operationPairs,
  parameterName,
  parameterPairs,
  pointerTo,
  type OperationPair,
  type Pair,
} from './place.ts';

/** A schema that both descriptions have at the same place of a request or an answer. */
export interface SchemaPair extends Pair {
  readonly side: 'request' | 'response';
  /** The operation that reaches it; null when it is a component, which several may share. */
  readonly operation: string | null;
  /** As a client would call it: `query.limit`, `body.platforms`, `Run.status`. */
  readonly name: string;
}

type Visit = Pick<SchemaPair, 'side' | 'name'> & { readonly operation: string };

const isComponent = ({ after }: Pair): boolean => after.at[0] === 'components';

function pairOf(pair: Pair, ...keys: string[]): Pair | undefined {
  const before = inside(pair.before, ...keys);
  const after = inside(pair.after, ...keys);
  return before === undefined || after === undefined ? undefined : { before, after };
}

function nameOf({ after }: Pair, name: string): string {
  return after.at.length === 3 && after.at[1] === 'schemas' ? (after.at[2] ?? name) : name;
}

function walk(pair: Pair | undefined, visit: Visit, seen: Set<string>, found: SchemaPair[]): void {
  if (pair === undefined) return;
  const key = `${visit.side} ${pointerTo(pair.before.at)} ${pointerTo(pair.after.at)}`;
  if (seen.has(key)) return;
  seen.add(key);
  const name = nameOf(pair, visit.name);
  found.push({ ...pair, side: visit.side, name, operation: isComponent(pair) ? null : visit.operation });
  for (const property of namesIn(pair.before, 'properties'))
    walk(pairOf(pair, 'properties', property), { ...visit, name: `${name}.${property}` }, seen, found);
  for (const keyword of ['items', 'additionalProperties'])
    walk(pairOf(pair, keyword), { ...visit, name: `${name}[]` }, seen, found);
  for (const keyword of ['oneOf', 'anyOf', 'allOf'])
    for (const position of listAt(pair.before, keyword).keys())
      walk(pairOf(pair, keyword, String(position)), { ...visit, name }, seen, found);
}

function walkContent(pair: Pair | undefined, visit: Visit, seen: Set<string>, found: SchemaPair[]): void {
  if (pair === undefined) return;
  for (const type of namesIn(pair.before, 'content')) walk(pairOf(pair, 'content', type, 'schema'), visit, seen, found);
}

function walkOperation(pair: OperationPair, seen: Set<string>, found: SchemaPair[]): void {
  const operation = pair.name;
  for (const parameter of parameterPairs(pair)) {
    const name = parameterName(parameter.after);
    walk(pairOf(parameter, 'schema'), { side: 'request', name, operation }, seen, found);
  }
  walkContent(pairOf(pair, 'requestBody'), { side: 'request', name: 'body', operation }, seen, found);
  for (const status of namesIn(pair.before, 'responses')) {
    const response = pairOf(pair, 'responses', status);
    walkContent(response, { side: 'response', name: `${status} body`, operation }, seen, found);
    if (response === undefined) continue;
    for (const header of namesIn(response.before, 'headers'))
      walk(pairOf(response, 'headers', header, 'schema'), { side: 'response', name: header, operation }, seen, found);
  }
}

/** Every schema of every operation that both descriptions have, once for each side on which it is used. */
export function schemaPairs(before: object, after: object): SchemaPair[] {
  const seen = new Set<string>();
  const found: SchemaPair[] = [];
  for (const pair of operationPairs(before, after)) walkOperation(pair, seen, found);
  return found;
}
