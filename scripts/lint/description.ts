import type { Pointer } from './rule.ts';

export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key; an empty one where there is none, so that a rule need not ask twice. */
export const nodeAt = (node: Node, ...keys: readonly string[]): Node => {
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  const value = node[key];
  return isNode(value) ? nodeAt(value, ...rest) : {};
};
export const listAt = (node: Node, key: string): readonly unknown[] => {
  const value = node[key];
  return Array.isArray(value) ? value : [];
};
export const textAt = (node: Node, key: string): string => {
  const value = node[key];
  return typeof value === 'string' ? value : '';
};
export const entriesOf = (node: Node): [string, Node][] =>
  Object.entries(node).filter((entry): entry is [string, Node] => isNode(entry[1]));
export const refName = (node: Node): string | undefined => textAt(node, '$ref').split('/').at(-1) || undefined;

/** Something of the document, resolved, and where it stands. `shared` names the component it came from. */
export interface Placed {
  readonly node: Node;
  readonly at: Pointer;
  readonly shared?: string | undefined;
}
export interface Answer extends Placed {
  readonly status: string;
}
export interface Operation extends Placed {
  readonly path: string;
  readonly method: string;
  readonly id: string;
  readonly parameters: readonly Placed[];
  readonly answers: readonly Answer[];
  /** The scheme of each alternative, in order, with its scopes. */
  readonly security: readonly { readonly scheme: string; readonly scopes: readonly string[] }[];
}
export interface Content extends Placed {
  readonly mediaType: string;
  readonly role: 'request' | 'response';
}
export interface Schema extends Placed {
  /** Name of the property it is, or of the component. */
  readonly name: string;
  readonly isProperty: boolean;
  readonly inRequest: boolean;
  readonly inResponse: boolean;
}

