import type { AppContext } from '../context.ts';
import type { AppError, ErrorCode, FailureDetails } from '../errors.ts';
import type { Principal } from '../principal.ts';
import type { Region } from '../region.ts';
import type { RequestOrigin } from '../request-origin.ts';
import type { TokenVerifier } from './authenticate.ts';
import type { Credential } from './credentials.ts';
import type { ValidatedRequest } from './request-validator.ts';
import type { Answer } from './write-answer.ts';

interface ValidatedInput extends ValidatedRequest {
  readonly clientAddress: string;
  readonly session: string | undefined;
  readonly shownCredential: () => string;
  readonly pageToken: string | undefined;
  readonly namedCredential: Credential;
  readonly scrubbedQuery: string;
  readonly namedDomain: string | undefined;
  readonly region: Region;
  readonly askedBy: RequestOrigin;
  readonly signal: AbortSignal;
  fail(code: ErrorCode, message: string, details?: FailureDetails): AppError;
}

/**
 * An operation as dispatch calls it: the validator has proved the input's shape at run time and authorization the
 * principal's kind, which the type of each operation states at compile time.
 */
export type Handler = {
  call(
    context: AppContext & { readonly principal: Principal | undefined; readonly tokens: TokenVerifier },
    input: ValidatedInput,
  ): Promise<Answer>;
}['call'];
