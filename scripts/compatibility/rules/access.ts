import type { Change } from '../change.ts';
import { inside, operationPairs, placeAt, pointerTo, textsAt, type Json, type OperationPair } from '../place.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

function requirementsOf({ value }: { readonly value: Json }): readonly Requirement[] {
  return Array.isArray(value['security']) ? (value['security'] as Requirement[]) : [];
}

const isMetBy = (later: Requirement, earlier: Requirement): boolean =>
  Object.entries(later).every(([scheme, scopes]) => scopes.every((scope) => earlier[scheme]?.includes(scope) ?? false));
const asksForMoreSchemes = (later: Requirement, earlier: Requirement): boolean =>
  Object.keys(later).some((scheme) => !(scheme in earlier));

function change(pair: OperationPair, keyword: string, what: Pick<Change, 'rule' | 'description' | 'remedy'>): Change {
  return {
    ...what,
    level: 'breaking',
    kind: 'changed',
    location: `${pointerTo(pair.after.at)}/${keyword}`,
    operation: pair.name,
  };
}

const named = (requirement: Requirement): string =>
  Object.entries(requirement)
    .map(([scheme, scopes]) => [`\`${scheme}\``, ...scopes].join(' '))
    .join(' and ') || 'no credential';

/** Each credential that opened the operation has to open it still. */
function changedSecurity(pair: OperationPair): Change[] {
  const [earlier, later] = [requirementsOf(pair.before), requirementsOf(pair.after)];
  if (later.length === 0) return [];
  if (earlier.length === 0)
    return [
      change(pair, 'security', {
        rule: 'credential-required',
        description: 'A credential is needed.',
        remedy: 'Keep the operation public; put what needs a credential into another one.',
      }),
    ];
  return earlier.flatMap((requirement) => {
    if (later.some((other) => !asksForMoreSchemes(other, requirement) && isMetBy(other, requirement))) return [];
    const sameSchemes = later.find((other) => !asksForMoreSchemes(other, requirement));
    return sameSchemes === undefined
      ? change(pair, 'security', {
          rule: 'security-scheme-removed',
          description: `${named(requirement)} is no longer accepted.`,
          remedy: 'Accept the scheme still; deprecate it, with a sunset, before it goes.',
        })
      : change(pair, 'security', {
          rule: 'scope-raised',
          description: `${named(requirement)} no longer suffices; ${named(sameSchemes)} is needed.`,
          remedy: 'Keep the scope; tokens that were minted for it would stop working.',
        });
  });
}

/** No roles listed means any role. */
function changedRoles(pair: OperationPair): Change[] {
  const [earlier, later] = [textsAt(pair.before, 'x-required-roles'), textsAt(pair.after, 'x-required-roles')];
  const lost = earlier.filter((role) => !later.includes(role));
  const raised = later.length > 0 && (earlier.length === 0 || lost.length > 0);
  const operatorOnly = pair.before.value['x-operator'] !== true && pair.after.value['x-operator'] === true;
  if (!raised && !operatorOnly) return [];
  return [
    change(pair, raised ? 'x-required-roles' : 'x-operator', {
      rule: 'role-raised',
      description: operatorOnly ? 'Only operators may call it.' : `Only these roles may call it: ${later.join(', ')}.`,
      remedy: 'Keep the roles; who could call it yesterday relies on it.',
    }),
  ];
}

/** Requests that a class allows in a second, by the table of the description. */
function rateOf(document: object, rateClass: string): number {
  if (rateClass === 'unlimited') return Infinity;
  const limit = inside(placeAt(document, 'x-rate-classes'), rateClass)?.value;
  return limit === undefined ? NaN : Number(limit['count']) / Number(limit['seconds']);
}

const rateClassOf = ({ value }: { readonly value: Json }, method: string): string =>
  typeof value['x-rate-class'] === 'string' ? value['x-rate-class'] : method === 'get' ? 'read' : 'write';

function changedRateClass(pair: OperationPair): Change[] {
  const [was, is] = [rateClassOf(pair.before, pair.method), rateClassOf(pair.after, pair.method)];
  if (was === is || !(rateOf(pair.after.document, is) < rateOf(pair.after.document, was))) return [];
  return [
    change(pair, 'x-rate-class', {
      rule: 'rate-lowered',
      description: `The rate class is \`${is}\`, which allows less than \`${was}\`.`,
      remedy: 'Keep the class; clients are paced by its limit.',
    }),
  ];
}

function changedRates(before: object, after: object): Change[] {
  return Object.keys(placeAt(before, 'x-rate-classes')?.value ?? {}).flatMap((name): Change[] => {
    const [was, is] = [rateOf(before, name), rateOf(after, name)];
    if (is >= was) return [];
    return [
      {
        rule: 'rate-lowered',
        level: 'breaking',
        kind: 'changed',
        location: `#/x-rate-classes/${name}`,
        operation: null,
        description: `The rate class \`${name}\` allows less than before.`,
        remedy: 'Keep the limit; clients are paced by it.',
      },
    ];
  });
}

export function accessChanges(before: object, after: object): Change[] {
  const operations = operationPairs(before, after);
  return [
    ...operations.flatMap((pair) => [...changedSecurity(pair), ...changedRoles(pair), ...changedRateClass(pair)]),
    ...changedRates(before, after),
  ];
}
