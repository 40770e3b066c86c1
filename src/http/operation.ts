import type { Readable } from 'node:stream';
import type { components, operations as Declared } from '../../generated/api.ts';
import type { errorStatus, operations } from '../../generated/operations.ts';
import type { AppContext } from '../context.ts';
import type { AppError, ErrorCode, FailureDetails } from '../errors.ts';
import type { Region } from '../region.ts';
import type { RequestOrigin } from '../request-origin.ts';
import type { TokenVerifier } from './authenticate.ts';
import type { Credential } from './credentials.ts';
import type { FileForm } from './file-form.ts';
import type { FormBody } from './form-body.ts';
import type {
  AccountPrincipal,
  BrowserPrincipal,
  LeasePrincipal,
  SignaturePrincipal,
  WebhookPrincipal,
  WorkerPrincipal,
} from '../principal.ts';

export type OperationId = keyof Declared & keyof typeof operations;

type Nothing = Record<never, never>;
type Parameters<Id extends OperationId, Place extends 'path' | 'query' | 'header'> =
  Declared[Id]['parameters'] extends Partial<Record<Place, infer Values>> ? NonNullable<Values> : Nothing;

type Content<T> = T extends { content: infer C } ? C : never;
type RequestContent<Id extends OperationId> = Content<NonNullable<Declared[Id]['requestBody']>>;
type RequestBody<Id extends OperationId> = [RequestContent<Id>] extends [never]
  ? undefined
  : RequestContent<Id> extends { 'application/json': infer Body }
    ? undefined extends Declared[Id]['requestBody']
      ? Body | undefined
      : Body
    : RequestContent<Id> extends { 'multipart/form-data': unknown }
      ? FileForm
      : RequestContent<Id> extends { 'application/x-www-form-urlencoded': unknown }
        ? FormBody
        : Readable;

interface Principals {
  account: AccountPrincipal;
  browser: BrowserPrincipal;
  worker: WorkerPrincipal;
  lease: LeasePrincipal;
  signature: SignaturePrincipal;
  webhook: WebhookPrincipal;
  none: undefined;
}
export type PrincipalOf<Id extends OperationId> =
  | Principals[(typeof operations)[Id]['credential']]
  | ((typeof operations)[Id]['optional'] extends true ? undefined : never);

type StatusOf = typeof errorStatus;
/** Codes whose status the operation declares. */
export type DeclaredCode<Id extends OperationId> = {
  [Code in ErrorCode]: StatusOf[Code] extends keyof Declared[Id]['responses'] ? Code : never;
}[ErrorCode];

export interface OperationInput<Id extends OperationId> {
  readonly path: Parameters<Id, 'path'>;
  readonly query: Parameters<Id, 'query'>;
  readonly headers: Parameters<Id, 'header'>;
  readonly body: RequestBody<Id>;
  /** Address of the peer, or of the client that a trusted proxy names. */
  readonly clientAddress: string;
  /** Which the request selects. */
  readonly region: Region;
  /** What the browser's cookie holds, which nobody has verified; undefined where there is none. */
  readonly session: string | undefined;
  /** The token or session that was verified, for who must show it to somebody else; empty where there was none. */
  readonly shownCredential: () => string;
  /** What `X-Auth-Token` holds, which nobody has verified; undefined where it holds nothing. */
  readonly pageToken: string | undefined;
  /** An application credential or Basic, which nobody has verified. */
  readonly namedCredential: Credential;
  /** The query as it was sent, without what opened a page. */
  readonly scrubbedQuery: string;
  /** Slug of the domain that a Basic user name ends with. */
  readonly namedDomain: string | undefined;
  /** What the browser says of the page that asks. */
  readonly askedBy: RequestOrigin;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** A failure this operation declares; throw it. */
  fail(code: DeclaredCode<Id>, message: string, details?: FailureDetails): AppError;
}

type PlatformHeader = 'X-Request-Id' | 'Spec-Digest' | `X-RateLimit-${string}` | 'Deprecation' | 'Sunset';
type Headers<R> = R extends { headers: infer H }
  ? { [K in keyof H as string extends K ? never : K extends PlatformHeader ? never : K]: H[K] }
  : Nothing;
type RequiredHeaders<R> =
  Nothing extends Headers<R> ? { readonly headers?: Headers<R> } : { readonly headers: Headers<R> };
type JsonType = 'application/json' | `${string}+json`;
type JsonIn<C> = { [Type in keyof C]: Type extends JsonType ? C[Type] : never }[keyof C];
type Payload<R> = R extends { content: infer C }
  ? [JsonIn<C>] extends [never]
    ? C extends { 'application/octet-stream': unknown } | { 'text/event-stream': unknown }
      ? { readonly stream: Readable }
      : { readonly text: string | Uint8Array }
    : { readonly body: JsonIn<C> }
  : Nothing;

/** Failures whose declared shape is that of `Error` are thrown; any other declared answer may be returned. */
type Returned<R> = R extends { content: { 'application/json': infer Body } }
  ? Body extends components['schemas']['Error']
    ? false
    : true
  : true;

type Responses<Id extends OperationId> = Declared[Id]['responses'];
export type OperationAnswer<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: Returned<Responses<Id>[Status]> extends true
    ? { readonly status: Status } & Payload<Responses<Id>[Status]> & RequiredHeaders<Responses<Id>[Status]>
    : never;
}[keyof Responses<Id>];

export type OperationContext<Id extends OperationId> = AppContext & {
  readonly principal: PrincipalOf<Id>;
  readonly tokens: TokenVerifier;
};

/** One declared operation: what it may receive and what it may answer follow from `openapi.yaml`. */
export type Operation<Id extends OperationId> = (
  context: OperationContext<Id>,
  input: OperationInput<Id>,
) => Promise<OperationAnswer<Id>>;
