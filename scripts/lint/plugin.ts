// Our rules as Redocly loads them. A finding that exceptions.yaml allows is not reported; the list itself is judged.
import { resolve } from 'node:path';
import { readDescription, type Node } from './description.ts';
import { exceptionFaults, pointerText, readExceptions } from './exceptions.ts';
import { rules } from './rules.ts';
import type { Finding, Pointer } from './rule.ts';

interface Location {
  readonly source: { readonly absoluteRef: string };
  child(pointer: Pointer): Location;
}
interface Context {
  readonly location: Location;
  report(problem: { readonly message: string; readonly location: Location }): void;
}
type Visitor = () => { readonly Root: { enter(root: Node, context: Context): void } };

const ownDescription = resolve(import.meta.dirname, '../../openapi.yaml');
const exceptions = readExceptions();
const allowed = new Set(exceptions.map(({ rule, location }) => `${rule} ${location}`));
const isOwn = ({ location }: Context): boolean => location.source.absoluteRef === ownDescription;

const visitorOf =
  (check: (root: Node, context: Context) => Iterable<Finding>): Visitor =>
  () => ({
    Root: {
      enter(root, context) {
        for (const { at, message } of check(root, context))
          context.report({ message, location: context.location.child(at) });
      },
    },
  });

const visitors = rules.map(({ id, check }): [string, Visitor] => [
  id,
  visitorOf((root, context) =>
    [...check(readDescription(root))].filter(
      ({ at }) => !isOwn(context) || !allowed.has(`spci/${id} ${pointerText(at)}`),
    ),
  ),
]);

const judgeExceptions = visitorOf((root, context) => {
  if (!isOwn(context)) return [];
  const findings = rules.flatMap(({ id, check }) =>
    [...check(readDescription(root))].map(({ at }) => ({ rule: `spci/${id}`, location: pointerText(at) })),
  );
  const today = new Date().toISOString().slice(0, 10);
  return exceptionFaults(exceptions, findings, today).map((message) => ({ at: ['info'], message }));
});

const all = [...visitors, ['exceptions', judgeExceptions] as const];

export default function plugin(): object {
  return {
    id: 'spci',
    rules: { oas3: Object.fromEntries(all) },
    configs: { all: { rules: Object.fromEntries(all.map(([id]) => [`spci/${id}`, 'error'])) } },
  };
}
