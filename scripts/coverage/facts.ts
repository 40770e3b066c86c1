import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As the contract tests keep them: the kind, what it is about, and the values that tell it apart. */
export type Fact = readonly [kind: string, about: string, ...values: string[]];

export type Facts = ReadonlySet<string>;

export const keyOf = (fact: Fact): string => JSON.stringify(fact);

/** Everything that any test file saw, on any database. */
export function readFacts(directory: string): Facts {
  if (!existsSync(directory)) throw new Error(`${directory} does not exist: \`npm test\` writes it`);
  const files = readdirSync(directory).filter((name) => name.endsWith('.ndjson'));
  return new Set(files.flatMap((name) => readFileSync(join(directory, name), 'utf8').split('\n').filter(Boolean)));
}

/** Adds what holds of any operation: the codes that were answered with, and the forms that failures had. */
export function withDerivedFacts(facts: Facts): Facts {
  const derived = [...facts].flatMap((line): Fact[] => {
    const [kind, , status, code] = JSON.parse(line) as Fact;
    if (kind === 'response type' && status !== undefined && code !== undefined)
      return [['response type', 'any', status, code]];
    if (kind !== 'code' || status === undefined || code === undefined) return [];
    return [
      ['code', 'any', code],
      ['example code', status, code],
    ];
  });
  return new Set([...facts, ...derived.map(keyOf)]);
}
