// Whoever is given an id is told what takes it; programs walk the API by these links, and testers find its states.
import {
  entriesOf,
  isNode,
  nodeAt,
  refName,
  textAt,
  type Answer,
  type Description,
  type Node,
  type Operation,
} from '../description.ts';
import type { Finding, Pointer, Rule } from '../rule.ts';

const linksOf = (root: Node, { node, at }: Answer): { name: string; link: Node; at: Pointer }[] =>
  entriesOf(nodeAt(node, 'links')).map(([name, link]) => {
    const shared = refName(link);
    return shared === undefined
      ? { name, link, at: [...at, 'links', name] }
      : { name, link: nodeAt(root, 'components', 'links', shared), at: [...at, 'links', name] };
  });

const takesId = ({ parameters }: Operation): boolean =>
  parameters.some(({ node }) => textAt(node, 'in') === 'path' && textAt(node, 'name').endsWith('_id'));

export const producersLinked: Rule = {
  id: 'producers-linked',
  *check({ root, operations }) {
    const answers = operations.flatMap((operation) => operation.answers);
    for (const answer of answers.filter(({ status }) => /^2/.test(status)))
      if ('Location' in nodeAt(answer.node, 'headers') && linksOf(root, answer).length === 0)
        yield { at: answer.at, message: 'Link what was made to the operations that take its id.' };
    const targets = new Set(answers.flatMap((answer) => linksOf(root, answer).map(({ link }) => link['operationId'])));
    for (const operation of operations.filter(takesId))
      if (!targets.has(operation.id))
        yield { at: operation.at, message: 'No answer links here: link it from what gives its id.' };
  },
};

/** The schema at a pointer into an answer's body; undefined where the schema declares nothing. */
function schemaAt(root: Node, schema: Node, keys: readonly string[]): Node | undefined {
  const name = refName(schema);
  const node = name === undefined ? schema : nodeAt(root, 'components', 'schemas', name);
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  const next = /^\d+$/.test(key) ? node['items'] : nodeAt(node, 'properties')[key];
  return isNode(next) ? schemaAt(root, next, rest) : undefined;
}

function resolves(root: Node, source: Operation, { node }: Answer, expression: string): boolean {
  const [, inPath] = /^\$request\.path\.(\w+)$/.exec(expression) ?? [];
  if (inPath !== undefined) return source.path.includes(`{${inPath}}`);
  const [, pointer] = /^\$response\.body#\/(.+)$/.exec(expression) ?? [];
  const schema = nodeAt(node, 'content', 'application/json', 'schema');
  return pointer !== undefined && schemaAt(root, schema, pointer.split('/')) !== undefined;
}

function* linkFaults({ root, operations }: Description, source: Operation, answer: Answer): Iterable<Finding> {
  for (const { link, at } of linksOf(root, answer)) {
    const target = operations.find(({ id }) => id === link['operationId']);
    if (target === undefined) yield { at, message: `There is no operation ${String(link['operationId'])}.` };
    const names = target?.parameters.map(({ node }) => textAt(node, 'name')) ?? [];
    for (const [name, expression] of Object.entries(nodeAt(link, 'parameters'))) {
      if (target !== undefined && !names.includes(name)) yield { at, message: `${target.id} takes no ${name}.` };
      if (!resolves(root, source, answer, String(expression)))
        yield { at, message: `${String(expression)} names nothing here.` };
    }
  }
}

export const linksLead: Rule = {
  id: 'links-lead',
  *check(description) {
    for (const operation of description.operations)
      for (const answer of operation.answers) yield* linkFaults(description, operation, answer);
  },
};
