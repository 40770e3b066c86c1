/** `breaking`: a client of the earlier description may fail. `additive`: it cannot. `documentation`: nothing it sends or gets differs. */
export type Level = 'breaking' | 'additive' | 'documentation';
export type Kind = 'added' | 'changed' | 'removed' | 'deprecated';

/** A part that was added to something named: what it is, its name, and what has it now. */
export interface Addition {
  readonly noun: string;
  readonly name: string;
  readonly owner: string;
}

/** One difference between an earlier description and a later one. */
export interface Change {
  /** The name in findings, without `compatibility/`. */
  readonly rule: string;
  readonly level: Level;
  readonly kind: Kind;
  /** JSON pointer into the later description; into the earlier one for what was removed. */
  readonly location: string;
  /** `GET /api/v1/runs`; null for what several operations share. */
  readonly operation: string | null;
  /** A sentence for people who use the API. */
  readonly description: string;
  /** What the author of a breaking change does instead. */
  readonly remedy: string;
  /** Where many alike are added, users are told of them together. */
  readonly addition?: Addition;
  /** A removal that was announced and whose sunset has passed: breaking, and allowed. */
  readonly announced?: boolean;
  /** Refused though no client breaks: an example taken away, a deprecation that keeps its own rules badly. */
  readonly fault?: boolean;
}

export const changeLevels: readonly Level[] = ['breaking', 'additive', 'documentation'];
