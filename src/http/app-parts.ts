import type { AppContext } from '../context.ts';
import type { Deprecations, RecordDeprecatedUse } from '../deprecations.ts';
import type { TokenVerifier } from './authenticate.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { registry } from './registry.ts';

export interface AppParts {
  readonly context: AppContext;
  readonly tokens: TokenVerifier;
  readonly limiter: RateLimiter;
  readonly metrics: Metrics;
  readonly recordDeprecatedUse: RecordDeprecatedUse;
  /** The registry, unless a test puts operations in that break their description. */
  readonly handlers?: typeof registry;
  /** Those of the description, unless a test deprecates something. */
  readonly deprecations?: Deprecations;
}

export type FilledParts = Required<AppParts>;
