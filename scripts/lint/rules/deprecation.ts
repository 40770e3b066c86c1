// What ends says since when, until when and what to use instead, in the document and in the answers.
import { nodeAt, textAt, type Node, type Operation } from '../description.ts';
import type { Finding, Pointer, Rule } from '../rule.ts';

const noticeDays = 180;
const dayMs = 86_400_000;
const date = /^\d{4}-\d{2}-\d{2}$/;

function* dateFaults(node: Node, at: Pointer): Iterable<Finding> {
  const [since, until] = [textAt(node, 'x-deprecated-at'), textAt(node, 'x-sunset')];
  if (!date.test(since)) yield { at, message: 'Say since when: x-deprecated-at, YYYY-MM-DD.' };
  if (!date.test(until)) yield { at, message: 'Say until when: x-sunset, YYYY-MM-DD.' };
  if (date.test(since) && date.test(until) && Date.parse(until) - Date.parse(since) < noticeDays * dayMs)
    yield { at, message: `Give ${noticeDays} days at least between x-deprecated-at and x-sunset.` };
  if (textAt(node, 'x-replacement') === '') yield { at, message: 'Say what to use instead: x-replacement.' };
}

function* headerFaults({ answers }: Operation): Iterable<Finding> {
  for (const answer of answers.filter(({ status }) => /^[23]/.test(status)))
    for (const name of ['Deprecation', 'Sunset', 'Link'])
      if (!(name in nodeAt(answer.node, 'headers')))
        yield { at: answer.at, message: `The answers of what ends carry ${name}.` };
}

export const deprecationDated: Rule = {
  id: 'deprecation-dated',
  *check({ operations, parameters, schemas }) {
    const deprecated = [...operations, ...parameters, ...schemas].filter(({ node }) => node['deprecated'] === true);
    for (const { node, at } of deprecated) yield* dateFaults(node, at);
    for (const operation of operations) {
      const ends = [operation, ...operation.parameters].some(({ node }) => node['deprecated'] === true);
      if (ends || operation.node['x-legacy-token'] === true) yield* headerFaults(operation);
    }
  },
};
