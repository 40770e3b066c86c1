// Two operations that take and answer the same under neighbouring addresses are one operation, written twice.
import { entriesOf, nodeAt, refName, textAt, type Operation } from '../description.ts';
import type { Rule } from '../rule.ts';

const schemaName = (operation: Operation, ...keys: string[]): string =>
  entriesOf(nodeAt(operation.node, ...keys, 'content'))
    .map(([type, media]) => `${type} ${refName(nodeAt(media, 'schema')) ?? ''}`)
    .join();

function signature(operation: Operation): string {
  const success = operation.answers.filter(({ status }) => status.startsWith('2'));
  const answers = success.map(({ status, node }) =>
    [
      status,
      ...entriesOf(nodeAt(node, 'content')).map(([type, media]) => `${type} ${refName(nodeAt(media, 'schema')) ?? ''}`),
    ].join(),
  );
  const parent = operation.path.split('/').slice(0, -1).join('/');
  return [operation.method, parent, schemaName(operation, 'requestBody'), ...answers].join(' | ');
}

const hasBodies = (operation: Operation): boolean =>
  'requestBody' in operation.node &&
  operation.answers.some(({ status, node }) => status.startsWith('2') && 'content' in node);

export const noTwins: Rule = {
  id: 'no-twins',
  *check({ operations }) {
    const first = new Map<string, Operation>();
    for (const operation of operations.filter(hasBodies)) {
      const twin = first.get(signature(operation));
      if (twin === undefined) first.set(signature(operation), operation);
      else
        yield {
          at: operation.at,
          message: `The same request and answers as ${textAt(twin.node, 'operationId')} beside it: make it a parameter of that one.`,
        };
    }
  },
};
