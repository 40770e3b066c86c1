import { operations } from '../../generated/operations.ts';
import { mayNameDomain } from '../domain-names.ts';
import type { OperationId } from './operation.ts';

export type DeclaredOperation = (typeof operations)[OperationId];

export interface Route {
  readonly operation: DeclaredOperation;
  /** Decoded values of the path's parameters. */
  readonly params: Readonly<Record<string, string>>;
}

export type RouteMatch =
  | { readonly kind: 'found'; readonly route: Route }
  | { readonly kind: 'wrong_method'; readonly allow: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'malformed' };

interface Leaf {
  readonly operation: DeclaredOperation;
  /** Of the path's parameters, in the order of their values; siblings may name the same place differently. */
  readonly names: readonly string[];
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter: { readonly node: Node; readonly name: string } | undefined;
  readonly methods: Map<string, Leaf>;
  /** Which of the values names a domain. */
  domainAt: number | undefined;
}

const newNode = (): Node => ({ literals: new Map(), parameter: undefined, methods: new Map(), domainAt: undefined });

function childFor(node: Node, segment: string): Node {
  const name = /^\{(\w+)\}$/.exec(segment)?.[1];
  if (name !== undefined) {
    node.parameter ??= { node: newNode(), name };
    return node.parameter.node;
  }
  const child = node.literals.get(segment) ?? newNode();
  node.literals.set(segment, child);
  return child;
}

function build(): Node {
  const root = newNode();
  for (const operation of Object.values(operations)) {
    const leaf = operation.path.slice(1).split('/').reduce(childFor, root);
    const names = namesOf(operation);
    leaf.methods.set(operation.method, { operation, names });
    if (names.includes('domain')) leaf.domainAt = names.indexOf('domain');
  }
  return root;
}

const root = build();

function namesOf(operation: DeclaredOperation): string[] {
  return [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

function find(segments: readonly string[]): { node: Node; values: string[] } | undefined {
  const values: string[] = [];
  let node = root;
  for (const segment of segments) {
    const literal = node.literals.get(segment);
    if (literal === undefined && segment !== '' && node.parameter !== undefined) values.push(segment);
    const next = literal ?? (segment === '' ? undefined : node.parameter?.node);
    if (next === undefined) return undefined;
    node = next;
  }
  return node.methods.size === 0 ? undefined : { node, values };
}

function decoded(values: readonly string[]): string[] | undefined {
  try {
    return values.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function allowOf(node: Node): string {
  const methods = [...node.methods.keys()];
  if (methods.includes('GET')) methods.push('HEAD');
  return [...methods, 'OPTIONS'].sort().join(', ');
}

/** What can be the name of no domain has no pages. */
function isOfNoDomain({ domainAt }: Node, values: readonly string[] | undefined): boolean {
  return domainAt !== undefined && values !== undefined && !mayNameDomain(values[domainAt] ?? '');
}

/**
 * The operation at a path, exactly as it is written in the description: no trailing slash, no other case. A literal
 * segment wins over a parameter. HEAD is answered wherever GET is.
 */
export function matchRoute(method: string, path: string): RouteMatch {
  const found = path.startsWith('/') ? find(path.slice(1).split('/')) : undefined;
  if (found === undefined) return { kind: 'unknown' };
  const values = decoded(found.values);
  if (isOfNoDomain(found.node, values)) return { kind: 'unknown' };
  const leaf = found.node.methods.get(method === 'HEAD' ? 'GET' : method);
  if (leaf === undefined) return { kind: 'wrong_method', allow: allowOf(found.node) };
  if (values === undefined) return { kind: 'malformed' };
  const params = Object.fromEntries(leaf.names.map((name, position) => [name, values[position] ?? '']));
  return { kind: 'found', route: { operation: leaf.operation, params } };
}