export interface Description {
  readonly root: Node;
  readonly operations: readonly Operation[];
  /** Every parameter, header and response once, shared or not. */
  readonly parameters: readonly Placed[];
  readonly headers: readonly Placed[];
  readonly answers: readonly Placed[];
  readonly contents: readonly Content[];
  readonly schemas: readonly Schema[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

function resolve(root: Node, node: Node, at: Pointer): Placed {
  const keys = textAt(node, '$ref').replace(/^#\//, '').split('/').filter(Boolean);
  if (keys.length === 0) return { node, at };
  return { node: nodeAt(root, ...keys), at: keys, shared: keys.at(-1) };
}

function operationsOf(root: Node): Operation[] {
  return entriesOf(nodeAt(root, 'paths')).flatMap(([path, item]) =>
    entriesOf(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, node]) => {
        const at = ['paths', path, method];
        const place = (value: unknown, ...rest: (string | number)[]): Placed =>
          resolve(root, isNode(value) ? value : {}, [...at, ...rest]);
        return {
          ...{ path, method, node, at, id: textAt(node, 'operationId') },
          parameters: listAt(node, 'parameters').map((each, index) => place(each, 'parameters', index)),
          answers: Object.entries(nodeAt(node, 'responses')).map(([status, each]) => ({
            status,
            ...place(each, 'responses', status),
          })),
          security: listAt(node, 'security').flatMap((alternative) =>
            Object.entries(isNode(alternative) ? alternative : {}).map(([scheme, scopes]) => ({
              scheme,
              scopes: Array.isArray(scopes) ? scopes.map(String) : [],
            })),
          ),
        };
      }),
  );
}

const componentsOf = (root: Node, kind: string): Placed[] =>
  entriesOf(nodeAt(root, 'components', kind)).map(([name, node]) => ({
    node,
    at: ['components', kind, name],
    shared: name,
  }));

const contentsOf = ({ node, at }: Placed, role: Content['role']): Content[] =>
  entriesOf(nodeAt(node, 'content')).map(([mediaType, media]) => ({
    ...{ node: media, mediaType, role },
    at: [...at, 'content', mediaType],
  }));

/** The schemas inside one, itself first. A reference is a leaf: what it names is walked where it stands. */
function* within(
  node: Node,
  at: Pointer,
  name: string,
  isProperty: boolean,
): Iterable<Omit<Schema, 'inRequest' | 'inResponse'>> {
  yield { node, at, name, isProperty };
  for (const [property, schema] of entriesOf(nodeAt(node, 'properties')))
    yield* within(schema, [...at, 'properties', property], property, true);
  for (const keyword of ['items', 'additionalProperties', 'not'])
    if (isNode(node[keyword])) yield* within(nodeAt(node, keyword), [...at, keyword], name, false);
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    for (const [index, schema] of listAt(node, keyword).entries())
      if (isNode(schema)) yield* within(schema, [...at, keyword, index], name, false);
}

/** Names of the components that these schemas reach. */
function reached(root: Node, schemas: readonly Node[], names = new Set<string>()): Set<string> {
  for (const start of schemas)
    for (const { node } of within(start, [], '', false)) {
      const name = refName(node);
      if (name === undefined || names.has(name)) continue;
      names.add(name);
      reached(root, [nodeAt(root, 'components', 'schemas', name)], names);
    }
  return names;
}

function schemasOf(root: Node, requested: readonly Placed[], answered: readonly Placed[]): Schema[] {
  const inline = ({ node, at }: Placed, flags: Pick<Schema, 'inRequest' | 'inResponse'>): Schema[] =>
    [...within(nodeAt(node, 'schema'), [...at, 'schema'], textAt(node, 'name') || String(at.at(-1)), false)]
      .filter((schema) => Object.keys(schema.node).length > 0)
      .map((schema) => ({ ...schema, ...flags }));
  const schemaOf = ({ node }: Placed): Node => nodeAt(node, 'schema');
  const inRequest = reached(root, requested.map(schemaOf));
  const inResponse = reached(root, answered.map(schemaOf));
  const named = componentsOf(root, 'schemas').flatMap(({ node, at, shared = '' }) =>
    [...within(node, at, shared, false)].map((schema) => ({
      ...schema,
      ...{ inRequest: inRequest.has(shared), inResponse: inResponse.has(shared) },
    })),
  );
  return [
    ...requested.flatMap((placed) => inline(placed, { inRequest: true, inResponse: false })),
    ...answered.flatMap((placed) => inline(placed, { inRequest: false, inResponse: true })),
    ...named,
  ];
}

function describe(root: Node): Description {
  const operations = operationsOf(root);
  const own = <Kind extends Placed>(placed: readonly Kind[]): Kind[] =>
    placed.filter((each) => each.shared === undefined);
  const parameters = [...own(operations.flatMap((each) => each.parameters)), ...componentsOf(root, 'parameters')];
  const answers: Placed[] = [...own(operations.flatMap((each) => each.answers)), ...componentsOf(root, 'responses')];
  const headers = [
    ...answers.flatMap(({ node, at }) =>
      entriesOf(nodeAt(node, 'headers'))
        .filter(([, header]) => refName(header) === undefined)
        .map(([name, header]) => ({ node: header, at: [...at, 'headers', name] })),
    ),
    ...componentsOf(root, 'headers'),
  ];
  const bodies = operations.map(({ node, at }) => ({ node: nodeAt(node, 'requestBody'), at: [...at, 'requestBody'] }));
  const requests = bodies.flatMap((body) => contentsOf(body, 'request'));
  const responses = answers.flatMap((answer) => contentsOf(answer, 'response'));
  return {
    ...{ root, operations, parameters, headers, answers },
    contents: [...requests, ...responses],
    schemas: schemasOf(root, [...parameters, ...requests], [...headers, ...responses]),
  };
}

const known = new WeakMap<Node, Description>();

/** What rules ask of a document, worked out once for all of them. */
export function readDescription(root: Node): Description {
  const description = known.get(root) ?? describe(root);
  known.set(root, description);
  return description;
}
