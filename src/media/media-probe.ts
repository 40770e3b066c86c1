import type { FileHandle } from 'node:fs/promises';

/**
 * What a program said of a file. `unreadable` is the same however often it is asked; what was `cut` took longer than it
 * may, or was ended by a signal.
 */
export type ProbeOutcome =
  { readonly kind: 'told'; readonly said: Buffer } | { readonly kind: 'unreadable' | 'cut'; readonly why: string };

/** Looks into files that nobody trusts. */
export interface MediaProbe {
  /** From the beginning of the file; rejects when the program cannot be started or the signal aborts. */
  ask(file: FileHandle, signal: AbortSignal): Promise<ProbeOutcome>;
}
