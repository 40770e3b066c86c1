import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Pointer } from './rule.ts';

export interface Exception {
  readonly rule: string;
  readonly location: string;
  readonly reason: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

export function readExceptions(): readonly Exception[] {
  return (parse(readFileSync(new URL('exceptions.yaml', import.meta.url), 'utf8')) as Exception[] | null) ?? [];
}

/** JSON pointer, as the lint prints it. */
export const pointerText = (at: Pointer): string =>
  `#/${at.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

/** What is wrong with the list itself: an exception that nothing needs, one that has run out, one without a reason. */
export function exceptionFaults(
  exceptions: readonly Exception[],
  findings: readonly Pick<Exception, 'rule' | 'location'>[],
  today: string,
): string[] {
  return exceptions.flatMap((exception) => {
    const name = `${exception.rule} at ${exception.location}`;
    const faults = [];
    if (!findings.some(({ rule, location }) => rule === exception.rule && location === exception.location))
      faults.push(`The exception of ${name} is not used; remove it from exceptions.yaml.`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(exception.until) || exception.until < today)
      faults.push(`The exception of ${name} ended on ${exception.until}; mend the description or review it.`);
    if ((exception.reason ?? '').length < 20) faults.push(`The exception of ${name} gives no reason.`);
    return faults;
  });
}
