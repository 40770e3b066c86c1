import { deprecations, type operations } from '../generated/operations.ts';
import { pageTokenMember, tokenMember } from './credential-names.ts';

/** What the description calls deprecated: an operation, one of its parameters, or a kind of credential. */
export interface Deprecation {
  /** What uses of it are recorded under: one for the same thing in any operation. */
  readonly item: string;
  readonly place: 'operation' | 'path' | 'query' | 'header' | 'body' | 'credential';
  /** Of the parameter, or of the member of the body; the operationId where it is the operation. */
  readonly name: string;
  /** `YYYY-MM-DD`, from the start of that day in UTC. */
  readonly deprecatedAt: string;
  readonly sunset: string;
  /** Path of the operation that takes its place, with its parameters in braces. */
  readonly successor: string | null;
  /** An operationId, or in words what to use instead. */
  readonly replacement: string;
}

export type Deprecations = Readonly<Partial<Record<keyof typeof operations, readonly Deprecation[]>>>;

export const declaredDeprecations: Deprecations = deprecations;

/** Tokens in addresses and bodies end on the day that the installation says. */
export function withTokenSunset(declared: Deprecations, sunset: string | undefined): Deprecations {
  if (sunset === undefined) return declared;
  const entries = Object.entries(declared).map(([id, items]) => [
    id,
    items.map((item) => ([tokenMember, pageTokenMember].includes(item.name) ? { ...item, sunset } : item)),
  ]);
  return Object.fromEntries(entries) as Deprecations;
}

/** One request of a known account that used something deprecated. */
export interface DeprecatedUse {
  readonly domainId: number;
  readonly tokenId: number;
  readonly operationId: string;
  readonly items: readonly string[];
  readonly userAgent: string | undefined;
}

/** Takes uses in without waiting for anything, and keeps them a little later. */
export type RecordDeprecatedUse = (use: DeprecatedUse) => void;
