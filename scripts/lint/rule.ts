import type { Description } from './description.ts';

export type Pointer = readonly (string | number)[];

export interface Finding {
  readonly at: Pointer;
  readonly message: string;
}

/** One promise that the description keeps. `check` tells every place where it does not. */
export interface Rule {
  readonly id: string;
  readonly check: (description: Description) => Iterable<Finding>;
}
