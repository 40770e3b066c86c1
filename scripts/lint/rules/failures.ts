// Failures: every status is named, every failure has the one shape, and each code is shown where it can happen.
import {
  entriesOf,
  isNode,
  listAt,
  nodeAt,
  refName,
  textAt,
  type Answer,
  type Description,
  type Node,
  type Operation,
} from '../description.ts';
import type { Finding, Rule } from '../rule.ts';

const failureSchemas: Readonly<Record<string, string>> = {
  'application/json': 'Error',
  'application/problem+json': 'Problem',
};
const isSharedFailure = ({ status, shared }: Answer): boolean => isFailure(status) && shared !== undefined;
const isFailure = (status: string): boolean => /^[45]/.test(status);

/** `/livez` and its like are asked every second by machines that neither hold a token nor may be turned away. */
const isLimited = ({ node }: Operation): boolean => textAt(node, 'x-rate-class') !== 'unlimited';

/** What a path parameter names, the credential names too: with another value it is none, and the answer 401. */
const namedByCredential: Readonly<Record<string, string>> = { leaseToken: 'lease_id', fileSignature: 'sha256' };

/** PUT makes what its path names, and what is one of an enumeration is always there. */
function mayMiss({ path, method, security, parameters }: Operation): boolean {
  const enumerated = parameters.filter(({ node }) => 'enum' in nodeAt(node, 'schema'));
  const known = [
    ...security.map(({ scheme }) => namedByCredential[scheme]),
    ...enumerated.map(({ node }) => textAt(node, 'name')),
  ];
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return method !== 'put' && ids.some((name) => !known.includes(name));
}

/** Nothing is looked up for who neither sends a body nor is anybody; a signature is judged by what it signs. */
function asksDatabase({ node, security }: Operation): boolean {
  return 'requestBody' in node || security.some(({ scheme }) => scheme !== 'fileSignature');
}

function expectedStatuses(operation: Operation): string[] {
  // A form of a page that is no such form holds no credential: 401.
  const isForm = 'application/x-www-form-urlencoded' in nodeAt(operation.node, 'requestBody', 'content');
  const hasBody = 'requestBody' in operation.node && !isForm;
  return [
    ...['400', '405', '406', '500'],
    ...(mayMiss(operation) ? ['404'] : []),
    ...(asksDatabase(operation) ? ['503'] : []),
    ...(hasBody ? ['413', '415'] : []),
    ...(isLimited(operation) ? ['429'] : []),
  ].sort();
}

export const failuresDocumented: Rule = {
  id: 'failures-documented',
  *check({ operations }) {
    for (const operation of operations) {
      const statuses = operation.answers.map(({ status }) => status);
      for (const status of expectedStatuses(operation))
        if (!statuses.includes(status))
          yield { at: [...operation.at, 'responses'], message: `Document ${status}: this operation can answer it.` };
    }
  },
};

export const failureShape: Rule = {
  id: 'failure-shape',
  *check({ operations, answers }) {
    for (const operation of operations)
      for (const { status, shared, at } of operation.answers)
        if (isFailure(status) && shared === undefined)
          yield { at, message: 'Failures are shared: refer to one of components/responses.' };
    for (const { node, at } of answers.filter((answer) => 'x-error-codes' in answer.node)) yield* shapeFaults(node, at);
  },
};

function* shapeFaults(node: Node, at: Finding['at']): Iterable<Finding> {
  const types = Object.keys(nodeAt(node, 'content'));
  if (types[0] !== 'application/json')
    yield { at, message: 'A failure is application/json, first of its media types.' };
  for (const [type, media] of entriesOf(nodeAt(node, 'content')))
    if (refName(nodeAt(media, 'schema')) !== failureSchemas[type])
      yield {
        at: [...at, 'content', type],
        message: `A failure of this type is ${failureSchemas[type] ?? 'not foreseen'}.`,
      };
}

/** The status of each code, wherever the catalogue keeps it. */
function statusOfCode({ root }: Description, code: string): string {
  const schema = nodeAt(root, 'components', 'schemas', 'ErrorCode');
  return String(nodeAt(schema, 'x-codes', code)['status'] ?? nodeAt(schema, 'x-status')[code]);
}

export const errorCodes: Rule = {
  id: 'error-codes',
  *check(description) {
    const declared = listAt(nodeAt(description.root, 'components', 'schemas', 'ErrorCode'), 'enum');
    const failures = description.operations.flatMap(({ answers }) => answers.filter(isSharedFailure));
    for (const { node, at } of new Map(failures.map((failure) => [failure.node, failure])).values())
      yield* codeFaults(node, at, declared);
    for (const { node, at, status } of failures)
      for (const code of listAt(node, 'x-error-codes').map(String))
        if (declared.includes(code) && statusOfCode(description, code) !== status)
          yield {
            at,
            message: `${code} belongs to status ${statusOfCode(description, code)} and is answered with ${status}.`,
          };
  },
};

function* codeFaults(node: Node, at: Finding['at'], declared: readonly unknown[]): Iterable<Finding> {
  const codes = listAt(node, 'x-error-codes').map(String);
  if (codes.length === 0) yield { at, message: 'Name the codes of this failure in x-error-codes.' };
  for (const code of codes.filter((each) => !declared.includes(each)))
    yield { at: [...at, 'x-error-codes'], message: `${code} is not in the enum of ErrorCode.` };
  for (const [type, media] of entriesOf(nodeAt(node, 'content'))) {
    const examples = entriesOf(nodeAt(media, 'examples'));
    const shown = examples.map(([, example]) => (isNode(example['value']) ? textAt(example['value'], 'code') : ''));
    // Problems are the same failures in other words: one example shows how they look.
    for (const code of codes.filter((each) => type === 'application/json' && !shown.includes(each)))
      yield { at: [...at, 'content', type], message: `Show an example of ${code}.` };
    for (const [index, [name]] of examples.entries())
      if (shown[index] !== name || !codes.includes(name))
        yield {
          at: [...at, 'content', type, 'examples', name],
          message: 'An example of a failure is named after its code, and x-error-codes names it.',
        };
  }
}
