import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The kind of the fact, what it is about, and the values that tell it apart. */
export type Fact = readonly [kind: string, about: string, ...values: string[]];

const directory = process.env['SPCI_CONTRACT_COVERAGE'];
const file = directory === undefined ? undefined : join(directory, `${process.pid}-${randomBytes(6).toString('hex')}`);
const written = new Set<string>();

if (directory !== undefined) mkdirSync(directory, { recursive: true });

export const factsAreKept = file !== undefined;

/** Each fact once for a process, as a line of JSON; scripts/coverage/ merges them. */
export function keepFact(fact: Fact): void {
  const line = JSON.stringify(fact);
  if (file === undefined || written.has(line)) return;
  written.add(line);
  appendFileSync(`${file}.ndjson`, `${line}\n`);
}
