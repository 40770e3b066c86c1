import { told } from './exceptions.ts';
import { keyOf, type Fact, type Facts } from './facts.ts';
import type { Promises } from './promises.ts';

export interface KindOfPromise {
  readonly kind: string;
  readonly promised: number;
  readonly seen: number;
  readonly unseen: readonly string[];
}

const words: Readonly<Record<string, string>> = {
  status: 'operation × status',
  'response type': 'operation × status × content type',
  'request type': 'operation × type of the body',
  scheme: 'operation × security scheme, accepted and rejected',
  parameter: 'parameter, valid, refused and left out',
  code: 'error code',
  'example code': 'error code of an example, with its status',
  value: 'value of an enumeration',
  property: 'property, not null',
  header: 'operation × status × header',
  location: 'Location that a client followed',
};

const inWords = (fact: Fact): string => {
  const { about, what } = told(fact);
  return `${about}: ${what}`;
};

/** One line for each kind of promise, and for values and properties one for answers and one for requests. */
const groupOf = ([kind, , side]: Fact): string =>
  side === 'asked' || side === 'answered' ? `${words[kind] ?? kind}, ${side}` : (words[kind] ?? kind);

/** Each promise once that nobody saw kept. */
export function gapsIn({ kept }: Pick<Promises, 'kept'>, facts: Facts): Fact[] {
  const unseen = kept.filter((fact) => !facts.has(keyOf(fact)));
  return [...new Map(unseen.map((fact) => [keyOf(fact), fact])).values()];
}

export function coverageOf({ kept }: Pick<Promises, 'kept'>, facts: Facts): KindOfPromise[] {
  const unique = new Map(kept.map((fact) => [keyOf(fact), fact]));
  const groups = Map.groupBy(unique.values(), groupOf);
  return [...groups].map(([kind, group]) => {
    const unseen = gapsIn({ kept: group }, facts);
    return { kind, promised: group.length, seen: group.length - unseen.length, unseen: unseen.map(inWords) };
  });
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function asMarkdown(kinds: readonly KindOfPromise[]): string {
  const table = [
    row(['promise', 'seen kept', 'of']),
    row(['---', '---:', '---:']),
    ...kinds.map(({ kind, seen, promised }) => row([kind, `${seen}`, `${promised}`])),
  ];
  const lists = kinds
    .filter(({ unseen }) => unseen.length > 0)
    .flatMap(({ kind, unseen }) => ['', `## Never seen: ${kind}`, '', ...unseen.map((line) => `- ${line}`)]);
  return ['# Coverage of the description by the contract tests', '', ...table, ...lists, ''].join('\n');
}
