/** As far as it is read of what axe-core says of one rule. */
export interface AxeRuleResult {
  readonly id: string;
  readonly impact: string | null;
  readonly tags: readonly string[];
  readonly help: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

export interface AxeFindings {
  readonly violations: readonly AxeRuleResult[];
  /** What axe-core could not decide. */
  readonly incomplete: readonly AxeRuleResult[];
}

/** It was ended before it had looked at everything. */
export class AxeTimedOut extends Error {
  override readonly name = 'AxeTimedOut';
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super(`axe-core took longer than ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
  }
}

/** Shows a page to axe-core. */
export interface AxeRunner {
  run(page: { readonly url: string; readonly html: string }, rules: readonly string[]): Promise<AxeFindings>;
}
