export interface ObservedViolation {
  readonly at: Date;
  /** `none` where no operation was found. */
  readonly operation: string;
  readonly status: number;
  /** In the words of the description; nothing of the request or the answer. */
  readonly fault: string;
}

/** What one process has seen of the contract since it started. */
export interface ObservedContract {
  readonly answers: readonly { readonly operation: string; readonly status: number; readonly count: number }[];
  readonly violationCount: number;
  readonly lastViolation: ObservedViolation | undefined;
}
