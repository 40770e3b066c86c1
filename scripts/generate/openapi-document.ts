export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';
export const httpMethods: readonly HttpMethod[] = ['get', 'post', 'put', 'patch', 'delete'];

export interface SchemaObject {
  readonly [keyword: string]: unknown;
}

/** An operation or a parameter that may be on its way out; the dates are `YYYY-MM-DD`. */
export interface MayBeDeprecated {
  readonly deprecated?: boolean;
  readonly 'x-deprecated-at'?: string;
  readonly 'x-sunset'?: string;
  /** What takes its place: the operationId of another operation, or of a parameter what to use instead, in words. */
  readonly 'x-replacement'?: string;
}

export interface ParameterObject extends MayBeDeprecated {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: SchemaObject;
}

export interface OperationObject extends MayBeDeprecated {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Record<string, readonly string[]>[];
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Record<string, unknown> };
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: Record<string, unknown> }>;
  readonly 'x-required-roles'?: readonly string[];
  readonly 'x-operator'?: boolean;
  readonly 'x-ownership'?: string;
  /** What holds a confined token to its confines; absent: it opens none of this. */
  readonly 'x-confined-by'?: string;
  readonly 'x-rate-class'?: string;
  readonly 'x-body-bytes-max'?: number;
  /** Whether a token may stand in the JSON body, as `access_token`. */
  readonly 'x-body-token'?: boolean;
  /** Whether a token without scopes opens it. */
  readonly 'x-legacy-token'?: boolean;
}

export type PathItem = Partial<Record<HttpMethod, OperationObject>>;

export interface TagObject {
  readonly name: string;
  readonly description?: string;
}

/** The parts of an OpenAPI document that the generator reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly 'x-scopes': Readonly<Record<string, string>>;
  readonly 'x-legacy-tokens'?: MayBeDeprecated;
  /** Requests per window, by class; an installation may raise them. */
  readonly 'x-rate-classes': Readonly<Record<string, { readonly count: number; readonly seconds: number }>>;
  readonly tags?: readonly TagObject[];
  readonly 'x-tagGroups'?: readonly { readonly name: string; readonly tags: readonly string[] }[];
  readonly paths: Record<string, PathItem>;
  readonly components: {
    readonly schemas: Record<string, SchemaObject>;
    readonly parameters: Record<string, ParameterObject>;
    /** `x-region`: what is sent by it is of the region that the request selects. */
    readonly securitySchemes: Record<
      string,
      MayBeDeprecated & { readonly name?: string; readonly 'x-region'?: boolean }
    >;
    readonly [kind: string]: Record<string, unknown>;
  };
}

export interface DeclaredOperation {
  readonly path: string;
  readonly method: HttpMethod;
  readonly operation: OperationObject;
}

export function declaredOperations(document: OpenApiDocument): DeclaredOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}
