// One spelling for each kind of name, and none that a generator would fold into another.
import { entriesOf, listAt, nodeAt, textAt, type Node } from '../description.ts';
import type { Rule } from '../rule.ts';

const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const pascal = /^([A-Z][a-z0-9]*)+$/;
const header = /^[A-Z][A-Za-z0-9]*(-[A-Z0-9][A-Za-z0-9]*)*$/;
const folded = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
/** Words that several of the clients' languages keep for themselves. */
const reserved = [
  'class',
  'in',
  'async',
  'await',
  'import',
  'package',
  'func',
  'function',
  'def',
  'lambda',
  'self',
  'none',
];

export const wireNames: Rule = {
  id: 'wire-names',
  *check({ schemas, parameters, operations, root }) {
    for (const { name, at, isProperty } of schemas)
      if (isProperty && !snake.test(name)) yield { at, message: `Spell the property in snake_case: ${name}.` };
    for (const { node, at } of parameters) {
      const name = textAt(node, 'name');
      if (!(textAt(node, 'in') === 'header' ? header : snake).test(name))
        yield { at, message: `Spell the parameter in snake_case, or as headers are: ${name}.` };
    }
    for (const { path, at } of operations)
      for (const segment of path.split('/').filter(Boolean))
        if (
          !/^\{[a-z0-9_]+\}$/.test(segment) &&
          !segment
            .split('.')
            .filter(Boolean)
            .every((word) => kebab.test(word))
        )
          yield { at: at.slice(0, 2), message: `Spell the path in kebab-case: ${segment}.` };
    for (const name of Object.keys(nodeAt(root, 'components', 'schemas')))
      if (!pascal.test(name))
        yield { at: ['components', 'schemas', name], message: `Spell the schema in PascalCase: ${name}.` };
  },
};

function* clashes(names: readonly string[], words: readonly string[] = []): Iterable<string> {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(folded(name)) || words.includes(name.toLowerCase())) yield name;
    seen.add(folded(name));
  }
}

export const namesDistinct: Rule = {
  id: 'names-distinct',
  *check({ root, schemas }) {
    const spaces: [readonly (string | number)[], Node][] = [
      [['components', 'schemas'], nodeAt(root, 'components', 'schemas')],
      ...schemas.map(({ node, at }): [readonly (string | number)[], Node] => [
        [...at, 'properties'],
        nodeAt(node, 'properties'),
      ]),
    ];
    for (const [at, members] of spaces)
      for (const name of clashes(Object.keys(members), reserved))
        yield {
          at: [...at, name],
          message: `${name} is a word of some language, or is another name there but for case and signs.`,
        };
  },
};

export const enumValuesDistinct: Rule = {
  id: 'enum-values-distinct',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      const values = listAt(node, 'enum')
        .filter((value) => value !== null)
        .map(String);
      const names = listAt(node, 'x-enum-varnames').map(String);
      for (const value of clashes(names.length === values.length ? names : values))
        yield { at: [...at, 'enum'], message: `${value} is no name of its own in clients: give x-enum-varnames.` };
    }
  },
};

export const unusedValuesTold: Rule = {
  id: 'unused-values-told',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      const untold = (value: string): boolean => !textAt(node, 'description').includes(`\`${value}\``);
      for (const value of listAt(node, 'x-unused-values').map(String)) {
        if (!listAt(node, 'enum').includes(value))
          yield { at: [...at, 'x-unused-values'], message: `${value} is not in the enum.` };
        if (untold(value)) yield { at, message: `Tell in the description that \`${value}\` is never answered.` };
      }
      if ('x-always-null' in node && (!listAt(node, 'type').includes('null') || untold('null')))
        yield { at, message: 'What is always `null` may be null, and its description tells so.' };
    }
  },
};

/** What a method may be called; POST makes or does something, so its verbs are the domain's. */
const verbs: Readonly<Record<string, RegExp>> = {
  get: /^(get|list|download|follow)[A-Z]/,
  put: /^(put|replace)[A-Z]/,
  patch: /^update[A-Z]/,
  delete: /^(delete|revoke)[A-Z]/,
  post: /^(create|set|approve|cancel|restart|deactivate|claim|record|append|complete|finalize|link|undo|receive|reevaluate|rotate|introspect|exchange|invalidate)[A-Z]/,
};

export const operationNames: Rule = {
  id: 'operation-names',
  *check({ operations }) {
    for (const { id, method, node, at } of operations) {
      if (!(verbs[method]?.test(id) ?? false))
        yield { at: [...at, 'operationId'], message: `${id} does not begin with a verb of ${method.toUpperCase()}.` };
      if (id.startsWith('list') && !/(s|Progress)$/.test(id))
        yield { at: [...at, 'operationId'], message: 'What is listed is plural.' };
      if (listAt(node, 'tags').length !== 1) yield { at, message: 'One tag: it is the slice that owns the operation.' };
    }
  },
};

export const momentsNamed: Rule = {
  id: 'moments-named',
  *check({ schemas }) {
    for (const { node, name, at, isProperty } of schemas)
      if (isProperty && textAt(node, 'format') === 'date-time' && !name.endsWith('_at'))
        yield { at, message: `A moment ends in _at: ${name}.` };
  },
};

export const pathsUnversioned: Rule = {
  id: 'paths-unversioned',
  *check({ root }) {
    for (const [path] of entriesOf(nodeAt(root, 'paths')))
      if (/v\d+(\/|$|[-_.])/i.test(path.replace(/^\/api\/v1\//, '/')))
        yield {
          at: ['paths', path],
          message: 'No version in a path: v1 grows, and a variant is a parameter or a header.',
        };
  },
};
