// Runs in a thread of its own; what goes in and out is copied.
import type { AxeFindings } from './axe-runner.ts';
import { jsdomAxe } from './jsdom-axe.ts';

export interface AxeTask {
  readonly url: string;
  readonly html: string;
  readonly rules: readonly string[];
}

export function findings({ url, html, rules }: AxeTask): Promise<AxeFindings> {
  return jsdomAxe.run({ url, html }, rules);
}
