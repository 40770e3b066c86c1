import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Fact } from './facts.ts';

export interface Exception {
  /** The operation, or what else the promise is about. */
  readonly about: string;
  /** The promise that no contract test can see kept, as the report names it. */
  readonly what: string;
  readonly reason: string;
  /** The test that shows it instead. */
  readonly proved_by: string;
  readonly until: string;
}

interface ExceptionList {
  readonly count_max: number;
  readonly exceptions: readonly Exception[];
}

export const exceptionsFile = 'contract-tests/exceptions.yaml';

/** A promise in the words of the report and of the exceptions. */
export const told = ([kind, about, ...values]: Fact): Pick<Exception, 'about' | 'what'> => ({
  about,
  what: [kind, ...values].join(' '),
});

export function readExceptions(text = readFileSync(exceptionsFile, 'utf8')): ExceptionList {
  return parse(text) as ExceptionList;
}

const fields = ['about', 'what', 'reason', 'proved_by', 'until'] as const;

function faultOf(exception: Exception, gaps: readonly Fact[], today: string): string | undefined {
  const missing = fields.filter((name) => typeof exception[name] !== 'string' || exception[name] === '');
  if (missing.length > 0) return `has no ${missing.join(', ')}`;
  if (!existsSync(exception.proved_by)) return `names ${exception.proved_by}, which does not exist`;
  if (exception.until < today) return `ended on ${exception.until}`;
  const used = gaps.map(told).some(({ about, what }) => about === exception.about && what === exception.what);
  return used ? undefined : 'is not needed: the promise was seen kept, or is made no more';
}

/** What is wrong with the list itself; empty when every entry is needed, in force and complete. */
export function exceptionFaults(list: ExceptionList, gaps: readonly Fact[], today: string): string[] {
  const tooMany = list.exceptions.length - list.count_max;
  return [
    ...(tooMany > 0 ? [`${exceptionsFile}: ${tooMany} exceptions more than the ${list.count_max} allowed`] : []),
    ...list.exceptions.flatMap((exception) => {
      const fault = faultOf(exception, gaps, today);
      return fault === undefined ? [] : [`exception ${exception.about}, ${exception.what}: ${fault}`];
    }),
  ];
}

export function isExcepted({ exceptions }: ExceptionList, gap: Fact): boolean {
  const { about, what } = told(gap);
  return exceptions.some((exception) => exception.about === about && exception.what === what);
}
