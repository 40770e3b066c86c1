// Merges what the contract tests saw and compares it with what the description promises.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsDirectory, reportDirectory } from './coverage/directories.ts';
import { exceptionFaults, isExcepted, readExceptions, told } from './coverage/exceptions.ts';
import { keyOf, readFacts, withDerivedFacts, type Fact } from './coverage/facts.ts';
import { promisesOfTheDescription } from './coverage/promises.ts';
import { asMarkdown, coverageOf, gapsIn } from './coverage/report.ts';

const facts = withDerivedFacts(readFacts(factsDirectory));
const promises = promisesOfTheDescription();
const kinds = coverageOf(promises, facts);
const asJson = { kinds, facts: [...facts].map((line) => JSON.parse(line) as Fact) };
writeFileSync(join(reportDirectory, 'coverage.json'), `${JSON.stringify(asJson, null, 1)}\n`);
writeFileSync(join(reportDirectory, 'coverage.md'), asMarkdown(kinds));
for (const { kind, seen, promised } of kinds) console.log(`${`${seen}/${promised}`.padStart(11)}  ${kind}`);

const gaps = gapsIn(promises, facts);
const exceptions = readExceptions();
const unexcused = gaps.filter((gap) => !isExcepted(exceptions, gap)).map(told);
const denied = promises.denied.filter((fact) => facts.has(keyOf(fact))).map(told);
const faults = [
  ...unexcused.map(({ about, what }) => `${about}: ${what} was never seen`),
  ...denied.map(({ about, what }) => `${about}: ${what} was seen, and the description says that it never is`),
  ...exceptionFaults(exceptions, gaps, new Date().toISOString().slice(0, 10)),
];
for (const fault of faults) console.error(fault);
console.log(
  `${faults.length} gaps in the contract tests, ${exceptions.exceptions.length} excused; ${reportDirectory}/coverage.md`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
